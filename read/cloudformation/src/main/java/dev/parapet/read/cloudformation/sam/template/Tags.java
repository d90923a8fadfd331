package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tags: SAM has them as a mapping, and most resources as a list of keys and values. */
public final class Tags {
    private static final String CREATED_BY = "lambda:createdBy";
    private static final List<String> RESERVED =
            List.of(CREATED_BY, "serverlessrepo:applicationId", "serverlessrepo:semanticVersion");
    /** Types of made resources whose tags are a list; API Gateway v2 has a mapping, and sees to that itself. */
    private static final Set<String> LISTED = Set.of(
            "AWS::ApiGateway::ApiKey",
            "AWS::ApiGateway::DomainName",
            "AWS::ApiGateway::DomainNameV2",
            "AWS::ApiGateway::DomainNameAccessAssociation",
            "AWS::ApiGateway::RestApi",
            "AWS::ApiGateway::Stage",
            "AWS::ApiGateway::UsagePlan",
            "AWS::CloudFormation::Stack",
            "AWS::CodeDeploy::Application",
            "AWS::CodeDeploy::DeploymentGroup",
            "AWS::DynamoDB::Table",
            "AWS::IAM::Role",
            "AWS::IoT::TopicRule",
            "AWS::Lambda::Function",
            "AWS::Lambda::CapacityProvider",
            "AWS::Lambda::WebFunction",
            "AWS::S3::Bucket",
            "AWS::SNS::Topic",
            "AWS::SQS::Queue",
            "AWS::StepFunctions::StateMachine");

    private Tags() {}

    /** A mapping of tags as a list. */
    public static Value.Sequence list(Value.Mapping tags) {
        List<Value> items = new ArrayList<>();
        tags.entries().forEach((key, entry) -> items.add(tag(key, entry)));
        return new Value.Sequence(items, tags.span());
    }

    /**
     * The tags of a resource that SAM makes: its own mark, then the author's.
     *
     * @throws InvalidResource when the author uses the name of a tag that SAM keeps for itself
     */
    public static Value.Sequence marked(Authored resource, @Nullable Value tags) {
        return marked(resource, "SAM", tags);
    }

    /** The same, the mark saying how the resource came to be. */
    public static Value.Sequence marked(Authored resource, String mark, @Nullable Value tags) {
        Map<String, Value.Entry> own = Intrinsics.entries(tags);
        for (String reserved : RESERVED) {
            Value.Entry entry = own.get(reserved);
            if (entry != null) {
                throw resource.invalid(
                        reserved
                                + " is a reserved Tag key name and cannot be set on your resource. Please change the tag key"
                                + " in the input.",
                        entry.keySpan());
            }
        }
        Values values = new Values(resource.head());
        List<Value> items = new ArrayList<>();
        items.add(values.map("Key", values.text(CREATED_BY), "Value", values.text(mark)));
        own.forEach((key, entry) -> items.add(tag(key, entry)));
        return values.list(items);
    }

    /** One tag. */
    public static Value.Mapping tag(String key, Value value) {
        return tag(key, new Value.Entry(value.span(), value));
    }

    /** Gives all resources the author's tags when {@code PropagateTags} says so; SAM's own mark then goes. */
    public static void propagate(List<Made> all, @Nullable Value tags, @Nullable Value propagate) {
        if (Intrinsics.isEmpty(propagate) || !(tags instanceof Value.Mapping mapping) || Intrinsics.isEmpty(tags)) {
            return;
        }
        for (Made made : all) {
            if (LISTED.contains(made.type())) {
                made.set("Tags", list(mapping));
            }
        }
    }

    /** The tags of a resource of the newer types: the author's, then SAM's own mark. */
    public static Value.Sequence markedLast(Authored resource, @Nullable Value own) {
        Values values = new Values(resource.head());
        MappingBuilder tags = own instanceof Value.Mapping mapping ? MappingBuilder.of(mapping) : values.builder();
        return list(tags.put(CREATED_BY, values.text("SAM")).build());
    }

    /** Adds the author's tags to what is made; a tag that is there already keeps its place and takes the author's value. */
    public static void combine(List<Made> all, @Nullable Value own, @Nullable Value propagate) {
        if (Intrinsics.isEmpty(propagate) || !(own instanceof Value.Mapping mapping) || Intrinsics.isEmpty(own)) {
            return;
        }
        for (Made made : all) {
            Map<String, Value> tags = new LinkedHashMap<>();
            Value.Sequence known = made.get("Tags") instanceof Value.Sequence some
                    ? some
                    : made.values().list();
            for (Value.Sequence some : List.of(known, list(mapping))) {
                for (Value tag : some.items()) {
                    if (tag instanceof Value.Mapping one && one.get("Key") instanceof Value.Text key) {
                        tags.put(key.text(), tag);
                    }
                }
            }
            made.set("Tags", made.values().list(List.copyOf(tags.values())));
        }
    }

    private static Value.Mapping tag(String key, Value.Entry entry) {
        Values values = new Values(entry.keySpan());
        Value value = entry.value() instanceof Value.Null ? values.text("") : entry.value();
        return values.map("Key", values.text(key), "Value", value);
    }
}
