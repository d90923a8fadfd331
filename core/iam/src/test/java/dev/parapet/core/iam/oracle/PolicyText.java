package dev.parapet.core.iam.oracle;

import dev.parapet.core.iam.Json;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import java.util.List;
import java.util.stream.Collectors;

/** An identity policy that can be edited and written down. */
record PolicyText(List<StatementText> statements) {
    /** A statement. */
    record StatementText(
            boolean deny,
            boolean notAction,
            List<String> actions,
            boolean notResource,
            List<String> resources,
            List<ConditionText> conditions) {
        private String json() {
            return "{'Effect':'" + (deny ? "Deny" : "Allow") + "','" + (notAction ? "Not" : "") + "Action':"
                    + list(actions) + ",'" + (notResource ? "Not" : "") + "Resource':" + list(resources)
                    + (conditions.isEmpty()
                            ? ""
                            : ",'Condition':"
                                    + conditions.stream()
                                            .map(ConditionText::json)
                                            .collect(Collectors.joining(",", "{", "}")))
                    + "}";
        }
    }

    /** A condition; a policy has each operator once in a statement. */
    record ConditionText(String operator, String key, List<String> values) {
        private String json() {
            return "'" + operator + "':{'" + key + "':" + list(values) + "}";
        }
    }

    private static String list(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(",", "[", "]"));
    }

    /** The document. */
    String json() {
        return statements.stream()
                .map(StatementText::json)
                .collect(Collectors.joining(",", "{'Version':'2012-10-17','Statement':[", "]}"))
                .replace('\'', '"');
    }

    /** The document as it is read. */
    Policy policy() {
        return PolicyReader.read(Json.of(json())).policy();
    }
}
