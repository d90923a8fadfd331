package dev.parapet.core.iam.oracle;

import dev.parapet.core.iam.oracle.PolicyText.ConditionText;
import dev.parapet.core.iam.oracle.PolicyText.StatementText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes pairs of identity policies from a seed: a policy and what became of it by one small edit, or by being said in another way, or
 * by statements more, so that about as many are contained in the other as are not.
 */
final class PolicyPairs {
    /** A policy and another one. */
    record Pair(PolicyText first, PolicyText second) {}

    private static final List<String> ACTIONS = List.of(
            "*",
            "sqs:*",
            "sqs:SendMessage",
            "sqs:*Message",
            "sqs:Get*",
            "SQS:sendmessage",
            "sqs:?e*Message*",
            "sns:Publish",
            "sns:*",
            "sns:*e",
            "sns:List*",
            "sns:*Topic",
            "lambda:InvokeFunction",
            "lambda:*Function",
            "lambda:Get*",
            "lambda:*",
            "lambda:ListFunctions",
            "made-up:*",
            "made-up:New",
            "made-up:N?w",
            "made-up:*e*");
    private static final List<String> PIECES = List.of("a", "b", "B", "log", "/", "/", "*", "?", "-1");
    private static final List<String> REGIONS = List.of("*", "eu-west-1", "eu-*", "us-east-1", "EU-west-?");
    private static final List<String> ACCOUNTS = List.of("*", "111122223333", "1111*", "444455556666");

    private final Random random;
    private final PolicyEdits edits;

    PolicyPairs(long seed) {
        random = new Random(seed);
        edits = new PolicyEdits(random, this);
    }

    /** The next pair. */
    Pair next() {
        PolicyText first = policy();
        PolicyText second = switch (random.nextInt(10)) {
            case 0 -> policy();
            case 1 -> edits.saidDifferently(first);
            case 2, 3 -> edits.withMore(first);
            case 4 -> edits.edited(edits.saidDifferently(first));
            case 5 -> edits.edited(edits.edited(first));
            default -> edits.edited(first);
        };
        return chance(2) ? new Pair(first, second) : new Pair(second, first);
    }

    private PolicyText policy() {
        List<StatementText> statements = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            statements.add(statement(i > 0 && chance(3)));
        }
        return new PolicyText(statements);
    }

    StatementText statement(boolean deny) {
        List<ConditionText> conditions = new ArrayList<>();
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            ConditionText condition = condition();
            if (conditions.stream().noneMatch(each -> each.operator().equals(condition.operator()))) {
                conditions.add(condition);
            }
        }
        boolean notAction = chance(8);
        List<String> actions = new ArrayList<>();
        for (int i = chance(2) ? 0 : random.nextInt(3); i >= 0; i--) {
            actions.add(action());
        }
        List<String> resources = new ArrayList<>();
        for (int i = chance(2) ? 0 : random.nextInt(3); i >= 0; i--) {
            resources.add(resource());
        }
        return new StatementText(deny, notAction, actions, chance(8), resources, conditions);
    }

    String action() {
        return pick(ACTIONS);
    }

    String resource() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> "*";
            case 2 -> "arn:aws:sqs:" + pick(REGIONS) + ":" + pick(ACCOUNTS) + ":" + pieces(2);
            case 3 -> "arn:aws:sns:" + pick(REGIONS) + ":" + pick(ACCOUNTS) + ":" + pieces(2);
            case 4 -> "arn:aws:s3:::" + pieces(5);
            case 5 -> "arn:*:s3:::" + pieces(3) + ":" + pieces(2);
            case 6 ->
                chance(3)
                        ? "arn:aws:s3:::b/" + pick(List.of("${aws:username}", "${aws:PrincipalTag/t}")) + "/*"
                        : "arn:aws:S3:::" + pieces(4);
            default -> pick(List.of("arn:aws:s3", "arn:aws:s*:*:*:*", "arn:aws:sqs:*", "arn:aws*:sns:*:*:*"));
        };
    }

    private String pieces(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append(pick(PIECES));
        }
        return text.toString();
    }

    ConditionText condition() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> text(pick(List.of("aws:username", "aws:PrincipalTag/t")), "");
            case 2 -> text("aws:TagKeys", pick(List.of("ForAnyValue:", "ForAllValues:")));
            case 3 ->
                new ConditionText(
                        pick(List.of(
                                "NumericEquals",
                                "NumericNotEquals",
                                "NumericLessThan",
                                "NumericLessThanEquals",
                                "NumericGreaterThan",
                                "NumericGreaterThanEqualsIfExists")),
                        "s3:max-keys",
                        values(List.of("5", "5.5", "+6", "7", "-1", "many")));
            case 4 ->
                new ConditionText(
                        pick(List.of(
                                "DateEquals",
                                "DateNotEquals",
                                "DateLessThan",
                                "DateLessThanEquals",
                                "DateGreaterThan",
                                "DateGreaterThanEqualsIfExists")),
                        "aws:CurrentTime",
                        values(List.of("2026-01-01T00:00:00Z", "2026-06-01T00:00:00+02:00", "1767225600", "2026")));
            case 5 ->
                new ConditionText(
                        pick(List.of("Bool", "BoolIfExists")),
                        "aws:SecureTransport",
                        values(List.of("true", "false", "True")));
            case 6 ->
                new ConditionText(
                        pick(List.of("IpAddress", "NotIpAddress", "IpAddressIfExists", "NotIpAddressIfExists")),
                        "aws:SourceIp",
                        values(List.of(
                                "10.0.0.0/8",
                                "10.1.0.0/16",
                                "10.1.2.3",
                                "10.128.0.0/9",
                                "10.0.0.0/9",
                                "2001:db8::/32",
                                "2001:db8:1::/48",
                                "0.0.0.0/0")));
            case 7 ->
                new ConditionText(
                        pick(List.of("ArnLike", "ArnEquals", "ArnNotLike", "ArnLikeIfExists")),
                        "aws:SourceArn",
                        values(List.of(
                                "arn:aws:sns:*:111122223333:t*",
                                "arn:aws:sns:eu-west-1:111122223333:t",
                                "arn:aws:sns:*:*:*",
                                "arn:aws:s3:::b?",
                                "arn:aws:sns:eu-*:1*:?:t")));
            default ->
                new ConditionText(
                        "Null",
                        pick(List.of("aws:username", "aws:TagKeys", "s3:max-keys", "aws:SourceIp")),
                        List.of(pick(List.of("true", "false"))));
        };
    }

    private ConditionText text(String key, String quantifier) {
        String operator = quantifier
                + pick(List.of(
                        "StringEquals",
                        "StringNotEquals",
                        "StringLike",
                        "StringLike",
                        "StringNotLike",
                        "StringEqualsIgnoreCase",
                        "StringNotEqualsIgnoreCase"))
                + (chance(4) ? "IfExists" : "");
        return new ConditionText(
                operator,
                key,
                values(List.of(
                        "a",
                        "A",
                        "ab",
                        "a*",
                        "*b",
                        "a?",
                        "*",
                        "?",
                        "b",
                        key.equals("aws:username") ? "c" : "${aws:username}")));
    }

    private List<String> values(List<String> words) {
        List<String> some = new ArrayList<>(words);
        Collections.shuffle(some, random);
        return some.subList(0, chance(2) ? 1 : 1 + random.nextInt(3));
    }

    <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** True once in so many times. */
    boolean chance(int times) {
        return random.nextInt(times) == 0;
    }
}
