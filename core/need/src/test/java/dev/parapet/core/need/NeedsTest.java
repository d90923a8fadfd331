package dev.parapet.core.need;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeedsTest {
    @Test
    void whatAnAssumedRoleDoesIsNotNeededOfTheFunctionsOwn() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}}
                  Secret: {Type: AWS::SecretsManager::Secret}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      Environment: {Variables: {TABLE: !Ref Orders, ROLE: arn:aws:iam::111122223333:role/tenant, SECRET: !Ref Secret}}
                      Policies:
                        - Statement:
                            - {Effect: Allow, Action: sts:AssumeRole, Resource: arn:aws:iam::111122223333:role/tenant}
                            - {Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: !Ref Secret}
                """);
        FunctionNeeds needs = application.needs("Fn", """
                import os
                import boto3

                def handler(event, context):
                    given = boto3.client("sts").assume_role(RoleArn=os.environ["ROLE"], RoleSessionName="t")["Credentials"]
                    table = boto3.resource("dynamodb", aws_access_key_id=given["AccessKeyId"],
                        aws_secret_access_key=given["SecretAccessKey"], aws_session_token=given["SessionToken"]).Table(os.environ["TABLE"])
                    table.get_item(Key={"id": event["id"]})
                    boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["SECRET"])
                """);
        assertThat(Application.text(needs))
                .contains("sts:AssumeRole on arn:aws:iam::111122223333:role/tenant")
                .contains("secretsmanager:GetSecretValue on ${Secret}")
                .doesNotContain("dynamodb:GetItem")
                .doesNotContain("lacking");
    }

    @Test
    void aTaskIsStartedWithTheRolesOfItsDefinition() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Pulling: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: []}}}
                  Job:
                    Type: AWS::ECS::TaskDefinition
                    Properties: {Family: job, ExecutionRoleArn: !GetAtt Pulling.Arn, ContainerDefinitions: []}
                  Plain: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: []}}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      Environment: {Variables: {JOB: !Ref Job, PLAIN: !Ref Plain}}
                      Policies:
                        - Statement:
                            - {Effect: Allow, Action: ecs:RunTask, Resource: [!Ref Job, !Ref Plain]}
                            - {Effect: Allow, Action: iam:PassRole, Resource: !GetAtt Pulling.Arn}
                """);
        FunctionNeeds needs = application.needs("Fn", """
                import os
                import boto3
                ecs = boto3.client("ecs")

                def handler(event, context):
                    ecs.run_task(cluster="c", taskDefinition=os.environ["JOB"])
                    ecs.run_task(cluster="c", taskDefinition=os.environ["PLAIN"])
                """);
        assertThat(Application.text(needs)).startsWith("""
                ecs:RunTask on ${Job} ${Plain}
                iam:PassRole on ${Pulling.Arn}
                """).doesNotContain("lacking");
    }

    @Test
    void whatIsSignedWithTheKeyOfAUserIsNotNeededOfTheRole() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties: {Runtime: python3.13, Handler: app.handler, CodeUri: ., Environment: {Variables: {KEY: ""}}}
                """);
        FunctionNeeds needs = application.needs("Fn", """
                import os
                import boto3

                def handler(event, context):
                    boto3.client("sns", aws_access_key_id=os.environ["KEY"]).publish(TopicArn="arn:aws:sns:eu-west-1:111122223333:t")
                    boto3.client("sqs", aws_access_key_id=event["key"]).send_message(QueueUrl="q")
                    own = boto3.Session().get_credentials()
                    boto3.client("ec2", aws_access_key_id=own.access_key).describe_hosts()
                    boto3.client("s3", aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"]).list_buckets()
                """);
        assertThat(Application.text(needs.needed()))
                .contains("ec2:DescribeHosts s3:ListAllMyBuckets on *")
                .doesNotContain("sns")
                .doesNotContain("sqs");
    }

    @Test
    void namesTheRegionOfTheClientUnlessTheTemplateHasTheResource() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Parameters: {Models: {Type: String}}
                Resources:
                  Orders: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      LoggingConfig: {LogGroup: l}
                      Environment: {Variables: {TABLE: !Ref Orders, MODELS: !Ref Models}}
                """);
        FunctionNeeds needs = application.needs("Fn", """
                import os
                import boto3
                from botocore.config import Config

                def handler(event, context):
                    boto3.resource("dynamodb", region_name="us-east-1").Table(os.environ["TABLE"]).get_item(Key={})
                    boto3.client("bedrock-runtime", region_name=os.environ["MODELS"]).invoke_model(modelId="amazon.titan-embed-text-v1")
                    boto3.client("sns", "eu-west-1").publish(TopicArn="fixed")
                    boto3.client("ssm", config=Config(region_name="eu-west-2")).get_parameter(Name="/a")
                    boto3.client("lambda", region_name=os.environ["AWS_REGION"]).invoke(FunctionName="f")
                    boto3.client("kinesis", region_name=event["region"]).put_record(StreamName="s")
                """);
        assertThat(Application.text(needs.needed())).isEqualTo("""
                        bedrock:InvokeModel on arn:${AWS::Partition}:bedrock:${Models}::foundation-model/amazon.titan-embed-text-v1
                        dynamodb:GetItem on ${Orders.Arn}
                        kinesis:PutRecord on arn:${AWS::Partition}:kinesis:*:${AWS::AccountId}:stream/s
                        lambda:InvokeFunction on arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:f
                        logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:l:*
                        sns:Publish on arn:${AWS::Partition}:sns:eu-west-1:${AWS::AccountId}:fixed
                        ssm:GetParameter on arn:${AWS::Partition}:ssm:eu-west-2:${AWS::AccountId}:parameter/a
                        """);
    }

    @Test
    void aNameForWhereNoVariableIsSetIsNotLacking() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      Environment: {Variables: {TABLE: !Ref Orders}}
                      Policies: [{DynamoDBReadPolicy: {TableName: !Ref Orders}}]
                """);
        String code = """
                import os
                import boto3

                def handler(event, context):
                    table = os.environ["TABLE"]
                    if os.environ.get("AWS_SAM_LOCAL"):
                        table = "orders-local"
                    boto3.resource("dynamodb").Table(table).%s(Key={"id": 1})
                """;
        assertThat(Application.text(application.needs("Fn", code.formatted("get_item"))))
                .contains("table/orders-local")
                .doesNotContain("lacking");
        assertThat(Application.text(application.needs("Fn", code.formatted("put_item"))))
                .contains("lacking: dynamodb:PutItem on ${Orders.Arn}")
                .contains(
                        "lacking: dynamodb:PutItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders-local");
    }

    @Test
    void whatHangsOnTheTagsOfASecretIsNotLacking() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Login: {Type: AWS::SecretsManager::Secret, Properties: {Name: login, Tags: [{Key: App, Value: a}]}}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      Policies:
                        - Statement:
                            - Effect: Allow
                              Action: secretsmanager:GetSecretValue
                              Resource: !Ref Login
                              Condition: {StringEquals: {"secretsmanager:ResourceTag/App": "${aws:PrincipalTag/App}"}}
                """);
        FunctionNeeds needs = application.needs("Fn", """
                import boto3

                def handler(event, context):
                    boto3.client("secretsmanager").get_secret_value(SecretId="login")
                """);
        assertThat(Application.text(needs))
                .contains("secretsmanager:GetSecretValue on ${Login}")
                .doesNotContain("lacking");
    }

    @Test
    void whatMayBeNeededIsNoExcess() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Parameters: {Elsewhere: {Type: String}}
                Resources:
                  Here: {Type: AWS::SecretsManager::Secret}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      Environment: {Variables: {HERE: !Ref Here, ELSEWHERE: !Ref Elsewhere}}
                      Policies:
                        - Statement:
                            - {Effect: Allow, Action: [athena:StartQueryExecution, "glue:Get*", glue:CreateTable], Resource: "*"}
                            - {Effect: Allow, Action: [secretsmanager:GetSecretValue, kms:Decrypt, kms:Encrypt], Resource: "*"}
                """);
        String code = """
                import os
                import boto3

                def handler(event, context):
                    boto3.client("%s").%s
                """;
        assertThat(Application.text(
                        application.needs("Fn", code.formatted("athena", "start_query_execution(QueryString='')"))))
                .contains("excess: glue:CreateTable on *")
                .contains("excess: glue:GetUserDefinedFunction on *")
                .doesNotContain("excess: glue:GetTable on");
        assertThat(Application.text(application.needs(
                        "Fn", code.formatted("secretsmanager", "get_secret_value(SecretId=os.environ['ELSEWHERE'])"))))
                .contains("excess: kms:Encrypt on *")
                .doesNotContain("excess: kms:Decrypt");
        assertThat(Application.text(application.needs(
                        "Fn", code.formatted("secretsmanager", "get_secret_value(SecretId=os.environ['HERE'])"))))
                .contains("excess: kms:Decrypt on *");
    }

    @Test
    void joinsTheVariablesOfTheCodeWithTheTemplate() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Parameters:
                  Stage: {Type: String, Default: dev}
                  Uploads: {Type: String}
                Resources:
                  Orders:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      TableName: !Sub "orders-${Stage}"
                      KeySchema: [{AttributeName: id, KeyType: HASH}]
                  Jobs:
                    Type: AWS::SQS::Queue
                  Failed:
                    Type: AWS::SQS::Queue
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Failed.Arn}
                      Environment:
                        Variables:
                          TABLE: !Ref Orders
                          BUCKET: !Ref Uploads
                          QUEUE: !Ref Jobs
                      Policies:
                        - DynamoDBReadPolicy: {TableName: !Ref Orders}
                        - Statement:
                            - Effect: Allow
                              Action: [s3:PutObject, s3:DeleteObject]
                              Resource: !Sub "arn:${AWS::Partition}:s3:::${Uploads}/*"
                """);

        FunctionNeeds needs = application.needs("Fn", """
                import os
                import boto3

                table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
                s3 = boto3.client("s3")

                def handler(event, context):
                    table.get_item(Key={"id": event["id"]})
                    table.query(IndexName="by-name")
                    s3.put_object(Bucket=os.environ["BUCKET"], Key=event["id"], Body=b"")
                    boto3.client("sqs").send_message(QueueUrl=os.environ["QUEUE"], MessageBody="x")
                    boto3.client("sns").publish(TopicArn=event["topic"], Message="x")
                    boto3.client("sts").get_caller_identity()
                """);

        assertThat(Application.text(needs)).isEqualTo("""
                dynamodb:GetItem on ${Orders.Arn}
                dynamodb:Query on ${Orders.Arn}/index/by-name
                logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Fn}:*
                s3:PutObject on arn:${AWS::Partition}:s3:::${Uploads}/*
                sns:Publish on arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*
                sqs:SendMessage on ${Failed.Arn} ${Jobs.Arn}
                excess: dynamodb:Scan on ${Orders.Arn} at 28
                excess: dynamodb:Scan on ${Orders.Arn}/index/* at 28
                excess: dynamodb:BatchGetItem on ${Orders.Arn} at 28
                excess: dynamodb:DescribeTable on ${Orders.Arn} at 28
                excess: s3:DeleteObject on arn:aws:s3:::${Uploads}/* at 30
                wider: logs:CreateLogGroup on *, needed on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Fn}:* at 15
                wider: logs:CreateLogStream on *, needed on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Fn}:* at 15
                wider: logs:PutLogEvents on *, needed on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${Fn}:* at 15
                wider: dynamodb:Query on ${Orders.Arn}/index/*, needed on ${Orders.Arn}/index/by-name at 28
                lacking: sqs:SendMessage on ${Jobs.Arn}
                lacking: sns:Publish on arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:*
                """);
    }

    @Test
    void whatEventSourcesAreTellsThePropertyBesideWhereTheirArnIsGivenAtDeployment() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Parameters:
                  Broker: {Type: String, Default: put the ARN here}
                  Login: {Type: String}
                  Host: {Type: String}
                  Cluster: {Type: String}
                  Queue: {Type: String}
                  Stream: {Type: String}
                Resources:
                  Consumer:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: java25
                      Handler: com.example.App
                      CodeUri: .
                      LoggingConfig: {LogGroup: l}
                      Events:
                        Broker:
                          Type: MQ
                          Properties:
                            Broker: !Ref Broker
                            Queues: [orders]
                            SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: !Ref Login}, {Type: VIRTUAL_HOST, URI: !Ref Host}]
                        Cluster: {Type: MSK, Properties: {Stream: !Ref Cluster, Topics: [t], StartingPosition: LATEST}}
                        Queue: {Type: SQS, Properties: {Queue: !Ref Queue}}
                        Stream: {Type: Kinesis, Properties: {Stream: !Ref Stream, StartingPosition: LATEST}}
                """);
        assertThat(Application.text(application.needs("Consumer").needed())).isEqualTo("""
                        ec2:CreateNetworkInterface ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs kafka:GetBootstrapBrokers on *
                        kafka:DescribeCluster kafka:DescribeClusterV2 on ${Cluster}
                        logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:l:*
                        mq:DescribeBroker on ${Broker}
                        secretsmanager:GetSecretValue on ${Login}
                        sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage on ${Queue}
                        """);
    }

    @Test
    void saysParametersWithDefaultsByTheirNamesWithinTexts() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Parameters:
                  Name: {Type: String, Default: main}
                  Id: {Type: String, Default: "1-a"}
                  Stage: {Type: String, Default: a}
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      LoggingConfig: {LogGroup: l}
                      Environment: {Variables: {T: !Sub "table-${Stage}"}}
                      DeadLetterQueue: {Type: SQS, TargetArn: !Sub "arn:aws:sqs:eu-west-1:111122223333:${Name}-${Id}"}
                """);
        FunctionNeeds needs = application.needs("Fn", """
                import os
                import boto3

                def handler(event, context):
                    boto3.client("dynamodb").describe_table(TableName=os.environ["T"])
                """);
        assertThat(Application.text(needs.needed())).isEqualTo("""
                        dynamodb:DescribeTable on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/table-${Stage}
                        logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:l:*
                        sqs:SendMessage on arn:aws:sqs:eu-west-1:111122223333:${Name}-${Id}
                        """);
    }

    @Test
    void whatAnEventNamesIsWhatSendsIt() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Uploads:
                    Type: AWS::S3::Bucket
                    Properties: {NotificationConfiguration: {QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Queue.Arn}]}}
                  Queue: {Type: AWS::SQS::Queue}
                  Table: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}}
                  Filled: {Type: Custom::Filled, Properties: {ServiceToken: !GetAtt Fn.Arn, TableName: !Ref Table}}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      Events: {Messages: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}}
                """);
        FunctionNeeds needs = application.needs("Fn", """
                import json
                import boto3

                def handler(event, context):
                    for record in event["Records"]:
                        for upload in json.loads(record["body"])["Records"]:
                            bucket = upload["s3"]["bucket"]["name"]
                            boto3.client("s3").get_object(Bucket=bucket, Key=upload["s3"]["object"]["key"])
                    boto3.client("s3").delete_object(Bucket=event["bucket"], Key="x")
                    table = boto3.resource("dynamodb").Table(event["ResourceProperties"]["TableName"])
                    table.put_item(Item={"id": "1"})
                    boto3.client("dynamodb").delete_item(TableName=event["ResourceProperties"]["Other"], Key={})
                """);
        assertThat(needs.calls().stream()
                        .map(call -> call.operation() + " "
                                + call.resource().orElseThrow().expression() + " "
                                + call.resource().orElseThrow().exact()))
                .containsExactly(
                        "GetObject ${Uploads.Arn}/* true",
                        "DeleteObject arn:${AWS::Partition}:s3:::*/x false",
                        "PutItem ${Table.Arn} true",
                        "DeleteItem arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/* false");
    }

    @Test
    void connectionsAreThoseOfTheOnlyApiThatHasSuch() {
        String template = """
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Chat: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: chat, ProtocolType: WEBSOCKET}}
                  Other: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: other, ProtocolType: %s}}
                  Fn: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, Handler: app.handler, CodeUri: .}}
                """;
        String code = """
                import boto3

                def handler(event, context):
                    api = boto3.client("apigatewaymanagementapi", endpoint_url=event["url"])
                    api.post_to_connection(ConnectionId=event["id"], Data=b"x")
                """;
        assertThat(Application.text(new Application(template.formatted("HTTP")).needs("Fn", code)))
                .contains(":${AWS::AccountId}:${Chat}/*/*/@connections/*");
        assertThat(Application.text(new Application(template.formatted("WEBSOCKET")).needs("Fn", code)))
                .contains(":${AWS::AccountId}:*/*/*/@connections/*");
    }

    @Test
    void keysOfMapsMayBeVariables() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Table: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties: {Runtime: python3.13, Handler: app.handler, CodeUri: ., Environment: {Variables: {TABLE: !Ref Table}}}
                """);
        assertThat(Application.text(application.needs("Fn", """
                import boto3, os
                table = os.environ["TABLE"]

                def handler(event, context):
                    boto3.client("dynamodb").batch_write_item(RequestItems={table: [{"DeleteRequest": {"Key": {}}}]})
                """)))
                .startsWith("dynamodb:BatchWriteItem on ${Table.Arn}\n");
    }

    @Test
    void aTextThatStandsInForAVariableCountsWhereTheTemplateDoesNotSetThat() {
        Application application = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}}
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Runtime: python3.13
                      Handler: app.handler
                      CodeUri: .
                      LoggingConfig: {LogGroup: l}
                      Environment: {Variables: {ORDERS: !Ref Orders, EMPTY: ""}}
                """);
        FunctionNeeds needs = application.needs("Fn", """
                import os
                import boto3
                db = boto3.client("dynamodb")

                def handler(event, context):
                    db.describe_table(TableName=os.environ.get("ORDERS") or "orders")
                    db.get_item(TableName=os.getenv("CARTS") or "carts", Key={})
                    db.put_item(TableName=os.environ["ORDERS"] if os.environ["ORDERS"] else "local", Item={})
                    db.scan(TableName=os.environ["ORDERS"] if event["own"] else "others")
                    db.delete_item(TableName=os.environ.get("EMPTY") or "full", Key={})
                """);
        assertThat(Application.text(needs.needed())).isEqualTo("""
                        dynamodb:DeleteItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/full
                        dynamodb:DescribeTable dynamodb:PutItem on ${Orders.Arn}
                        dynamodb:GetItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/carts
                        dynamodb:Scan on ${Orders.Arn} arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/others
                        logs:CreateLogGroup logs:CreateLogStream logs:PutLogEvents on arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:l:*
                        """);
    }
}
