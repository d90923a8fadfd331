package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.KeyOrder;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which SAM goes through the resources of a template, and through the events of each. In a template with a REST API
 * it is that of {@link KeyOrder}, since the names of deployments depend on it; elsewhere it is that of the text.
 */
public final class LegacyOrder {
    /** Ten times what CloudFormation takes; in larger templates nobody asks for the names of deployments. */
    private static final int MOST = 5_000;

    private final boolean used;
    private final KeyOrder resources = new KeyOrder();
    private final Map<String, KeyOrder> events = new HashMap<>();

    private LegacyOrder(Transformation transformation) {
        this.used = isUsed(transformation);
        if (used) {
            transformation.authored().forEach(resource -> resources.add(resource.id()));
        }
    }

    /** The order of one template. */
    public static LegacyOrder of(Transformation transformation) {
        return transformation.kept(LegacyOrder.class, () -> new LegacyOrder(transformation));
    }

    private static boolean isUsed(Transformation transformation) {
        int count = 0;
        for (Authored resource : transformation.authored()) {
            count += 1 + Intrinsics.entries(resource.property("Events")).size();
        }
        return count <= MOST && hasApi(transformation);
    }

    private static boolean hasApi(Transformation transformation) {
        boolean globalDefault =
                Intrinsics.entries(transformation.template().get("Globals")).get("HttpApi")
                                instanceof Value.Entry section
                        && section.value() instanceof Value.Mapping http
                        && hasDefault(http.get("Auth"));
        for (Authored resource : transformation.authored()) {
            boolean used = switch (resource.type()) {
                case "AWS::Serverless::Api" -> true;
                case "AWS::Serverless::HttpApi" -> globalDefault || hasDefault(resource.property("Auth"));
                case "AWS::Serverless::Function" ->
                    hasEvent(resource, "Api") || globalDefault && hasEvent(resource, "HttpApi");
                case "AWS::Serverless::StateMachine" -> hasEvent(resource, "Api");
                default -> false;
            };
            if (used) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDefault(@Nullable Value auth) {
        return auth instanceof Value.Mapping mapping && !Intrinsics.isEmpty(mapping.get("DefaultAuthorizer"));
    }

    private static boolean hasEvent(Authored resource, String type) {
        return Intrinsics.entries(resource.property("Events")).values().stream()
                .anyMatch(event -> event.value() instanceof Value.Mapping mapping
                        && mapping.get("Type") instanceof Value.Text text
                        && text.text().equals(type));
    }

    /** Notes that SAM adds a resource. */
    void add(String resource) {
        if (used) {
            resources.add(resource);
        }
    }

    /** Notes that SAM takes a resource away. */
    void remove(String resource) {
        resources.remove(resource);
    }

    /** Notes that SAM writes some events of a resource anew. */
    void rewrite(Authored resource, Collection<String> names) {
        if (used) {
            order(resource).merge(names);
        }
    }

    /** The resources, in the order in which SAM goes through them. */
    public List<Authored> resources(Transformation transformation) {
        Map<String, Authored> all = new LinkedHashMap<>();
        transformation.authored().forEach(resource -> all.put(resource.id(), resource));
        if (!used) {
            return List.copyOf(all.values());
        }
        Set<String> added = new LinkedHashSet<>(all.keySet());
        resources.keys().forEach(added::remove);
        resources.merge(added);
        List<Authored> ordered = new ArrayList<>();
        for (String id : resources.keys()) {
            Authored resource = all.get(id);
            if (resource != null) {
                ordered.add(resource);
            }
        }
        return ordered;
    }

    /** The names of the events of a function or state machine, in the order in which SAM goes through them. */
    public List<String> events(Authored resource) {
        return used
                ? order(resource).keys()
                : List.copyOf(Intrinsics.entries(resource.property("Events")).keySet());
    }

    /** The keys of a mapping that SAM fills one after the other. */
    List<String> filled(Collection<String> names) {
        return used ? KeyOrder.of(names).keys() : List.copyOf(names);
    }

    /** A mapping of the template with its entries in the order in which SAM goes through them. */
    Value.Mapping ordered(Value.Mapping mapping) {
        if (!used) {
            return mapping;
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (String name : KeyOrder.of(mapping.entries().keySet()).keys()) {
            Value.Entry entry = mapping.entries().get(name);
            if (entry != null) {
                entries.put(name, entry);
            }
        }
        return new Value.Mapping(entries, mapping.span());
    }

    private KeyOrder order(Authored resource) {
        return events.computeIfAbsent(
                resource.id(),
                id -> KeyOrder.of(
                        Intrinsics.entries(resource.property("Events")).keySet()));
    }
}
