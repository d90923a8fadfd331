package dev.parapet.core.graph.link;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::Lambda::Permission}: whom it names and which function it covers; and where nothing else says how the service that it
 * permits comes to invoke the function, the invocation itself, synchronous or not by {@code principals.txt}. Runs after all others.
 */
final class Permissions {
    private static final String TYPE = "AWS::Lambda::Permission";
    private static final Ends.Named FUNCTION = new Ends.Named("AWS::Lambda::Function", "");
    private static final Map<String, Service> SERVICES = new HashMap<>();

    static {
        for (String line : ResourceTypes.lines(Permissions.class, "principals.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            SERVICES.put(
                    cells.get(0),
                    new Service(
                            EdgeKind.valueOf(
                                    cells.get(1).toUpperCase(Locale.ROOT).replace('-', '_')),
                            cells.get(2)));
        }
    }

    private final Draft draft;
    private final Ends ends;
    private final Principals principals;
    private final Map<String, Set<String>> callers = new HashMap<>();

    Permissions(Draft draft) {
        this.draft = draft;
        this.ends = new Ends(draft);
        this.principals = new Principals(draft);
    }

    /** How a service invokes functions, and what the types of its resources start with. */
    private record Service(EdgeKind kind, String types) {}

    void linkAll() {
        List<Resource> permissions = draft.ofType(TYPE);
        if (permissions.isEmpty()) {
            return;
        }
        Map<String, List<String>> containers = new HashMap<>();
        for (Edge edge : draft.edges()) {
            if (edge.kind() == EdgeKind.CONTAINS) {
                containers.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
            }
        }
        for (Edge edge : draft.edges()) {
            if (edge.kind() == EdgeKind.INVOKES_SYNCHRONOUSLY || edge.kind() == EdgeKind.INVOKES_ASYNCHRONOUSLY) {
                Node from = draft.existing(edge.from());
                Set<String> known = callers.computeIfAbsent(edge.to(), id -> new HashSet<>());
                known.add(edge.from());
                known.addAll(containers.getOrDefault(edge.from(), List.of()));
                if (from.resource() != null) {
                    known.add(from.resource().id().toString());
                    known.add(from.resource().type());
                }
            }
        }
        permissions.forEach(this::link);
    }

    private void link(Resource permission) {
        Value function = permission.properties().get("FunctionName");
        Value principal = permission.properties().get("Principal");
        if (function == null || principal == null) {
            return;
        }
        for (PropertyPath.Hit to : PropertyPath.each(function, permission.condition())) {
            String target = ends.of(permission, to.value(), FUNCTION);
            if (target == null) {
                continue;
            }
            draft.edge(
                    permission.id().toString(),
                    target,
                    EdgeKind.COVERS,
                    to.value().span(),
                    "it covers " + draft.existing(target).label(),
                    to.condition());
            for (PropertyPath.Hit who : PropertyPath.each(principal, to.condition())) {
                link(permission, target, who);
            }
        }
    }

    private void link(Resource permission, String function, PropertyPath.Hit principal) {
        boolean isService = principal.value() instanceof Value.Text text
                && text.text().indexOf('.') > 0
                && !text.text().startsWith("arn:");
        String who = principals.of(permission, isService ? "Service" : "AWS", principal.value());
        if (who == null) {
            return;
        }
        draft.edge(
                permission.id().toString(),
                who,
                EdgeKind.NAMES,
                principal.value().span(),
                "it names " + draft.existing(who).label(),
                principal.condition());
        Service service = principal.value() instanceof Value.Text text ? SERVICES.get(text.text()) : null;
        if (service == null) {
            return;
        }
        Value arn = permission.properties().get("SourceArn");
        String source = arn == null ? null : ends.inStacks(permission, arn, null);
        if (!isKnown(function, source, service)) {
            String from = source == null ? who : source;
            draft.edge(
                    from,
                    function,
                    service.kind(),
                    principal.value().span(),
                    draft.existing(from).label() + " may invoke "
                            + draft.existing(function).label() + ", as "
                            + permission.id().name() + " says",
                    principal.condition());
        }
    }

    /** Whether something else says already that the source, or where none is known some resource of the service, invokes the function. */
    private boolean isKnown(String function, @Nullable String source, Service service) {
        Set<String> known = callers.getOrDefault(function, Set.of());
        if (source != null) {
            return known.contains(source);
        }
        for (String caller : known) {
            if (caller.startsWith(service.types())) {
                return true;
            }
        }
        return false;
    }
}
