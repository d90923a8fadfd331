package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code parapet iam lint}. */
final class IamLintTest {
    @TempDir
    private Path folder;

    private Door.Answer lint(String text, Object... more) throws Exception {
        Path file = Files.writeString(folder.resolve("p.yaml"), text);
        Object[] words = new Object[3 + more.length];
        words[0] = "iam";
        words[1] = "lint";
        words[2] = file;
        System.arraycopy(more, 0, words, 3, more.length);
        return Door.PIPE.run(words);
    }

    @Test
    void mistakes_have_a_place_and_a_remedy() throws Exception {
        Door.Answer answer = lint("""
                Statement:
                  - Sid: Read
                    Effect: Allow
                    Action: [s3:GetObjet, "s3:Fetch*", s3:GetObject, "s3:Get*", s3:ListAllMyBuckets, getObject]
                    Resource: arn:aws:s3:::b/${aws:username}/*
                  - Sid: Read
                    Effect: Allow
                    Action: sqs:SendMessage
                    Resource: "*"
                  - Sid: ""
                    Effect: Allow
                    NotAction: iam:*
                    NotResource: arn:aws:s3:::x
                  - Effect: Permit
                    Action: "*"
                    Resource: "*"
                """);
        assertThat(answer).isEqualTo(new Door.Answer(1, """
                p.yaml:1:1: warning: the policy has no Version and is read as one of 2008-10-17; add "Version": "2012-10-17" [version-missing]
                p.yaml:2:5: warning: 'Read' adds nothing, as statement 3 says all of it; remove 'Read' [statement-shadowed]
                p.yaml:4:14: warning: 's3:GetObjet' is covered by 's3:Get*' of the same list; remove one of them [action-redundant]
                p.yaml:4:14: warning: there is no action 's3:GetObjet'; write 's3:GetObject' if that is meant [action-unknown]
                p.yaml:4:27: warning: 's3:Fetch*' covers no action that exists; correct it, or remove it [action-matches-nothing]
                p.yaml:4:40: warning: 's3:GetObject' is covered by 's3:Get*' of the same list; remove one of them [action-redundant]
                p.yaml:4:65: warning: 's3:ListAllMyBuckets' cannot be limited to resources, so that 'Read' does not allow it; put it into a statement with Resource "*" [action-without-resource]
                p.yaml:4:86: error: 'getObject' is no action; write a service and an action, such as s3:GetObject [action-malformed]
                p.yaml:5:15: error: 'arn:aws:s3:::b/${aws:username}/*' has a policy variable, which is plain text in Version 2008-10-17; set Version to "2012-10-17" [variable-in-2008]
                p.yaml:6:5: error: the Sid 'Read' stands in line 2 too; rename one of the statements [sid-duplicate]
                p.yaml:10:5: warning: statement 3 allows everything that NotAction does not list, actions that do not exist yet too; list what is needed in Action [allow-not-action]
                p.yaml:10:5: warning: statement 3 allows every resource that NotResource does not list; list what is needed in Resource, and deny the rest [allow-not-resource]
                p.yaml:10:5: warning: the Sid is empty; name the statement, or remove the Sid [sid-empty]
                p.yaml:14:13: error: Effect is Allow or Deny [syntax]
                """, ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{ StringEquals: { aws:username: alice }, 'Null': { aws:username: 'true' } }; condition-never-holds",
                "{ StringEquals: { aws:username: alice }, StringLike: { aws:username: 'b*' } }; condition-never-holds",
                "{ NumericLessThan: { s3:max-keys: 5 }, NumericGreaterThan: { s3:max-keys: 6 } }; condition-never-holds",
                "{ StringEquals: { aws:username: [alice, bob] }, StringLike: { aws:username: 'b*' } }; ''",
                "{ StringEquals: { aws:username: '${aws:PrincipalTag/name}' }, StringLike: { aws:username: 'b*' } }; ''",
                "{ 'ForAllValues:StringEquals': { aws:TagKeys: [team] } }; for-all-values-absent",
                "{ 'ForAllValues:StringEquals': { aws:TagKeys: [team] }, 'Null': { aws:TagKeys: 'false' } }; ''",
                "{ 'ForAllValues:StringEquals': { aws:TagKeys: [team] }, 'ForAnyValue:StringLike': { aws:TagKeys: '*' } }; ''",
                "{ NumericLessThan: { s3:max-keys: many } }; value-never-matches",
                "{ IpAddress: { aws:SourceIp: 203.0.113.0/33 } }; value-never-matches",
                "{ DateLessThan: { aws:CurrentTime: tomorrow } }; value-never-matches",
                "{ Bool: { aws:SecureTransport: 'yes' } }; value-never-matches",
                "{ ArnLike: { aws:SourceArn: 'topic' } }; value-never-matches",
                "{ StringEquals: { aws:username: 'a*' } }; wildcard-without-like",
                "{ StringLike: { aws:username: 'a*' } }; ''",
                "{ StringSame: { aws:username: a } }; syntax",
            })
    void conditions(String block, String id) throws Exception {
        assertThat(ids("Condition: " + block)).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{ AWS: 'arn:aws:iam::111122223333:role/*' }; principal-wildcard",
                "{ AWS: 'arn:aws:iam::111122223333:role/r' }; ''",
                "{ Service: sns.amazonaws.com }; confused-deputy",
            })
    void principals(String principal, String id) throws Exception {
        assertThat(ids("Principal: " + principal)).isEqualTo(id);
    }

    private String ids(String element) throws Exception {
        Door.Answer answer = lint("""
                Version: 2012-10-17
                Statement:
                  Effect: Allow
                  Action: [s3:ListBucket, s3:PutObject, s3:TagResource]
                  Resource: "*"
                  %s
                """.formatted(element), "--format", "json");
        return ids(answer);
    }

    private static String ids(Door.Answer answer) throws Exception {
        Schema.check("parapet.iam-lint-1", answer.out());
        StringBuilder ids = new StringBuilder();
        for (String line : answer.out().lines().toList()) {
            if (line.strip().startsWith("\"id\" : ")) {
                ids.append(ids.isEmpty() ? "" : " ").append(line.strip().replaceAll("\"id\" : \"(.*)\",", "$1"));
            }
        }
        return ids.toString();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "s3:GetObject; 'arn:aws:s3:::b'; resource-not-taken",
                "s3:GetObject; 'arn:aws:s3:::b/*'; ''",
                "s3:GetObject; 'arn:aws:s3:::b*'; ''",
                "s3:ListBucket; 'arn:aws:s3:::b/*'; resource-not-taken",
                "s3:ListBucket; 'arn:aws:s3:::b'; ''",
                "s3:GetObject; 'arn:aws:s3:us-east-1:111122223333:b/*'; resource-not-taken",
                "'[s3:GetObject, s3:ListBucket]'; 'arn:aws:s3:::b'; resource-not-taken",
                "s3:GetObject; '[\"arn:aws:s3:::b\", \"arn:aws:s3:::b/*\"]'; resource-unused",
                "s3:GetObject; '[\"arn:aws:s3:::b/x/*\", \"arn:aws:s3:::b/*\"]'; resource-redundant",
                "sqs:SendMessage; 'arn:aws:sns:us-east-1:111122223333:q'; resource-not-taken",
                "sqs:SendMessage; 'arn:aws:sqs:::q'; resource-not-taken",
                "sqs:SendMessage; 'arn:aws:sqs:us-east-1:111122223333:q'; ''",
                "kms:Decrypt; 'arn:aws:kms:us-east-1:111122223333:alias/a'; resource-not-taken",
                "dynamodb:PutItem; 'arn:aws:dynamodb:us-east-1:111122223333:table/t/index/i'; resource-not-taken",
                "lambda:InvokeFunction; 'arn:aws:lambda:us-east-1:111122223333:function:f:live'; ''",
                "logs:PutLogEvents; 'arn:aws:logs:us-east-1:111122223333:log-group:g:*'; ''",
                "logs:CreateLogGroup; 'arn:aws:logs:us-east-1:111122223333:log-group:g:*'; ''",
                "ssm:GetDocument; 'arn:aws:ssm:us-east-1::document/AWS-RunShellScript'; ''",
                "s3:GetObject; 'b/*'; resource-not-taken",
                "s3:GetObject; 'bucket'; arn-malformed",
                "s3:GetObject; 'arn:aws:S3:::b/*'; arn-malformed",
                "s3:GetObject; 'arn:aws:iam::1234:role/r'; arn-malformed",
            })
    void resources(String action, String resource, String id) throws Exception {
        Door.Answer answer = lint("""
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: %s
                    Resource: %s
                """.formatted(action, resource), "--format", "json");
        assertThat(ids(answer)).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "s3:GetObject; { StringEquals: { s3:prefix: a } }; condition-key-not-of-action",
                "s3:ListBucket; { StringEquals: { s3:prefix: a } }; ''",
                "s3:ListBucket; { StringEquals: { s3:Prefiks: a } }; condition-key-unknown",
                "s3:ListBucket; { StringEquals: { aws:PrincipalOrg: a } }; condition-key-unknown",
                "s3:ListBucket; { StringEquals: { prefix: a } }; condition-key-unknown",
                "s3:ListBucket; { NumericEquals: { s3:prefix: 1 } }; condition-type",
                "s3:ListBucket; { StringEquals: { s3:max-keys: '1' } }; condition-type",
                "s3:ListBucket; { NumericLessThan: { s3:max-keys: '1' } }; ''",
                "s3:ListBucket; { StringLike: { aws:PrincipalArn: 'arn:aws:iam::*:role/r' } }; ''",
                "s3:ListBucket; { IpAddress: { aws:PrincipalArn: 203.0.113.0/24 } }; condition-type",
                "s3:ListBucket; { StringEquals: { aws:CalledVia: athena.amazonaws.com } }; set-operator-missing",
                "s3:ListBucket; { NullIfExists: { s3:prefix: 'true' } }; null-with-suffix",
                "s3:ListBucket; { BoolIfExists: { aws:MultiFactorAuthPresent: 'true' } }; mfa-absent",
                "s3:ListBucket; { Bool: { aws:MultiFactorAuthPresent: 'true' } }; ''",
                "s3:ListBucket; { StringEquals: { 'oidc.eks.us-east-1.amazonaws.com/id/A:sub': a } }; ''",
                "dynamodb:Query; { 'ForAllValues:StringEquals': { aws:TagKeys: [a] } }; condition-key-not-of-action for-all-values-absent",
            })
    void keys(String action, String block, String id) throws Exception {
        Door.Answer answer = lint("""
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: %s
                    Resource: "*"
                    Condition: %s
                """.formatted(action, block), "--format", "json");
        assertThat(ids(answer)).isEqualTo(id);
    }

    @Test
    void templates_tell_where_a_policy_stands_and_what_resources_are_called() throws Exception {
        assertThat(lint("""
                Resources:
                  Files: { Type: AWS::S3::Bucket }
                  Tasks: { Type: AWS::ECS::TaskDefinition, Properties: { Family: tasks } }
                  R:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Effect: Allow
                            Principal: { Service: !Sub "states.${AWS::Region}.amazonaws.com" }
                            Action: sts:AssumeRole
                            Resource: "*"
                      Policies:
                        - PolicyName: p
                          PolicyDocument:
                            Version: "2012-10-17"
                            Statement:
                              - Effect: Allow
                                Principal: "*"
                                Action: s3:GetObject
                                Resource: !GetAtt Files.Arn
                              - { Effect: Allow, Action: s3:PutObject, Resource: !Sub "${Files.Arn}/*" }
                              - { Effect: Allow, Action: ecs:RunTask, Resource: !Ref Tasks }
                """).out()).isEqualTo("""
                p.yaml:10:13: error: statement 1 names a resource, which trust policies refuse, as it is the role itself; remove it [trust-resource]
                p.yaml:19:17: error: statement 1 names a principal, which policies of an identity refuse; remove it [principal-misplaced]
                p.yaml:21:25: warning: no resource of statement 1 is one that 's3:GetObject' takes, so that it does not allow it; write arn:aws:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName} or arn:aws:s3:::${BucketName}/${ObjectName} [resource-not-taken]
                """);
    }

    @Test
    void a_policy_is_no_larger_than_its_place_takes() throws Exception {
        StringBuilder text = new StringBuilder("""
                Resources:
                  P:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                """);
        for (int i = 0; i < 90; i++) {
            text.append("          - { Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/%d/*' }\n"
                    .formatted(i));
        }
        assertThat(lint(text.toString()).out())
                .contains(
                        "error: the policy has 7318 characters, and a managed policy may have 6144; split it, or join statements [policy-too-large]");
    }

    @Test
    void what_another_statement_takes_away_or_says_already() throws Exception {
        assertThat(lint("""
                Version: "2012-10-17"
                Statement:
                  - { Sid: A, Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/x/*" }
                  - { Sid: B, Effect: Allow, Action: "s3:Get*", Resource: "arn:aws:s3:::b/*" }
                  - { Sid: C, Effect: Allow, Action: s3:PutObject, Resource: "arn:aws:s3:::b/*" }
                  - { Sid: D, Effect: Deny, Action: "s3:Put*", Resource: "*" }
                """).out()).isEqualTo("""
                p.yaml:3:5: warning: 'A' adds nothing, as 'B' says all of it; remove 'A' [statement-shadowed]
                p.yaml:5:5: error: 'C' gives nothing, as 'D' denies all of it; correct one of them [allow-denied]
                """);
    }

    @Test
    void policies_in_templates_are_found_and_generated_ones_left_alone() throws Exception {
        assertThat(lint("""
                AWSTemplateFormatVersion: "2010-09-09"
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders:
                    Type: AWS::DynamoDB::Table
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.b
                      Runtime: nodejs24.x
                      InlineCode: x
                      Policies:
                        - SQSSendMessagePolicy: { QueueName: q }
                        - Version: "2012-10-17"
                          Statement:
                            - Effect: Allow
                              Action: dynamodb:GetItm
                              Resource: !GetAtt Orders.Arn
                """))
                .isEqualTo(new Door.Answer(
                        1,
                        "p.yaml:17:23: warning: there is no action 'dynamodb:GetItm'; write 'dynamodb:GetItem' if that is meant [action-unknown]\n",
                        ""));
    }

    @Test
    void a_sound_policy_has_nothing() throws Exception {
        assertThat(lint("""
                Version: "2012-10-17"
                Statement: { Sid: Read, Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/*" }
                """)).isEqualTo(new Door.Answer(0, "", ""));
    }
}
