package dev.parapet.read.cloudformation.sam.resource;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.S3Location;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::Serverless::LayerVersion}: a layer under a logical id that changes with the layer, so that its old versions stay
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-layerversion.html).
 */
public final class LayerVersion implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::LayerVersion";

    private static final Kind TEXTS = Kind.listOf(Kind.oneOf(Kind.TEXT, Kind.MAP));
    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .optional("LayerName", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("Description", Kind.TEXT)
            .optional("PublishLambdaVersion", Kind.BOOL)
            .required("ContentUri", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("CompatibleArchitectures", TEXTS)
            .optional("CompatibleRuntimes", TEXTS)
            .optional("LicenseInfo", Kind.TEXT)
            .optional("RetentionPolicy", Kind.TEXT);

    private static final List<String> POLICIES = List.of("Retain", "Delete");
    private static final String OPTIONS = "['Retain', 'Delete']";

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        PROPERTIES.check(resource, resource.properties());
        Authored layer = resource;
        for (String name : List.of("LayerName", "LicenseInfo", "Description", "RetentionPolicy")) {
            layer = resolved(layer, name, transformation);
        }
        String retention = retention(layer);
        String id = LogicalIds.of(layer.id(), hashed(layer));
        transformation.references().renamed(layer.id(), id);
        Made made = layer.make(id, "AWS::Lambda::LayerVersion")
                .dependsOn(layer.written().get("DependsOn"));
        Values values = made.values();
        if (retention != null) {
            made.attribute("DeletionPolicy", values.text(retention));
        } else if (made.attribute("DeletionPolicy") == null) {
            made.attribute("DeletionPolicy", values.text("Retain"));
        }
        Value name = layer.property("LayerName");
        made.set("LayerName", Intrinsics.isEmpty(name) ? values.text(layer.id()) : name);
        made.copy(layer.properties(), "Description");
        Value uri = layer.property("ContentUri");
        if (uri != null) {
            made.set("Content", S3Location.of(new Named(layer, id), "ContentUri", uri, S3Location.CODE));
        }
        made.copy(layer.properties(), "CompatibleArchitectures", "CompatibleRuntimes", "LicenseInfo");
        checkArchitectures(layer, id);
        return List.of(made);
    }

    private static Authored resolved(Authored layer, String name, Transformation transformation) {
        Value value = layer.property(name);
        if (value == null || Intrinsics.isEmpty(value)) {
            return layer;
        }
        Value known = transformation.resolution().parameters(value);
        if (!(known instanceof Value.Text) && !(known instanceof Value.Mapping)) {
            throw layer.invalid(
                    "Could not resolve parameter for '" + name + "' or parameter is not a String.", value.span());
        }
        return layer.withProperties(
                MappingBuilder.of(layer.properties()).put(name, known).build());
    }

    private static @Nullable String retention(Authored layer) {
        Value policy = layer.property("RetentionPolicy");
        if (policy == null) {
            return null;
        }
        if (Intrinsics.is(policy)) {
            throw layer.invalid(
                    "'RetentionPolicy' does not accept intrinsic functions, please use one of the following options: "
                            + OPTIONS,
                    policy.span());
        }
        if (!(policy instanceof Value.Text text)) {
            throw layer.invalid(
                    "Invalid 'RetentionPolicy' type, please use one of the following options: " + OPTIONS,
                    policy.span());
        }
        for (String option : POLICIES) {
            if (option.equalsIgnoreCase(text.text())) {
                return option;
            }
        }
        throw layer.invalid("'RetentionPolicy' must be one of the following options: " + OPTIONS + ".", policy.span());
    }

    /** What the logical id depends on: all that is written, save what does not change the layer itself. */
    private static Value.Mapping hashed(Authored layer) {
        Values values = new Values(layer.head());
        MappingBuilder properties = values.builder();
        layer.properties().entries().forEach((name, entry) -> {
            if (!(entry.value() instanceof Value.Null)) {
                properties.put(name, entry);
            }
        });
        MappingBuilder all = values.builder().put("Type", values.text(TYPE));
        Value dependsOn = layer.written().get("DependsOn");
        if (!Intrinsics.isEmpty(dependsOn)) {
            all.put("DependsOn", dependsOn);
        }
        for (String attribute : List.of("Condition", "UpdatePolicy")) {
            all.put(attribute, layer.written().get(attribute));
        }
        return values.map(layer.id(), all.put("Properties", properties.build()).build());
    }

    private static void checkArchitectures(Authored layer, String id) {
        if (layer.property("CompatibleArchitectures") instanceof Value.Sequence all) {
            for (Value each : all.items()) {
                boolean known = each instanceof Value.Text text
                        && List.of("arm64", "x86_64").contains(text.text());
                if (!known && !Intrinsics.is(each)) {
                    throw new Named(layer, id)
                            .invalid("CompatibleArchitectures needs to be a list of 'x86_64' or 'arm64'", each.span());
                }
            }
        }
    }
}
