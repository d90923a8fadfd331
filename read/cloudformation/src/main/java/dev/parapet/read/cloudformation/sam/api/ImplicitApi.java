package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Key;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Node;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API that events of one type imply when they name none, and the paths that they add to the documents that SAM writes: those
 * of the implied API, and of APIs that have no document of their own (AWS SAM, "Api", "HttpApi" in the list of events of
 * functions).
 */
final class ImplicitApi {
    /** What differs between the two types of events. */
    enum Kind {
        REST("Api", "RestApiId", "ServerlessRestApi", "AWS::Serverless::Api"),
        HTTP("HttpApi", "ApiId", "ServerlessHttpApi", "AWS::Serverless::HttpApi");

        final String event;
        final String property;
        final String id;
        final String type;

        Kind(String event, String property, String id, String type) {
            this.event = event;
            this.property = property;
            this.id = id;
            this.type = type;
        }
    }

    private final Kind kind;
    private final Transformation transformation;
    private final ApiDefinitions definitions;
    private final LegacyOrder order;
    /** For each API and path, the condition of each method's function; of an unconditional one the empty text. */
    private final Map<String, Map<String, Map<String, String>>> conditions = new HashMap<>();

    private final Set<String> deletion = new HashSet<>();
    private final Set<String> replacement = new HashSet<>();

    ImplicitApi(Kind kind, Transformation transformation) {
        this.kind = kind;
        this.transformation = transformation;
        this.definitions = ApiDefinitions.of(transformation);
        this.order = LegacyOrder.of(transformation);
    }

    void apply() {
        Authored before = transformation.authored(kind.id);
        Values values = new Values(transformation.template().span());
        Value.Mapping properties = kind == Kind.REST ? values.map("StageName", values.text("Prod")) : values.map();
        add(new Authored(kind.id, values.span(), values.map("Type", values.text(kind.type), "Properties", properties)));
        order.add(kind.id);
        for (Authored resource : order.resources(transformation)) {
            if (resource.type().equals("AWS::Serverless::Function")
                    || resource.type().equals("AWS::Serverless::StateMachine")) {
                events(resource);
            }
        }
        attributes();
        pathConditions();
        Authored implied = transformation.authored(kind.id);
        Definition definition = implied == null ? null : definitions.of(implied);
        if (definition == null || definition.paths().isEmpty()) {
            definitions.unmanage(kind.id);
            transformation.forget(kind.id);
            if (before == null) {
                order.remove(kind.id);
            } else {
                restore(before);
            }
        }
    }

    /** The author's own resource of that name, when nothing implies another. */
    private void restore(Authored before) {
        transformation.author(before);
        if (before.property("DefinitionBody") == null && before.property("DefinitionUri") == null) {
            definitions.manage(before);
        }
    }

    private void add(Authored implied) {
        transformation.author(implied);
        definitions.manage(implied);
    }

    private void events(Authored resource) {
        List<String> names = new ArrayList<>();
        for (String name : order.events(resource)) {
            if (resource.property("Events") instanceof Value.Mapping events
                    && events.get(name) instanceof Value.Mapping event
                    && event.get("Type") instanceof Value.Text type
                    && type.text().equals(kind.event)) {
                names.add(name);
            }
        }
        Map<String, Value.Mapping> written = new LinkedHashMap<>();
        try {
            for (String name : order.filled(names)) {
                Value.Mapping event = new ImplicitRoute(this, resource, name).add();
                if (event != null) {
                    written.put(name, event);
                }
            }
        } catch (InvalidResource invalid) {
            transformation.problems().add(invalid.problem());
        }
        if (!written.isEmpty() && resource.property("Events") instanceof Value.Mapping events) {
            MappingBuilder all = MappingBuilder.of(events);
            written.forEach(all::put);
            Authored current = transformation.authored(resource.id());
            transformation.author((current == null ? resource : current)
                    .withProperties(MappingBuilder.of(resource.properties())
                            .put("Events", all.build())
                            .build()));
        }
        if (!names.isEmpty()) {
            order.rewrite(resource, order.filled(names));
        }
    }

    Kind kind() {
        return kind;
    }

    Transformation transformation() {
        return transformation;
    }

    ApiDefinitions definitions() {
        return definitions;
    }

    /** Remembers under which condition a method exists, and what becomes of its function when the stack is deleted. */
    void note(String api, String path, String method, Authored resource) {
        Value condition = resource.written().get("Condition");
        conditions
                .computeIfAbsent(api, id -> new HashMap<>())
                .computeIfAbsent(path, key -> new HashMap<>())
                .put(method, condition instanceof Value.Text text ? text.text() : "");
        if (api.equals(kind.id)) {
            policy(resource.written().get("DeletionPolicy"), deletion);
            policy(resource.written().get("UpdateReplacePolicy"), replacement);
        }
    }

    private static void policy(@Nullable Value value, Set<String> policies) {
        if (value instanceof Value.Text text) {
            policies.add(text.text());
        }
    }

    /** The implied API exists when any of its functions does, and is kept when any of them is. */
    private void attributes() {
        Authored implied = transformation.authored(kind.id);
        Map<String, Map<String, String>> paths = conditions.get(kind.id);
        if (implied == null || paths == null) {
            return;
        }
        Values values = new Values(implied.head());
        MappingBuilder written = MappingBuilder.of(implied.written());
        Set<String> all = new LinkedHashSet<>();
        paths.values().forEach(methods -> all.addAll(methods.values()));
        if (!all.contains("")) {
            String name = all.size() == 1 ? all.iterator().next() : kind.id + "Condition";
            if (all.size() > 1) {
                CombinedConditions.add(name, all, definitions, values);
            }
            written.put("Condition", values.text(name));
        }
        strongest(List.of("Retain", "Delete"), deletion, "DeletionPolicy", written, values);
        strongest(List.of("Retain", "Snapshot", "Delete"), replacement, "UpdateReplacePolicy", written, values);
        transformation.author(new Authored(implied.id(), implied.head(), written.build()));
    }

    private static void strongest(
            List<String> order, Set<String> policies, String attribute, MappingBuilder written, Values values) {
        for (String policy : order) {
            if (policies.contains(policy)) {
                written.put(attribute, values.text(policy));
                return;
            }
        }
    }

    /** A path of which each method may be absent exists when any of them does. */
    private void pathConditions() {
        for (Authored api : transformation.authored()) {
            Definition definition =
                    api.type().equals(kind.type) && definitions.isManaged(api) ? definitions.of(api) : null;
            if (definition == null) {
                continue;
            }
            definition.copied();
            for (String path : definition.paths().keys()) {
                Map<String, String> methods =
                        conditions.getOrDefault(api.id(), Map.of()).get(path);
                Key key = definition.paths().key(path);
                Node item = definition.paths().get(path);
                if (methods == null || methods.containsValue("") || key == null || item == null) {
                    continue;
                }
                Set<String> all = new LinkedHashSet<>(methods.values());
                Maker maker = definition.at(key.span());
                String name = all.size() == 1 ? all.iterator().next() : pathCondition(api.id(), path);
                if (all.size() > 1) {
                    CombinedConditions.add(name, all, definitions, new Values(key.span()));
                }
                Leaf condition = all.size() == 1 ? maker.authoredText(name) : maker.text(name);
                definition.paths().put(key, maker.onlyIf(condition, item));
            }
            definition.copied();
        }
    }

    private static String pathCondition(String api, String path) {
        return api + path.replace("/", "SLASH").replace("{", "OB").replace("}", "CB") + "PathCondition";
    }
}
