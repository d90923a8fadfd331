package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Step;
import dev.parapet.read.cloudformation.sam.template.Transformation;

/** Lets SAM write the documents of APIs that have none, adds the APIs that events imply, and the paths of events to both. */
public final class ImplicitApis implements Step {
    @Override
    public void apply(Transformation transformation) {
        LegacyOrder.of(transformation);
        for (Authored resource : transformation.authored()) {
            boolean isApi = resource.type().equals("AWS::Serverless::Api")
                    || resource.type().equals("AWS::Serverless::HttpApi");
            if (isApi
                    && Intrinsics.isEmpty(resource.property("DefinitionBody"))
                    && Intrinsics.isEmpty(resource.property("DefinitionUri"))) {
                ApiDefinitions.of(transformation).manage(resource);
            }
        }
        for (ImplicitApi.Kind kind : ImplicitApi.Kind.values()) {
            new ImplicitApi(kind, transformation).apply();
        }
    }
}
