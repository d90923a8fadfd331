package dev.parapet.core.graph.link;

import dev.parapet.core.graph.name.PhysicalNames;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stages of APIs by the ARNs that name an API and a stage, {@code arn:aws:apigateway:REGION::/restapis/ID/stages/NAME}, after
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
final class Stages {
    private final PhysicalNames names;
    private final Map<String, ResourceId> byName = new HashMap<>();
    private final Set<ResourceId> all = new HashSet<>();

    Stages(PhysicalNames names, List<Stack> stacks) {
        this.names = names;
        for (Stack stack : stacks) {
            for (Resource resource : stack.resources()) {
                boolean isRest = resource.type().equals("AWS::ApiGateway::Stage");
                if (isRest || resource.type().equals("AWS::ApiGatewayV2::Stage")) {
                    all.add(resource.id());
                    Value api = resource.properties().get(isRest ? "RestApiId" : "ApiId");
                    Value name = resource.properties().get("StageName");
                    ResourceId id = api == null ? null : names.target(stack.id(), api);
                    String shape = name == null ? null : TextShape.of(name);
                    if (id != null && shape != null) {
                        byName.putIfAbsent(id + "/" + shape, resource.id());
                    }
                }
            }
        }
    }

    /** The stage that a value of a resource means, or null. */
    @Nullable
    ResourceId of(Resource from, Value value) {
        if (all.isEmpty() || !(value instanceof Value.Composed composed)) {
            return null;
        }
        String shape = TextShape.of(value);
        int at = shape == null ? -1 : shape.lastIndexOf("/stages/");
        if (shape == null || at < 0) {
            return null;
        }
        for (Value part : composed.parts()) {
            if (part instanceof Value.Reference reference && all.contains(reference.target())) {
                return reference.target();
            }
        }
        ResourceId api = names.target(from.id().stack(), value);
        return api == null ? null : byName.get(api + "/" + shape.substring(at + "/stages/".length()));
    }
}
