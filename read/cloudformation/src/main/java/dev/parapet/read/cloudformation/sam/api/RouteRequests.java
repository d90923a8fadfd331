package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.RestEditor;
import dev.parapet.read.cloudformation.sam.definition.RestRequests;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an event says of the requests of its route: {@code RequestModel} and {@code RequestParameters}. */
final class RouteRequests {
    private static final Pattern PARAMETER = Pattern.compile("method\\.request\\.(querystring|path|header)\\.");

    private RouteRequests() {}

    static void addModel(RestEditor editor, Route route, @Nullable Value written) {
        if (written == null || Intrinsics.isEmpty(written)) {
            return;
        }
        Value.Mapping request = route.event().map(written, "RequestModel");
        Value name = request.get("Model");
        if (name == null || Intrinsics.isEmpty(name)) {
            return;
        }
        Value models = route.api().property("Models");
        if (models == null || Intrinsics.isEmpty(models)) {
            throw unable(route, name, "because the related API does not define any Models.");
        }
        if (!(models instanceof Value.Mapping known)) {
            throw unable(route, name, "because the related API Models defined is of invalid type.");
        }
        if (!(name instanceof Value.Text model)) {
            throw unable(route, name, "because the related API does not contain valid Models.");
        }
        if (Intrinsics.isEmpty(known.get(model.text()))) {
            throw unable(route, name, "because it wasn't defined in the API's Models.");
        }
        Maker maker = editor.definition().at(written.span());
        RestRequests.model(
                editor, route.path(), route.method().text(), model, maker.authoredOrNull(request.get("Required")));
        Value body = said(request, "ValidateBody");
        Value parameters = said(request, "ValidateParameters");
        if (body == null && parameters == null) {
            return;
        }
        RestRequests.validator(
                editor,
                route.path(),
                route.method().text(),
                isTrue(route, model, body),
                isTrue(route, model, parameters),
                written.span());
    }

    private static @Nullable Value said(Value.Mapping request, String name) {
        Value value = request.get(name);
        return value instanceof Value.Null ? null : value;
    }

    private static boolean isTrue(Route route, Value.Text model, @Nullable Value value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        throw route.event()
                .invalid(
                        "Unable to set Validator to RequestModel [" + model.text() + "] on " + route.shown()
                                + " ValidateBody and ValidateParameters must be a boolean type, strings or intrinsics are not"
                                + " supported.",
                        value.span());
    }

    private static InvalidResource unable(Route route, Value model, String why) {
        return route.event()
                .invalid(
                        "Unable to set RequestModel [" + Shown.withRestApi(model) + "] on " + route.shown() + " " + why,
                        model.span());
    }

    static void addParameters(RestEditor editor, Route route, @Nullable Value written) {
        if (!(written instanceof Value.Sequence sequence) || sequence.items().isEmpty()) {
            return;
        }
        List<RestRequests.Parameter> all = new ArrayList<>();
        for (Value item : sequence.items()) {
            all.add(parameter(editor, route, item));
        }
        RestRequests.parameters(editor, route.path(), route.method().text(), all);
    }

    private static RestRequests.Parameter parameter(RestEditor editor, Route route, Value item) {
        Maker maker = editor.definition().at(item.span());
        return switch (item) {
            case Value.Text text -> new RestRequests.Parameter(checked(route, text), maker.bool(false), false);
            case Value.Mapping mapping
            when !mapping.entries().isEmpty() -> {
                Map.Entry<String, Value.Entry> entry =
                        mapping.entries().entrySet().iterator().next();
                Value.Text name = checked(
                        route, new Value.Text(entry.getKey(), entry.getValue().keySpan()));
                if (!(entry.getValue().value() instanceof Value.Mapping settings)
                        || !List.of("Required", "Caching")
                                .containsAll(settings.entries().keySet())) {
                    throw invalid(route, item, "Values must be an object, e.g { Required: true, Caching: false }");
                }
                Value required = settings.get("Required");
                yield new RestRequests.Parameter(
                        name,
                        required == null ? maker.bool(false) : maker.authored(required),
                        !Intrinsics.isEmpty(settings.get("Caching")));
            }
            default -> throw invalid(route, item, "Property must be either a string or an object");
        };
    }

    private static Value.Text checked(Route route, Value.Text name) {
        if (!PARAMETER.matcher(name.text()).lookingAt()) {
            throw invalid(
                    route,
                    name,
                    "Keys must be in the format 'method.request.[querystring|path|header].{value}', e.g"
                            + " 'method.request.header.Authorization'.");
        }
        return name;
    }

    private static InvalidResource invalid(Route route, Value item, String detail) {
        return route.event().invalid("Invalid value for 'RequestParameters' property. " + detail, item.span());
    }
}
