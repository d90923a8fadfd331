package dev.parapet.core.iam;

import static dev.parapet.core.iam.Asking.USER;
import static dev.parapet.core.iam.Asking.boundary;
import static dev.parapet.core.iam.Asking.decide;
import static dev.parapet.core.iam.Asking.identity;
import static dev.parapet.core.iam.Asking.request;
import static dev.parapet.core.iam.Asking.resource;
import static dev.parapet.core.iam.Asking.statement;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the elements of a statement cover. */
final class ElementsTest {
    private static final String GET = "s3:GetObject";

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "*, s3:GetObject, allowed",
        "s3:*, s3:GetObject, allowed",
        "S3:getobject, s3:GetObject, allowed",
        "s3:Get*, s3:GetObject, allowed",
        "s3:Get?bject, s3:GetObject, allowed",
        "s3:*Object, s3:GetObject, allowed",
        "s3:*Object, s3:GetObjectAcl, implicitDeny",
        "s3:GetObject, s3:GetObjectAcl, implicitDeny",
        "sqs:*, s3:GetObject, implicitDeny",
        "*:*, s3:GetObject, allowed",
        "${aws:x}, s3:GetObject, implicitDeny",
    })
    void actions(String pattern, String action, String decision) {
        assertThat(decide(request(USER, action, "arn:aws:s3:::b/k", identity(statement("Allow", pattern, "*")))))
                .startsWith(decision);
    }

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "*, arn:aws:s3:::b/k, allowed",
        "arn:aws:s3:::b/*, arn:aws:s3:::b/k, allowed",
        "arn:aws:s3:::b/*, arn:aws:s3:::b, implicitDeny",
        "arn:aws:s3:::b*, arn:aws:s3:::bc/d/e, allowed",
        "arn:aws:s3:::?/k, arn:aws:s3:::b/k, allowed",
        "arn:aws:s3:::B/k, arn:aws:s3:::b/k, implicitDeny",
        "arn:aws:sqs:*:111122223333:q, arn:aws:sqs:eu-west-1:111122223333:q, allowed",
        "arn:aws:sqs:*:q, arn:aws:sqs:eu-west-1:111122223333:q, implicitDeny",
        "arn:aws:sqs:eu-*:*:q, arn:aws:sqs:eu-west-1:111122223333:q, allowed",
        "arn:aws:sqs, arn:aws:sqs:eu-west-1:111122223333:q, allowed",
        "arn:aws:logs:*:*:log-group:/aws/*:*, arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/a:log-stream:b, allowed",
        "arn:aws:execute-api:*:*:*/prod/GET/*, arn:aws:execute-api:eu-west-1:111122223333:abc/prod/GET/x, allowed",
        "b/*, arn:aws:s3:::b/k, implicitDeny",
        "arn, arn:aws:s3:::b/k, allowed",
        "arn:aws:s3, arn:aws:s3:::b/k, allowed",
        "arn:aws:s3:*:*, arn:aws:s3:::b/k, allowed",
        "arn:aws:sqs, arn:aws:s3:::b/k, implicitDeny",
        "ARN:AWS:S3:::b/k, arn:aws:s3:::b/k, allowed",
        "ARN:aws:s3, arn:aws:s3:::b/k, implicitDeny",
        "a*:aws:s3, arn:aws:s3:::b/k, implicitDeny",
        "arn*:aws:s3, arn:aws:s3:::b/k, implicitDeny",
        "arn:aws:sqs:eu-west-1:111122223333:q, arn:aws:sqs:eu-west-1:111122223333:q, allowed",
        "arn:aws:sqs:eu-west-1:111122223333:q, arm:aws:sqs:eu-west-1:111122223333:q, implicitDeny",
        "arn:aws:sqs:eu-west-1:111122223333:q, arn:aws-cn:sqs:eu-west-1:111122223333:q, implicitDeny",
        "arn:aws:sqs:eu-west-1:111122223333:q, arn:aws:sns:eu-west-1:111122223333:q, implicitDeny",
        "arn:aws:sqs:eu-west-1:111122223333:q, arn:aws:sqs:eu-west-2:111122223333:q, implicitDeny",
        "arn:aws:sqs:eu-west-1:111122223333:q, arn:aws:sqs:eu-west-1:444455556666:q, implicitDeny",
        "arn:aws:sqs:eu-west-1:111122223333:q, arn:aws:sqs:eu-west-1:111122223333:q:r, implicitDeny",
        "arn:aws:${aws:x}, arn:aws:s3:::b/k, implicitDeny",
        "'arn:aws:${aws:x, \\u0027s3\\u0027}', arn:aws:s3:::b/k, allowed",
        "'arn:aws:${aws:x, \\u0027sqs\\u0027}', arn:aws:s3:::b/k, implicitDeny",
        "'${aws:x, \\u0027arn\\u0027}:aws:s3', arn:aws:s3:::b/k, implicitDeny",
        "'${aws:x, \\u0027arn\\u0027}:aws:s3:::b/k', arn:aws:s3:::b/k, allowed",
        "'arn:aws:${aws:x, \\u0027s3:::b/k\\u0027}', arn:aws:s3:::b/k, implicitDeny",
        "'arn:aws:s3:::${aws:x, \\u0027b:c\\u0027}:d', arn:aws:s3:::b:c:d, allowed",
        "'arn:aws:s3:::${aws:x, \\u0027b\\u0027}/*', arn:aws:s3:::b/k, allowed",
        "'arn:aws:S3:::${aws:x, \\u0027B\\u0027}/*', arn:aws:s3:::b/k, implicitDeny",
    })
    void resources(String pattern, String arn, String decision) {
        assertThat(decide(request(USER, "x:DoIt", arn, identity(statement("Allow", "*", pattern)))))
                .startsWith(decision);
    }

    @Test
    void a_short_arn_is_nothing_in_a_resource_policy() {
        String queue = "arn:aws:sqs:eu-west-1:111122223333:q";
        for (String[] each : new String[][] {
            {"arn:aws:sqs", "implicitDeny"},
            {"arn:aws:*", "allowed by resource 0"},
            {"arn:aws:sqs:*:${aws:x}", "implicitDeny"},
            {"arn:aws:${aws:x, \\u0027sqs\\u0027}", "implicitDeny"},
            {"arn:aws:${aws:x, \\u0027sqs\\u0027}*", "allowed by resource 0"},
            {"arn:aws:sqs:eu-west-1:111122223333:${aws:x, \\u0027q\\u0027}", "allowed by resource 0"},
            {"${aws:x, \\u0027arn\\u0027}:aws:*", "implicitDeny"},
            {"q*", "implicitDeny"},
        }) {
            assertThat(decide(request(
                            USER,
                            "sqs:SendMessage",
                            queue,
                            resource(statement("Allow", "sqs:*", each[0], "'Principal':'*'")))))
                    .isEqualTo(each[1]);
        }
    }

    @Test
    void what_is_not_listed() {
        String notAction = "{'Effect':'Allow','NotAction':['iam:*','s3:Put*'],'Resource':'*'}";
        assertThat(decide(request(USER, GET, "arn:aws:s3:::b/k", identity(notAction))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, "s3:PutObject", "arn:aws:s3:::b/k", identity(notAction))))
                .isEqualTo("implicitDeny");
        String notResource = "{'Effect':'Deny','Action':'*','NotResource':'arn:aws:s3:::b/*'}";
        String all = statement("Allow", "*", "*");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::b/k", identity(all, notResource))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::c/k", identity(all, notResource))))
                .isEqualTo("explicitDeny by identity[0] 1");
    }

    /** Nothing is beyond what is nothing. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'arn:aws:s3:::b/*'; implicitDeny",
                "'arn:aws:s3:::c/*'; allowed by identity[0] 0",
                "['arn:aws:s3:::c/*','nonsense']; implicitDeny",
                "['nonsense','arn:aws:s3:::c/*']; implicitDeny",
                "'arn:aws:s3:::${aws:x}/*'; implicitDeny",
                "'arn:aws:s3:::${aws:x, \\u0027b\\u0027}/*'; implicitDeny",
                "'arn:aws:s3:::${aws:x, \\u0027c\\u0027}/*'; allowed by identity[0] 0",
                "['arn:aws:s3:::c/*','arn:aws:s3:::d/*']; allowed by identity[0] 0",
                "['arn:aws:sqs','arn:aws:s3:::d/*']; allowed by identity[0] 0",
                "'arn:aws:${aws:x}:::other/*'; implicitDeny",
                "'arn:aws:sqs:::${aws:x}'; implicitDeny",
                "['arn:aws:s3','arn:aws:s3:::d/*']; implicitDeny",
            })
    void beyond_patterns(String patterns, String decision) {
        assertThat(decide(request(
                        USER,
                        GET,
                        "arn:aws:s3:::b/k",
                        identity("{'Effect':'Allow','Action':'*','NotResource':" + patterns + "}"))))
                .isEqualTo(decision);
    }

    /** What is no ARN is beyond all patterns that are something. */
    @Test
    void beyond_patterns_without_an_arn() {
        for (String[] each : new String[][] {
            {"arn:aws:s3:::${aws:x}/*", "implicitDeny"},
            {"arn:aws:s3:::${aws:x, \\u0027b\\u0027}/*", "allowed by identity[0] 0"},
            {"arn:aws:s3:::b/*", "allowed by identity[0] 0"}
        }) {
            assertThat(decide(request(
                            USER,
                            "s3:ListAllMyBuckets",
                            "*",
                            identity("{'Effect':'Allow','Action':'*','NotResource':'" + each[0] + "'}"))))
                    .isEqualTo(each[1]);
        }
    }

    /** Who is named by several principals, or by one that is like it; a boundary that allows nothing limits all but whom a user's own ARN names. */
    @ParameterizedTest(name = "{0} named by {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "user/alice; ['111122223333','arn:aws:iam::111122223333:user/alice']; allowed",
                "user/alice; ['arn:aws:iam::111122223333:user/alice','111122223333']; allowed",
                "user/alice; ['111122223333','*']; allowed",
                "user/alice; ['*','111122223333']; allowed",
                "user/alice; ['444455556666','arn:aws:iam::111122223333:user/bob']; implicitDeny",
                "user/alice; ['arn:aws-cn:iam::111122223333:user/alice']; implicitDeny",
                "assumed-role/worker/one; ['arn:aws:iam::111122223333:role/app/worker']; implicitDeny",
                "assumed-role/worker/one; ['arn:aws:sts::111122223333:assumed-role/worker/one','arn:aws:iam::111122223333:role/app/worker']; allowed",
                "assumed-role/worker/one; ['arn:aws:iam::111122223333:role/app/worker','arn:aws:sts::111122223333:assumed-role/worker/one']; allowed",
                "assumed-role/worker/one; ['arn:aws:sts::111122223333:assumed-role/worker/two']; implicitDeny",
            })
    void several_principals(String asker, String named, String decision) {
        String arn = "arn:aws:" + (asker.startsWith("user") ? "iam" : "sts") + "::111122223333:" + asker;
        assertThat(decide(request(
                        arn,
                        GET,
                        "arn:aws:s3:::b/k",
                        resource(statement("Allow", GET, "arn:aws:s3:::b/k", "'Principal':{'AWS':" + named + "}")),
                        boundary(statement("Allow", "sqs:*", "*")))))
                .startsWith(decision);
    }

    @ParameterizedTest(name = "{0} is behind {1}: {2}")
    @CsvSource({
        "arn:aws:iam::111122223333:role/app/worker, arn:aws:sts::111122223333:assumed-role/worker/one, yes",
        "arn:aws:iam::111122223333:role/worker, arn:aws:sts::111122223333:assumed-role/worker/one, yes",
        "arn:aws:iam::111122223333:role/WORKER, arn:aws:sts::111122223333:assumed-role/worker/one, yes",
        "arn:aws:iam::111122223333:role/app/other, arn:aws:sts::111122223333:assumed-role/worker/one, no",
        "arn:aws:iam::444455556666:role/app/worker, arn:aws:sts::111122223333:assumed-role/worker/one, no",
        "arn:aws-cn:iam::111122223333:role/app/worker, arn:aws:sts::111122223333:assumed-role/worker/one, no",
        "arn:aws:iam::111122223333:user/worker, arn:aws:sts::111122223333:assumed-role/worker/one, no",
        "arn:aws:iam::111122223333:user/alice, arn:aws:sts::111122223333:federated-user/alice, yes",
        "arn:aws:iam::111122223333:user/staff/Alice, arn:aws:sts::111122223333:federated-user/alice, yes",
        "arn:aws:iam::111122223333:user/bob, arn:aws:sts::111122223333:federated-user/alice, no",
        "arn:aws:iam::444455556666:user/alice, arn:aws:sts::111122223333:federated-user/alice, no",
        "arn:aws-cn:iam::111122223333:user/alice, arn:aws:sts::111122223333:federated-user/alice, no",
        "arn:aws:iam::111122223333:role/alice, arn:aws:sts::111122223333:federated-user/alice, no",
        "worker, arn:aws:sts::111122223333:assumed-role/worker/one, no",
    })
    void who_is_behind_a_session(String named, String session, String behind) {
        assertThat(decide(request(
                        session,
                        GET,
                        "arn:aws:s3:::b/k",
                        resource(statement("Allow", GET, "arn:aws:s3:::b/k", Asking.aws(named))))))
                .isEqualTo(behind.equals("yes") ? "allowed by resource 0" : "implicitDeny");
    }

    @Test
    void a_provider_is_named_as_a_service_or_as_an_identity_provider() {
        String trust =
                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'cognito-identity.amazonaws.com'}}";
        for (String[] each : new String[][] {
            {"cognito-identity.amazonaws.com", "allowed by resource 0"}, {"lambda.amazonaws.com", "implicitDeny"}
        }) {
            assertThat(decide(request(
                            each[0],
                            "sts:AssumeRoleWithWebIdentity",
                            "arn:aws:iam::111122223333:role/app/worker",
                            resource(trust))))
                    .isEqualTo(each[1]);
        }
    }

    /** Without {@code resourceAccount} the ARN says whose the resource is, where it does. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "arn:aws:sqs:eu-west-1:111122223333:q, allowed by identity[0] 0",
        "arn:aws:sqs:eu-west-1:444455556666:q, implicitDeny",
        "arn:aws:sqs:eu-west-1:*:q, implicitDeny",
        "arn:aws:s3:::b/k, implicitDeny",
    })
    void whose_a_resource_is(String arn, String decision) {
        assertThat(decide("{'principal':'" + USER + "','action':'x:DoIt','resource':'" + arn + "',"
                        + identity(statement("Allow", "*", "*")) + "}"))
                .isEqualTo(decision);
    }

    @Test
    void an_action_without_resources_needs_the_star() {
        assertThat(decide(request(
                        USER, "s3:ListAllMyBuckets", "*", identity(statement("Allow", "s3:*", "arn:aws:s3:::*")))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, "s3:ListAllMyBuckets", "*", identity(statement("Allow", "s3:*", "*")))))
                .isEqualTo("allowed by identity[0] 0");
    }

    @Test
    void policy_variables() {
        String home = statement("Allow", GET, "arn:aws:s3:::homes/${aws:username}/*");
        String anybody = statement("Allow", GET, "arn:aws:s3:::homes/${aws:username, \\u0027guest\\u0027}/*");
        String alice = "'context':{'aws:UserName':'alice'}";
        assertThat(decide(request(USER, GET, "arn:aws:s3:::homes/alice/x", identity(home), alice)))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::homes/bob/x", identity(home), alice)))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::homes/guest/x", identity(home))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::homes/guest/x", identity(anybody))))
                .isEqualTo("allowed by identity[0] 0");
        // A value is no pattern.
        assertThat(decide(request(
                        USER, GET, "arn:aws:s3:::homes/bob/x", identity(home), "'context':{'aws:username':'*'}")))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(
                        USER, GET, "arn:aws:s3:::axb/k", identity(statement("Allow", GET, "arn:aws:s3:::a${*}b/k")))))
                .isEqualTo("implicitDeny");
        String old = "'identityPolicies':[{'Statement':" + home + "}]";
        assertThat(decide(request(USER, GET, "arn:aws:s3:::homes/alice/x", old, alice)))
                .isEqualTo("implicitDeny");
    }

    @Test
    void a_set_of_resources_is_allowed_where_some_resource_is() {
        String some = statement("Allow", GET, "arn:aws:s3:::b/public/*");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::b/*", identity(some))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::c/*", identity(some))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, GET, "*", identity(some)))).isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(
                        USER, GET, "arn:aws:s3:::b/*", identity(some, statement("Deny", GET, "arn:aws:s3:::b/p*")))))
                .isEqualTo("explicitDeny by identity[0] 1");
        assertThat(decide(request(
                        USER,
                        GET,
                        "arn:aws:s3:::b/*",
                        identity(some, statement("Deny", GET, "arn:aws:s3:::b/public/a*")))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::b/*", identity(statement("Deny", GET, "*")))))
                .isEqualTo("explicitDeny by identity[0] 0");
        assertThat(decide(request(USER, GET, "arn:aws:s3:::b/*", identity(statement("Deny", GET, "arn:aws:s3:::b/x")))))
                .isEqualTo("implicitDeny");
        // Several denies together take away all.
        assertThat(decide(request(
                        USER,
                        GET,
                        "arn:aws:s3:::b/*",
                        identity(
                                statement("Allow", GET, "arn:aws:s3:::b/?"),
                                "{'Effect':'Deny','Action':'s3:*','NotResource':'arn:aws:s3:::b/a'}",
                                statement("Deny", GET, "arn:aws:s3:::b/a")))))
                .isEqualTo("explicitDeny by identity[0] 1");
    }

    @Test
    void what_cannot_be_read_is_said() {
        assertThat(decide("{'id':'1'}")).isEqualTo("error: the request has no principal; add it");
        assertThat(decide(request("alice", GET, "*")))
                .isEqualTo("error: 'alice' is no principal; give the ARN of a user, role or session, a service such as"
                        + " lambda.amazonaws.com, or anonymous");
        assertThat(decide(request(USER, "GetObject", "*")))
                .isEqualTo("error: 'GetObject' is no action; give one such as s3:GetObject");
        assertThat(decide(request(USER, GET, "bucket"))).isEqualTo("error: 'bucket' is no resource; give an ARN or *");
        assertThat(decide(request(USER, GET, "*", "'identityPolicies':{}")))
                .isEqualTo("error: identityPolicies is a list");
        assertThat(decide(request(USER, GET, "*", "'context':{'a':{}}")))
                .isEqualTo("error: the condition key 'a' has a value that is neither a text nor a list of texts");
    }
}
