package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.name.Arn;
import dev.parapet.core.graph.name.PhysicalNames;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement covers: the resources of its own stack that its {@code Resource} names by reference, by ARN, or by a pattern that
 * holds a part of their names. A pattern that takes in all resources of a kind, {@code *} or {@code table/*}, draws no edges: they would
 * be as many as statements times resources, and the pattern says it better. A policy that stands on a resource covers that resource
 * by {@code *}.
 */
final class Coverage {
    /** Resources of one service in one stack that a pattern is compared with; more have no edge. */
    private static final int MAX_COMPARED = 1_000;

    private final Draft draft;
    private final Map<String, List<Named>> byService = new HashMap<>();

    Coverage(Draft draft) {
        this.draft = draft;
        for (Stack stack : draft.stacks()) {
            for (Resource resource : stack.resources()) {
                ResourceTypes.Entry type = ResourceTypes.of(resource.type());
                List<String> shapes = draft.names().shapes(resource.id());
                if (type != null && !shapes.isEmpty()) {
                    List<Named> named =
                            byService.computeIfAbsent(stack.id() + '\n' + type.service(), key -> new ArrayList<>());
                    for (String shape : shapes) {
                        if (named.size() < MAX_COMPARED) {
                            named.add(new Named(resource.id(), type, shape));
                        }
                    }
                }
            }
        }
    }

    /** A resource with the name that its author gave it. */
    private record Named(ResourceId id, ResourceTypes.Entry type, String shape) {}

    void link(Resource holder, String statement, String policy, Value.Mapping written, @Nullable Condition condition) {
        Value resources = written.get("Resource");
        if (resources == null && policy.equals("resource") && !written.has("NotResource")) {
            itself(holder, statement, written, condition);
        }
        for (PropertyPath.Hit hit : PropertyPath.each(resources, condition)) {
            if (hit.value() instanceof Value.Text text && text.text().equals("*")) {
                if (policy.equals("resource")) {
                    itself(holder, statement, hit.value(), hit.condition());
                }
                continue;
            }
            Resource target = draft.target(holder, hit.value());
            if (target != null) {
                draw(statement, target.id(), hit.value(), hit.condition());
            } else {
                byPattern(holder, statement, hit);
            }
        }
    }

    /** A policy on a resource covers what it protects, which is the resource that holds it where it protects nothing else. */
    private void itself(Resource holder, String statement, Value because, @Nullable Condition condition) {
        boolean found = false;
        for (String protectedId : draft.protectedBy(holder.id().toString())) {
            found = true;
            draft.edge(
                    statement,
                    protectedId,
                    EdgeKind.COVERS,
                    because.span(),
                    "the policy stands on " + draft.existing(protectedId).label(),
                    condition);
        }
        if (!found) {
            draft.edge(
                    statement,
                    holder.id().toString(),
                    EdgeKind.COVERS,
                    because.span(),
                    "the policy stands on " + holder.id().name(),
                    condition);
        }
    }

    private void byPattern(Resource holder, String statement, PropertyPath.Hit hit) {
        String shape = TextShape.of(hit.value());
        Arn arn = shape == null || (shape.indexOf('*') < 0 && shape.indexOf('?') < 0) ? null : Arn.of(shape);
        if (arn == null) {
            return;
        }
        String pattern = arn.resource();
        for (Named named : byService.getOrDefault(holder.id().stack() + '\n' + arn.service(), List.of())) {
            String prefix = named.type().prefix();
            boolean wide = pattern.startsWith("*")
                    || pattern.length() <= prefix.length() + 1
                    || !pattern.startsWith(prefix)
                    || pattern.startsWith(prefix + "*");
            if (!wide && covers(pattern, PhysicalNames.arnResource(named.type(), named.shape()))) {
                draw(statement, named.id(), hit.value(), hit.condition());
            }
        }
    }

    /** Whether a pattern covers a resource, or something in it: an object, an index. */
    private static boolean covers(String pattern, String resource) {
        return TextShape.matches(pattern, resource) || TextShape.matches(pattern, resource + "/" + TextShape.ANY);
    }

    private void draw(String statement, ResourceId target, Value value, @Nullable Condition condition) {
        String shape = TextShape.of(value);
        draft.edge(
                statement,
                target.toString(),
                EdgeKind.COVERS,
                value.span(),
                "it covers " + (shape == null ? target.name() : TextShape.shown(shape)),
                condition);
    }
}
