package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.stack.Expansion;
import dev.parapet.read.cloudformation.transform.Transforms;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The template that the provider would deploy, as far as it is made. Resources that nothing was made of yet stand in it too. */
public final class Output {
    private final Value.Mapping root;
    private final Map<String, Value.Entry> resources = new LinkedHashMap<>();
    private final Map<String, Value.Entry> conditions = new LinkedHashMap<>();
    private final Map<String, Expansion.Author> authors = new LinkedHashMap<>();
    private final Allowance allowance;

    Output(Value.Mapping root, Map<String, Authored> authored, Allowance allowance) {
        this.root = root;
        this.allowance = allowance;
        authored.forEach((id, resource) -> resources.put(id, new Value.Entry(resource.head(), resource.written())));
        conditions.putAll(Intrinsics.entries(root.get("Conditions")));
    }

    /** A resource so far, as it was made or written; null when there is none. */
    public Value.@Nullable Mapping resource(String id) {
        Value.Entry entry = resources.get(id);
        return entry != null && entry.value() instanceof Value.Mapping mapping ? mapping : null;
    }

    /** The type of a resource so far; null when there is none. */
    public @Nullable String type(String id) {
        Value.Mapping resource = resource(id);
        return resource != null && resource.get("Type") instanceof Value.Text type ? type.text() : null;
    }

    /** All resources so far. */
    public Map<String, Value.Entry> resources() {
        return Map.copyOf(resources);
    }

    /** Takes a resource out. */
    public void remove(String id) {
        resources.remove(id);
    }

    /** Adds a resource that another one made, or puts it in the place of the one with its id. */
    public void put(Made made, Authored author) {
        put(made, new Expansion.Author(author.id(), author.type()));
    }

    /** Adds a resource that several made; the first of them is named as its author. */
    public void put(Made made, Expansion.Author author) {
        Value.Mapping value = made.value();
        take(value);
        resources.put(made.id(), new Value.Entry(made.span(), value));
        authors.put(made.id(), author);
    }

    private void take(Value value) {
        allowance.take(1);
        switch (value) {
            case Value.Mapping mapping -> mapping.entries().values().forEach(entry -> take(entry.value()));
            case Value.Sequence sequence -> sequence.items().forEach(this::take);
            default -> {}
        }
    }

    /** Puts a changed resource in the place of the one with its id. */
    public void replace(String id, Value.Mapping resource) {
        Value.Entry known = resources.get(id);
        if (known != null) {
            resources.put(id, new Value.Entry(known.keySpan(), resource));
        }
    }

    /** Adds a condition; SAM adds none to a template that has no conditions. */
    public void condition(String name, Value meaning) {
        if (root.has("Conditions")) {
            conditions.put(name, new Value.Entry(meaning.span(), meaning));
        }
    }

    /** Takes a condition out, if it is there. */
    public void removeCondition(String name) {
        conditions.remove(name);
    }

    /** A condition; null when there is none. */
    public @Nullable Value condition(String name) {
        Value.Entry entry = conditions.get(name);
        return entry == null ? null : entry.value();
    }

    Expansion finish(References references) {
        MappingBuilder all = MappingBuilder.of(root).remove("Globals");
        if (root.get("Conditions") instanceof Value.Mapping section) {
            all.put("Conditions", new Value.Mapping(conditions, section.span()));
        }
        if (root.get("Resources") instanceof Value.Mapping section) {
            all.put("Resources", new Value.Mapping(resources, section.span()));
        }
        return references.apply(Transforms.withoutServerless(all.build())) instanceof Value.Mapping done
                ? new Expansion(done, authors)
                : new Expansion(root, Map.of());
    }
}
