package dev.parapet.read.cloudformation.sam.policy;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Problem;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@code Policies} property, its policy templates written out.
 *
 * @param data the entry
 * @param kind what it is
 */
record PolicyEntry(Value data, Kind kind) {
    /** What an entry may be. */
    enum Kind {
        MANAGED,
        STATEMENT,
        TEMPLATE,
        UNKNOWN
    }

    /** The entries of a property that is one entry or a list of them; what is wrong with one is a problem of the owner. */
    static List<PolicyEntry> all(Authored owner, @Nullable Value property, Transformation transformation) {
        List<PolicyEntry> entries = new ArrayList<>();
        if (property == null || Intrinsics.isEmpty(property)) {
            return entries;
        }
        List<Value> all = property instanceof Value.Sequence sequence ? sequence.items() : List.of(property);
        for (Value each : all) {
            try {
                Kind kind = kind(each);
                entries.add(
                        kind == Kind.TEMPLATE
                                ? new PolicyEntry(written(each, owner), Kind.STATEMENT)
                                : new PolicyEntry(each, kind));
            } catch (InvalidResource invalid) {
                transformation.problems().add(invalid.problem());
            }
        }
        return entries;
    }

    private static Kind kind(Value policy) {
        if (policy instanceof Value.Text) {
            return Kind.MANAGED;
        }
        Value branches = Intrinsics.argument(policy, "Fn::If");
        if (branches != null) {
            return branches(branches);
        }
        if (Intrinsics.is(policy)) {
            return Kind.MANAGED;
        }
        if (policy instanceof Value.Mapping mapping) {
            if (mapping.has("Statement")) {
                return Kind.STATEMENT;
            }
            if (mapping.entries().size() == 1
                    && PolicyTemplates.has(mapping.entries().keySet().iterator().next())) {
                return Kind.TEMPLATE;
            }
        }
        return Kind.UNKNOWN;
    }

    private static Kind branches(Value argument) {
        if (!(argument instanceof Value.Sequence parts) || parts.items().size() != 3) {
            throw new InvalidResource(wrong("Fn::If requires 3 arguments", argument));
        }
        Value whenTrue = parts.items().get(1);
        Value whenFalse = parts.items().get(2);
        Kind ofTrue = kind(whenTrue);
        Kind ofFalse = kind(whenFalse);
        if (ofTrue == ofFalse || Intrinsics.isNoValue(whenFalse)) {
            return ofTrue;
        }
        if (Intrinsics.isNoValue(whenTrue)) {
            return ofFalse;
        }
        throw new InvalidResource(wrong(
                "Different policy types within the same Fn::If statement is unsupported. Separate different policy types"
                        + " into different Fn::If statements",
                argument));
    }

    private static Problem wrong(String detail, Value at) {
        return Problem.ofTemplate(detail, at.span());
    }

    /** A policy template written out, or both branches of an {@code Fn::If}. */
    private static Value written(Value policy, Authored owner) {
        if (Intrinsics.argument(policy, "Fn::If") instanceof Value.Sequence parts) {
            List<Value> items = new ArrayList<>();
            items.add(parts.items().getFirst());
            for (Value branch : parts.items().subList(1, 3)) {
                items.add(Intrinsics.isNoValue(branch) ? branch : written(branch, owner));
            }
            return Values.of(policy).map("Fn::If", new Value.Sequence(items, parts.span()));
        }
        return policy instanceof Value.Mapping call ? PolicyTemplates.write(call, owner) : policy;
    }
}
