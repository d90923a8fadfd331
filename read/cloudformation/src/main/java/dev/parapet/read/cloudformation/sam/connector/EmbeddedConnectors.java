package dev.parapet.read.cloudformation.sam.connector;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Attributes;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Step;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.UniqueIds;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code Connectors} of any resource, each of which becomes a connector of its own with that resource as its source. */
public final class EmbeddedConnectors implements Step {
    @Override
    public void apply(Transformation transformation) {
        List<Authored> connectors = new ArrayList<>();
        for (Authored resource : transformation.authored()) {
            Value.Entry embedded = resource.written().entries().get("Connectors");
            if (embedded != null) {
                transformation.author(new Authored(
                        resource.id(),
                        resource.head(),
                        MappingBuilder.of(resource.written())
                                .remove("Connectors")
                                .build()));
                read(resource, embedded.value(), connectors, transformation);
            }
        }
        connectors.forEach(transformation::author);
    }

    private static void read(
            Authored source, Value embedded, List<Authored> connectors, Transformation transformation) {
        if (!(embedded instanceof Value.Mapping all)) {
            transformation
                    .problems()
                    .addBeside(source.invalid(
                                    "Attribute '" + source.id() + ".Connectors' should be a map.", embedded.span())
                            .problem());
            return;
        }
        for (Map.Entry<String, Value.Entry> entry : all.entries().entrySet()) {
            try {
                Authored connector = connector(source, entry.getKey(), entry.getValue());
                Connector.PROPERTIES.check(connector, connector.properties());
                Made made = connector.make(connector.id(), Connector.TYPE);
                if (UniqueIds.mayHave(made, transformation)) {
                    connectors.add(connector);
                } else {
                    transformation.problems().addBeside(UniqueIds.problem(source, made));
                }
            } catch (InvalidResource invalid) {
                transformation.problems().addBeside(invalid.problem());
            }
        }
    }

    private static Authored connector(Authored source, String name, Value.Entry entry) {
        String id = source.id() + name;
        if (!(entry.value() instanceof Value.Mapping written)) {
            throw InvalidResource.of(
                    id,
                    source.id() + "." + id + " should be a map.",
                    entry.value().span());
        }
        if (!(written.get("Properties") instanceof Value.Mapping properties)) {
            throw source.invalid("Attribute 'Connectors." + name + ".Properties' should be a map.", written.span());
        }
        Values values = new Values(entry.keySpan());
        MappingBuilder from = values.builder().put("Id", values.text(source.id()));
        if (properties.has("SourceReference")) {
            Value.Mapping reference =
                    source.map(properties.get("SourceReference"), "Connectors." + name + ".Properties.SourceReference");
            if (reference.has("Id")) {
                throw InvalidResource.of(name, "'Id' shouldn't be defined in 'SourceReference'.", reference.span());
            }
            from.putAll(reference);
        }
        MappingBuilder all = values.builder().put("Type", values.text(Connector.TYPE));
        all.put("DependsOn", written.entries().get("DependsOn"));
        for (String attribute : Attributes.KEPT) {
            all.put(attribute, written.entries().get(attribute));
        }
        all.put(
                "Properties",
                MappingBuilder.of(properties)
                        .remove("SourceReference")
                        .put("Source", from.build())
                        .build());
        return new Authored(id, entry.keySpan(), all.at(written.span()).build());
    }
}
