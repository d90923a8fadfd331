package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.intrinsic.Existence;
import dev.parapet.read.cloudformation.intrinsic.Resolver;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of the {@code Resources} section to a resource. */
final class ResourceReader {
    private final String stack;
    private final Resolver resolver;
    private final Expansion expansion;
    private final Map<String, String> constructs;

    ResourceReader(String stack, Resolver resolver, Expansion expansion, Map<String, String> constructs) {
        this.stack = stack;
        this.resolver = resolver;
        this.expansion = expansion;
        this.constructs = constructs;
    }

    /** The resource; null when its condition is decided and does not hold. */
    @Nullable
    Resource read(String name, Span head, Value.Mapping written, String type) {
        @Nullable Condition condition = null;
        @Nullable String assumed = null;
        if (written.get("Condition") instanceof Value.Text text) {
            Existence existence = resolver.existence(text.text(), text.span());
            switch (existence) {
                case Existence.Never ignored -> {
                    return null;
                }
                case Existence.When undecided -> {
                    condition = undecided.condition();
                    assumed = text.text();
                }
                case null -> {}
            }
        }
        Map<String, Value.Entry> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : written.entries().entrySet()) {
            switch (entry.getKey()) {
                case "Type", "Properties", "Condition" -> {}
                default -> {
                    Value value = resolve(assumed, entry.getValue().value());
                    if (!(value instanceof Value.Absent)) {
                        attributes.put(
                                entry.getKey(), new Value.Entry(entry.getValue().keySpan(), value));
                    }
                }
            }
        }
        Value raw = written.get("Properties");
        Value properties = raw == null ? null : resolve(assumed, raw);
        Span empty = new Span(head.path(), head.end(), head.end());
        Expansion.Author author = expansion.authors().get(name);
        return new Resource(
                new ResourceId(stack, name),
                type,
                author == null || author.type().equals(type) ? null : author.type(),
                author == null || author.name().equals(name) ? null : author.name(),
                construct(name, attributes),
                properties instanceof Value.Mapping mapping ? mapping : new Value.Mapping(Map.of(), empty),
                new Value.Mapping(attributes, written.span()),
                condition,
                whole(head, written.span()),
                head);
    }

    private Value resolve(@Nullable String assumed, Value raw) {
        return assumed == null ? resolver.resolve(raw) : resolver.resolveAssuming(assumed, raw);
    }

    /** Metadata that CDK writes beside each resource, else what the assembly's manifest says. */
    private @Nullable String construct(String name, Map<String, Value.Entry> attributes) {
        Value.Entry metadata = attributes.get("Metadata");
        return metadata != null
                        && metadata.value() instanceof Value.Mapping mapping
                        && mapping.get("aws:cdk:path") instanceof Value.Text path
                ? path.text()
                : constructs.get(name);
    }

    /** From the name to the end; the name alone when what it names is written elsewhere, by an alias. */
    private static Span whole(Span head, Span body) {
        return head.path().equals(body.path()) && head.start().compareTo(body.start()) <= 0
                ? new Span(head.path(), head.start(), body.end().compareTo(head.end()) < 0 ? head.end() : body.end())
                : head;
    }
}
