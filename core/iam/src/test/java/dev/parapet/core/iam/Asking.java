package dev.parapet.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.compiled.LineEvaluator;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import java.nio.charset.StandardCharsets;

/** Requests in JSON in, decisions in a line out. */
final class Asking {
    static final String USER = "arn:aws:iam::111122223333:user/alice";
    static final String ROLE = "arn:aws:iam::111122223333:role/app/worker";
    static final String SESSION = "arn:aws:sts::111122223333:assumed-role/worker/one";
    static final String FEDERATED = "arn:aws:sts::111122223333:federated-user/alice";
    static final String ROOT = "arn:aws:iam::111122223333:root";
    static final String STRANGER = "arn:aws:iam::444455556666:user/bob";
    static final String OBJECT = "arn:aws:s3:::orders/1.json";

    private Asking() {}

    /** A request in the account 111122223333, followed by further fields. */
    static String request(String principal, String action, String resource, String... fields) {
        StringBuilder json = new StringBuilder("{'principal':'" + principal + "','action':'" + action + "','resource':'"
                + resource + "','resourceAccount':'111122223333'");
        for (String field : fields) {
            json.append(',').append(field);
        }
        return json.append('}').toString();
    }

    /** A policy of some statements. */
    static String policy(String... statements) {
        return "{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}";
    }

    /** A statement, followed by further elements. */
    static String statement(String effect, String action, String resource, String... elements) {
        StringBuilder json =
                new StringBuilder("{'Effect':'" + effect + "','Action':'" + action + "','Resource':'" + resource + "'");
        for (String element : elements) {
            json.append(',').append(element);
        }
        return json.append('}').toString();
    }

    static String identity(String... statements) {
        return "'identityPolicies':[" + policy(statements) + "]";
    }

    static String boundary(String... statements) {
        return "'permissionBoundaries':[" + policy(statements) + "]";
    }

    static String session(String... statements) {
        return "'sessionPolicies':[" + policy(statements) + "]";
    }

    static String resource(String... statements) {
        return "'resourcePolicy':" + policy(statements);
    }

    static String aws(String principal) {
        return "'Principal':{'AWS':'" + principal + "'}";
    }

    /**
     * The decision on a request whose only statement has one condition, on the key {@code k:Key}. {@code a|b} is a list of two values, {@code []}
     * an empty one, {@code -} for {@code given} no value.
     */
    static String asked(String operator, String wanted, String given, String... more) {
        String[] fields = new String[more.length + 2];
        fields[0] = identity(statement(
                "Allow", "s3:GetObject", "*", "'Condition':{'" + operator + "':{'k:Key':" + values(wanted) + "}}"));
        fields[1] = given.equals("-") ? "'context':{}" : "'context':{'K:key':" + values(given) + "}";
        System.arraycopy(more, 0, fields, 2, more.length);
        return decide(request(USER, "s3:GetObject", "arn:aws:s3:::b/k", fields));
    }

    private static String values(String text) {
        if (text.equals("[]")) {
            return "[]";
        }
        return text.indexOf('|') < 0 ? "'" + text + "'" : "['" + text.replace("|", "','") + "']";
    }

    /** Whether a condition holds. */
    static boolean holds(String operator, String wanted, String given) {
        return asked(operator, wanted, given).equals("allowed by identity[0] 0");
    }

    /** The decision and what it rests on, which all evaluators agree on. */
    static String decide(String request) {
        return switch (BatchRequest.read(Json.of(request))) {
            case BatchRequest.Read.Broken broken -> "error: " + broken.error();
            case BatchRequest.Read.Asked(BatchRequest asked) -> {
                String decided = shown(ReferenceEvaluator.evaluate(asked.request(), asked.policies()));
                assertThat(shown(CompiledPolicies.of(asked.policies()).evaluate(asked.request())))
                        .isEqualTo(decided);
                byte[] line = request.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
                LineEvaluator.Decided onLine = new LineEvaluator().decide(line, 0, line.length);
                // What is not plain is left to the others.
                if (onLine != null) {
                    assertThat(shown(onLine)).isEqualTo(decided);
                }
                yield decided;
            }
        };
    }

    static String shown(Answer answer) {
        Citation by = answer.decidedBy();
        return answer.decision().word()
                + (by == null ? "" : " by " + by.policy() + " " + by.statement().name())
                + (answer.missing().isEmpty() ? "" : " without " + String.join(", ", answer.missing()));
    }

    static String shown(LineEvaluator.Decided decided) {
        return decided.decision().word()
                + (decided.policy() == null ? "" : " by " + decided.policy() + " " + decided.statement())
                + (decided.missing().isEmpty() ? "" : " without " + String.join(", ", decided.missing()));
    }
}
