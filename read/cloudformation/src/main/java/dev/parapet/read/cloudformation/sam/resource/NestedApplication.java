package dev.parapet.read.cloudformation.sam.resource;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::Serverless::Application}: a nested stack
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html). Of an application in the
 * Serverless Application Repository only the provider knows the address of the template, and {@code TemplateURL} is left out.
 */
public final class NestedApplication implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::Application";

    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .required("Location", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("TemplateUrl", Kind.TEXT)
            .optional("Parameters", Kind.MAP)
            .optional("NotificationARNs", Kind.listOf(Kind.oneOf(Kind.TEXT, Kind.MAP)))
            .optional("Tags", Kind.MAP)
            .optional("TimeoutInMinutes", Kind.INTEGER);

    private static final Pattern DYNAMIC = Pattern.compile("\\{\\{resolve:ssm:[a-zA-Z0-9_.\\-/]+(:\\d+)?\\}\\}");

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        Value.Mapping properties = resource.properties();
        Value location = properties.get("Location");
        require(resource, properties, "Location");
        List<Value> tags = new ArrayList<>();
        if (location instanceof Value.Mapping repository) {
            tags.addAll(fromRepository(resource, repository, transformation.resolution()));
        }
        PROPERTIES.check(resource, properties);
        Made stack = resource.make(resource.id(), "AWS::CloudFormation::Stack")
                .dependsOn(resource.written().get("DependsOn"))
                .copy(properties, "Parameters", "NotificationARNs");
        Value.Sequence marked = Tags.marked(resource, resource.property("Tags"));
        List<Value> all = new ArrayList<>(marked.items());
        all.addAll(1, tags);
        stack.set("Tags", new Value.Sequence(all, marked.span()));
        stack.copy(properties, "TimeoutInMinutes");
        if (!(location instanceof Value.Mapping)) {
            stack.set("TemplateURL", location);
        }
        return List.of(stack);
    }

    private static List<Value> fromRepository(Authored resource, Value.Mapping location, Resolution resolution) {
        require(resource, location, "ApplicationId");
        require(resource, location, "SemanticVersion");
        Value id = known(location.get("ApplicationId"), resolution);
        Value version = known(location.get("SemanticVersion"), resolution);
        checkKnown(resource, resource.present(id, "ApplicationId"), "ApplicationId");
        if (version == null || Intrinsics.isEmpty(version)) {
            throw resource.invalid("Property 'SemanticVersion' cannot be blank.", location.span());
        }
        checkKnown(resource, version, "SemanticVersion");
        Value.Text name = resource.text(id, "Location.ApplicationId");
        resource.text(version, "Location.SemanticVersion");
        if (DYNAMIC.matcher(name.text()).find()) {
            throw resource.invalid(
                    "Serverless Application Repostiory does not support dynamic reference in 'ApplicationId' property.",
                    name.span());
        }
        return List.of(
                Tags.tag("serverlessrepo:applicationId", name), Tags.tag("serverlessrepo:semanticVersion", version));
    }

    private static @Nullable Value known(@Nullable Value value, Resolution resolution) {
        return value == null || value instanceof Value.Null ? null : resolution.mappings(resolution.parameters(value));
    }

    private static void checkKnown(Authored resource, Value value, String name) {
        if (value instanceof Value.Mapping) {
            throw resource.invalid(
                    "Property '" + name
                            + "' cannot be resolved. Only FindInMap and Ref intrinsic functions are supported.",
                    value.span());
        }
    }

    private static void require(Authored resource, Value.Mapping mapping, String name) {
        if (!mapping.has(name)) {
            throw resource.invalid("Resource is missing the required [" + name + "] property.", resource.head());
        }
    }
}
