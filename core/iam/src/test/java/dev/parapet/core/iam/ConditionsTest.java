package dev.parapet.core.iam;

import static dev.parapet.core.iam.Asking.USER;
import static dev.parapet.core.iam.Asking.asked;
import static dev.parapet.core.iam.Asking.decide;
import static dev.parapet.core.iam.Asking.identity;
import static dev.parapet.core.iam.Asking.request;
import static dev.parapet.core.iam.Asking.statement;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When conditions hold: operator, the policy's value, the request's value ({@code -}: absent), and whether it does. */
final class ConditionsTest {
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "StringEquals, a, a, yes",
        "StringEquals, a, A, no",
        "StringEquals, a|b, b, yes",
        "StringEquals, a*, ab, no",
        "StringEquals, a, -, no",
        "StringEquals, a, a|b, no",
        "stringequals, a, a, yes",
        "StringNotEquals, a, b, yes",
        "StringNotEquals, a|b, b, no",
        "StringNotEquals, a, -, yes",
        "StringNotEquals, a, b|c, no",
        "StringEqualsIgnoreCase, a, A, yes",
        "StringNotEqualsIgnoreCase, a, A, no",
        "StringLike, a*c, abbc, yes",
        "StringLike, a?c, abbc, no",
        "StringLike, *, '', yes",
        "StringNotLike, a*, b, yes",
        "StringNotLike, a*|b*, b, no",
        "StringEqualsIfExists, a, -, yes",
        "StringEqualsIfExists, a, b, no",
        "NumericEquals, 5, 5.0, yes",
        "NumericNotEquals, 5, 6, yes",
        "NumericNotEquals, five, 6, no",
        "NumericLessThan, 10, 9, yes",
        "NumericLessThan, 10, 10, no",
        "NumericLessThanEquals, 10, 10, yes",
        "NumericGreaterThan, 10, 11, yes",
        "NumericGreaterThanEquals, 10, -3, no",
        "NumericEquals, 5, 1e1, no",
        "DateLessThan, 2026-01-01T00:00:00Z, 2025-12-31T23:59:59Z, yes",
        "DateLessThan, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, no",
        "DateGreaterThan, 2026-01-01, 1767225601, yes",
        "DateEquals, 2026-01-01T01:00:00+01:00, 2026-01-01T00:00:00Z, yes",
        "DateNotEquals, 2026, 2026-01, no",
        "DateLessThan, soon, 2026-01-01, no",
        "Bool, true, True, yes",
        "Bool, true, false, no",
        "Bool, true, yes, no",
        "Bool, false, -, no",
        "BoolIfExists, false, -, yes",
        "BinaryEquals, QmluYXJ5, QmluYXJ5, yes",
        "IpAddress, 203.0.113.0/24, 203.0.113.9, yes",
        "IpAddress, 203.0.113.0/24, 203.0.114.9, no",
        "IpAddress, 203.0.113.9, 203.0.113.9, yes",
        "IpAddress, 2001:db8::/32, 2001:DB8:1::1, yes",
        "IpAddress, 0.0.0.0/0, 2001:db8::1, no",
        "IpAddress, ::/0, 2001:db8::1, yes",
        "NotIpAddress, 203.0.113.0/24, 198.51.100.7, yes",
        "NotIpAddress, 203.0.113.0/24, nonsense, no",
        "IpAddress, 203.0.113.0/33, 203.0.113.9, no",
        "ArnEquals, arn:aws:sns:*:111122223333:t*, arn:aws:sns:eu-west-1:111122223333:topic, yes",
        "ArnLike, arn:aws:sns:*:111122223333:t*, arn:aws:sns:eu-west-1:444455556666:topic, no",
        "ArnLike, arn:aws:sns:*:topic, arn:aws:sns:eu-west-1:111122223333:topic, no",
        "ArnNotLike, arn:aws:sns:*:111122223333:*, arn:aws:sns:eu-west-1:444455556666:topic, yes",
        "ArnNotEquals, arn:aws:sns:*:111122223333:*, -, yes",
        "ArnNotLike, nonsense, arn:aws:sns:eu-west-1:444455556666:topic, no",
        "'Null', true, -, yes",
        "'Null', true, x, no",
        "'Null', false, x, yes",
        "'Null', false, -, no",
        "ForAnyValue:StringEquals, a|b, b|c, yes",
        "ForAnyValue:StringEquals, a, b|c, no",
        "ForAnyValue:StringEquals, a, -, no",
        "ForAnyValue:StringEquals, a, [], no",
        "ForAnyValue:StringEquals, a, a, yes",
        "ForAllValues:StringEquals, a|b, b|a, yes",
        "ForAllValues:StringEquals, a|b, b|c, no",
        "ForAllValues:StringEquals, a, -, yes",
        "ForAllValues:StringEquals, a, [], yes",
        "ForAllValues:StringNotEquals, a, b|c, yes",
        "ForAnyValue:StringNotEquals, a, a|c, yes",
        "ForAllValues:StringLike, a*|b*, ab|bc, yes",
        "NumericLessThan, 10, 11, no",
        "NumericLessThanEquals, 10, 9, yes",
        "NumericLessThanEquals, 10, 11, no",
        "NumericGreaterThan, 10, 10, no",
        "NumericGreaterThan, 10, 9, no",
        "NumericGreaterThanEquals, 10, 10, yes",
        "NumericGreaterThanEquals, 10, 11, yes",
        "NumericEquals, 10, 11, no",
        "DateLessThan, 2026-01-01, 2026-01-02, no",
        "DateLessThanEquals, 2026-01-02, 2026-01-01, yes",
        "DateLessThanEquals, 2026-01-02, 2026-01-02, yes",
        "DateLessThanEquals, 2026-01-02, 2026-01-03, no",
        "DateGreaterThan, 2026-01-02, 2026-01-01, no",
        "DateGreaterThan, 2026-01-02, 2026-01-02, no",
        "DateGreaterThanEquals, 2026-01-02, 2026-01-01, no",
        "DateGreaterThanEquals, 2026-01-02, 2026-01-02, yes",
        "DateGreaterThanEquals, 2026-01-02, 2026-01-03, yes",
        "DateEquals, 2026-01-02, 2026-01-03, no",
        "Bool, maybe, true, no",
        "Bool, maybe, false, no",
        "BinaryEquals, QmluYXJ5, qmluYXJ5, no",
        "BinaryEquals, ${*}, *, no",
        "'Null', True, -, yes",
        "'Null', maybe, -, no",
        "'Null', maybe, x, no",
        "'Null', true|false, x, yes",
        "'Null', true|false, -, yes",
        "'Null', maybe|false, x, yes",
        "StringEqualsIgnoreCase, az, AZ, yes",
        "StringEqualsIgnoreCase, @[, `{, no",
        "StringEqualsIgnoreCase, AZ@[, az@[, yes",
        "StringEqualsIgnoreCase, ab, abc, no",
        "StringEqualsIgnoreCase, abc, ab, no",
        "StringEqualsIgnoreCase, É, é, yes",
        "StringEqualsIgnoreCase, É, è, no",
        "StringEquals, ab, abc, no",
        "StringEquals, abc, ab, no",
        "StringLike, a*b*c, abbcbc, yes",
        "StringLike, a*b*c, abbcb, no",
        "StringLike, *a*, bab, yes",
        "StringLike, a**, a, yes",
        "StringLike, **, '', yes",
        "StringLike, ?, '', no",
        "StringLike, ?, a, yes",
        "StringLike, a*?, a, no",
        "StringLike, *?b, ab, yes",
        "StringLike, *?b, b, no",
        "StringLike, a*, a, yes",
        "StringLike, ab*, a, no",
        "StringLike, aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd*e*ffffffffffffffffffffffffffffffffffffffff, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddxeyffffffffffffffffffffffffffffffffffffffff, yes",
        "StringLike, aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd*e*ffffffffffffffffffffffffffffffffffffffff, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddxeyfffffffffffffffffffffffffffffffffffffff, no",
        "ArnEquals, arn:aws:sns:eu-west-1:111122223333:t, arn:aws:sns:eu-west-1:111122223333:t, yes",
        "ArnEquals, arn:aws:sns:eu-west-1:111122223333:t, arnx:aws:sns:eu-west-1:111122223333:t, no",
        "ArnEquals, arn:aws:sns:eu-west-1:111122223333:t, arn:aws-cn:sns:eu-west-1:111122223333:t, no",
        "ArnEquals, arn:aws:sns:eu-west-1:111122223333:t, arn:aws:sqs:eu-west-1:111122223333:t, no",
        "ArnEquals, arn:aws:sns:eu-west-1:111122223333:t, arn:aws:sns:eu-west-2:111122223333:t, no",
        "ArnEquals, arn:aws:sns:eu-west-1:111122223333:t, arn:aws:sns:eu-west-1:444455556666:t, no",
        "ArnEquals, arn:aws:sns:eu-west-1:111122223333:t, arn:aws:SNS:eu-west-1:111122223333:t, no",
        "ArnEquals, arn:aws:sns:eu-west-1:111122223333:t, arn:aws:sns:eu-west-1:111122223333:t:u, no",
        "ArnLike, :*::::t, :a::::t, yes",
        "ArnLike, *, arn:aws:sns:eu-west-1:111122223333:t, no",
        "ArnLike, arn:aws:sns:*:*:*, topic, no",
        "ArnNotLike, arn:aws:sns:*:*:*, topic, no",
        "ArnNotEquals, arn:aws:sns:*:*, arn:aws:sqs:eu-west-1:111122223333:t, no",
        "StringSortOf, a, a, no",
    })
    void single(String operator, String wanted, String given, String holds) {
        assertThat(asked(operator, wanted, given))
                .isEqualTo(holds.equals("yes") ? "allowed by identity[0] 0" : "implicitDeny");
    }

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables</a> of which none has a value. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "StringEquals; ${x, \\u0027a\\u0027}; a; yes",
                "StringEquals; ${x,\\u0027a\\u0027}b; ab; yes",
                "StringEquals; p${x, \\u0027\\u0027}q; pq; yes",
                "StringEquals; ${x, a}; a; no",
                "StringEquals; ${x, \\u0027}; \\u0027; no",
                "StringEquals; ${x, \\u0027a}; a; no",
                "StringEquals; ${x, a\\u0027}; a; no",
                "StringEquals; ${}; x; no",
                "StringNotEquals; ${x}; a; no",
                "StringNotEquals; ${x, \\u0027a\\u0027}; b; yes",
                "StringEquals; ${*}; *; yes",
                "StringEquals; ${?}; ?; yes",
                "StringEquals; ${$}; $; yes",
                "StringEquals; ${$}{a}; ${a}; yes",
                "StringEquals; ${a; ${a; yes",
                "StringEquals; $; $; yes",
                "StringEquals; a$; a$; yes",
                "StringEquals; $a}; $a}; yes",
                "StringEquals; $a${*}; $a*; yes",
                "StringEquals; $${*}; $*; yes",
                "StringEquals; a}b${*}c; a}b*c; yes",
                "StringEquals; }${*}; }*; yes",
                "StringEquals; ${*}${; *${; yes",
                "StringEquals; ${*; ${*; yes",
                "StringLike; ${*}; a; no",
                "StringLike; a${?}b; a?b; yes",
                "StringLike; a${?}b; acb; no",
                "StringLike; a${x, \\u0027*\\u0027}; ab; no",
                "StringLike; ${x, \\u0027a\\u0027}*c; abc; yes",
                "StringEqualsIgnoreCase; ${x, \\u0027A\\u0027}b; aB; yes",
                "Bool; ${x, \\u0027true\\u0027}; true; yes",
                "Bool; ${x, \\u0027TRUE\\u0027}; false; no",
                "Bool; ${x, \\u0027false\\u0027}; false; yes",
                "Bool; ${x, \\u0027false\\u0027}; true; no",
                "Bool; ${x, \\u0027maybe\\u0027}; true; no",
                "Bool; ${x}; true; no",
                "ArnEquals; ${x, \\u0027arn:aws:sns:eu-west-1:111122223333:t\\u0027}; arn:aws:sns:eu-west-1:111122223333:t; yes",
                "ArnEquals; arn:aws:sns:*:111122223333:${x, \\u0027t\\u0027}; arn:aws:sns:eu-west-1:111122223333:t; yes",
                "ArnEquals; arn:aws:sns:*:111122223333:${x, \\u0027t\\u0027}; arn:aws:sns:eu-west-1:111122223333:u; no",
                "ArnEquals; arn:aws:${x, \\u0027sns\\u0027}:*:*:t*; arn:aws:sns:eu-west-1:111122223333:topic; yes",
                "ArnNotEquals; arn:aws:sns:*:*:${x, \\u0027t\\u0027}; arn:aws:sns:eu-west-1:111122223333:u; yes",
                "ArnNotEquals; arn:aws:sns:*:*:${x, \\u0027t\\u0027}; topic; no",
                "ArnNotEquals; arn:aws:sns:*:*:${x}; arn:aws:sns:eu-west-1:111122223333:u; no",
                "ArnNotEquals; ${x, \\u0027t\\u0027}; arn:aws:sns:eu-west-1:111122223333:u; no",
                "ForAllValues:StringLike; ${x, \\u0027a\\u0027}*|b; ab|b; yes",
            })
    void variables_and_what_looks_like_them(String operator, String wanted, String given, String holds) {
        assertThat(asked(operator, wanted, given))
                .isEqualTo(holds.equals("yes") ? "allowed by identity[0] 0" : "implicitDeny");
    }

    /** The key of the variable is in the request with a value, with several, or not known. */
    @ParameterizedTest(name = "{0} {1} {2} with {3}: {4}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "StringEquals; ${aws:userid}; me; 'me'; yes",
                "StringEquals; ${aws:userid}; me; 'you'; no",
                "StringEquals; ${aws:userid}; me; ['me','you']; no",
                "StringNotEquals; ${aws:userid}; me; ['me','you']; no",
                "StringEquals; ${aws:userid}; me; null; no",
                "StringEquals; ${aws:userid, \\u0027me\\u0027}; me; null; yes",
                "StringEquals; ${aws:userid, \\u0027me\\u0027}; me; ['me']; no",
                "StringEquals; ${aws:userid}; me; -; open",
                "StringEquals; a${aws:userid}; me; -; no",
                "StringNotEquals; ${aws:userid}; me; -; open",
                "StringNotEquals; a${aws:userid}|me; me; -; no",
                "StringEquals; a${aws:userid}|me; me; -; yes",
                "Bool; ${aws:userid}; true; -; open",
                "Bool; ${aws:userid}; true; 'true'; yes",
                "Bool; ${aws:userid}; true; ['true']; no",
                "Bool; x${aws:userid}; true; -; no",
                "Bool; f${aws:userid}; true; -; no",
                "Bool; f${aws:userid}; false; -; open",
                "ArnEquals; ${aws:userid}; arn:aws:sns:eu-west-1:111122223333:t; -; open",
                "ArnEquals; ${aws:userid}; arn:aws:sns:eu-west-1:111122223333:t; 'arn:aws:sns:eu-west-1:111122223333:t'; yes",
                "ArnEquals; arn:aws:sns:*:*:${aws:userid}; arn:aws:sns:eu-west-1:111122223333:t; -; open",
                "ArnEquals; arn:aws:sqs:*:*:${aws:userid}; arn:aws:sns:eu-west-1:111122223333:t; -; no",
                "ArnEquals; arn:aws:sns:*:*:${aws:userid}; arn:aws:sns:eu-west-1:111122223333:t; ['t']; no",
                "ArnNotEquals; arn:aws:sns:*:*:${aws:userid}; arn:aws:sns:eu-west-1:111122223333:t; ['t']; no",
                "ArnNotEquals; arn:aws:sns:*:*:${aws:userid}; arn:aws:sns:eu-west-1:111122223333:t; -; open",
            })
    void variables_with_values(String operator, String wanted, String given, String value, String holds) {
        String key = value.equals("-") ? "" : ",'aws:userid':" + value;
        String decision = decide(request(
                USER,
                "s3:GetObject",
                "arn:aws:s3:::b/k",
                identity(statement(
                        "Allow",
                        "s3:GetObject",
                        "*",
                        "'Condition':{'" + operator + "':{'k':['" + wanted.replace("|", "','") + "']}}")),
                "'context':{'k':'" + given + "'" + key + "}",
                "'contextIsComplete':false"));
        assertThat(decision)
                .isEqualTo(
                        switch (holds) {
                            case "yes" -> "allowed by identity[0] 0";
                            case "no" -> "implicitDeny";
                            default -> "undetermined without aws:userid";
                        });
    }

    @Test
    void all_keys_and_operators_must_hold() {
        String both = statement(
                "Allow", "s3:GetObject", "*", "'Condition':{'StringEquals':{'a':'1','b':'2'},'Bool':{'c':'true'}}");
        String object = "arn:aws:s3:::b/k";
        assertThat(decide(
                        request(USER, "s3:GetObject", object, identity(both), "'context':{'a':'1','b':'2','c':true}")))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(
                        request(USER, "s3:GetObject", object, identity(both), "'context':{'a':'1','b':'3','c':true}")))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, "s3:GetObject", object, identity(both), "'context':{'a':'1','b':'2'}")))
                .isEqualTo("implicitDeny");
    }

    @Test
    void variables_stand_in_values() {
        String own = statement(
                "Allow",
                "s3:GetObject",
                "*",
                "'Condition':{'StringEquals':{'aws:ResourceTag/team':'${aws:PrincipalTag/team}'}}");
        String object = "arn:aws:s3:::b/k";
        assertThat(decide(request(
                        USER,
                        "s3:GetObject",
                        object,
                        identity(own),
                        "'context':{'aws:ResourceTag/team':'red','aws:PrincipalTag/team':'red'}")))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(
                        USER, "s3:GetObject", object, identity(own), "'context':{'aws:ResourceTag/team':'red'}")))
                .isEqualTo("implicitDeny");
        String other = own.replace("StringEquals", "StringNotEquals");
        assertThat(decide(request(
                        USER, "s3:GetObject", object, identity(other), "'context':{'aws:ResourceTag/team':'red'}")))
                .isEqualTo("implicitDeny");
    }

    @Test
    void what_hangs_on_an_unknown_key_is_undetermined() {
        String open = "'contextIsComplete':false";
        assertThat(asked("StringEquals", "a", "-", open)).isEqualTo("undetermined without k:key");
        assertThat(asked("StringEquals", "a", "a", open)).isEqualTo("allowed by identity[0] 0");
        String object = "arn:aws:s3:::b/k";
        String allow = statement("Allow", "s3:GetObject", "*");
        String deny = statement("Deny", "s3:*", "*", "'Condition':{'Bool':{'aws:SecureTransport':'false'}}");
        assertThat(decide(request(USER, "s3:GetObject", object, identity(allow, deny), open)))
                .isEqualTo("undetermined without aws:securetransport");
        assertThat(decide(request(
                        USER,
                        "s3:GetObject",
                        object,
                        identity(allow, deny),
                        open,
                        "'context':{'aws:SecureTransport':null}")))
                .isEqualTo("allowed by identity[0] 0");
        // A second statement settles it.
        String narrow = statement("Allow", "s3:GetObject", "*", "'Condition':{'StringEquals':{'x':'1'}}");
        assertThat(decide(request(USER, "s3:GetObject", object, identity(narrow, allow), open)))
                .isEqualTo("allowed by identity[0] 1");
        assertThat(decide(request(USER, "s3:PutObject", object, identity(narrow), open)))
                .isEqualTo("implicitDeny");
        String mine = statement("Allow", "s3:GetObject", "arn:aws:s3:::b/${aws:userid}");
        assertThat(decide(request(USER, "s3:GetObject", object, identity(mine), open)))
                .isEqualTo("undetermined without aws:userid");
        assertThat(decide(request(USER, "s3:GetObject", "arn:aws:s3:::c/k", identity(mine), open)))
                .isEqualTo("implicitDeny");
    }

    /** A variable may turn out to have no value, and then nothing is beyond its pattern either. */
    @Test
    void what_is_beyond_a_variable_hangs_on_its_value() {
        String open = "'contextIsComplete':false";
        String elsewhere = "{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::b/${aws:userid}'}";
        assertThat(decide(request(USER, "s3:GetObject", "arn:aws:s3:::c/k", identity(elsewhere), open)))
                .isEqualTo("undetermined without aws:userid");
        assertThat(decide(request(
                        USER,
                        "s3:GetObject",
                        "arn:aws:s3:::c/k",
                        identity(elsewhere),
                        open,
                        "'context':{'aws:userid':'me'}")))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(asked("StringNotEquals", "a${aws:userid}", "b", open)).isEqualTo("undetermined without aws:userid");
        assertThat(asked("StringNotLike", "a${aws:userid}", "b")).isEqualTo("implicitDeny");
    }
}
