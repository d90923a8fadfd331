package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What SAM lets a property be. */
public sealed interface Kind {
    Kind ANY = new Any();
    Kind TEXT = new Simple(Value.Text.class, "string");
    Kind MAP = new Simple(Value.Mapping.class, "map");
    Kind LIST = new Simple(Value.Sequence.class, null);
    Kind BOOL = new Simple(Value.Bool.class, null);
    /** A whole number; true and false pass for one, as they do for SAM. */
    Kind INTEGER = new Whole();

    /** Whether a value is of the kind. */
    boolean accepts(Value value);

    /** What SAM calls it in a message; null when SAM has no name for it. */
    default @Nullable String name() {
        return null;
    }

    /** Any of some kinds. */
    static Kind oneOf(Kind... kinds) {
        return new OneOf(List.of(kinds));
    }

    /** A list of a kind. */
    static Kind listOf(Kind item) {
        return new ListOf(item);
    }

    /** A mapping to a kind. */
    static Kind mapOf(Kind item) {
        return new MapOf(item);
    }

    /** One of some texts. */
    static Kind oneOf(String... texts) {
        return new OneText(List.of(texts));
    }

    /** Whatever there is. */
    record Any() implements Kind {
        @Override
        public boolean accepts(Value value) {
            return true;
        }
    }

    /** A value of one class. */
    record Simple(Class<? extends Value> type, @Nullable String name) implements Kind {
        @Override
        public boolean accepts(Value value) {
            return type.isInstance(value);
        }
    }

    /** A whole number. */
    record Whole() implements Kind {
        @Override
        public boolean accepts(Value value) {
            return value instanceof Value.Bool
                    || value instanceof Value.Number number && number.value().scale() <= 0;
        }
    }

    /** One of several kinds. */
    record OneOf(List<Kind> kinds) implements Kind {
        @Override
        public boolean accepts(Value value) {
            for (Kind kind : kinds) {
                if (kind.accepts(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A list whose items are of a kind. */
    record ListOf(Kind item) implements Kind {
        @Override
        public boolean accepts(Value value) {
            return value instanceof Value.Sequence sequence
                    && sequence.items().stream().allMatch(item::accepts);
        }
    }

    /** A mapping whose values are of a kind. */
    record MapOf(Kind item) implements Kind {
        @Override
        public boolean accepts(Value value) {
            return value instanceof Value.Mapping mapping
                    && mapping.entries().values().stream().allMatch(entry -> item.accepts(entry.value()));
        }
    }

    /** One of several texts. */
    record OneText(List<String> texts) implements Kind {
        @Override
        public boolean accepts(Value value) {
            return value instanceof Value.Text text && texts.contains(text.text());
        }

        @Override
        public String name() {
            String last = "'" + texts.getLast() + "'";
            if (texts.size() == 1) {
                return "the string " + last;
            }
            String others = "'" + String.join("', '", texts.subList(0, texts.size() - 1)) + "'";
            return "one of the strings: " + others + (texts.size() == 2 ? " or " : ", or ") + last;
        }
    }
}
