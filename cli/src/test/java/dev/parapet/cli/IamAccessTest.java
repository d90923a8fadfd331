package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code parapet iam show} and {@code reach}. */
final class IamAccessTest {
    @TempDir
    private Path folder;

    private Path template;

    @BeforeEach
    void write() throws IOException {
        template = Files.writeString(folder.resolve("template.yaml"), AccessExample.APPLICATION);
    }

    @Test
    void what_a_function_can_do() {
        assertThat(Door.PIPE.run("iam", "show", "OrdersFunction", template)).isEqualTo(new Door.Answer(0, """
                        OrdersFunctionRole, as which OrdersFunction runs

                        service   level  actions                                                 resources       only if
                        dynamodb  read   BatchGetItem, DescribeTable, GetItem, Query and 1 more  Orders
                                         Query, Scan                                             Orders/index/*
                        kms       write  Decrypt                                                 Key
                        logs      write  CreateLogGroup, CreateLogStream, PutLogEvents           everything
                        s3        read   GetBucketLocation, GetLifecycleConfiguration            Uploads
                                         GetObject, GetObjectVersion                             Uploads/*
                                  list   ListBucket                                              Uploads
                        sqs       write  SendMessage                                             Jobs            aws:SourceVpc StringEquals 'vpc-1'
                        """, ""));
    }

    @Test
    void what_a_boundary_leaves() {
        assertThat(Door.PIPE.run("iam", "show", "reader", template).out()).isEqualTo("""
                Reader
                within the permissions boundary arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess

                service           level                   actions                                                                                                       resources   only if
                kms               permissions-management  all 4                                                                                                         Closed
                                  write                   CancelKeyDeletion, CreateAlias, Decrypt, DeleteAlias and 25 more                                              Closed
                                  tagging                 all 2                                                                                                         Closed
                                  read                    DescribeKey, GetKeyLastUsage, GetKeyPolicy, GetKeyRotationStatus and 2 more                                   Closed
                                  list                    ListGrants, ListKeyPolicies, ListKeyRotations, ListResourceTags                                               Closed
                s3                read                    DescribeJob, DescribeMultiRegionAccessPointOperation, GetAccelerateConfiguration, GetAccessGrant and 61 more  everything
                                  list                    all 18                                                                                                        everything
                s3-object-lambda  read                    all 8                                                                                                         everything
                                  list                    all 4                                                                                                         everything
                """);
    }

    @Test
    void what_is_denied_and_what_is_not_at_hand() throws Exception {
        Path account = Files.writeString(folder.resolve("account.json"), AccessExample.ACCOUNT);
        assertThat(Door.PIPE.run("iam", "show", "app", account).out()).isEqualTo("""
                arn:aws:iam::111122223333:role/app

                service  level  actions    resources   only if
                s3       read   GetObject  everything

                except what is denied:
                - 'Keep': s3:Delete* on everything
                """);
        Path stranger = Files.writeString(folder.resolve("stranger.yaml"), """
                Resources:
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      ManagedPolicyArns: ["arn:aws:iam::111122223333:policy/Elsewhere"]
                      AssumeRolePolicyDocument: { Statement: [] }
                """);
        assertThat(Door.PIPE.run("iam", "show", "Role", stranger).out()).isEqualTo("""
                Role
                can do nothing that is known

                not at hand: arn:aws:iam::111122223333:policy/Elsewhere; it may give more, or take away
                """);
    }

    @Test
    void an_administrator_is_one_row() throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.json"), """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},
                  {"Sid":"Region","Effect":"Deny","Action":"sqs:*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}]}
                """);
        String out = Door.PIPE.run("iam", "show", "me", policy).out();
        assertThat(out)
                .startsWith("me\n\nservice       level                   actions  resources   only if\n")
                .contains("""
                 services  all                     all      everything
                """)
                .contains("""
                sqs           permissions-management  all 3    everything  depending on aws:RequestedRegion
                """)
                .endsWith("""
                except what is denied:
                - 'Region' (policy.json:2:3): sqs:* on everything, if aws:RequestedRegion StringNotEquals 'eu-west-1'
                """);
        assertThat(Door.PIPE
                        .run("iam", "show", "me", policy, "--context", "aws:RequestedRegion=eu-west-1")
                        .out())
                .contains("every service  all");
    }

    @Test
    void who_can_reach_a_bucket() {
        assertThat(Door.PIPE.run("iam", "reach", "Uploads", template, "--action", "s3:GetObject"))
                .isEqualTo(new Door.Answer(0, """
                        Uploads (AWS::S3::Bucket)

                        who                                     level  actions    on                 only if
                        Reader                                  read   GetObject  Uploads/*
                        OrdersFunctionRole (OrdersFunction)     read   GetObject  Uploads/*
                        cloudfront.amazonaws.com                read   GetObject  Uploads/public/*   aws:SourceArn StringEquals 'arn:aws:cloudfront::000000000000:distribution/ABC'
                        arn:aws:iam::222222222222:role/partner  read   GetObject  Uploads/partner/*  depending on the policies of arn:aws:iam::222222222222:role/partner
                        """, ""));
    }

    @Test
    void who_can_reach_what_only_its_policy_opens() {
        assertThat(Door.PIPE.run("iam", "reach", "OrdersFunction", template).out())
                .isEqualTo("""
                        OrdersFunction (AWS::Lambda::Function)

                        who                       level  actions         on              only if
                        apigateway.amazonaws.com  write  InvokeFunction  OrdersFunction  aws:SourceArn ArnLike 'ServerlessRestApi/*/GET/orders'
                        """);
        assertThat(Door.PIPE.run("iam", "reach", "OrdersFunctionRole", template).out())
                .isEqualTo("""
                        OrdersFunctionRole (AWS::IAM::Role)

                        who                   level  actions     on                  only if
                        lambda.amazonaws.com  write  AssumeRole  OrdersFunctionRole
                        """);
        assertThat(Door.PIPE
                        .run("iam", "reach", "Closed", template, "--action", "kms:Decrypt")
                        .out())
                .isEqualTo("""
                        Closed (AWS::KMS::Key)

                        who     level  actions  on      only if
                        Reader  write  Decrypt  Closed
                        """);
    }

    @Test
    void anybody_can() throws Exception {
        Path open = Files.writeString(folder.resolve("open.yaml"), """
                Resources:
                  Bucket: { Type: AWS::S3::Bucket }
                  Open:
                    Type: AWS::S3::BucketPolicy
                    Properties:
                      Bucket: !Ref Bucket
                      PolicyDocument:
                        Statement:
                          - { Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: !Sub "${Bucket.Arn}/*" }
                          - Effect: Allow
                            Principal: "*"
                            Action: s3:PutObject
                            Resource: !Sub "${Bucket.Arn}/*"
                            Condition: { StringEquals: { aws:PrincipalOrgID: o-1 } }
                          - { Effect: Allow, Principal: { AWS: "222222222222" }, Action: "s3:DeleteObject", Resource: !Sub "${Bucket.Arn}/*" }
                          - { Effect: Allow, Principal: { CanonicalUser: "abc" }, Action: "s3:GetObject", Resource: !Sub "${Bucket.Arn}/*" }
                  Reader:
                    Type: AWS::IAM::Role
                    Properties: { AssumeRolePolicyDocument: { Statement: [] } }
                """);
        assertThat(Door.PIPE.run("iam", "reach", "Bucket", open).out()).isEqualTo("""
                Bucket (AWS::S3::Bucket)

                who                   level  actions       on        only if
                anonymous             read   GetObject     Bucket/*
                any account           write  PutObject     Bucket/*  aws:PrincipalOrgID StringEquals 'o-1'
                                      read   GetObject     Bucket/*
                account 222222222222  write  DeleteObject  Bucket/*
                                      write  PutObject     Bucket/*  aws:PrincipalOrgID StringEquals 'o-1'
                                      read   GetObject     Bucket/*

                not known: canonical user abc; it may let in more
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show OrdersFunction",
                "show reader",
                "show sns.amazonaws.com",
                "reach Uploads",
                "reach Jobs",
                "reach Key"
            })
    void programs_read_the_same(String question) throws Exception {
        String[] words = question.split(" ", -1);
        Door.Answer answer = Door.PIPE.run("iam", words[0], words[1], template, "--format", "json");
        assertThat(answer.code()).isZero();
        Schema.check("parapet.iam-" + words[0] + "-1", answer.out());
        assertThat(Door.PIPE.run("iam", words[0], words[1], template, "--format", "json"))
                .isEqualTo(answer);
    }

    @Test
    void what_is_read_is_hostile() throws Exception {
        String escape = "\\u001b[31m";
        Path template = Files.writeString(folder.resolve("hostile.json"), """
                { "Resources": {
                    "A%1$s": { "Type": "AWS::IAM::Role", "Properties": { "RoleName": "%1$s", "AssumeRolePolicyDocument": { "Statement": {} },
                      "ManagedPolicyArns": ["arn:aws:iam::111122223333:policy/%1$s"],
                      "Policies": [{ "PolicyName": "%1$s", "PolicyDocument": { "Statement": { "Sid": "%1$s", "Effect": "Allow", "Action": "s3:%1$s*", "Resource": "%1$s" } } },
                        { "PolicyName": { "a": [] }, "PolicyDocument": [[[[]]]] }, 7, null] } },
                    "B": { "Type": "AWS::S3::BucketPolicy", "Properties": { "Bucket": { "Ref": "C" }, "PolicyDocument": { "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "%1$s" }, "Action": "s3:GetObject", "Resource": "*",
                      "Condition": { "%1$s": { "%1$s": "%1$s" }, "StringLike": { "aws:x%1$s": ["%1$s"] } } }] } } },
                    "C": { "Type": "AWS::S3::Bucket", "Properties": { "BucketName": { "Fn::If": ["x", "a", "b"] }, "Tags": [null, 3, { "Key": "%1$s" }] } } } }
                """.formatted(escape));
        for (String[] question : new String[][] {
            {"show", "A\u001b[31m"},
            {"reach", "C"},
            {"why", "A\u001b[31m", "s3:GetObject", "C"},
            {"can", "X", "s3:GetObject", "C"}
        }) {
            Object[] words = new Object[question.length + 2];
            words[0] = "iam";
            System.arraycopy(question, 0, words, 1, question.length);
            words[words.length - 1] = template;
            Door.Answer answer = Door.PIPE.run(words);
            assertThat(answer.out() + answer.err()).doesNotContain("\u001b").doesNotContain("mistake of Parapet");
            assertThat(Door.PIPE.run(words)).isEqualTo(answer);
        }
    }

    @Test
    void what_is_missing_or_not_there_is_said() {
        assertThat(Door.PIPE.run("iam", "show").err())
                .isEqualTo("parapet: PRINCIPAL is missing, such as 'parapet iam show OrdersFunction template.yaml'\n");
        assertThat(Door.PIPE.run("iam", "reach").err())
                .isEqualTo("parapet: RESOURCE is missing, such as 'parapet iam reach OrdersTable template.yaml'\n");
        assertThat(Door.PIPE.run("iam", "reach", "*", template).err())
                .isEqualTo("parapet: '*' is no resource; give an ARN or a logical id\n");
        assertThat(Door.PIPE.run("iam", "reach", "Jobs", template, "--action", "sqs:SendMesage"))
                .isEqualTo(new Door.Answer(
                        2, "", "parapet: there is no action 'sqs:SendMesage'; is 'sqs:SendMessage' meant?\n"));
        assertThat(Door.PIPE.run("iam", "reach", "arn:aws:sqs:eu-west-1:000000000000:other", template))
                .isEqualTo(
                        new Door.Answer(
                                0,
                                "arn:aws:sqs:eu-west-1:000000000000:other\nnobody that is known can reach it\n",
                                "parapet: the policy of arn:aws:sqs:eu-west-1:000000000000:other is not at hand; whom it lets in or keeps out does not count\n"));
    }
}
