package dev.parapet.core.graph.link;

import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the node that a value stands for; what is not in the stacks becomes a node of its own. */
final class Ends {
    private final Draft draft;

    Ends(Draft draft) {
        this.draft = draft;
    }

    /**
     * A type whose resources a value may name.
     *
     * @param type the type
     * @param prefix what stands before the name, such as {@code /aws/lambda/} in the name of a log group
     */
    record Named(String type, String prefix) {}

    /**
     * The id of the node that a property of a resource stands for: the resource it refers to, the one it names, else a node outside the
     * stacks. Null for what is no text, and for a text that lacks the prefix of the only type it may name.
     */
    @Nullable
    String of(Resource from, Value value, @Nullable Named named) {
        if (value instanceof Value.Reference reference
                && (named == null || named.prefix().isEmpty())) {
            String id = reference.target().toString();
            return draft.has(id) ? id : null;
        }
        if (named != null && !named.prefix().isEmpty()) {
            Value name = afterPrefix(value, named.prefix());
            return name == null ? null : inStacks(from, name, named.type());
        }
        String id = inStacks(from, value, named == null ? null : named.type());
        return id != null ? id : external(from, value);
    }

    /** The id of the resource that a value refers to or names, or null. */
    @Nullable
    String inStacks(Resource from, Value value, @Nullable String type) {
        ResourceId id = draft.stage(from, value);
        if (id == null) {
            id = draft.names().target(from.id().stack(), value);
        }
        if (id == null && type != null) {
            id = named(from.id().stack(), type, value);
        }
        return id == null || !draft.has(id.toString()) ? null : id.toString();
    }

    private @Nullable ResourceId named(String stack, String type, Value name) {
        List<ResourceId> found = draft.names().named(stack, type, name);
        if (found.isEmpty() && name instanceof Value.Text text && text.text().indexOf(':') > 0) {
            // a function may be named with its qualifier, name:alias
            Value.Text unqualified =
                    new Value.Text(text.text().substring(0, text.text().indexOf(':')), name.span());
            found = draft.names().named(stack, type, unqualified);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** What follows a prefix in a text, or null when it does not start with it. */
    private static @Nullable Value afterPrefix(Value value, String prefix) {
        if (value instanceof Value.Text text) {
            return text.text().startsWith(prefix)
                    ? new Value.Text(text.text().substring(prefix.length()), text.span())
                    : null;
        }
        if (value instanceof Value.Composed composed
                && composed.parts().get(0) instanceof Value.Text first
                && first.text().startsWith(prefix)) {
            List<Value> rest = composed.parts().subList(1, composed.parts().size());
            if (first.text().length() == prefix.length() && rest.size() == 1) {
                return rest.get(0);
            }
            List<Value> parts = new ArrayList<>();
            if (first.text().length() > prefix.length()) {
                parts.add(new Value.Text(first.text().substring(prefix.length()), first.span()));
            }
            parts.addAll(rest);
            return new Value.Composed(parts, composed.span());
        }
        return null;
    }

    /** The id of a node for what a text names outside the stacks; null for what is no text. */
    @Nullable
    String external(Resource from, Value value) {
        String shape = TextShape.of(value);
        if (shape == null || shape.isBlank()) {
            return null;
        }
        String label = TextShape.shown(shape);
        // an unknown part means something else in each stack
        String id = (TextShape.isKnown(shape) ? "external:" : from.id().stack() + "#external:") + label;
        return draft.node(new Node(id, NodeKind.EXTERNAL, label, null, null, value.span()));
    }

    /** Whether a node runs: compute of the stacks, or an ARN of something that is compute. */
    boolean isCompute(String id) {
        Node node = draft.existing(id);
        if (node.kind() != NodeKind.EXTERNAL) {
            return node.kind() == NodeKind.COMPUTE;
        }
        String label = node.label();
        for (String service : List.of(":lambda:", ":states:", ":codebuild:", ":batch:")) {
            if (label.contains(service)) {
                return true;
            }
        }
        return false;
    }
}
