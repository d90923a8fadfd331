package dev.parapet.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a template or of a live resource, with the place where it was written. What is not known is a case of its own,
 * so that nobody can take it for something else.
 *
 * <p>A reader first states a document as {@link Null}, {@link Bool}, {@link Number}, {@link Text}, {@link Sequence} and
 * {@link Mapping}, intrinsic functions being mappings with one key in their long form. Resolving the intrinsic functions
 * brings in the other cases.
 */
public sealed interface Value {
    /** Where the value was written; what was generated points at the text that caused it. */
    Span span();

    /** How the value came to be what it is, where its own text does not say so. */
    default @Nullable Provenance provenance() {
        return null;
    }

    /** The null of JSON and YAML. */
    record Null(Span span) implements Value {}

    /** True or false. */
    record Bool(boolean value, Span span, @Nullable Provenance provenance) implements Value {
        public Bool(boolean value, Span span) {
            this(value, span, null);
        }
    }

    /** A number, as exact as it was written. */
    record Number(Decimal value, Span span, @Nullable Provenance provenance) implements Value {
        public Number(Decimal value, Span span) {
            this(value, span, null);
        }
    }

    /** A text that is known whole. */
    record Text(String text, Span span, @Nullable Provenance provenance) implements Value {
        public Text(String text, Span span) {
            this(text, span, null);
        }
    }

    /** A list. Items that are {@link Absent} have been taken out, save behind a {@link Conditional}. */
    record Sequence(List<Value> items, Span span) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping from names to values, in the order of the text.
     *
     * @param entries what each name stands for
     */
    record Mapping(Map<String, Entry> entries, Span span) implements Value {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of {@code name}, or null when there is none. */
        public @Nullable Value get(String name) {
            Entry entry = entries.get(name);
            return entry == null ? null : entry.value();
        }

        /** Whether {@code name} stands in the mapping. */
        public boolean has(String name) {
            return entries.containsKey(name);
        }
    }

    /**
     * One name of a {@link Mapping} and its value.
     *
     * @param keySpan where the name was written
     */
    record Entry(Span keySpan, Value value) {}

    /**
     * An attribute of another resource that only exists once that resource is deployed. It is some text that is not empty.
     *
     * @param target the resource
     * @param attribute the name of the attribute as {@code Fn::GetAtt} has it, or {@code Ref} for what {@code Ref} gives
     */
    record Reference(
            ResourceId target,
            String attribute,
            Span span,
            @Nullable Provenance provenance) implements Value {
        public Reference(ResourceId target, String attribute, Span span) {
            this(target, attribute, span, null);
        }
    }

    /**
     * A text made of parts of which at least one is not known: {@link Text}, {@link Reference}, {@link DynamicReference},
     * {@link Conditional} and {@link Unresolved}. Neighbouring texts have been joined.
     */
    record Composed(List<Value> parts, Span span) implements Value {
        public Composed {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A value that the provider looks up while it deploys: {@code {{resolve:secretsmanager:name:SecretString:password}}}.
     *
     * @param service {@code ssm}, {@code ssm-secure} or {@code secretsmanager}
     * @param key what stands after the service, as it was written when all of it is known
     */
    record DynamicReference(String service, String key, Span span) implements Value {}

    /**
     * One of two values, by a condition that is not decided.
     *
     * @param whenTrue the value when the condition holds; {@link Absent} when there is none
     * @param whenFalse the value when it doesn't; {@link Absent} when there is none
     */
    record Conditional(Condition condition, Value whenTrue, Value whenFalse, Span span) implements Value {}

    /** No value at all: what {@code AWS::NoValue} leaves in a branch of a {@link Conditional}. */
    record Absent(Span span) implements Value {}

    /**
     * A value that is not known.
     *
     * @param missing the name of what would settle it, such as {@code Parameter Stage}
     * @param reason why it is not known, a clause without a full stop: {@code parameter Stage has no default}
     */
    record Unresolved(String missing, String reason, Span span) implements Value {}
}
