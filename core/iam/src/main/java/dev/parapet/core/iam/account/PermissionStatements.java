package dev.parapet.core.iam.account;

import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Permissions that are written property by property, as the statements that the provider makes of them: of functions and layers (<a
 * href="https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html">AddPermission</a>, <a
 * href="https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html">AddLayerVersionPermission</a>) and of event
 * buses (<a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html">PutPermission</a>).
 */
final class PermissionStatements {
    /** What each property requires: the operator and the condition key. */
    private static final Map<String, List<String>> CONDITIONS = conditions();

    private PermissionStatements() {}

    private static Map<String, List<String>> conditions() {
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        conditions.put("SourceArn", List.of("ArnLike", "AWS:SourceArn"));
        conditions.put("SourceAccount", List.of("StringEquals", "AWS:SourceAccount"));
        conditions.put("PrincipalOrgID", List.of("StringEquals", "aws:PrincipalOrgID"));
        conditions.put("OrganizationId", List.of("StringEquals", "aws:PrincipalOrgID"));
        conditions.put("EventSourceToken", List.of("StringEquals", "lambda:EventSourceToken"));
        conditions.put("FunctionUrlAuthType", List.of("StringEquals", "lambda:FunctionUrlAuthType"));
        conditions.put("InvokedViaFunctionUrl", List.of("Bool", "lambda:InvokedViaFunctionUrl"));
        return conditions;
    }

    /** The policy documents that a permission stands for, by the ARN of what it is about. */
    static Map<String, Value> of(Resource permission, TemplateNames names) {
        return switch (permission.type()) {
            case "AWS::Lambda::Permission" -> {
                String function = names.function(permission);
                yield Map.of(function, document(statement(permission, function)));
            }
            case "AWS::Lambda::LayerVersionPermission" -> {
                Value layer = permission.properties().get("LayerVersionArn");
                yield layer != null && names.resolved(layer) instanceof Value.Text arn
                        ? Map.of(arn.text(), document(statement(permission, arn.text())))
                        : Map.of();
            }
            default -> Map.of();
        };
    }

    /** The statement that an event bus policy has in its own properties; null when it has none. */
    static @Nullable Value busStatement(Resource policy) {
        Value principal = policy.properties().get("Principal");
        Value action = policy.properties().get("Action");
        if (principal == null || action == null) {
            return null;
        }
        Map<String, Value> statement = statement(policy, principal, action);
        if (policy.properties().get("Condition") instanceof Value.Mapping condition
                && condition.get("Type") instanceof Value.Text operator
                && condition.get("Key") instanceof Value.Text key) {
            Value value = condition.get("Value");
            Span span = condition.span();
            statement.put(
                    "Condition",
                    mapping(
                            span,
                            Map.of(
                                    operator.text(),
                                    mapping(span, Map.of(key.text(), value == null ? new Value.Null(span) : value)))));
        }
        return document(mapping(policy.span(), statement));
    }

    private static Value statement(Resource permission, String arn) {
        Value.Mapping properties = permission.properties();
        Span span = permission.span();
        Value nobody = new Value.Unresolved("Principal of " + permission.id().name(), "it is not there", span);
        Value principal = properties.get("Principal");
        Value action = properties.get("Action");
        Map<String, Value> statement =
                statement(permission, principal == null ? nobody : principal, action == null ? nobody : action);
        statement.put("Resource", new Value.Text(arn, span));
        Map<String, Map<String, Value>> operators = new LinkedHashMap<>();
        CONDITIONS.forEach((property, condition) -> {
            Value value = properties.get(property);
            if (value != null) {
                operators
                        .computeIfAbsent(condition.get(0), operator -> new LinkedHashMap<>())
                        .put(condition.get(1), value);
            }
        });
        if (!operators.isEmpty()) {
            Map<String, Value> condition = new LinkedHashMap<>();
            operators.forEach((operator, keys) -> condition.put(operator, mapping(span, keys)));
            statement.put("Condition", mapping(span, condition));
        }
        return mapping(span, statement);
    }

    private static Map<String, Value> statement(Resource permission, Value principal, Value action) {
        Span span = permission.span();
        Map<String, Value> statement = new LinkedHashMap<>();
        statement.put("Sid", new Value.Text(permission.id().name(), span));
        statement.put("Effect", new Value.Text("Allow", span));
        statement.put(
                "Principal",
                isEverybody(principal)
                        ? principal
                        : mapping(span, Map.of(isService(principal) ? "Service" : "AWS", principal)));
        statement.put("Action", action);
        return statement;
    }

    private static boolean isEverybody(Value principal) {
        return principal instanceof Value.Text text && text.text().equals("*");
    }

    private static boolean isService(Value principal) {
        return principal instanceof Value.Text text
                && text.text().indexOf('.') > 0
                && !text.text().startsWith("arn:");
    }

    /** A policy document of one statement. */
    static Value document(Value statement) {
        Span span = statement.span();
        Map<String, Value> document = new LinkedHashMap<>();
        document.put("Version", new Value.Text("2012-10-17", span));
        document.put("Statement", statement);
        return mapping(span, document);
    }

    /** A mapping with a place of its own. */
    static Value mapping(Span span, Map<String, Value> values) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        values.forEach((name, value) -> entries.put(name, new Value.Entry(span, value)));
        return new Value.Mapping(entries, span);
    }
}
