package dev.parapet.core.iam;

import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Makes requests with policies, from a seed: policies of a small vocabulary, then requests of the same words and their neighbours, so
 * that about as many are allowed as are denied by a statement or by silence.
 */
final class Generator {
    private static final String[] ACCOUNTS = {"111122223333", "444455556666"};
    private static final String[] ACTIONS = {
        "s3:GetObject", "s3:PutObject", "s3:GetObjectAcl", "s3:ListAllMyBuckets", "sqs:SendMessage", "kms:Decrypt",
        "kms:ListAliases", "sts:AssumeRole", "sts:GetCallerIdentity", "lambda:InvokeFunction", "dynamodb:GetItem",
                "x:New"
    };
    private static final String[] ACTION_PATTERNS = {
        "*",
        "s3:*",
        "s3:Get*",
        "S3:getobject",
        "s3:?etObject",
        "s3:*Object",
        "sqs:SendMessage",
        "sqs:*",
        "kms:*",
        "kms:Decrypt",
        "sts:*",
        "sts:AssumeRole",
        "lambda:Invoke*",
        "dynamodb:*Item",
        "*:*",
        "x:*",
        "s3:G*t*Obj*ct",
        "*Object",
        "kms:Encrypt",
        "nothing:*"
    };
    private static final String[] RESOURCES = {
        "arn:aws:s3:::orders/1.json",
        "arn:aws:s3:::orders/alice/1",
        "arn:aws:s3:::orders",
        "arn:aws:s3:::logs/x",
        "arn:aws:sqs:eu-west-1:111122223333:jobs",
        "arn:aws:sqs:us-east-1:444455556666:jobs",
        "arn:aws:kms:eu-west-1:111122223333:key/1",
        "arn:aws:kms:eu-west-1:111122223333:alias/a",
        "arn:aws:iam::111122223333:role/app/worker",
        "arn:aws:lambda:eu-west-1:111122223333:function:f:live",
        "*"
    };
    private static final String[] RESOURCE_PATTERNS = {
        "*",
        "arn:aws:s3:::orders/*",
        "arn:aws:s3:::orders",
        "arn:aws:s3:::*",
        "arn:aws:s3:::orders/${aws:username}/*",
        "arn:aws:s3:::o*s/?.json",
        "arn:aws:sqs:*:111122223333:*",
        "arn:aws:sqs:eu-*:*:jobs",
        "arn:aws:sqs",
        "arn:aws:*",
        "arn:aws:kms:*:*:key/*",
        "arn:aws:kms:eu-west-1:111122223333:key/1",
        "arn:aws:iam::*:role/*",
        "arn:aws:lambda:*:*:function:f*",
        "arn:AWS:s3:::orders/1.json",
        "arn:aws:s3:::ORDERS/*",
        "arn:aws:s3:::orders/${aws:PrincipalTag/team, 'red'}/1",
        "orders/*",
        "arn:aws:s3:::${aws:username}",
        "arn:aws:s3:::${?}rders/*",
        "arn:aws:sqs:*:jobs"
    };
    private static final String[] PRINCIPALS = {
        "arn:aws:iam::111122223333:user/alice",
        "arn:aws:iam::111122223333:role/app/worker",
        "arn:aws:sts::111122223333:assumed-role/worker/one",
        "arn:aws:sts::111122223333:federated-user/alice",
        "arn:aws:iam::111122223333:root",
        "arn:aws:iam::444455556666:user/bob",
        "arn:aws:sts::444455556666:assumed-role/other/two",
        "lambda.amazonaws.com",
        "anonymous",
        "arn:aws:iam::111122223333:oidc-provider/token.example.com",
        "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"
    };
    private static final String[] NAMED = {
        "'*'",
        "{'AWS':'*'}",
        "{'AWS':'111122223333'}",
        "{'AWS':'arn:aws:iam::111122223333:root'}",
        "{'AWS':'arn:aws:iam::444455556666:root'}",
        "{'AWS':'arn:aws:iam::111122223333:user/alice'}",
        "{'AWS':'arn:aws:iam::111122223333:role/app/worker'}",
        "{'AWS':'arn:aws:sts::111122223333:assumed-role/worker/one'}",
        "{'AWS':'arn:aws:sts::111122223333:federated-user/alice'}",
        "{'AWS':['arn:aws:iam::444455556666:user/bob','444455556666']}",
        "{'Service':'lambda.amazonaws.com'}",
        "{'Federated':'arn:aws:iam::111122223333:oidc-provider/token.example.com'}",
        "{'AWS':['arn:aws:iam::111122223333:user/alice','arn:aws:iam::111122223333:root']}",
        "{'AWS':'AIDAEXAMPLE'}"
    };
    private static final String[][] CONDITIONS = {
        {"StringEquals", "aws:username", "alice"},
        {"StringNotEquals", "aws:username", "alice"},
        {"StringEqualsIfExists", "aws:username", "bob"},
        {"StringLike", "aws:username", "a*"},
        {"StringNotLike", "aws:username", "a*"},
        {"StringEqualsIgnoreCase", "aws:UserName", "ALICE"},
        {"StringEquals", "aws:PrincipalTag/team", "${aws:ResourceTag/team}"},
        {"StringNotEquals", "aws:PrincipalTag/team", "${aws:ResourceTag/team}"},
        {"Bool", "aws:SecureTransport", "true"},
        {"BoolIfExists", "aws:SecureTransport", "false"},
        {"Null", "aws:username", "true"},
        {"Null", "aws:TagKeys", "false"},
        {"NumericLessThan", "s3:max-keys", "10"},
        {"NumericNotEquals", "s3:max-keys", "5"},
        {"NumericGreaterThanEquals", "s3:max-keys", "5.5"},
        {"DateGreaterThan", "aws:CurrentTime", "2026-01-01T00:00:00Z"},
        {"DateLessThanEquals", "aws:CurrentTime", "1767225600"},
        {"IpAddress", "aws:SourceIp", "203.0.113.0/24"},
        {"NotIpAddress", "aws:SourceIp", "203.0.113.0/24"},
        {"IpAddress", "aws:SourceIp", "2001:db8::/32"},
        {"ArnLike", "aws:SourceArn", "arn:aws:sns:*:111122223333:t*"},
        {"ArnNotEquals", "aws:SourceArn", "arn:aws:sns:eu-west-1:111122223333:topic"},
        {"ArnEquals", "aws:SourceArn", "${aws:PrincipalTag/arn, 'arn:aws:sns:eu-west-1:111122223333:topic'}"},
        {"ForAnyValue:StringEquals", "aws:TagKeys", "team"},
        {"ForAllValues:StringEquals", "aws:TagKeys", "team"},
        {"ForAllValues:StringLike", "aws:TagKeys", "t*"},
        {"ForAnyValue:StringNotEquals", "aws:TagKeys", "team"},
        {"ForAnyValue:StringEqualsIfExists", "aws:TagKeys", "cost"},
        {"BinaryEquals", "x:data", "QQ=="},
        {"StringSort", "aws:username", "alice"},
    };
    private static final String[][] CONTEXT = {
        {"aws:username", "'alice'", "'bob'", "'Alice'", "'*'", "['alice','bob']"},
        {"aws:PrincipalTag/team", "'red'", "'blue'"},
        {"aws:ResourceTag/team", "'red'", "'blue'", "'*'"},
        {"aws:SecureTransport", "true", "'false'", "'yes'"},
        {"aws:TagKeys", "['team']", "['team','cost']", "[]", "'team'", "['cost']"},
        {"s3:max-keys", "5", "'9.5'", "'10'", "'many'"},
        {"aws:CurrentTime", "'2026-06-01T00:00:00Z'", "'2025-12-31T23:59:59Z'", "'1767225600'", "'now'"},
        {"aws:SourceIp", "'203.0.113.7'", "'198.51.100.7'", "'2001:db8::7'", "'here'"},
        {
            "aws:SourceArn",
            "'arn:aws:sns:eu-west-1:111122223333:topic'",
            "'arn:aws:sns:eu-west-1:444455556666:topic'",
            "'topic'"
        },
        {"aws:PrincipalTag/arn", "'arn:aws:sns:eu-west-1:444455556666:topic'"},
        {"x:data", "'QQ=='"},
    };

    private final Random random;

    Generator(long seed) {
        random = new Random(seed);
    }

    /** Some identity policies. */
    List<Policy> identityPolicies(int count) {
        List<Policy> policies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            policies.add(PolicyReader.read(Json.of(policy(false, true).replace('\'', '"')))
                    .policy());
        }
        return policies;
    }

    /** A request without policies. */
    Request request() {
        return switch (BatchRequest.read(Json.of(next()))) {
            case BatchRequest.Read.Asked asked -> asked.request().request();
            case BatchRequest.Read.Broken broken -> throw new AssertionError(broken.error());
        };
    }

    /** The next request. */
    String next() {
        StringJoiner json = new StringJoiner(",", "{", "}");
        json.add(field("principal", pick(PRINCIPALS)));
        json.add(field("action", pick(ACTIONS)));
        json.add(field("resource", pick(RESOURCES)));
        json.add(field("resourceAccount", ACCOUNTS[chance(4) ? 1 : 0]));
        boolean complete = chance(3);
        json.add("'context':" + context(complete ? 2 : 4));
        if (!complete) {
            json.add("'contextIsComplete':false");
        }
        json.add("'identityPolicies':" + policies(1 + random.nextInt(2), false, true));
        if (chance(4)) {
            json.add("'permissionBoundaries':" + policies(1, false, true));
        }
        if (chance(5)) {
            json.add("'sessionPolicies':" + policies(1, false, true));
        }
        if (chance(2)) {
            json.add("'resourcePolicy':" + policy(true, false));
        }
        if (chance(5)) {
            json.add("'serviceControlPolicies':" + levels(false));
        }
        if (chance(6)) {
            json.add("'resourceControlPolicies':" + levels(true));
        }
        if (chance(6)) {
            json.add("'vpcEndpointPolicies':" + policies(1, chance(2), true));
        }
        return json.toString().replace('\'', '"');
    }

    private String levels(boolean principals) {
        StringJoiner levels = new StringJoiner(",", "[", "]");
        for (int i = random.nextInt(3); i >= 0; i--) {
            levels.add(policies(random.nextInt(3), principals, true));
        }
        return levels.toString();
    }

    private String policies(int count, boolean principals, boolean wide) {
        StringJoiner policies = new StringJoiner(",", "[", "]");
        for (int i = 0; i < count; i++) {
            policies.add(policy(principals, wide));
        }
        return policies.toString();
    }

    private String policy(boolean principals, boolean wide) {
        StringJoiner statements = new StringJoiner(",", "[", "]");
        for (int i = random.nextInt(chance(8) ? 14 : 4); i >= 0; i--) {
            statements.add(statement(principals, wide));
        }
        String version = chance(8) ? "" : "'Version':'2012-10-17',";
        return "{" + version + "'Statement':" + statements + "}";
    }

    private String statement(boolean principals, boolean wide) {
        StringJoiner statement = new StringJoiner(",", "{", "}");
        statement.add(field("Effect", chance(6) ? "Deny" : "Allow"));
        if (principals && !chance(12)) {
            statement.add("'" + (chance(8) ? "Not" : "") + "Principal':" + pick(NAMED));
        }
        statement.add("'" + (chance(8) ? "Not" : "") + "Action':"
                + list(wide && !chance(3) ? new String[] {"*"} : ACTION_PATTERNS));
        if (!principals || !chance(6)) {
            statement.add("'" + (chance(8) ? "Not" : "") + "Resource':"
                    + list(chance(3) ? RESOURCE_PATTERNS : new String[] {"*"}));
        }
        if (!chance(3)) {
            statement.add("'Condition':" + conditions());
        }
        return statement.toString();
    }

    private String conditions() {
        List<String> used = new ArrayList<>();
        StringJoiner block = new StringJoiner(",", "{", "}");
        for (int i = random.nextInt(2); i >= 0; i--) {
            String[] condition = CONDITIONS[random.nextInt(CONDITIONS.length)];
            if (!used.contains(condition[0])) {
                used.add(condition[0]);
                String value = condition[2].replace("'", "\\u0027");
                block.add("'" + condition[0] + "':{'" + condition[1] + "':"
                        + (chance(3) ? "['" + value + "','zz']" : "'" + value + "'") + "}");
            }
        }
        return block.toString();
    }

    private String context(int oneIn) {
        StringJoiner context = new StringJoiner(",", "{", "}");
        for (String[] key : CONTEXT) {
            if (chance(oneIn)) {
                context.add("'" + key[0] + "':" + (chance(10) ? "null" : key[1 + random.nextInt(key.length - 1)]));
            }
        }
        return context.toString();
    }

    private String list(String[] words) {
        if (chance(2)) {
            return "'" + escaped(pick(words)) + "'";
        }
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (int i = random.nextInt(3); i >= 0; i--) {
            list.add("'" + escaped(pick(words)) + "'");
        }
        return list.toString();
    }

    private static String escaped(String word) {
        return word.replace("'", "\\u0027");
    }

    private static String field(String name, String value) {
        return "'" + name + "':'" + value + "'";
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }

    /** True once in so many times. */
    private boolean chance(int times) {
        return random.nextInt(times) == 0;
    }
}
