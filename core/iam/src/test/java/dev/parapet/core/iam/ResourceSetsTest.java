package dev.parapet.core.iam;

import static dev.parapet.core.iam.Asking.USER;
import static dev.parapet.core.iam.Asking.decide;
import static dev.parapet.core.iam.Asking.identity;
import static dev.parapet.core.iam.Asking.request;
import static dev.parapet.core.iam.Asking.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request for a set of resources fares as those of its resources do, asked one by one. */
final class ResourceSetsTest {
    private static final String GET = "s3:GetObject";
    private static final String[] SIGNS = {"a", "b", "*", "?", "*a", "b*", "A"};

    /** All texts of up to four of the letters that patterns name, and one that they don't. */
    private static final List<String> TEXTS = texts(4);

    private static List<String> texts(int most) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; i < texts.size() && texts.get(i).length() < most; i++) {
            for (String letter : List.of("a", "b", "A", "x")) {
                texts.add(texts.get(i) + letter);
            }
        }
        return texts;
    }

    @Test
    void sets_fare_as_their_resources_do() {
        Random random = new Random(20261125);
        int[] decisions = new int[3];
        for (int i = 0; i < 150; i++) {
            String set = pattern(random, 2).replace("?", "") + "*";
            List<String> statements = new ArrayList<>();
            for (int s = random.nextInt(3); s >= 0; s--) {
                String element = random.nextInt(4) == 0 ? "NotResource" : "Resource";
                statements.add("{'Effect':'" + (random.nextInt(5) < 2 ? "Deny" : "Allow") + "','Action':'*','" + element
                        + "':'arn:aws:s3:::" + pattern(random, 2) + "'}");
            }
            String policies = identity(statements.toArray(String[]::new));
            String decision = decide(request(USER, GET, "arn:aws:s3:::" + set, policies));
            assertThat(decision.replaceFirst(" .*", ""))
                    .as(set + " under " + policies)
                    .isEqualTo(expected(set, statements));
            decisions["aei".indexOf(decision.charAt(0))]++;
        }
        assertThat(Arrays.stream(decisions).min().orElse(0)).isGreaterThan(15);
    }

    private static String expected(String set, List<String> statements) {
        List<String> allows =
                statements.stream().filter(s -> s.contains("Allow")).toList();
        boolean all = true;
        boolean instead = false;
        for (String text : TEXTS) {
            if (!text.matches(set.replace("*", ".*"))) {
                continue;
            }
            String arn = "arn:aws:s3:::" + text;
            String one = decide(request(USER, GET, arn, identity(statements.toArray(String[]::new))));
            if (one.startsWith("allowed")) {
                return "allowed";
            }
            all &= one.startsWith("explicitDeny");
            instead |= one.startsWith("explicitDeny")
                    && decide(request(USER, GET, arn, identity(allows.toArray(String[]::new))))
                            .startsWith("allowed");
        }
        return all || instead ? "explicitDeny" : "implicitDeny";
    }

    private static String pattern(Random random, int most) {
        StringBuilder pattern = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            pattern.append(SIGNS[random.nextInt(SIGNS.length)]);
        }
        return pattern.toString().replace("**", "*");
    }

    /** Patterns of any kind of policy part a set, and so do those of many places and of all parts of an ARN. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "arn:aws:s3:::b/*; 'permissionBoundaries':[%s]; allowed",
                "arn:aws:s3:::b/*; 'sessionPolicies':[%s]; allowed",
                "arn:aws:s3:::b/*; 'serviceControlPolicies':[[%s]]; allowed",
                "arn:aws:s3:::b/*; 'vpcEndpointPolicies':[%s]; allowed",
                "arn:aws:s3:::c/*; 'permissionBoundaries':[%s]; implicitDeny",
                "arn:aws:s3:::c/*; 'serviceControlPolicies':[[%s]]; implicitDeny",
            })
    void policies_of_all_kinds_part_a_set(String set, String field, String decision) {
        String some = Asking.policy(statement("Allow", "*", "arn:aws:s3:::b/some/?/thing"));
        assertThat(decide(request(USER, GET, set, identity(statement("Allow", "*", "*")), field.formatted(some))))
                .startsWith(decision);
    }

    @Test
    void denies_of_control_and_resource_policies_part_a_set() {
        String all = identity(statement("Allow", "*", "*"));
        String elsewhere = "{'Effect':'Deny','Action':'*','NotResource':'arn:aws:s3:::b/x','Principal':'*'}";
        for (String field : List.of("'resourceControlPolicies':[[%s]]", "'resourcePolicy':%s")) {
            assertThat(decide(request(USER, GET, "arn:aws:s3:::b/*", all, field.formatted(Asking.policy(elsewhere)))))
                    .isEqualTo("allowed by identity[0] 0");
            assertThat(decide(request(USER, GET, "arn:aws:s3:::c/*", all, field.formatted(Asking.policy(elsewhere)))))
                    .startsWith("explicitDeny");
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "arn:aws:s3:::homes/${aws:username}/*; 'alice'; allowed",
                "arn:aws:s3:::homes/${aws:username}/*; ['alice','bob']; implicitDeny",
                "arn:aws:s3:::homes/${aws:username}/*; null; implicitDeny",
                "arn:aws:s3:::homes/${aws:username, \\u0027guest\\u0027}/*; null; allowed",
                "arn:aws:s3:::shared/${aws:username}/*; 'alice'; implicitDeny",
            })
    void variables_in_patterns_of_a_set(String pattern, String username, String decision) {
        assertThat(decide(request(
                        USER,
                        GET,
                        "arn:aws:s3:::homes/*",
                        identity(statement("Allow", GET, pattern)),
                        "'context':{'aws:username':" + username + "}")))
                .startsWith(decision);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "arn:aws:sqs:EU-west-1:*:q, arn:aws:sqs:*:*:*, allowed",
        "arn:aws:sqs:eu-*-1:111122223333:q*z, arn:aws:sqs:eu-west-*:*:*, allowed",
        "arn:aws:sqs:us-*:*:q, arn:aws:sqs:eu-*:*:*, implicitDeny",
        "arn:aws:sqs:*:q, arn:aws:sqs:eu-west-1:111122223333:q*, implicitDeny",
        "arn:aws:logs:*:*:log-group:/aws/lambda/a-long-name-of-a-function-that-takes-many-places:log-stream:*, arn:aws:logs:eu-west-1:111122223333:log-group:/aws/*, allowed",
        "arn:aws:logs:*:*:log-group:/aws/lambda/a-long-name-of-a-function-that-takes-many-places:log-stream:*, arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/a-long-name-of-a-function-that-takes-many-placez*, implicitDeny",
        "arn:aws:s3:::orders, *, allowed",
        "orders, *, implicitDeny",
    })
    void long_patterns_and_all_parts(String pattern, String set, String decision) {
        assertThat(decide(request(USER, "x:DoIt", set, identity(statement("Allow", "*", pattern)))))
                .startsWith(decision);
    }
}
