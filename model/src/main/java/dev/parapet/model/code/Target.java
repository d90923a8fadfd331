package dev.parapet.model.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value is put into: by an assignment, by a call (a parameter) or by a loop. */
public sealed interface Target {
    /** Where it stands. */
    TextRange range();

    /**
     * A variable.
     *
     * @param declares whether the innermost function around (the file, outside of functions; the class, in its body) has a
     *     variable of this name by this; else the variable is that of the nearest place around that has one
     * @param type the type that the source states
     */
    record Variable(
            TextRange range,
            String name,
            boolean declares,
            @Nullable TypeName type) implements Target {}

    /** A field of an object. */
    record Member(Expression.Field field) implements Target {
        @Override
        public TextRange range() {
            return field.range();
        }
    }

    /** An element of a list or map. */
    record Item(Expression.Index index) implements Target {
        @Override
        public TextRange range() {
            return index.range();
        }
    }

    /**
     * The elements of a list, one after another.
     *
     * @param items what each goes into; {@link Unknown} where one is passed over
     */
    record ListPattern(TextRange range, List<Target> items) implements Target {
        public ListPattern {
            items = List.copyOf(items);
        }
    }

    /** The fields of an object or the values of a map. */
    record MapPattern(TextRange range, List<Entry> entries) implements Target {
        public MapPattern {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One entry of a {@link MapPattern}.
     *
     * @param key which value is taken
     * @param target what it goes into
     */
    record Entry(Expression key, Target target) {}

    /** A target inside a pattern with the value that it gets where there is none. */
    record WithDefault(TextRange range, Target target, Expression value) implements Target {}

    /**
     * What the other targets of the pattern around, or the other parameters, leave.
     *
     * @param keyed whether it takes what has names (the rest of a map, named arguments) and not a list
     */
    record Rest(TextRange range, Target target, boolean keyed) implements Target {}

    /** Nothing that could be named: a value put here is lost. */
    record Unknown(TextRange range) implements Target {}
}
