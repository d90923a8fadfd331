package dev.parapet.read.cloudformation.sam.graphql;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.connector.Connector;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Attributes;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Problem;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the parts of one API. */
record Parts(Authored api, Transformation transformation) {
    /** {@code Fn::GetAtt} of the API's id. */
    Value.Mapping apiId() {
        return new Values(api.head()).getAtt(api.id(), "ApiId");
    }

    /** A part of the API, at a place in its text. */
    Made make(String id, String type, Span span) {
        return new Made(id, type, span)
                .passOn(api.written(), Attributes.KEPT)
                .dependsOn(api.written().get("DependsOn"));
    }

    /** A part that names its API. */
    Made makeOfApi(String id, String type, Span span) {
        return make(id, type, span).set("ApiId", new Values(span).getAtt(api.id(), "ApiId"));
    }

    /** A role that AppSync assumes. */
    Made role(String id, Span span) {
        return make(id, "AWS::IAM::Role", span)
                .set("AssumeRolePolicyDocument", PolicyDocuments.assumedBy(new Values(span), "appsync.amazonaws.com"));
    }

    /** What a connector between two described ends makes. */
    List<Made> connect(String id, Span span, Value.Mapping source, Value.Mapping destination, Value permissions) {
        Values values = new Values(span);
        Value.Mapping written = values.map(
                "Type",
                values.text(Connector.TYPE),
                "Properties",
                values.map("Source", source, "Destination", destination, "Permissions", permissions));
        return new Connector().expand(new Authored(id, span, written), transformation);
    }

    /** A problem with a part that SAM calls by its own name. */
    InvalidResource invalid(String part, String detail, Span span) {
        return new InvalidResource(
                new Problem(api.id(), "Resource with id [" + part + "] is invalid. " + detail, span));
    }

    /** The entries of a mapping without those that are null. */
    static Value.@Nullable Mapping present(@Nullable Value value) {
        if (!(value instanceof Value.Mapping mapping)) {
            return null;
        }
        MappingBuilder builder = Values.of(mapping).builder();
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            if (!(entry.getValue().value() instanceof Value.Null)) {
                builder.put(entry.getKey(), entry.getValue());
            }
        }
        return builder.build();
    }

    /** A value; null when SAM takes it for nothing. */
    static @Nullable Value given(Value.Mapping mapping, String name) {
        Value value = mapping.get(name);
        return Intrinsics.isEmpty(value) ? null : value;
    }

    /** A property that may be written as another scalar, as the text that SAM makes of it. */
    static @Nullable Value text(@Nullable Value value) {
        return value instanceof Value.Number number
                ? new Value.Text(number.value().toPlainString(), number.span())
                : value;
    }
}
