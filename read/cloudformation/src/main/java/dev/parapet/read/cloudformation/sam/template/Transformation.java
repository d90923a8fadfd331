package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.parameter.Parameter;
import dev.parapet.read.cloudformation.stack.Expansion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One template on its way: what is authored, what is made of it, what was wrong. Steps change what is authored; then
 * each serverless resource is expanded, and what it makes takes its place in the output.
 */
public final class Transformation {
    private final Value.Mapping root;
    private final Map<String, Authored> authored = new LinkedHashMap<>();
    private final Problems problems = new Problems();
    private final Allowance allowance = new Allowance();
    private final References references = new References();
    private final Resolution resolution;
    private final Map<Class<? extends Step>, Step> together = new LinkedHashMap<>();
    private final Map<Class<?>, Object> kept = new HashMap<>();
    private @Nullable Output output;

    /** A template, with what is known of its parameters. */
    public Transformation(Value.Mapping template, Map<String, Parameter> parameters) {
        this.root = template;
        this.resolution = Resolution.of(template, parameters, problems);
        Intrinsics.entries(template.get("Resources")).forEach((id, entry) -> {
            if (entry.value() instanceof Value.Mapping written) {
                authored.put(id, new Authored(id, entry.keySpan(), written));
            }
        });
    }

    /** The template as it is written. */
    public Value.Mapping template() {
        return root;
    }

    /** The resources as they are written, with what steps made of them, in order. */
    public List<Authored> authored() {
        return List.copyOf(authored.values());
    }

    /** One resource as it is written; null when there is none. */
    public @Nullable Authored authored(String id) {
        return authored.get(id);
    }

    /** Adds an authored resource (an implicit API, an embedded connector), or replaces the one with its id. */
    public void author(Authored resource) {
        authored.put(resource.id(), resource);
    }

    /** Takes an authored resource away. */
    public void forget(String id) {
        authored.remove(id);
    }

    /** What was wrong. */
    public Problems problems() {
        return problems;
    }

    /** How much more may be made. */
    public Allowance allowance() {
        return allowance;
    }

    /** What references must become. */
    public References references() {
        return references;
    }

    /** What SAM resolves itself. */
    public Resolution resolution() {
        return resolution;
    }

    /** Does something that may end in a problem; false when it did. */
    public boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (InvalidResource invalid) {
            problems.add(invalid.problem());
            return false;
        }
    }

    /**
     * What several resources make together, the same object for all: it gathers what they tell it, and is applied after
     * everything else is made.
     *
     * @param first makes it when it is asked for the first time
     */
    public <S extends Step> S together(Class<S> type, Supplier<S> first) {
        return type.cast(together.computeIfAbsent(type, key -> first.get()));
    }

    /** Applies what several resources make together. */
    public void finishTogether() {
        for (Step step : List.copyOf(together.values())) {
            step.apply(this);
        }
    }

    /** What one part of the transform keeps from one resource to the next, made when it is first asked for. */
    public <T> T kept(Class<T> part, Supplier<T> first) {
        Object known = kept.get(part);
        if (known != null) {
            return part.cast(known);
        }
        T made = first.get();
        kept.put(part, made);
        return made;
    }

    /** What is made; it holds everything that is authored from when it is first asked for, after all steps. */
    public Output output() {
        Output known = output;
        if (known == null) {
            known = new Output(root, authored, allowance);
            output = known;
        }
        return known;
    }

    /** The template after everything is made. */
    public Expansion finish() {
        return output().finish(references);
    }
}
