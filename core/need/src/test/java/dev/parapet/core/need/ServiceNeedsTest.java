package dev.parapet.core.need;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What pipes, schedules, rules and the like need. */
class ServiceNeedsTest {
    private static final String RESOURCES = """
            Resources:
              Orders: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}], StreamSpecification: {StreamViewType: NEW_IMAGE}}}
              Jobs: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}
              Failed: {Type: AWS::SQS::Queue}
              Key: {Type: AWS::KMS::Key}
              Bucket: {Type: AWS::S3::Bucket}
              Group: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: g}}
              Machine: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: '{}'}}
              Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Role: arn:aws:iam::111122223333:role/r, Code: {ZipFile: x}}}
              Cluster: {Type: AWS::ECS::Cluster}
              Render: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: !GetAtt Runs.Arn}}
              Runs: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: {}
                  Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Failed.Arn}]}}]
            """;

    private static String needs(String type, String properties) {
        String template = RESOURCES + "  X: {Type: " + type + ", Properties: {" + properties + "}}\n";
        FunctionNeeds needs = new Application("Parameters: {Any: {Type: String}}\n" + template).declared("X");
        StringBuilder text = new StringBuilder(Application.text(needs.needed()));
        needs.unknown()
                .forEach(gap -> text.append("unknown: ").append(gap.why()).append('\n'));
        return text.toString()
                .replace("arn:${AWS::Partition}:", "arn:P:")
                .replace(":${AWS::Region}:${AWS::AccountId}:", ":R:A:");
    }

    @Test
    void pipes() {
        assertThat(
                        needs(
                                "AWS::Pipes::Pipe",
                                "RoleArn: !GetAtt Role.Arn, Source: !GetAtt Orders.StreamArn, Enrichment: !GetAtt Fn.Arn, Target: !Ref Machine,"
                                        + " SourceParameters: {DynamoDBStreamParameters: {DeadLetterConfig: {Arn: !GetAtt Failed.Arn}}},"
                                        + " TargetParameters: {StepFunctionStateMachineParameters: {InvocationType: REQUEST_RESPONSE}}"))
                .isEqualTo("""
                        dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on ${Orders.StreamArn}
                        lambda:InvokeFunction on ${Fn.Arn}
                        sqs:SendMessage on ${Failed.Arn}
                        states:StartSyncExecution on ${Machine.Arn}
                        """);
        assertThat(needs(
                        "AWS::Pipes::Pipe",
                        "RoleArn: !GetAtt Role.Arn, Source: !GetAtt Jobs.Arn, Target: !GetAtt Group.Arn"))
                .isEqualTo("""
                        kms:Decrypt on ${Key.Arn}
                        logs:CreateLogStream logs:PutLogEvents on ${Group.Arn}
                        sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage on ${Jobs.Arn}
                        """);
        assertThat(needs(
                        "AWS::Pipes::Pipe",
                        "RoleArn: !GetAtt Role.Arn, Source: !Ref Any, Target: !GetAtt Cluster.Arn,"
                                + " TargetParameters: {EcsTaskParameters: {TaskDefinitionArn: !Ref Render}}"))
                .isEqualTo("""
                        ecs:RunTask on ${Render}
                        iam:PassRole on ${Runs.Arn}
                        unknown: what it needs of its Source is not known
                        """);
    }

    @Test
    void schedules() {
        assertThat(
                        needs(
                                "AWS::Scheduler::Schedule",
                                "Target: {RoleArn: !GetAtt Role.Arn, Arn: !GetAtt Fn.Arn, DeadLetterConfig: {Arn: !GetAtt Failed.Arn}}"))
                .isEqualTo("""
                        lambda:InvokeFunction on ${Fn.Arn}
                        sqs:SendMessage on ${Failed.Arn}
                        """);
        assertThat(
                        needs(
                                "AWS::Scheduler::Schedule",
                                "Target: {RoleArn: !GetAtt Role.Arn, Arn: 'arn:aws:scheduler:::aws-sdk:sqs:purgeQueue', Input: !Sub '{\"QueueUrl\": \"${Jobs}\"}'}"))
                .isEqualTo("""
                        sqs:PurgeQueue on ${Jobs.Arn}
                        """);
    }

    @Test
    void rules() {
        assertThat(
                        needs(
                                "AWS::Events::Rule",
                                "Targets: [{Id: a, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn}, {Id: b, Arn: !GetAtt Jobs.Arn},"
                                        + " {Id: c, Arn: !GetAtt Cluster.Arn, RoleArn: !GetAtt Role.Arn, EcsParameters: {TaskDefinitionArn: !Ref Render}}]"))
                .isEqualTo("""
                        ecs:RunTask on ${Render}
                        iam:PassRole on ${Runs.Arn}
                        states:StartExecution on ${Machine.Arn}
                        """);
    }

    @Test
    void deliveryStreamsAndDataSources() {
        assertThat(
                        needs(
                                "AWS::KinesisFirehose::DeliveryStream",
                                "ExtendedS3DestinationConfiguration: {RoleARN: !GetAtt Role.Arn, BucketARN: !GetAtt Bucket.Arn, ProcessingConfiguration: {Enabled: true}}"))
                .isEqualTo("""
                        s3:AbortMultipartUpload s3:GetObject s3:PutObject on ${Bucket.Arn}/*
                        s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads on ${Bucket.Arn}
                        unknown: what it needs is not known where it transforms records
                        """);
        assertThat(
                        needs(
                                "AWS::AppSync::DataSource",
                                "Type: AWS_LAMBDA, ServiceRoleArn: !GetAtt Role.Arn, LambdaConfig: {LambdaFunctionArn: !GetAtt Fn.Arn}"))
                .isEqualTo("""
                        lambda:InvokeFunction on ${Fn.Arn}
                        """);
    }
}
