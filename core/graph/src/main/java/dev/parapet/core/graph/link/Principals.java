package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a statement names, after
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html: an identity of the stacks, or a node
 * {@code principal:…} for a service, an account, an identity provider or everybody.
 */
final class Principals {
    /** The id of the node that stands for everybody. */
    static final String EVERYBODY = "principal:*";

    private final Draft draft;

    Principals(Draft draft) {
        this.draft = draft;
    }

    void link(Resource holder, String statement, Value.Mapping written, @Nullable Condition condition) {
        Value principal = written.get("Principal");
        for (PropertyPath.Hit hit : PropertyPath.each(principal, condition)) {
            if (hit.value() instanceof Value.Mapping kinds) {
                for (Map.Entry<String, Value.Entry> kind : kinds.entries().entrySet()) {
                    for (PropertyPath.Hit name :
                            PropertyPath.each(kind.getValue().value(), hit.condition())) {
                        name(holder, statement, kind.getKey(), name);
                    }
                }
            } else {
                name(holder, statement, "AWS", hit);
            }
        }
    }

    private void name(Resource holder, String statement, String kind, PropertyPath.Hit name) {
        String id = of(holder, kind, name.value());
        if (id != null) {
            draft.edge(
                    statement,
                    id,
                    EdgeKind.NAMES,
                    name.value().span(),
                    "it names " + draft.existing(id).label(),
                    name.condition());
        }
    }

    /** The id of the node for a principal, or null for what is no text. */
    @Nullable
    String of(Resource holder, String kind, Value name) {
        Resource identity = draft.target(holder, name);
        if (identity != null && identity.type().startsWith("AWS::IAM::")) {
            return identity.id().toString();
        }
        String shape = TextShape.of(name);
        if (shape == null || shape.isBlank()) {
            return null;
        }
        if (shape.equals("*")) {
            return draft.node(new Node(EVERYBODY, NodeKind.PRINCIPAL, "everybody", null, null, null));
        }
        String label = TextShape.shown(shape);
        String id = (TextShape.isKnown(shape) ? "" : holder.id().stack() + "#") + "principal:" + kind + ":" + label;
        return draft.node(new Node(id, NodeKind.PRINCIPAL, label, null, null, null));
    }
}
