package dev.parapet.core.need;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What state machines need. */
class StateMachineNeedsTest {
    private static final String RESOURCES = """
            Resources:
              Orders: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}}
              Jobs: {Type: AWS::SQS::Queue}
              Uploads: {Type: AWS::S3::Bucket}
              Key: {Type: AWS::KMS::Key}
              Work: {Type: AWS::StepFunctions::Activity, Properties: {Name: work}}
              Remote: {Type: AWS::Events::Connection, Properties: {AuthorizationType: API_KEY}}
              Child: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'}}
              Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Role: arn:aws:iam::111122223333:role/r, Code: {ZipFile: x}}}
              Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: render, TaskRoleArn: !GetAtt Runs.Arn, ExecutionRoleArn: 'arn:aws:iam::111122223333:role/pulls'}}
              Runs: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
            """;

    /** The needs of a state machine with some states, one a line, and other properties. */
    private static String needs(String properties, String... states) {
        StringBuilder template = new StringBuilder("Parameters: {Table: {Type: String}, Project: {Type: String}}\n")
                .append(RESOURCES)
                .append("  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n")
                .append(properties.indent(6))
                .append("      Definition:\n        StartAt: A\n        States:\n");
        char name = 'A';
        for (String state : states) {
            template.append("          ")
                    .append(name++)
                    .append(": ")
                    .append(state)
                    .append('\n');
        }
        return Application.text(new Application(template.toString()).declared("M"))
                .replace("arn:${AWS::Partition}:", "arn:P:")
                .replace(":${AWS::Region}:${AWS::AccountId}:", ":R:A:");
    }

    @Test
    void functionsTablesAndQueues() {
        assertThat(
                        needs(
                                "DefinitionSubstitutions: {Queue: !Ref Jobs, Fn: !GetAtt Fn.Arn}",
                                "{Type: Task, Resource: !GetAtt Fn.Arn}",
                                "{Type: Task, Resource: '${Fn}'}",
                                "{Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: !Sub '${Fn.Arn}:live'}}",
                                "{Type: Task, Resource: !Ref Work}",
                                "{Type: Parallel, Branches: [{StartAt: X, States: {X: {Type: Task, Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: {TableName: !Ref Orders}}}}]}",
                                "{Type: Map, Iterator: {StartAt: Y, States: {Y: {Type: Task, Resource: !Sub 'arn:${AWS::Partition}:states:::dynamodb:putItem', Parameters: {TableName: !Ref Table}}}}}",
                                "{Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Parameters: {QueueUrl: '${Queue}', MessageBody: x}}",
                                "{Type: Task, Resource: 'arn:aws:states:::sns:publish', Parameters: {TopicArn.$: $.topic}}",
                                "{Type: Task, QueryLanguage: JSONata, Resource: 'arn:aws:states:::sns:publish', Arguments: {TopicArn: '{% $topic %}'}}"))
                .isEqualTo("""
                        dynamodb:GetItem on ${Orders.Arn}
                        dynamodb:PutItem on arn:P:dynamodb:R:A:table/${Table}
                        lambda:InvokeFunction on ${Fn.Arn} ${Fn.Arn}:live
                        sns:Publish on arn:P:sns:R:A:*
                        sqs:SendMessage on ${Jobs.Arn}
                        """);
    }

    @Test
    void whatWaitsForTheEndAsksForIt() {
        assertThat(
                        needs(
                                "",
                                "{Type: Task, Resource: 'arn:aws:states:::states:startExecution.sync:2', Parameters: {StateMachineArn: !Ref Child}}",
                                "{Type: Task, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: {TaskDefinition: !Ref Task, Cluster: c}}",
                                "{Type: Task, Resource: 'arn:aws:states:::glue:startJobRun.sync', Parameters: {JobName: etl}}",
                                "{Type: Task, Resource: 'arn:aws:states:::codebuild:startBuild.sync', Parameters: {ProjectName: !Ref Project}}",
                                "{Type: Task, Resource: 'arn:aws:states:::batch:submitJob.sync', Parameters: {JobName: j, JobQueue: q, JobDefinition: d}}",
                                "{Type: Task, Resource: 'arn:aws:states:::elasticmapreduce:addStep.sync', Parameters: {ClusterId: j-1}}"))
                .isEqualTo("""
                        batch:DescribeJobs batch:TerminateJob ecs:DescribeTasks ecs:StopTask on *
                        batch:SubmitJob on arn:P:batch:R:A:job-definition/d:* arn:P:batch:R:A:job-queue/q
                        codebuild:BatchGetBuilds codebuild:StartBuild codebuild:StopBuild on arn:P:codebuild:R:A:project/${Project}
                        ecs:RunTask on ${Task}
                        elasticmapreduce:AddJobFlowSteps elasticmapreduce:CancelSteps elasticmapreduce:DescribeStep on arn:P:elasticmapreduce:R:A:cluster/j-1
                        events:DescribeRule events:PutRule events:PutTargets on arn:P:events:R:A:rule/StepFunctionsGetEventForCodeBuildStartBuildRule arn:P:events:R:A:rule/StepFunctionsGetEventForEMRAddJobFlowStepsRule arn:P:events:R:A:rule/StepFunctionsGetEventsForBatchJobsRule arn:P:events:R:A:rule/StepFunctionsGetEventsForECSTaskRule arn:P:events:R:A:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule
                        glue:BatchStopJobRun glue:GetJobRun glue:GetJobRuns glue:StartJobRun on arn:P:glue:R:A:job/etl
                        iam:PassRole on ${Runs.Arn} arn:aws:iam::111122223333:role/pulls
                        states:DescribeExecution states:StopExecution on arn:P:states:R:A:execution:${Child.Name}:*
                        states:StartExecution on ${Child.Arn}
                        """);
    }

    @Test
    void operationsOfSdksAndEndpoints() {
        assertThat(
                        needs(
                                "",
                                "{Type: Task, Resource: 'arn:aws:states:::aws-sdk:s3:putObject', Parameters: {Bucket: !Ref Uploads, Key.$: $.key}}",
                                "{Type: Task, Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess', Parameters: {TaskToken.$: $.t}}",
                                "{Type: Task, Resource: 'arn:aws:states:::aws-sdk:eventbridge:putEvents', Parameters: {Entries: [{EventBusName: default}]}}",
                                "{Type: Task, Resource: 'arn:aws:states:::aws-sdk:cognitoidentityprovider:adminGetUser', Parameters: {UserPoolId: eu-1_x}}",
                                "{Type: Task, Resource: 'arn:aws:states:::aws-sdk:nonsense:doIt', Parameters: {}}",
                                "{Type: Task, Resource: 'arn:aws:states:::http:invoke', Parameters: {ApiEndpoint: 'https://x.example', Method: GET, Authentication: {ConnectionArn: !GetAtt Remote.Arn}}}",
                                "{Type: Task, Resource: 'arn:aws:states:::apigateway:invoke', Parameters: {ApiEndpoint: a1.execute-api.eu-west-1.amazonaws.com, Method: GET, Stage: prod, Path: /pets, AuthType: IAM_ROLE}}",
                                "{Type: Task, Resource: 'arn:aws:states:::apigateway:invoke', Parameters: {ApiEndpoint: a3.execute-api.eu-west-1.amazonaws.com, Method: POST, Stage: prod, Path.$: \"States.Format('/@connections/{}', $.id)\", AuthType: IAM_ROLE}}",
                                "{Type: Task, Resource: 'arn:aws:states:::apigateway:invoke', Parameters: {ApiEndpoint: a2.execute-api.eu-west-1.amazonaws.com, Method: GET, Stage: prod}}",
                                "{Type: Task, Credentials: {RoleArn: 'arn:aws:iam::444455556666:role/other'}, Resource: 'arn:aws:states:::aws-sdk:dynamodb:scan', Parameters: {TableName: t}}"))
                .isEqualTo("""
                        cognito-idp:AdminGetUser on arn:P:cognito-idp:R:A:userpool/eu-1_x
                        events:PutEvents on arn:P:events:R:A:event-bus/default
                        events:RetrieveConnectionCredentials on ${Remote.Arn}
                        execute-api:Invoke on arn:P:execute-api:R:A:a1/prod/GET/pets
                        execute-api:ManageConnections on arn:P:execute-api:R:A:a3/prod/POST/@connections/*
                        s3:PutObject on ${Uploads.Arn}/*
                        secretsmanager:DescribeSecret secretsmanager:GetSecretValue on ${Remote.SecretArn}
                        states:InvokeHTTPEndpoint on ${M.Arn}
                        states:SendTaskSuccess on *
                        sts:AssumeRole on arn:aws:iam::444455556666:role/other
                        unknown: no operation 'doIt' of 'nonsense' is known
                        """);
    }

    @Test
    void whatIsWrittenOutOfAComputedTextCounts() {
        assertThat(
                        needs(
                                "",
                                "{Type: Task, Resource: 'arn:aws:states:::aws-sdk:ssm:getParameter', Parameters: {Name.$: \"States.Format('/app/{}/it\\\\'s', $.stage)\"}}",
                                "{Type: Task, Resource: 'arn:aws:states:::aws-sdk:ssm:getParameters', Arguments: {Names: [\"{% '/jobs/' & $lookup($x, 'a&b') & '/key' %}\", \"{% 'whole' %}\"]}}",
                                "{Type: Task, Resource: 'arn:aws:states:::aws-sdk:ssm:deleteParameter', Parameters: {Name.$: $.name}}"))
                .isEqualTo("""
                        ssm:DeleteParameter on arn:P:ssm:R:A:parameter/*
                        ssm:GetParameter on arn:P:ssm:R:A:parameter/app/*/it's
                        ssm:GetParameters on arn:P:ssm:R:A:parameter/jobs/*/key arn:P:ssm:R:A:parameter/whole
                        """);
    }

    @Test
    void aDistributedMapReadsWritesAndStartsExecutions() {
        assertThat(
                        needs(
                                "",
                                "{Type: Map, ItemProcessor: {ProcessorConfig: {Mode: DISTRIBUTED}, StartAt: X, States: {X: {Type: Task, Resource: !GetAtt Fn.Arn}}},"
                                        + " ItemReader: {Resource: 'arn:aws:states:::s3:getObject', Parameters: {Bucket: !Ref Uploads, Key: items.csv}},"
                                        + " ResultWriter: {Resource: 'arn:aws:states:::s3:putObject', Parameters: {Bucket: !Ref Uploads, Prefix: results}}}",
                                "{Type: Map, ItemProcessor: {ProcessorConfig: {Mode: INLINE}, StartAt: Z, States: {Z: {Type: Pass}}},"
                                        + " ItemReader: {Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: {Bucket: !Ref Uploads, Prefix: in/}}}"))
                .isEqualTo("""
                        lambda:InvokeFunction on ${Fn.Arn}
                        s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject on ${Uploads.Arn}/results/*
                        s3:GetObject on ${Uploads.Arn}/items.csv ${Uploads.Arn}/results/*
                        s3:ListBucket on ${Uploads.Arn}
                        states:StartExecution on ${M.Arn}
                        """);
    }

    @Test
    void whatItsConfigurationNeeds() {
        assertThat(needs("""
                LoggingConfiguration: {Level: ALL, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: !Sub 'arn:aws:logs:eu-west-1:111122223333:log-group:x:*'}}]}
                TracingConfiguration: {Enabled: true}
                EncryptionConfiguration: {Type: CUSTOMER_MANAGED_KMS_KEY, KmsKeyId: !Ref Key}
                """, "{Type: Succeed}")).isEqualTo("""
                        kms:Decrypt kms:GenerateDataKey on ${Key.Arn}
                        logs:CreateLogDelivery logs:DeleteLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:GetLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:UpdateLogDelivery xray:GetSamplingRules xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments on *
                        """);
    }

    @Test
    void aDefinitionElsewhereIsNotKnown() {
        FunctionNeeds needs = new Application("""
                Resources:
                  M:
                    Type: AWS::StepFunctions::StateMachine
                    Properties: {DefinitionS3Location: {Bucket: b, Key: k}, RoleArn: !GetAtt Role.Arn}
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: sts:AssumeRole}]}
                      Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: sqs:SendMessage, Resource: '*'}]}}]
                """).declared("M");
        assertThat(Application.text(needs)).isEqualTo("unknown: its definition is not at hand\n");
    }

    @Test
    void isHeldAgainstItsRole() {
        FunctionNeeds needs = new Application("""
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Jobs: {Type: AWS::SQS::Queue}
                  Alarms: {Type: AWS::SNS::Topic}
                  M:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Definition:
                        StartAt: Send
                        States:
                          Send: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {QueueUrl: !Ref Jobs}, Next: Tell}
                          Tell: {Type: Task, Resource: 'arn:aws:states:::sns:publish', Parameters: {TopicArn: !Ref Alarms}, End: true}
                      Policies:
                        - SQSSendMessagePolicy: {QueueName: !GetAtt Jobs.QueueName}
                        - SQSPollerPolicy: {QueueName: !GetAtt Jobs.QueueName}
                """).declared("M");
        assertThat(needs.language()).contains("asl");
        assertThat(needs.handler()).contains(new FunctionNeeds.Start("t.yaml", "Send"));
        assertThat(Application.text(needs)).isEqualTo("""
                sns:Publish on ${Alarms}
                sqs:SendMessage on ${Jobs.Arn}
                excess: sqs:ChangeMessageVisibility on ${Jobs.Arn} at 15
                excess: sqs:ChangeMessageVisibilityBatch on ${Jobs.Arn} at 15
                excess: sqs:DeleteMessage on ${Jobs.Arn} at 15
                excess: sqs:DeleteMessageBatch on ${Jobs.Arn} at 15
                excess: sqs:GetQueueAttributes on ${Jobs.Arn} at 15
                excess: sqs:ReceiveMessage on ${Jobs.Arn} at 15
                lacking: sns:Publish on ${Alarms}
                """);
    }
}
