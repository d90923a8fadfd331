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

/** {@code parapet iam can} and {@code why} over an application, a list of authorizations, and policies by themselves. */
final class IamQuestionTest {
    @TempDir
    private Path folder;

    private Path template;

    @BeforeEach
    void write() throws IOException {
        template = Files.writeString(folder.resolve("template.yaml"), AccessExample.APPLICATION);
    }

    private static String first(Door.Answer answer) {
        return answer.code() + " " + answer.out().strip();
    }

    private Door.Answer can(String question, Object... more) {
        return ask("can", question, more);
    }

    private Door.Answer ask(String verb, String question, Object... more) {
        String[] words = question.split(" ", -1);
        Object[] all = new Object[2 + words.length + more.length];
        all[0] = "iam";
        all[1] = verb;
        System.arraycopy(words, 0, all, 2, words.length);
        System.arraycopy(more, 0, all, 2 + words.length, more.length);
        return Door.PIPE.run(all);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what its role may: a function, its role, a name
            OrdersFunction dynamodb:GetItem Orders | 0 allowed: OrdersFunctionRole may dynamodb:GetItem on Orders, as statement 1 of OrdersFunctionRolePolicy0 (template.yaml:66:11) allows
            OrdersFunctionRole dynamodb:PutItem Orders.Arn | 1 implicitDeny: OrdersFunctionRole may not dynamodb:PutItem on Orders, as nothing that would have to allow it does
            OrdersFunction s3:GetObject Uploads | 0 allowed: OrdersFunctionRole may s3:GetObject on Uploads/*, as statement 1 of OrdersFunctionRolePolicy1 (template.yaml:67:11) allows
            OrdersFunction s3:GetBucketPolicy Uploads | 1 implicitDeny: OrdersFunctionRole may not s3:GetBucketPolicy on Uploads, as nothing that would have to allow it does
            OrdersFunction sqs:SendMessage Jobs --context aws:SourceVpc=vpc-1 | 0 allowed: OrdersFunctionRole may sqs:SendMessage on Jobs, as 'Send' of OrdersFunctionRolePolicy2 (template.yaml:70:15) allows
            OrdersFunction sqs:SendMessage Jobs --context aws:SourceVpc | 1 implicitDeny: OrdersFunctionRole may not sqs:SendMessage on Jobs, as nothing that would have to allow it does
            # keys: the default policy lets identity policies decide, another does not
            OrdersFunction kms:Decrypt Key | 0 allowed: OrdersFunctionRole may kms:Decrypt on Key, as statement 2 of OrdersFunctionRolePolicy2 (template.yaml:75:15) allows
            OrdersFunction kms:Decrypt Closed | 1 implicitDeny: OrdersFunctionRole may not kms:Decrypt on Closed, as nothing that would have to allow it does
            # a permissions boundary
            reader s3:PutObject Uploads/x | 1 implicitDeny: Reader may not s3:PutObject on Uploads/x, as nothing that would have to allow it does
            user/reader s3:GetObject Uploads/x | 0 allowed: Reader may s3:GetObject on Uploads/x, as statement 1 of arn:aws:iam::aws:policy/AmazonS3FullAccess allows
            reader s3:GetObject Uploads/x --context aws:SecureTransport=false | 1 explicitDeny: Reader may not s3:GetObject on Uploads/x, as 'TlsOnly' of the policy of Uploads (template.yaml:20:13) denies it
            # those whom no account vouches for
            anonymous s3:GetObject Uploads | 1 implicitDeny: anonymous may not s3:GetObject on Uploads/*, as nothing that would have to allow it does
            sns.amazonaws.com sqs:SendMessage Jobs --context aws:SourceArn=OrderTopic | 0 allowed: sns.amazonaws.com may sqs:SendMessage on Jobs, as statement 1 of the policy of Jobs (template.yaml:45:13) allows
            sns.amazonaws.com sqs:SendMessage Jobs --context aws:SourceArn=arn:aws:sns:eu-west-1:222222222222:other | 1 implicitDeny: sns.amazonaws.com may not sqs:SendMessage on Jobs, as nothing that would have to allow it does
            # another account
            arn:aws:iam::222222222222:role/other s3:GetObject Uploads/partner/x | 1 implicitDeny: arn:aws:iam::222222222222:role/other may not s3:GetObject on Uploads/partner/x, as nothing that would have to allow it does
            """)
    void an_application_answers(String question, String answer) {
        assertThat(first(can(question, template))).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            OrdersFunction sqs:SendMessage Jobs | aws:SourceVpc
            cloudfront.amazonaws.com s3:GetObject Uploads/public/a | aws:SourceArn
            apigateway.amazonaws.com lambda:InvokeFunction OrdersFunction | aws:SourceArn
            arn:aws:iam::222222222222:role/partner s3:GetObject Uploads/partner/x | the policies of arn:aws:iam::222222222222:role/partner
            OrdersFunction kms:Decrypt arn:aws:kms:eu-west-1:000000000000:key/1 | the policy of arn:aws:kms:eu-west-1:000000000000:key/1
            """)
    void what_is_not_known_is_named(String question, String missing) {
        Door.Answer answer = can(question, template);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).startsWith("undetermined: ").endsWith(" depends on " + missing + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            OrderFunction dynamodb:GetItem Orders | there is no principal 'OrderFunction' in %s; there are: OrdersFunction, OrdersFunctionRole, Reader
            OrdersFunction dynamodb:GetItm Orders | there is no action 'dynamodb:GetItm'; is 'dynamodb:GetItem' meant?
            OrdersFunction dynamodb:Get* Orders | 'dynamodb:Get*' is no action; give one such as s3:GetObject ('parapet iam expand' lists those of a pattern)
            OrdersFunction dynamodb:GetItem Order | there is no resource 'Order' in %s; there are: Orders, Reader, Key, Closed, Jobs, OrderTopic, Uploads, OrdersFunction and 2 more
            OrdersFunction dynamodb:GetItem | PRINCIPAL, ACTION and RESOURCE are missing, such as 'parapet iam can OrdersFunction dynamodb:GetItem OrdersTable template.yaml'
            """)
    void what_is_not_there_is_said(String question, String message) {
        boolean whole = question.split(" ", -1).length == 3;
        assertThat(whole ? can(question, template) : can(question))
                .isEqualTo(new Door.Answer(2, "", "parapet: " + message.formatted(template) + "\n"));
    }

    @Test
    void the_number_of_the_account_can_be_given() {
        String question =
                "OrdersFunction sqs:SendMessage arn:aws:sqs:eu-west-1:222222222222:q --parameter AWS::AccountId=222222222222";
        assertThat(can(question, template))
                .isEqualTo(new Door.Answer(
                        1,
                        "implicitDeny: OrdersFunctionRole may not sqs:SendMessage on arn:aws:sqs:eu-west-1:222222222222:q,"
                                + " as nothing that would have to allow it does\n",
                        "parapet: the policy of arn:aws:sqs:eu-west-1:222222222222:q is not at hand; what it allows or denies"
                                + " does not count\n"));
        assertThat(first(can(
                        "OrdersFunction dynamodb:GetItem Orders --parameter AWS::AccountId=222222222222", template)))
                .startsWith("0 allowed");
    }

    @Test
    void tags_of_the_template_and_calls_of_services_decide() throws Exception {
        Path tagged = Files.writeString(folder.resolve("tagged.yaml"), """
                Resources:
                  Red: { Type: AWS::SQS::Queue, Properties: { Tags: [{ Key: Team, Value: red }] } }
                  Blue: { Type: AWS::SQS::Queue, Properties: { Tags: [{ Key: Team, Value: blue }] } }
                  Plain: { Type: AWS::SQS::Queue }
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      Tags: [{ Key: Team, Value: red }]
                      AssumeRolePolicyDocument: { Statement: [] }
                      Policies:
                        - PolicyName: own
                          PolicyDocument:
                            Version: "2012-10-17"
                            Statement:
                              - Effect: Allow
                                Action: sqs:SendMessage
                                Resource: "*"
                                Condition: { StringEquals: { aws:ResourceTag/Team: "${aws:PrincipalTag/Team}" } }
                              - Effect: Allow
                                Action: sqs:ReceiveMessage
                                Resource: "*"
                                Condition: { "ForAnyValue:StringEquals": { aws:CalledVia: cloudformation.amazonaws.com } }
                """);
        assertThat(can("Role sqs:SendMessage Red", tagged).code()).isZero();
        assertThat(can("Role sqs:SendMessage Blue", tagged).code()).isEqualTo(1);
        assertThat(can("Role sqs:SendMessage Plain", tagged).out()).endsWith(" depends on aws:ResourceTag/team\n");
        assertThat(can("Role sqs:ReceiveMessage Red", tagged).code()).isEqualTo(1);
        assertThat(can("Role sqs:ReceiveMessage Red --context aws:ViaAWSService=true", tagged)
                        .out())
                .endsWith(" depends on aws:CalledVia\n");
        assertThat(can("Role sqs:ReceiveMessage Red --context aws:CalledVia=cloudformation.amazonaws.com", tagged)
                        .code())
                .isZero();
    }

    @Test
    void why_tells_each_step() {
        assertThat(ask("why", "reader s3:PutObject Uploads/x", template)).isEqualTo(new Door.Answer(1, """
                implicitDeny: Reader may not s3:PutObject on Uploads/x, as nothing that would have to allow it does

                1. Is it free of explicit denies?
                   yes
                   - 'TlsOnly' of the policy of Uploads (template.yaml:20:13) does not deny it: aws:SecureTransport is 'true', and it asks for Bool 'false'
                   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html

                2. Does the permissions boundary allow it?
                   no
                   - statement 1 of arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess does not allow it: it is about other actions (s3:Get*, s3:List*, s3:Describe*, s3-object-lambda:Get* and 1 more)
                   https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html

                3. Do the identity policies or the policy of the resource allow it? They belong to one account.
                   no, as identity policies give nothing beyond the limits above
                   - statement 1 of arn:aws:iam::aws:policy/AmazonS3FullAccess allows it
                   - 2 other statements are about something else
                   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
                """, ""));
        assertThat(ask("why", "OrdersFunction sqs:SendMessage Jobs --context aws:SourceVpc=vpc-2", template)
                        .out())
                .isEqualTo("""
                implicitDeny: OrdersFunctionRole may not sqs:SendMessage on Jobs, as nothing that would have to allow it does

                1. Is it free of explicit denies?
                   yes
                   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html

                2. Do the identity policies or the policy of the resource allow it? They belong to one account.
                   no
                   - 'Send' of OrdersFunctionRolePolicy2 (template.yaml:70:15) does not allow it: aws:SourceVpc is 'vpc-2', and it asks for StringEquals 'vpc-1'
                   - statement 1 of the policy of Jobs (template.yaml:45:13) does not allow it: it is about other principals (sns.amazonaws.com); the request has no aws:SourceArn, and it asks for ArnEquals 'arn:aws:sns:*:000000000000:${OrderTopic}'
                   - 4 other statements are about something else
                   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
                """);
    }

    @Test
    void programs_read_the_same() throws Exception {
        Door.Answer can = can("sns.amazonaws.com sqs:SendMessage Jobs --format json", template);
        Schema.check("parapet.iam-can-1", can.out());
        assertThat(can).isEqualTo(new Door.Answer(2, """
                {
                  "schema" : "parapet.iam-can/1",
                  "principal" : "sns.amazonaws.com",
                  "action" : "sqs:SendMessage",
                  "resource" : "Jobs",
                  "decision" : "undetermined",
                  "missing" : [
                    "aws:SourceArn"
                  ]
                }
                """, ""));
        for (String question : new String[] {
            "OrdersFunction dynamodb:GetItem Orders",
            "reader s3:PutObject Uploads/x",
            "OrdersFunction sqs:SendMessage Jobs"
        }) {
            Door.Answer why = ask("why", question + " --format json", template);
            Schema.check("parapet.iam-why-1", why.out());
            assertThat(ask("why", question + " --format json", template)).isEqualTo(why);
        }
    }

    @Test
    void policies_by_themselves_are_those_of_whoever_asks() throws Exception {
        Path identity = Files.writeString(folder.resolve("identity.json"), """
                {"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::b/*"}]}
                """);
        Path resource = Files.writeString(folder.resolve("resource.yaml"), """
                Version: "2012-10-17"
                Statement:
                  - Sid: Public
                    Effect: Allow
                    Principal: "*"
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::b/public/*
                  - Sid: Never
                    Effect: Deny
                    Principal: "*"
                    Action: s3:*
                    Resource: arn:aws:s3:::b/secret/*
                """);
        assertThat(can("me s3:GetObject arn:aws:s3:::b/x --policies", identity))
                .isEqualTo(
                        new Door.Answer(
                                0,
                                "allowed: me may s3:GetObject on arn:aws:s3:::b/x, as 'Read' of identity.json (identity.json:1:38) allows\n",
                                "parapet: the policy of arn:aws:s3:::b/x is not at hand; what it allows or denies does not count\n"));
        assertThat(can("me s3:GetObject arn:aws:s3:::b/secret/x", identity, resource))
                .isEqualTo(new Door.Answer(
                        1,
                        "explicitDeny: me may not s3:GetObject on arn:aws:s3:::b/secret/x, as 'Never' of the policy of"
                                + " arn:aws:s3:::b/secret/x (resource.yaml:8:5) denies it\n",
                        ""));
        assertThat(first(can("anonymous s3:GetObject arn:aws:s3:::b/public/x", resource)))
                .startsWith("0 allowed: anonymous may s3:GetObject on arn:aws:s3:::b/public/x, as 'Public' of ");
        assertThat(first(can("me sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:q", identity)))
                .startsWith("1 implicitDeny: me may not ");
    }

    @Test
    void two_accounts_must_both_allow() throws Exception {
        Path account = Files.writeString(folder.resolve("account.json"), AccessExample.ACCOUNT);
        Path bucket = Files.writeString(folder.resolve("bucket.yaml"), """
                Resources:
                  Shared: { Type: AWS::S3::Bucket, Properties: { BucketName: shared } }
                  SharedPolicy:
                    Type: AWS::S3::BucketPolicy
                    Properties:
                      Bucket: shared
                      PolicyDocument:
                        Statement:
                          { Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:role/app" }, Action: s3:GetObject, Resource: "arn:aws:s3:::shared/*" }
                """);
        assertThat(first(can("app s3:GetObject Shared/x", account, bucket)))
                .isEqualTo(
                        "0 allowed: arn:aws:iam::111122223333:role/app may s3:GetObject on Shared/x, as statement 1 of the"
                                + " policy of Shared (bucket.yaml:9:11) allows");
        assertThat(first(can("alice s3:GetObject Shared/x", account, bucket))).startsWith("1 implicitDeny: ");
        assertThat(first(can("app s3:PutObject Shared/x", account, bucket))).startsWith("1 implicitDeny: ");
        assertThat(first(can("alice sts:AssumeRole app", account)))
                .isEqualTo(
                        "0 allowed: arn:aws:iam::111122223333:user/alice may sts:AssumeRole on arn:aws:iam::111122223333:role/app,"
                                + " as statement 1 of assume allows");
        assertThat(first(can("lambda.amazonaws.com sts:AssumeRole app", account)))
                .startsWith("1 implicitDeny: ");
    }

    @Test
    void what_cannot_be_read_is_said() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"Statement\":");
        assertThat(can("me s3:GetObject *", broken).code()).isEqualTo(2);
        assertThat(can("me s3:GetObject *", folder.resolve("none")))
                .isEqualTo(new Door.Answer(
                        2,
                        "",
                        "parapet: '" + folder.resolve("none") + "' does not exist; give the path of an application\n"));
        assertThat(can("me s3:GetObject * --batch x"))
                .isEqualTo(new Door.Answer(
                        2,
                        "",
                        "parapet: --batch brings its own questions; leave PRINCIPAL, ACTION and RESOURCE out\n"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(can("me s3:GetObject *", empty).err())
                .isEqualTo(
                        "parapet: '" + empty
                                + "' holds no template, no policy, and not what 'aws iam get-account-authorization-details' prints\n");
    }
}
