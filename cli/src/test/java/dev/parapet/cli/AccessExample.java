package dev.parapet.cli;

/** An application and an account about whose access questions are asked. */
final class AccessExample {
    static final String APPLICATION = """
            AWSTemplateFormatVersion: "2010-09-09"
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  KeySchema: [{ AttributeName: id, KeyType: HASH }]
                  AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
              Uploads:
                Type: AWS::S3::Bucket
                Properties: { BucketName: !Sub "${AWS::StackName}-uploads" }
              UploadsPolicy:
                Type: AWS::S3::BucketPolicy
                Properties:
                  Bucket: !Ref Uploads
                  PolicyDocument:
                    Version: "2012-10-17"
                    Id: Uploads
                    Statement:
                      - Sid: TlsOnly
                        Effect: Deny
                        Principal: "*"
                        Action: s3:*
                        Resource: [!GetAtt Uploads.Arn, !Sub "${Uploads.Arn}/*"]
                        Condition: { Bool: { "aws:SecureTransport": "false" } }
                      - Sid: Cdn
                        Effect: Allow
                        Principal: { Service: cloudfront.amazonaws.com }
                        Action: s3:GetObject
                        Resource: !Sub "${Uploads.Arn}/public/*"
                        Condition: { StringEquals: { "AWS:SourceArn": !Sub "arn:aws:cloudfront::${AWS::AccountId}:distribution/ABC" } }
                      - Sid: Partner
                        Effect: Allow
                        Principal: { AWS: "arn:aws:iam::222222222222:role/partner" }
                        Action: s3:GetObject
                        Resource: !Sub "arn:aws:s3:::${AWS::StackName}-uploads/partner/*"
              OrderTopic: { Type: AWS::SNS::Topic }
              Jobs: { Type: AWS::SQS::Queue }
              JobsPolicy:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!Ref Jobs]
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        Principal: { Service: sns.amazonaws.com }
                        Action: sqs:SendMessage
                        Resource: !GetAtt Jobs.Arn
                        Condition: { ArnEquals: { aws:SourceArn: !Ref OrderTopic } }
              Key: { Type: AWS::KMS::Key, Properties: {} }
              Closed:
                Type: AWS::KMS::Key
                Properties:
                  KeyPolicy:
                    Statement:
                      - { Effect: Allow, Principal: { AWS: !GetAtt Reader.Arn }, Action: "kms:*", Resource: "*" }
              OrdersFunction:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: app.handler
                  Runtime: python3.14
                  CodeUri: src/
                  Events:
                    Api: { Type: Api, Properties: { Path: /orders, Method: get } }
                  Policies:
                    - DynamoDBReadPolicy: { TableName: !Ref Orders }
                    - S3ReadPolicy: { BucketName: !Ref Uploads }
                    - Version: "2012-10-17"
                      Statement:
                        - Sid: Send
                          Effect: Allow
                          Action: sqs:SendMessage
                          Resource: !GetAtt Jobs.Arn
                          Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } }
                        - Effect: Allow
                          Action: kms:Decrypt
                          Resource: [!GetAtt Key.Arn, !GetAtt Closed.Arn]
              Reader:
                Type: AWS::IAM::User
                Properties:
                  UserName: reader
                  PermissionsBoundary: arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
                  ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonS3FullAccess]
            """;

    static final String ACCOUNT = """
            { "UserDetailList": [
                { "UserName": "alice", "Arn": "arn:aws:iam::111122223333:user/alice", "GroupList": ["Readers"],
                  "UserPolicyList": [{ "PolicyName": "assume", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" } ] } }] } ],
              "GroupDetailList": [
                { "GroupName": "Readers", "Arn": "arn:aws:iam::111122223333:group/Readers",
                  "AttachedManagedPolicies": [{ "PolicyName": "S3", "PolicyArn": "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" }] } ],
              "RoleDetailList": [
                { "RoleName": "app", "Arn": "arn:aws:iam::111122223333:role/app",
                  "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" } ] },
                  "RolePolicyList": [{ "PolicyName": "read", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" },
                    { "Sid": "Keep", "Effect": "Deny", "Action": "s3:Delete*", "Resource": "*" } ] } }] } ] }
            """;

    private AccessExample() {}
}
