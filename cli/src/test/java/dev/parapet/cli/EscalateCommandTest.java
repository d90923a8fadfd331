package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code parapet iam escalate} over an application and over the list of an account's authorizations. */
final class EscalateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static final String APPLICATION = """
            Parameters: { Stage: { Type: String } }
            Conditions: { IsProd: !Equals [!Ref Stage, prod] }
            Resources:
              Deployer:
                Type: AWS::IAM::Role
                Properties:
                  ManagedPolicyArns: [!Sub "arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess"]
                  AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }] }
              Deploy:
                Type: AWS::Lambda::Function
                Properties: { Role: !GetAtt Deployer.Arn }
              Changer:
                Type: AWS::IAM::Role
                Properties:
                  Policies: [{ PolicyDocument: { Statement: [{ Effect: Allow, Action: "lambda:UpdateFunctionCode", Resource: !GetAtt Deploy.Arn }] } }]
              Worker:
                Type: AWS::Lambda::Function
                Properties: { Role: !GetAtt Changer.Arn }
              Neighbour:
                Type: AWS::IAM::User
                Properties: { Groups: [!Ref Team] }
              Team:
                Type: AWS::IAM::Group
              TeamPolicy:
                Type: AWS::IAM::Policy
                Properties:
                  Groups: [!Ref Team]
                  PolicyDocument: { Statement: { Effect: Allow, Action: "lambda:UpdateFunctionCode", Resource: !Sub "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${AWS::StackName}-Work*" } }
              Perhaps:
                Type: AWS::IAM::Role
                Properties:
                  Policies:
                    - PolicyDocument:
                        Statement: [!If [IsProd, { Effect: Allow, Action: "lambda:UpdateFunctionCode", Resource: "*" }, !Ref "AWS::NoValue"]]
              Bounded:
                Type: AWS::IAM::Role
                Properties:
                  PermissionsBoundary: !Ref Boundary
                  ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]
              Stranger:
                Type: AWS::IAM::Role
                Properties:
                  ManagedPolicyArns: ["arn:aws:iam::aws:policy/Unheard"]
              Boundary:
                Type: AWS::IAM::ManagedPolicy
                Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }] } }
            """;

    private static final String ACCOUNT = """
            { "UserDetailList": [
                { "UserName": "alice", "Arn": "arn:aws:iam::111122223333:user/alice", "GroupList": ["Developers"], "AttachedManagedPolicies": [],
                  "UserPolicyList": [{ "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/hop" } ] } }] },
                { "UserName": "bob", "Arn": "arn:aws:iam::111122223333:user/bob", "GroupList": ["Developers"], "AttachedManagedPolicies": [] },
                { "UserName": "carol", "Arn": "arn:aws:iam::111122223333:user/carol", "GroupList": [],
                  "AttachedManagedPolicies": [{ "PolicyName": "Own", "PolicyArn": "arn:aws:iam::111122223333:policy/Own" }] } ],
              "GroupDetailList": [
                { "GroupName": "Developers", "Arn": "arn:aws:iam::111122223333:group/Developers", "AttachedManagedPolicies": [],
                  "GroupPolicyList": [{ "PolicyName": "p", "PolicyDocument": "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Deny%22%2C%22Action%22%3A%22iam%3ACreateAccessKey%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D" }] } ],
              "RoleDetailList": [
                { "RoleName": "hop", "Arn": "arn:aws:iam::111122223333:role/hop", "AttachedManagedPolicies": [], "InstanceProfileList": [],
                  "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" } ] },
                  "RolePolicyList": [{ "PolicyName": "p", "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Action": ["iam:PassRole", "cloudformation:CreateStack"], "Resource": "*",
                      "Condition": { "StringLikeIfExists": { "iam:PassedToService": "cloudformation.*" } } } ] } }] },
                { "RoleName": "deploy", "Arn": "arn:aws:iam::111122223333:role/deploy", "InstanceProfileList": [],
                  "AttachedManagedPolicies": [{ "PolicyName": "AdministratorAccess", "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess" }],
                  "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Principal": { "Service": "cloudformation.amazonaws.com" }, "Action": "sts:AssumeRole" } ] } } ],
              "Policies": [
                { "Arn": "arn:aws:iam::111122223333:policy/Own", "PolicyVersionList": [
                  { "VersionId": "v2", "IsDefaultVersion": false, "Document": { "Statement": [] } },
                  { "VersionId": "v1", "IsDefaultVersion": true, "Document": { "Version": "2012-10-17", "Statement": [
                    { "Effect": "Allow", "Action": "iam:CreatePolicyVersion", "Resource": "arn:aws:iam::111122223333:policy/${aws:username}",
                      "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } },
                    { "Effect": "Allow", "Action": "iam:CreatePolicyVersion", "Resource": "arn:aws:iam::111122223333:policy/Own",
                      "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } } ] } } ] } ] }
            """;

    @Test
    void an_application() throws Exception {
        Path file = Files.writeString(folder.resolve("template.yaml"), APPLICATION);
        Door.Answer answer = Door.PIPE.run("iam", "escalate", file);
        assertThat(answer.out()).isEqualTo("""
                Deployer is administrator
                Changer can become administrator
                  lambda-update-code, pathfinding:lambda-003
                    Replace the code of a function and wait for its next invocation (Deploy): all that Deployer may do
                      lambda:UpdateFunctionCode
                Neighbour can become administrator
                  lambda-update-code+lambda-update-code, pathfinding:lambda-003
                    Replace the code of a function and wait for its next invocation (Worker): all that Changer may do
                      lambda:UpdateFunctionCode
                    Replace the code of a function and wait for its next invocation (Deploy): all that Deployer may do
                      lambda:UpdateFunctionCode
                Perhaps may be able to become administrator; it depends on condition IsProd
                  lambda-update-code, pathfinding:lambda-003
                    Replace the code of a function and wait for its next invocation (Deploy): all that Deployer may do
                      lambda:UpdateFunctionCode
                Bounded is not administrator
                Stranger may be able to become administrator; it depends on arn:aws:iam::aws:policy/Unheard
                """);
        assertThat(answer.err())
                .isEqualTo("parapet: " + file
                        + ": the document of arn:aws:iam::aws:policy/Unheard, which Stranger has, is not at hand\n");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void a_parameter_decides() throws Exception {
        Path file = Files.writeString(folder.resolve("template.yaml"), APPLICATION);
        assertThat(Door.PIPE
                        .run("iam", "escalate", "--parameter", "Stage=test", file)
                        .out())
                .contains("\nPerhaps is not administrator\n");
        assertThat(Door.PIPE
                        .run("iam", "escalate", "--parameter", "Stage=prod", file)
                        .out())
                .contains("\nPerhaps can become administrator\n");
    }

    @Test
    void an_account() throws Exception {
        Path file = Files.writeString(folder.resolve("account.json"), ACCOUNT);
        Door.Answer answer = Door.PIPE.run("iam", "escalate", file, "--format", "json");
        Schema.check("parapet.escalate-1", answer.out());
        assertThat(answer.out()).isEqualTo("""
                {
                  "schema": "parapet.escalate/1",
                  "accounts": [
                    {
                      "path": "%s",
                      "principals": [
                        {
                          "principal": "arn:aws:iam::111122223333:user/alice",
                          "administrator": "reachable",
                          "paths": [
                            { "id": "sts-assume-role+cloudformation-create-stack", "sameAs": ["pathfinding:sts-001", "pathfinding:cloudformation-001"], "to": "arn:aws:iam::111122223333:role/deploy", "steps": [{ "kind": "becomes", "text": "Assume a role: all that arn:aws:iam::111122223333:role/hop may do", "permissions": ["sts:AssumeRole"] }, { "kind": "becomes", "text": "Pass a role to a new stack: all that arn:aws:iam::111122223333:role/deploy may do", "permissions": ["iam:PassRole", "cloudformation:CreateStack"] }] }
                          ]
                        },
                        {
                          "principal": "arn:aws:iam::111122223333:user/bob",
                          "administrator": "no",
                          "paths": []
                        },
                        {
                          "principal": "arn:aws:iam::111122223333:user/carol",
                          "administrator": "undetermined",
                          "missing": [
                            "aws:multifactorauthpresent"
                          ],
                          "paths": [
                            { "id": "iam-create-policy-version", "sameAs": ["pathfinding:iam-001"], "to": "arn:aws:iam::111122223333:user/carol", "steps": [{ "kind": "grants", "text": "Write a new version of a managed policy that one has (arn:aws:iam::111122223333:policy/Own): full access for arn:aws:iam::111122223333:user/carol", "permissions": ["iam:CreatePolicyVersion"] }] }
                          ]
                        },
                        {
                          "principal": "arn:aws:iam::111122223333:role/hop",
                          "administrator": "reachable",
                          "paths": [
                            { "id": "cloudformation-create-stack", "sameAs": ["pathfinding:cloudformation-001"], "to": "arn:aws:iam::111122223333:role/deploy", "steps": [{ "kind": "becomes", "text": "Pass a role to a new stack: all that arn:aws:iam::111122223333:role/deploy may do", "permissions": ["iam:PassRole", "cloudformation:CreateStack"] }] }
                          ]
                        },
                        {
                          "principal": "arn:aws:iam::111122223333:role/deploy",
                          "administrator": "direct",
                          "paths": []
                        }
                      ],
                      "notes": [
                        "the list has no policies of resources but the trust policies of roles; whom others let in is not known"
                      ]
                    }
                  ]
                }
                """.formatted(file));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(Door.PIPE.run("iam", "escalate", file, "--format", "json")).isEqualTo(answer);
    }

    /** What a template lets run as an administrator is a way for whoever may say what runs there. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "AWS::Amplify::App; IAMServiceRole: !GetAtt Admin.Arn; amplify:UpdateApp, amplify:StartJob; amplify-update-app",
                "AWS::Athena::WorkGroup; Name: w, WorkGroupConfiguration: { ExecutionRole: !GetAtt Admin.Arn };"
                        + " athena:StartSession, athena:StartCalculationExecution; athena-run-calculation",
                "AWS::BedrockAgentCore::Runtime; RoleArn: !GetAtt Admin.Arn;"
                        + " bedrock-agentcore:InvokeAgentRuntimeCommand; agentcore-runtime-invoke",
                "AWS::EMR::Cluster; JobFlowRole: !Ref Profile; elasticmapreduce:AddJobFlowSteps; emr-add-steps",
                "AWS::EC2::LaunchTemplate; LaunchTemplateData: { IamInstanceProfile: { Arn: !GetAtt Profile.Arn } };"
                        + " ec2:CreateLaunchTemplateVersion, ec2:ModifyLaunchTemplate; ec2-launch-template",
                "AWS::EC2::LaunchTemplate; LaunchTemplateData: { IamInstanceProfile: { Name: !Ref Profile } };"
                        + " ec2:CreateLaunchTemplateVersion, ec2:ModifyLaunchTemplate; ec2-launch-template",
                "AWS::KinesisAnalyticsV2::Application; ServiceExecutionRole: !GetAtt Admin.Arn;"
                        + " kinesisanalytics:UpdateApplication; flink-update-application",
                "AWS::SageMaker::UserProfile; UserSettings: { ExecutionRole: !GetAtt Admin.Arn };"
                        + " sagemaker:CreatePresignedDomainUrl; sagemaker-open-studio",
            })
    void what_runs_in_a_template(String type, String properties, String actions, String technique) throws Exception {
        String template = """
                Resources:
                  Admin:
                    Type: AWS::IAM::Role
                    Properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] }
                  Profile:
                    Type: AWS::IAM::InstanceProfile
                    Properties: { Roles: [!Ref Admin] }
                  Runs:
                    Type: %s
                    Properties: { %s }
                  User:
                    Type: AWS::IAM::User
                    Properties:
                      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: [%s], Resource: "*" }] } }]
                """;
        Path file = folder.resolve("template.yaml");
        Files.writeString(file, template.formatted(type, properties, actions));
        assertThat(Door.PIPE.run("iam", "escalate", file).out())
                .contains("\n  " + technique)
                .contains("(Runs)");
        Files.writeString(file, template.formatted("AWS::SNS::Topic", "TopicName: t", actions));
        assertThat(Door.PIPE.run("iam", "escalate", file).out()).contains("User is not administrator");
    }

    /** A function keeps the code that it was deployed with: who can replace the object or the image has to wait for a deployment. */
    @Test
    void code_that_is_deployed_from_a_bucket_or_a_repository() throws Exception {
        Path file = Files.writeString(folder.resolve("template.yaml"), """
                Resources:
                  Deployer:
                    Type: AWS::IAM::Role
                    Properties: { ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] }
                  Zip:
                    Type: AWS::Lambda::Function
                    Properties: { Role: !GetAtt Deployer.Arn, Code: { S3Bucket: !Ref Artifacts, S3Key: deploy.zip } }
                  Image:
                    Type: AWS::Lambda::Function
                    Properties: { Role: !GetAtt Deployer.Arn, Code: { ImageUri: !Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/${Images}:latest" } }
                  Artifacts:
                    Type: AWS::S3::Bucket
                  Images:
                    Type: AWS::ECR::Repository
                    Properties: { RepositoryName: images }
                  Uploader:
                    Type: AWS::IAM::User
                    Properties:
                      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: "s3:PutObject", Resource: !Sub "${Artifacts.Arn}/*" }] } }]
                  Reader:
                    Type: AWS::IAM::User
                    Properties:
                      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: "s3:PutObject", Resource: !Sub "${Artifacts.Arn}/uploads/*" }] } }]
                  Pusher:
                    Type: AWS::IAM::User
                    Properties:
                      Policies: [{ PolicyName: p, PolicyDocument: { Statement: [{ Effect: Allow, Action: "ecr:*", Resource: !Sub "arn:aws:ecr:${AWS::Region}:${AWS::AccountId}:repository/images" }] } }]
                """);
        assertThat(Door.PIPE.run("iam", "escalate", file)).isEqualTo(new Door.Answer(0, """
                Deployer is administrator
                Uploader may be able to become administrator; it depends on whether a deployment takes the new object
                  lambda-replace-code-object
                    Replace the object from which the code of a function is deployed (Zip): all that Deployer may do
                      s3:PutObject
                Reader is not administrator
                Pusher may be able to become administrator; it depends on whether a deployment takes the new image
                  lambda-replace-code-image
                    Replace the image from which the code of a function is deployed (Image): all that Deployer may do
                      ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage
                """, ""));
    }

    @Test
    void other_accounts_are_named_where_they_are_let_in() throws Exception {
        Path file = Files.writeString(folder.resolve("template.yaml"), """
                Resources:
                  Partner:
                    Type: AWS::IAM::Role
                    Properties:
                      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"]
                      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: ["999988887777", "arn:aws:iam::444455556666:role/x"] } }] }
                  Reader:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: "999988887777" } }] }
                """);
        assertThat(Door.PIPE.run("iam", "escalate", file))
                .isEqualTo(
                        new Door.Answer(
                                0,
                                "Partner is administrator\nReader is not administrator\n",
                                "parapet: " + file
                                        + ": Partner trusts account 444455556666, account 999988887777; who may assume it from there is not known\n"));
    }

    @Test
    void nobody_can() throws Exception {
        Path file = Files.writeString(
                folder.resolve("account.json"),
                "{\"UserDetailList\":[{\"Arn\":\"arn:aws:iam::111122223333:user/eve\",\"GroupList\":[\"Gone\"]},{}]}");
        assertThat(Door.PIPE.run("iam", "escalate", file))
                .isEqualTo(
                        new Door.Answer(
                                0,
                                "arn:aws:iam::111122223333:user/eve is not administrator\n",
                                "parapet: " + file + ": an entry without an ARN was left out\n" + "parapet: " + file
                                        + ": arn:aws:iam::111122223333:user/eve is in a group that is not in the list; its policies are not known\n"
                                        + "parapet: " + file
                                        + ": the list has no policies of resources but the trust policies of roles; whom others let in is not known\n"));
    }

    @Test
    void what_cannot_be_read_is_said() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\"UserDetailList\":");
        assertThat(Door.PIPE.run("iam", "escalate", file))
                .isEqualTo(new Door.Answer(
                        2, "", "parapet: broken.json:1: it is not JSON: it ends too early; correct it\n"));
        assertThat(Door.PIPE.run("iam", "escalate", folder.resolve("none")).code())
                .isEqualTo(2);
    }
}
