package dev.parapet.core.triage;

import static dev.parapet.core.triage.Application.mapping;
import static dev.parapet.core.triage.Application.sequence;
import static dev.parapet.core.triage.Application.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataSuppressionTest {
    private static final String TEMPLATE = """
            Resources:
              Orders:
                Type: AWS::Any::Thing
              Mail:
                Type: AWS::Any::Thing
            """;
    private static final String[] IDS = {
        "CKV_AWS_1", "W11", "AwsSolutions-IAM5", "ES1001", "guard:S3_BUCKET_LOGGING_ENABLED"
    };

    /** A finding about Orders, one about a role generated from it, one about Mail; each has an id of every tool. */
    private static String on(Value.Mapping resource, Value.Mapping template) {
        return new Application(TEMPLATE)
                .metadata(template)
                .resource("Orders", null, resource)
                .finding("wide", "  Orders:", "Action s3:* is allowed", IDS)
                .resource("OrdersRole", "Orders", mapping(Map.of()))
                .finding("wide", "  Orders:", "Action sqs:* is allowed", IDS)
                .resource("Mail")
                .finding("wide", "  Mail:", "Action s3:* is allowed", IDS)
                .outcome();
    }

    private static String on(Value.Mapping resource) {
        return on(resource, mapping(Map.of()));
    }

    private static Value.Mapping rules(String section, String list, Map<String, Value> rule) {
        return mapping(Map.of(section, mapping(Map.of(list, sequence(mapping(rule))))));
    }

    private static String both(String by, String reason) {
        return "wide Orders <- BY [WHY] 1\nwide OrdersRole <- BY [WHY] 1\nwide Mail\n"
                .replace("BY", by)
                .replace("WHY", reason);
    }

    @Test
    void itHoldsForTheResourceAndWhatIsGeneratedFromIt() {
        assertThat(on(rules("checkov", "skip", Map.of("id", text("CKV_AWS_1"), "comment", text("known")))))
                .isEqualTo(both("checkov skip CKV_AWS_1", "known"));
        assertThat(on(rules("cfn_nag", "rules_to_suppress", Map.of("id", text("W11"), "reason", text("known")))))
                .isEqualTo(both("cfn_nag rules_to_suppress W11", "known"));
        assertThat(on(rules("cdk_nag", "rules_to_suppress", Map.of("id", text("AwsSolutions-IAM5")))))
                .isEqualTo(both("cdk_nag rules_to_suppress AwsSolutions-IAM5", ""));
        assertThat(on(mapping(Map.of(
                        "guard", mapping(Map.of("SuppressedRules", sequence(text("S3_BUCKET_LOGGING_ENABLED"))))))))
                .isEqualTo(both("guard SuppressedRules S3_BUCKET_LOGGING_ENABLED", ""));
    }

    @Test
    void anIdOfOneToolIsNoneOfAnother() {
        assertThat(on(rules("cfn_nag", "rules_to_suppress", Map.of("id", text("W1")))))
                .isEqualTo("wide Orders\nwide OrdersRole\nwide Mail\n");
    }

    private static Value.Mapping lint(String id) {
        return mapping(Map.of(
                "cfn-lint", mapping(Map.of("config", mapping(Map.of("ignore_checks", sequence(text(id))))))));
    }

    @Test
    void cfnLintIgnoresByPrefixOnAResourceOrATemplate() {
        assertThat(on(lint("ES1"))).isEqualTo(both("cfn-lint ignore_checks ES1", ""));
        assertThat(on(lint("W"))).doesNotContain("<-");
        assertThat(on(mapping(Map.of()), lint("E")))
                .isEqualTo(
                        both("cfn-lint ignore_checks E", "").replace("Mail", "Mail <- cfn-lint ignore_checks E [] 1"));
    }

    @Test
    void cdkNagHoldsForWhatItAppliesTo() {
        Value.Mapping part = rules(
                "cdk_nag",
                "rules_to_suppress",
                Map.of(
                        "id", text("AwsSolutions-IAM5"),
                        "reason", text("a25vd24="),
                        "is_reason_encoded", new Value.Bool(true, Span.of("a", 1, 1, 1, 1)),
                        "applies_to", sequence(text("Action::s3:*"))));
        String one =
                "wide Orders <- cdk_nag rules_to_suppress AwsSolutions-IAM5 [known] 1\nwide OrdersRole\nwide Mail\n";
        assertThat(on(part)).isEqualTo(one);
        assertThat(on(mapping(Map.of()), part))
                .isEqualTo(one.replace("Mail", "Mail <- cdk_nag rules_to_suppress AwsSolutions-IAM5 [known] 1"));
        assertThat(on(rules("cdk_nag", "rules_to_suppress", Map.of("id", text("AwsSolutions-IAM5[Action::s3:*]")))))
                .startsWith("wide Orders <- cdk_nag rules_to_suppress AwsSolutions-IAM5 [] 1\nwide OrdersRole\n");
    }

    private static Value.Mapping own(Map<String, Value> entry) {
        return rules("parapet", "ignore", entry);
    }

    @Test
    void parapetsOwnHoldsForAResourceOrATemplate() {
        assertThat(on(own(Map.of("rule", text("wide"), "reason", text("known"), "until", text("2027-01-01")))))
                .isEqualTo(both("parapet ignore wide", "known"));
        assertThat(on(own(Map.of("rule", text("CKV_AWS_1"))))).isEqualTo(both("parapet ignore CKV_AWS_1", ""));
        assertThat(on(mapping(Map.of()), own(Map.of("rule", text("wide")))))
                .endsWith("wide Mail <- parapet ignore wide [] 1\n");
        assertThat(on(own(Map.of("rule", text("other")))))
                .endsWith("1: parapet ignore other matches no finding here; remove it\n");
        assertThat(on(own(Map.of("rule", text("wide"), "until", text("soon"))))).isEqualTo("""
                        wide Orders
                        wide OrdersRole
                        wide Mail
                        1: 'until: soon' is no date, so nothing is ignored; write until:2027-01-31
                        """);
        assertThat(on(own(Map.of("reason", text("why")))))
                .endsWith("1: an entry of parapet: ignore names no rule; write {rule: RULE, reason: REASON}\n");
    }
}
