package dev.parapet.read.cloudformation.sam.graphql;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of an API, and the resolvers that are pipelines of them. */
final class Pipelines {
    /** What a resolver without code runs: it hands on what its last function returns. */
    private static final String CODE = """

            export function request(ctx) {
                return {};
            }

            export function response(ctx) {
                return ctx.prev.result;
            }
            """;

    private final Parts parts;
    private final DataSources sources;
    private final Map<String, Value> functionIds = new HashMap<>();

    Pipelines(Parts parts, DataSources sources) {
        this.parts = parts;
        this.sources = sources;
    }

    /** The functions of the API. */
    List<Made> functions(@Nullable Value written) {
        List<Made> all = new ArrayList<>();
        Intrinsics.entries(written).forEach((name, entry) -> {
            if (entry.value() instanceof Value.Mapping function) {
                function(name, function, entry.keySpan(), all);
            }
        });
        return all;
    }

    private void function(String name, Value.Mapping written, Span place, List<Made> all) {
        Value known = Parts.given(written, "Id");
        if (known != null) {
            Value.Mapping present = Parts.present(written);
            if (present != null && present.entries().size() != 1) {
                throw parts.invalid(name, "'Id' cannot be defined with other properties in Function.", known.span());
            }
            functionIds.put(name, known);
            return;
        }
        Made function = parts.makeOfApi(parts.api().id() + name, "AWS::AppSync::FunctionConfiguration", place);
        Value own = Parts.given(written, "Name");
        function.set("Name", own == null ? function.values().text(name) : Parts.text(own));
        if (!code(name, written, function, place)) {
            throw parts.invalid(name, "One of 'InlineCode' or 'CodeUri' must be set.", place);
        }
        function.set("DataSourceName", sources.name(name, written.get("DataSource"), place));
        function.copy(written, "MaxBatchSize", "Description");
        function.set("Runtime", runtime(name, written, place));
        Value.Mapping sync = Parts.present(written.get("Sync"));
        if (sync != null) {
            function.set("SyncConfig", sync);
        }
        functionIds.put(name, function.getAtt("FunctionId"));
        all.add(function);
    }

    /** Sets the code; false when there is none. */
    private boolean code(String name, Value.Mapping written, Made made, Span place) {
        Value inline = Parts.given(written, "InlineCode");
        Value uri = Parts.given(written, "CodeUri");
        if (inline != null && uri != null) {
            throw parts.invalid(name, "Both 'InlineCode' and 'CodeUri' cannot be defined at the same time.", place);
        }
        made.set("Code", inline);
        made.set("CodeS3Location", uri);
        return inline != null || uri != null;
    }

    private Value.Mapping runtime(String name, Value.Mapping written, Span place) {
        if (!(written.get("Runtime") instanceof Value.Mapping runtime)) {
            throw parts.invalid(name, "'Runtime' must be defined as a property in " + name + ".", place);
        }
        return Values.of(runtime).map("Name", runtime.get("Name"), "RuntimeVersion", runtime.get("Version"));
    }

    /**
     * The resolvers of the API.
     *
     * @throws InvalidResource when one is no pipeline of known functions
     */
    List<Made> resolvers(@Nullable Value written, String schema) {
        List<Made> all = new ArrayList<>();
        Intrinsics.entries(written).forEach((type, fields) -> {
            Value typeName = new Value.Text(type, fields.keySpan());
            Intrinsics.entries(fields.value()).forEach((field, entry) -> {
                if (entry.value() instanceof Value.Mapping resolver) {
                    all.add(resolver(typeName, type, field, resolver, entry.keySpan(), schema));
                }
            });
        });
        return all;
    }

    private Made resolver(Value typeName, String type, String field, Value.Mapping written, Span place, String schema) {
        Made resolver = parts.makeOfApi(parts.api().id() + type + field, "AWS::AppSync::Resolver", place);
        Values values = resolver.values();
        resolver.dependsOn(values.texts(schema));
        if (code(field, written, resolver, place)) {
            resolver.set("Runtime", runtime(field, written, place));
        } else {
            resolver.set("Code", values.text(CODE));
            resolver.set(
                    "Runtime", values.map("Name", values.text("APPSYNC_JS"), "RuntimeVersion", values.text("1.0.0")));
        }
        Value own = Parts.given(written, "FieldName");
        resolver.set("FieldName", own == null ? values.text(field) : Parts.text(own));
        resolver.set("TypeName", typeName);
        if (!(Parts.given(written, "Pipeline") instanceof Value.Sequence pipeline)) {
            throw parts.invalid(
                    field,
                    "Resolver '" + field
                            + "' must have Pipeline defined. Unit resolvers are not supported. If you need a Unit resolver"
                            + " you can use AppSync resource.",
                    place);
        }
        resolver.set("Kind", values.text("PIPELINE"));
        List<Value> ids = new ArrayList<>();
        for (Value each : pipeline.items()) {
            String name = Parts.text(each) instanceof Value.Text text ? text.text() : "";
            Value id = functionIds.get(name);
            if (id == null) {
                throw parts.invalid(field, "Function '" + name + "' does not exist.", each.span());
            }
            ids.add(id);
        }
        resolver.set("PipelineConfig", values.map("Functions", values.list(ids)));
        Value.Mapping caching = Parts.present(written.get("Caching"));
        if (caching != null) {
            resolver.set("CachingConfig", caching);
        }
        return resolver.set("MaxBatchSize", Parts.given(written, "MaxBatchSize"));
    }
}
