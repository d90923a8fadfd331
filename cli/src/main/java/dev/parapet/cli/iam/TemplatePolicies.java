package dev.parapet.cli.iam;

import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policy documents that somebody wrote into templates; those that a transform generates are not theirs to correct. */
final class TemplatePolicies {
    private static final int MAX_DEPTH = 60;

    private final List<PolicyFiles.File> documents = new ArrayList<>();

    private TemplatePolicies() {}

    static List<PolicyFiles.File> of(Reading reading) {
        TemplatePolicies found = new TemplatePolicies();
        for (Stack stack : reading.stacks()) {
            for (Resource resource : stack.resources()) {
                found.add(resource.properties(), 0);
            }
        }
        return found.documents;
    }

    private void add(@Nullable Value value, int depth) {
        if (value == null || depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case Value.Mapping mapping -> {
                Value statements = mapping.get("Statement");
                if (statements != null && isWritten(mapping, statements)) {
                    document(mapping, statements);
                } else {
                    mapping.entries().values().forEach(entry -> add(entry.value(), depth + 1));
                }
            }
            case Value.Sequence sequence -> sequence.items().forEach(item -> add(item, depth + 1));
            case Value.Conditional conditional -> {
                add(conditional.whenTrue(), depth + 1);
                add(conditional.whenFalse(), depth + 1);
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

    private void document(Value.Mapping mapping, Value statements) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
        entries.computeIfPresent(
                "Statement",
                (key, entry) ->
                        new Value.Entry(entry.keySpan(), new Value.Sequence(branches(statements), statements.span())));
        Value.Mapping document = new Value.Mapping(entries, mapping.span());
        documents.add(new PolicyFiles.File(mapping.span().path(), document, PolicyReader.read(document)));
    }

    /** The statements, of conditional ones both branches. */
    private static List<Value> branches(Value value) {
        List<Value> branches = new ArrayList<>();
        List<Value> open = new ArrayList<>();
        open.add(value);
        for (int i = 0; i < open.size() && i < 10_000; i++) {
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
