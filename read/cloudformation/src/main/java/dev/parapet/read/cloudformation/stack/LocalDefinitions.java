package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Fault;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Definitions in files of their own. Before it is packaged, a template names an OpenAPI document or a state machine's definition by a
 * local path where a place in S3 belongs; what the file holds is put where it would stand if it had been written in the template, and
 * keeps its own places. See docs/adr/0009-graph.md.
 */
final class LocalDefinitions {
    private static final Map<String, Place> PLACES = Map.of(
            "AWS::ApiGateway::RestApi", new Place("BodyS3Location", "Body"),
            "AWS::ApiGatewayV2::Api", new Place("BodyS3Location", "Body"),
            "AWS::StepFunctions::StateMachine", new Place("DefinitionS3Location", "Definition"));

    private LocalDefinitions() {}

    /** The property that names the file, and the one that would hold what is in it. */
    private record Place(String location, String content) {}

    /** A resource with what its file holds; the same one where it names none that can be read. */
    static Resource join(
            Resource resource, String template, Function<String, Optional<Value>> documents, Faults faults) {
        Place place = PLACES.get(resource.type());
        Value.Entry named =
                place == null ? null : resource.properties().entries().get(place.location());
        if (place == null
                || named == null
                || resource.properties().has(place.content())
                || !(named.value() instanceof Value.Text location)) {
            return resource;
        }
        String path = Nested.local(location.text(), template);
        Optional<Value> document = path == null ? Optional.empty() : documents.apply(path);
        if (document.isEmpty()) {
            Span span = location.span();
            faults.add(new Fault(
                    Fault.Kind.UNSUPPORTED,
                    template,
                    span.path().equals(template) ? span.start().line() : 1,
                    "the definition of '" + resource.id().name()
                            + "' is not among the files that were read; scan it together with the template"));
            return resource;
        }
        Map<String, Value.Entry> entries =
                new LinkedHashMap<>(resource.properties().entries());
        entries.put(place.content(), new Value.Entry(named.keySpan(), document.get()));
        return new Resource(
                resource.id(),
                resource.type(),
                resource.dialectType(),
                resource.writtenAs(),
                resource.construct(),
                new Value.Mapping(entries, resource.properties().span()),
                resource.attributes(),
                resource.condition(),
                resource.span(),
                resource.head());
    }
}
