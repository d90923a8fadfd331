package dev.parapet.core.graph.name;

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
 * The resources of each stack by the names that their authors gave them, and by their ARNs. A name counts within its own stack
 * only: two stacks of one repository need not be deployed to one account, and what they share they say by exports.
 */
public final class PhysicalNames {
    /** Alternatives of one name, by conditions; more are not looked at. */
    private static final int MAX_ALTERNATIVES = 8;

    private final Map<String, List<ResourceId>> byName = new HashMap<>();
    private final Map<String, List<ResourceId>> byArn = new HashMap<>();
    private final Map<ResourceId, List<String>> shapes = new HashMap<>();

    private PhysicalNames() {}

    /** The names in some stacks. */
    public static PhysicalNames of(List<Stack> stacks) {
        PhysicalNames names = new PhysicalNames();
        for (Stack stack : stacks) {
            for (Resource resource : stack.resources()) {
                ResourceTypes.Entry type = ResourceTypes.of(resource.type());
                if (type != null && !type.nameProperty().isEmpty()) {
                    Value name = resource.properties().get(type.nameProperty());
                    if (name != null) {
                        names.add(resource, type, name, 0);
                    }
                }
            }
        }
        return names;
    }

    private void add(Resource resource, ResourceTypes.Entry type, Value name, int depth) {
        if (name instanceof Value.Conditional either) {
            if (depth < MAX_ALTERNATIVES) {
                add(resource, type, either.whenTrue(), depth + 1);
                add(resource, type, either.whenFalse(), depth + 1);
            }
            return;
        }
        String shape = TextShape.of(name);
        if (shape == null || shape.isEmpty()) {
            return;
        }
        ResourceId id = resource.id();
        List<String> known = shapes.computeIfAbsent(id, key -> new ArrayList<>(1));
        if (known.size() < MAX_ALTERNATIVES && !known.contains(shape)) {
            known.add(shape);
            put(byName, id.stack() + '\n' + type.type() + '\n' + shape, id);
            put(byArn, id.stack() + '\n' + type.service() + '\n' + arnResource(type, shape), id);
        }
    }

    private static void put(Map<String, List<ResourceId>> index, String key, ResourceId id) {
        List<ResourceId> ids = index.computeIfAbsent(key, ignored -> new ArrayList<>(1));
        if (ids.size() < MAX_ALTERNATIVES) {
            ids.add(id);
        }
    }

    /** What stands after the account in the ARN of a resource with a name. */
    public static String arnResource(ResourceTypes.Entry type, String name) {
        // parameter/name, but a name that begins with a slash has no second one; likewise iam paths are left out
        return type.prefix().endsWith("/") && name.startsWith("/")
                ? type.prefix() + name.substring(1)
                : type.prefix() + name;
    }

    /** The resources of a type that have a name in a stack. */
    public List<ResourceId> named(String stack, String type, Value name) {
        String shape = TextShape.of(name);
        return shape == null
                ? List.of()
                : List.copyOf(byName.getOrDefault(stack + '\n' + type + '\n' + shape, List.of()));
    }

    /** The resources of a stack that an ARN without wildcards names, or of which it names a part: an object, an index, an alias. */
    public List<ResourceId> withArn(String stack, Arn arn) {
        String resource = arn.resource();
        for (int tries = 0; tries < 8 && !resource.isEmpty(); tries++) {
            List<ResourceId> found = byArn.get(stack + '\n' + arn.service() + '\n' + resource);
            if (found != null) {
                return List.copyOf(found);
            }
            resource = resource.substring(0, lastSeparator(resource));
        }
        return List.of();
    }

    private static int lastSeparator(String resource) {
        boolean inside = false;
        for (int i = resource.length() - 1; i > 0; i--) {
            char c = resource.charAt(i);
            if (c == TextShape.CLOSE) {
                inside = true;
            } else if (c == TextShape.OPEN) {
                inside = false;
            } else if (!inside && (c == '/' || c == ':')) {
                return i;
            }
        }
        return 0;
    }

    /** The names that a resource's author gave it, one for each condition; empty where the provider makes one up. */
    public List<String> shapes(ResourceId id) {
        return List.copyOf(shapes.getOrDefault(id, List.of()));
    }

    /** The resource that a value refers to from within a stack by a reference or an ARN, or null. */
    public @Nullable ResourceId target(@Nullable String stack, Value value) {
        if (value instanceof Value.Reference reference) {
            return reference.target();
        }
        String shape = stack == null ? null : TextShape.of(value);
        Arn arn = shape == null ? null : Arn.within(shape);
        List<ResourceId> found = stack == null || arn == null ? List.of() : withArn(stack, arn);
        if (!found.isEmpty()) {
            return found.get(0);
        }
        if (value instanceof Value.Composed composed) {
            for (Value part : composed.parts()) {
                if (part instanceof Value.Reference reference) {
                    return reference.target();
                }
            }
        }
        return null;
    }
}
