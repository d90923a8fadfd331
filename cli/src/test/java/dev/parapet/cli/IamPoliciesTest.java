package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code parapet iam compare}, {@code public} and {@code expand}. */
final class IamPoliciesTest {
    @TempDir
    private Path folder;

    private Path old;
    private Path now;

    @BeforeEach
    void name() {
        old = folder.resolve("old.json");
        now = folder.resolve("new.yaml");
    }

    private static String statement(String action, String resource, String more) {
        return "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"" + more + "}";
    }

    private static String policy(String statement) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}";
    }

    private Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    @Test
    void new_access_has_a_witness() throws Exception {
        write(old, policy(statement("s3:GetObject", "arn:aws:s3:::orders/*", "")));
        write(now, """
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action: [s3:GetObject, s3:PutObject]
                    Resource: arn:aws:s3:::orders/*
                    Condition: { Bool: { aws:SecureTransport: true } }
                """);
        assertThat(Door.PIPE.run("iam", "compare", old, now))
                .isEqualTo(new Door.Answer(
                        1,
                        "new access: NEW allows s3:PutObject on arn:aws:s3:::orders/ when aws:securetransport is 'true', and OLD does not\n",
                        ""));
        Door.Answer json = Door.PIPE.run("iam", "compare", old, now, "--format", "json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out()).isEqualTo("""
                {
                  "schema" : "parapet.iam-compare/1",
                  "verdict" : "beyond",
                  "witness" : {
                    "principal" : "arn:aws:iam::000000000000:user/somebody",
                    "action" : "s3:PutObject",
                    "resource" : "arn:aws:s3:::orders/",
                    "context" : {
                      "aws:securetransport" : "true"
                    }
                  }
                }
                """);
        Schema.check("parapet.iam-compare-1", json.out());
    }

    @Test
    void a_folder_is_one_set_and_no_new_access_is_said() throws Exception {
        Path set = Files.createDirectory(folder.resolve("set"));
        write(set.resolve("a.json"), policy(statement("s3:Get*", "*", "")));
        write(set.resolve("b.json"), "{\"PolicyDocument\":" + policy(statement("s3:Put*", "*", "")) + "}");
        write(now, policy(statement("s3:PutObject", "arn:aws:s3:::orders/*", "")));
        Door.Answer answer = Door.PIPE.run("iam", "compare", set, now);
        assertThat(answer).isEqualTo(new Door.Answer(0, "no new access: all that NEW allows, OLD allows too\n", ""));
        Door.Answer json = Door.PIPE.run("iam", "compare", set, now, "--format", "json");
        assertThat(json.out()).contains("\"contained\"");
        Schema.check("parapet.iam-compare-1", json.out());
    }

    @Test
    void what_hangs_on_a_variable_is_proven_and_what_was_not_understood_is_said() throws Exception {
        write(old, policy(statement("s3:Get*", "arn:aws:s3:::orders/*", "")));
        write(now, policy(statement("s3:GetObject", "arn:aws:s3:::orders/${aws:username}/*", "")));
        Door.Answer answer = Door.PIPE.run("iam", "compare", old, now);
        // Whatever the name of the user is, it stands behind "orders/".
        assertThat(answer).isEqualTo(new Door.Answer(0, "no new access: all that NEW allows, OLD allows too\n", ""));
        Schema.check(
                "parapet.iam-compare-1",
                Door.PIPE.run("iam", "compare", old, now, "--format", "json").out());
        write(
                now,
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");
        assertThat(Door.PIPE.run("iam", "compare", old, now))
                .isEqualTo(new Door.Answer(
                        2,
                        "as far as the policies were understood: no new access: all that NEW allows, OLD allows too\n",
                        "parapet: new.yaml:1:48: Effect is Allow or Deny\n"));
        write(now, "a: 1");
        assertThat(Door.PIPE.run("iam", "compare", old, now).err())
                .isEqualTo(
                        "parapet: new.yaml:1: it is no policy document, as it has no Statement; give files with one policy each\n");
    }

    private static String application(String action, String more) {
        return """
                Resources:
                  Orders: { Type: AWS::DynamoDB::Table, Properties: { KeySchema: [{ AttributeName: id, KeyType: HASH }] } }
                  Run:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }] }
                      Policies:
                        - PolicyName: own
                          PolicyDocument:
                            Statement: [{ Effect: Allow, Action: "%s", Resource: !GetAtt Orders.Arn }]
                """.formatted(action) + more;
    }

    @Test
    void of_templates_each_principal_is_compared_by_its_logical_id() throws Exception {
        Path was = write(folder.resolve("was.yaml"), application("dynamodb:GetItem", ""));
        Path is = write(folder.resolve("is.yaml"), application("dynamodb:*Item", """
                  Idle:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }] }
                """));
        assertThat(Door.PIPE.run("iam", "compare", was, is)).isEqualTo(new Door.Answer(1, """
                        new access: Run may dynamodb:BatchGetItem on arn:aws:dynamodb::000000000000:table/${Orders}, and in OLD it may not
                        1 of 2 principals of NEW have no new access
                        """, ""));
        Door.Answer json = Door.PIPE.run("iam", "compare", was, is, "--format", "json");
        assertThat(json.code()).isEqualTo(1);
        Schema.check("parapet.iam-compare-1", json.out());
        assertThat(Door.PIPE.run("iam", "compare", is, was))
                .isEqualTo(new Door.Answer(
                        0, "no new access: each principal of NEW (1) may do in OLD all that it may in NEW\n", ""));
        write(old, policy(statement("s3:GetObject", "*", "")));
        assertThat(Door.PIPE.run("iam", "compare", old, is))
                .isEqualTo(new Door.Answer(
                        2,
                        "",
                        "parapet: '" + old
                                + "' holds no principals to compare with those of the other; give two templates, two"
                                + " lists of authorizations, or two policies\n"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"*\"'; ''; anonymous",
                "'\"*\"'; aws:PrincipalOrgID=o-abcdefghij; organization o-abcdefghij",
                "'\"*\"'; aws:PrincipalAccount=111122223333; account 111122223333",
                "'\"*\"'; aws:SourceVpce=vpce-1; nobody",
                "'\"*\"'; aws:SourceIp=203.0.113.0/24; nobody",
                "'\"*\"'; aws:SourceIp=0.0.0.0/0; anonymous",
                "'\"*\"'; aws:PrincipalType=User; any-account",
                "'\"*\"'; aws:SourceArn=arn:aws:sns:eu-west-1:111122223333:t; nobody",
                "'\"*\"'; aws:username=alice; nobody",
                "'{\"AWS\":\"444455556666\"}'; ''; account 444455556666",
                "'{\"AWS\":\"arn:aws:iam::444455556666:role/r\"}'; ''; principal arn:aws:iam::444455556666:role/r",
                "'{\"Service\":\"sns.amazonaws.com\"}'; ''; service sns.amazonaws.com",
                "'{\"Service\":\"sns.amazonaws.com\"}'; aws:SourceAccount=111122223333; nobody",
                "'{\"Service\":\"sns.amazonaws.com\"}'; aws:SourceArn=arn:aws:sns:eu-west-1:111122223333:t; nobody",
                "'{\"Service\":\"sns.amazonaws.com\"}'; aws:SourceArn=arn:aws:sns:eu-west-1:*:orders; service sns.amazonaws.com",
                "'{\"Service\":\"s3.amazonaws.com\"}'; aws:SourceArn=arn:aws:s3:::*; service s3.amazonaws.com",
                "'{\"Service\":\"s3.amazonaws.com\"}'; aws:SourceArn=arn:aws:s3:::orders; nobody",
                "'{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/token.example.com\"}'; token.example.com:sub=repo:me/*; nobody",
                "'{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/token.example.com\"}'; token.example.com:sub=repo:*; federated arn:aws:iam::111122223333:oidc-provider/token.example.com",
            })
    void outsiders(String principal, String condition, String who) throws Exception {
        String operator = condition.contains("SourceIp") ? "IpAddress" : "StringLike";
        String[] parts = condition.split("=", 2);
        String when = condition.isEmpty()
                ? ""
                : ",\"Condition\":{\"" + operator + "\":{\"" + parts[0] + "\":\"" + parts[1] + "\"}}";
        write(now, policy(statement("sqs:SendMessage", "*", ",\"Principal\":" + principal + when)));
        Door.Answer answer = Door.PIPE.run("iam", "public", now, "--format", "json");
        Schema.check("parapet.iam-public-1", answer.out());
        if (who.equals("nobody")) {
            assertThat(answer.out()).contains("\"grants\" : [ ]");
            assertThat(answer.code()).isZero();
        } else {
            String[] words = who.split(" ", -1);
            assertThat(answer.out()).contains("\"outsider\" : \"" + words[0] + "\"");
            assertThat(answer.out()).contains(words.length == 1 ? "\"witness\"" : "\"name\" : \"" + words[1] + "\"");
            assertThat(answer.out()).containsOnlyOnce("\"outsider\"");
            assertThat(answer.code()).isEqualTo(1);
        }
    }

    @Test
    void who_is_let_in_is_told_with_its_place() throws Exception {
        write(now, """
                Version: "2012-10-17"
                Statement:
                  - Sid: Share
                    Effect: Allow
                    Principal: { AWS: ["111122223333", "444455556666"] }
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::orders/*
                  - Effect: Deny
                    Principal: "*"
                    Action: s3:*
                    Resource: "*"
                    Condition: { Bool: { "aws:SecureTransport": "false" } }
                """);
        assertThat(Door.PIPE.run("iam", "public", now, "--account", "111122223333"))
                .isEqualTo(new Door.Answer(1, """
                        new.yaml:3:5: 'Share' lets the account 444455556666 do s3:GetObject on arn:aws:s3:::orders/*
                            such as s3:GetObject on arn:aws:s3:::orders/ when aws:securetransport is not there
                        """, ""));
        assertThat(Door.PIPE.run("iam", "public", now, "--account", "111122223333,444455556666"))
                .isEqualTo(new Door.Answer(0, "nobody outside is let in\n", ""));
    }

    @Test
    void what_a_variable_decides_is_said() throws Exception {
        write(now, """
                Version: 2012-10-17
                Statement:
                  Effect: Allow
                  Principal: "*"
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::orders/*
                  Condition: { StringEquals: { "aws:PrincipalTag/team": "${aws:ResourceTag/team}" } }
                """);
        Door.Answer answer = Door.PIPE.run("iam", "public", now);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .endsWith("new.yaml: cannot be told whole: the policy variable ${aws:resourcetag/team}\n");
    }

    @Test
    void a_role_that_a_service_assumes_is_not_public() throws Exception {
        write(now, """
                Statement:
                  Effect: Allow
                  Principal: { Service: lambda.amazonaws.com }
                  Action: sts:AssumeRole
                """);
        assertThat(Door.PIPE.run("iam", "public", now).out()).isEqualTo("nobody outside is let in\n");
    }

    @Test
    void actions_of_a_pattern() throws Exception {
        assertThat(Door.PIPE.run("iam", "expand", "sqs:*MessageMoveTask*")).isEqualTo(new Door.Answer(0, """
                sqs:CancelMessageMoveTask  write  on resources
                sqs:ListMessageMoveTasks   read   on resources
                sqs:StartMessageMoveTask   write  on resources
                """, ""));
        Door.Answer json = Door.PIPE.run("iam", "expand", "s3:ListAllMyBuckets", "--format", "json");
        assertThat(json.out()).contains("\"takesResources\" : false");
        Schema.check("parapet.iam-expand-1", json.out());
        assertThat(Door.PIPE.run("iam", "expand", "s3:Fetch*"))
                .isEqualTo(new Door.Answer(
                        2, "", "parapet: 's3:Fetch*' covers no action that is known; give one such as 's3:Get*'\n"));
    }
}
