package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The path that one event adds to the document of its API, and what the event becomes when its API is implied. */
final class ImplicitRoute {
    private final ImplicitApi api;
    private final ImplicitApi.Kind kind;
    private final Transformation transformation;
    private final Authored resource;
    private final Value.Mapping event;
    private final WrittenEvent owner;
    private final Values values;

    ImplicitRoute(ImplicitApi api, Authored resource, String name) {
        this.api = api;
        this.kind = api.kind();
        this.transformation = api.transformation();
        this.resource = resource;
        Value.Entry entry = Intrinsics.entries(resource.property("Events")).get(name);
        this.event = entry != null && entry.value() instanceof Value.Mapping mapping
                ? mapping
                : Values.of(resource.written()).map();
        this.owner = new WrittenEvent(resource, name, entry == null ? resource.head() : entry.keySpan());
        this.values = new Values(owner.head());
    }

    /**
     * Adds the path.
     *
     * @return the event with the API that it is a route of; null when it stays as it is
     * @throws InvalidResource when SAM does not take it
     */
    Value.@Nullable Mapping add() {
        Value written = event.get("Properties");
        if (Intrinsics.isEmpty(written) && kind == ImplicitApi.Kind.REST) {
            return null;
        }
        Value.Mapping properties =
                written == null || written instanceof Value.Null ? values.map() : propertiesOf(written);
        MappingBuilder all = MappingBuilder.of(properties);
        if (!properties.has(kind.property)) {
            propagateTags();
            all.put(kind.property, values.ref(kind.id));
        }
        if (kind == ImplicitApi.Kind.HTTP
                && Intrinsics.isEmpty(properties.get("Path"))
                && Intrinsics.isEmpty(properties.get("Method"))) {
            all.put("Path", values.text("$default")).put("Method", values.text(Definition.ANY));
        }
        Value.Mapping complete = all.build();
        owner.present(complete.get("Path"), "Path");
        owner.present(complete.get("Method"), "Method");
        Value.Text id = owner.text(ApiEvents.api(complete.get(kind.property)), kind.property);
        Value.Text path = owner.text(complete.get("Path"), "Path");
        Value.Text method = owner.text(complete.get("Method"), "Method");
        api.note(id.text(), path.text(), method.text(), resource);
        addPath(id, path, method);
        if (kind == ImplicitApi.Kind.HTTP && complete.has("RouteSettings")) {
            addSettings(id, path, method, complete.get("RouteSettings"));
        }
        return MappingBuilder.of(event).put("Properties", complete).build();
    }

    private Value.Mapping propertiesOf(Value written) {
        if (written instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw owner.invalid("Properties should be a map.", written.span());
    }

    private void addPath(Value.Text id, Value.Text path, Value.Text method) {
        Authored target = transformation.authored(id.text());
        boolean crossed =
                kind == ImplicitApi.Kind.REST && target != null && target.type().equals("AWS::Serverless::HttpApi");
        if (target == null || crossed) {
            throw owner.invalid(
                    kind.property + " must be a valid reference to an '" + kind.type + "' resource in same template.",
                    id.span());
        }
        if (!target.type().startsWith("AWS::Serverless::") || !api.definitions().isManaged(target)) {
            return;
        }
        Definition definition = api.definitions().of(target);
        if (definition != null && isOfKind(definition)) {
            definition.copied();
            definition.addPath(path, method);
            definition.copied();
        }
    }

    private boolean isOfKind(Definition definition) {
        return kind == ImplicitApi.Kind.REST ? definition.isSwagger() : definition.isOpenApi3();
    }

    /** Tags of a function that are to be passed on go to the API that it implies. */
    private void propagateTags() {
        Value.Mapping globals = globals();
        Value propagate = resource.property("PropagateTags");
        Value tags = resource.property("Tags");
        Value wanted = Intrinsics.isEmpty(propagate) ? globals.get("PropagateTags") : propagate;
        Value all = Intrinsics.isEmpty(tags) ? globals.get("Tags") : tags;
        Authored implied = transformation.authored(kind.id);
        if (implied != null
                && !Intrinsics.isEmpty(wanted)
                && all instanceof Value.Mapping map
                && !map.entries().isEmpty()) {
            Value.Mapping known = implied.property("Tags") instanceof Value.Mapping mapping ? mapping : values.map();
            Value.Mapping merged = MappingBuilder.of(known).putAll(map).build();
            transformation.author(implied.withProperties(MappingBuilder.of(implied.properties())
                    .put("Tags", merged)
                    .put("PropagateTags", values.bool(true))
                    .build()));
        }
    }

    private Value.Mapping globals() {
        String section = resource.type().substring("AWS::Serverless::".length());
        return transformation.template().get("Globals") instanceof Value.Mapping globals
                        && globals.get(section) instanceof Value.Mapping own
                ? own
                : values.map();
    }

    private void addSettings(Value.Text id, Value.Text path, Value.Text method, @Nullable Value settings) {
        Authored target = transformation.authored(id.text());
        if (target == null) {
            return;
        }
        String route = method.text().equals(Definition.ANY)
                ? path.text()
                : method.text().toUpperCase(Locale.ROOT) + " " + path.text();
        Value written = target.properties().get("RouteSettings");
        Value.Mapping all = written == null ? values.map() : target.map(written, "RouteSettings");
        Value own = resource.written().get("Condition") instanceof Value.Text condition
                ? values.either(condition.text(), settings, null)
                : settings;
        Value.Mapping before = all.get(route) instanceof Value.Mapping known ? known : values.map();
        Value.Mapping merged = MappingBuilder.of(before)
                .putAll(owner.map(own, "RouteSettings"))
                .build();
        transformation.author(target.withProperties(MappingBuilder.of(target.properties())
                .put("RouteSettings", MappingBuilder.of(all).put(route, merged).build())
                .build()));
    }
}
