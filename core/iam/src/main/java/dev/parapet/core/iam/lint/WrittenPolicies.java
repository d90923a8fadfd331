package dev.parapet.core.iam.lint;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.account.TemplateNames;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy documents that somebody wrote into a resource of a template, wherever in it they stand, as mappings or as JSON texts; those
 * that a transform generates are not theirs to correct. References to resources of the template stand for their names and ARNs.
 */
public final class WrittenPolicies {
    private static final int MAX_DEPTH = 60;
    private static final int MAX_STATEMENTS = 10_000;

    private static final List<String> RESOURCES = List.of("Resource", "NotResource");

    private final TemplateNames names;
    private final Resource resource;
    private final List<Written> found = new ArrayList<>();

    private WrittenPolicies(Resource resource, TemplateNames names) {
        this.resource = resource;
        this.names = names;
    }

    /**
     * A document.
     *
     * @param document its text, of conditional statements both branches
     * @param place where it stands
     */
    public record Written(Value.Mapping document, Place place) {
        /** The mistakes in it, in the order of the text. */
        public List<Diagnostic> lint() {
            return PolicyLint.of(document, PolicyReader.read(document), place);
        }
    }

    /** The documents of a resource, in the order of its properties. */
    public static List<Written> of(Resource resource, TemplateNames names) {
        WrittenPolicies policies = new WrittenPolicies(resource, names);
        policies.add(resource.properties(), "", 0);
        return List.copyOf(policies.found);
    }

    private void add(Value value, String property, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case Value.Mapping mapping -> {
                Value statements = mapping.get("Statement");
                if (statements != null && isWritten(mapping, statements)) {
                    document(mapping, statements, property);
                } else {
                    mapping.entries()
                            .forEach((name, entry) -> add(entry.value(), depth == 0 ? name : property, depth + 1));
                }
            }
            case Value.Sequence sequence -> sequence.items().forEach(item -> add(item, property, depth + 1));
            case Value.Conditional conditional -> {
                add(conditional.whenTrue(), property, depth + 1);
                add(conditional.whenFalse(), property, depth + 1);
            }
            case Value.Text text -> {
                if (text.text().contains("\"Statement\"")
                        && JsonText.parse(text) instanceof JsonText.Result.Parsed(Value parsed)
                        && parsed instanceof Value.Mapping) {
                    add(parsed, property, depth + 1);
                }
            }
            default -> {}
        }
    }

    /** What was generated has the place of its cause throughout. */
    private static boolean isWritten(Value.Mapping mapping, Value statements) {
        List<Value> items = branches(statements);
        return !mapping.span().equals(statements.span())
                && !items.isEmpty()
                && items.stream().allMatch(item -> item instanceof Value.Mapping each && each.get("Effect") != null);
    }

    private void document(Value.Mapping mapping, Value statements, String property) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.computeIfPresent(
                "Statement",
                (key, entry) -> new Value.Entry(
                        entry.keySpan(),
                        new Value.Sequence(
                                branches(statements).stream().map(this::named).toList(), statements.span())));
        found.add(new Written(new Value.Mapping(entries, mapping.span()), place(property)));
    }

    /** A statement whose resources have their names; elsewhere a region that is not known would be a wildcard. */
    private Value named(Value statement) {
        if (!(statement instanceof Value.Mapping mapping)) {
            return statement;
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        for (String element : RESOURCES) {
            entries.computeIfPresent(
                    element, (key, entry) -> new Value.Entry(entry.keySpan(), names.resolved(entry.value())));
        }
        return new Value.Mapping(entries, mapping.span());
    }

    private Place place(String property) {
        return switch (resource.type()) {
            case "AWS::IAM::ManagedPolicy" -> Place.MANAGED_POLICY;
            case "AWS::IAM::Role" -> property.equals("AssumeRolePolicyDocument") ? Place.TRUST : Place.ROLE;
            case "AWS::IAM::RolePolicy", "AWS::SSO::PermissionSet" -> Place.ROLE;
            case "AWS::IAM::Policy" -> resource.properties().has("Users") ? Place.USER : Place.ROLE;
            case "AWS::IAM::User", "AWS::IAM::UserPolicy" -> Place.USER;
            case "AWS::IAM::Group", "AWS::IAM::GroupPolicy" -> Place.GROUP;
            case "AWS::Organizations::Policy" ->
                resource.properties().get("Type") instanceof Value.Text type
                                && type.text().equals("SERVICE_CONTROL_POLICY")
                        ? Place.CONTROL
                        : Place.RESOURCE;
            default -> Place.ANYWHERE;
        };
    }

    /** The statements, of conditional ones both branches. */
    private static List<Value> branches(Value value) {
        List<Value> branches = new ArrayList<>();
        List<Value> open = new ArrayList<>();
        open.add(value);
        for (int i = 0; i < open.size() && i < MAX_STATEMENTS; i++) {
            switch (open.get(i)) {
                case Value.Sequence sequence -> open.addAll(sequence.items());
                case Value.Conditional conditional -> {
                    open.add(conditional.whenTrue());
                    open.add(conditional.whenFalse());
                }
                case Value.Absent ignored -> {}
                case Value other -> branches.add(other);
            }
        }
        return branches;
    }
}
