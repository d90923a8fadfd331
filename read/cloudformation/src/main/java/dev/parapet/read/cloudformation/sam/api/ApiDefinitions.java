package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OpenAPI documents of a template's APIs, while events add their routes to them. */
final class ApiDefinitions {
    private final Map<String, Definition> byApi = new HashMap<>();
    private final Map<String, Definition> managed = new HashMap<>();
    private final Map<String, Value> conditions = new LinkedHashMap<>();
    private final Transformation transformation;

    private ApiDefinitions(Transformation transformation) {
        this.transformation = transformation;
    }

    static ApiDefinitions of(Transformation transformation) {
        return transformation.kept(ApiDefinitions.class, () -> new ApiDefinitions(transformation));
    }

    /** Lets SAM write the document of an API, which is empty at first. */
    Definition manage(Authored api) {
        boolean rest = api.type().equals("AWS::Serverless::Api");
        Definition empty = Definition.empty(
                rest ? "swagger" : "openapi", rest ? "2.0" : "3.0.1", api.head(), transformation.allowance());
        managed.put(api.id(), empty);
        return empty;
    }

    /** No longer does so. */
    void unmanage(String api) {
        managed.remove(api);
    }

    /** Whether SAM writes the document. */
    boolean isManaged(Authored api) {
        return managed.containsKey(api.id()) || !Intrinsics.isEmpty(api.property("__MANAGE_SWAGGER"));
    }

    /** The document of an API: that which SAM writes, or that of its {@code DefinitionBody}; null when it has neither. */
    @Nullable
    Definition of(Authored api) {
        Definition written = managed.get(api.id());
        if (written != null) {
            return written;
        }
        Definition known = byApi.get(api.id());
        if (known == null
                && api.property("DefinitionBody") instanceof Value.Mapping body
                && !body.entries().isEmpty()) {
            known = Definition.authored(body, transformation.allowance());
            byApi.put(api.id(), known);
        }
        return known;
    }

    /** Adds a condition to the template once its APIs are expanded. */
    void condition(String name, Value meaning) {
        conditions.put(name, meaning);
    }

    /** Puts the conditions into the template that is made. */
    void putConditions() {
        conditions.forEach(transformation.output()::condition);
        conditions.clear();
    }
}
