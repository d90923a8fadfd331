package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Step;
import dev.parapet.read.cloudformation.sam.template.Transformation;

/** Lets the documents that SAM writes be of OpenAPI 3 where {@code OpenApiVersion} says so; it comes after {@code Globals}. */
public final class OpenApiVersions implements Step {
    @Override
    public void apply(Transformation transformation) {
        ApiDefinitions definitions = ApiDefinitions.of(transformation);
        for (Authored api : transformation.authored()) {
            Value version = api.property("OpenApiVersion");
            if (!api.type().equals("AWS::Serverless::Api")
                    || version == null
                    || !definitions.isManaged(api)
                    || !Definition.isOpenApi3(version)) {
                continue;
            }
            Definition definition = definitions.of(api);
            if (definition != null) {
                Maker maker = definition.at(version.span());
                String text = Definition.written(version);
                Leaf written = version instanceof Value.Text ? maker.authoredText(text) : maker.text(text);
                definition.root().put("openapi", written);
                definition.root().remove("swagger");
                transformation.author(api.withProperties(MappingBuilder.of(api.properties())
                        .put("OpenApiVersion", written.value())
                        .build()));
            }
        }
    }
}
