package dev.parapet.core.flow.value;

import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.TextRange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value. Values of the project itself (functions, classes, objects, modules) are {@link ProjectValue}; what
 * comes from libraries is said by how it was got: {@code boto3.client("s3")} is a {@link Result} of a {@link Member} of a
 * {@link Library}.
 */
public sealed interface FlowValue
        permits FlowValue.Concatenation,
                FlowValue.Derived,
                FlowValue.Either,
                FlowValue.Environment,
                FlowValue.Event,
                FlowValue.Global,
                FlowValue.Instance,
                FlowValue.Item,
                FlowValue.Library,
                FlowValue.ListOf,
                FlowValue.MapOf,
                FlowValue.Member,
                FlowValue.Nothing,
                FlowValue.Result,
                FlowValue.Scalar,
                FlowValue.Text,
                FlowValue.Unknown,
                ProjectValue {
    /** Why nothing is known of an exception that could be any. */
    String CAUGHT = "it is an exception that was caught";

    /** How something is derived that is read as a value of a type without free texts. */
    String TYPED = "typed";

    /** How something is derived that matches a pattern, which is the second value. */
    String MATCHED = "matched";

    /** How something is derived that a constraint is declared of, a pattern where there is a second value; whether it is checked is not known. */
    String CONSTRAINED = "constrained";

    /** The value in one line, as tests and messages show it: {@link FlowText}. */
    default String text() {
        return FlowText.of(this);
    }

    /** A text that is known whole. */
    record Text(String value) implements FlowValue {}

    /** A number, true or false, as it is written. */
    record Scalar(String written) implements FlowValue {}

    /** Null, None, undefined, nil. */
    record Nothing() implements FlowValue {}

    /**
     * An environment variable of the function.
     *
     * @param standIns texts that the code takes instead where it is not set, which are values beside it
     */
    record Environment(String name, Set<String> standIns) implements FlowValue {
        public Environment {
            standIns = Set.copyOf(standIns);
        }

        /** A variable for which nothing stands in. */
        public Environment(String name) {
            this(name, Set.of());
        }
    }

    /**
     * The event that the handler is called with, or a part of it.
     *
     * @param path the names of fields; {@code []} for some element of a list, {@code *} for a field whose name is not known
     */
    record Event(List<String> path) implements FlowValue {
        public Event {
            path = List.copyOf(path);
        }
    }

    /** A module that is not of the project, as its import names it: {@code boto3}, {@code @aws-sdk/client-s3}. */
    record Library(String name) implements FlowValue {}

    /** A name that no code of the project declares: a builtin, a global of the runtime. */
    record Global(String name) implements FlowValue {}

    /** A field, method or member of something that is not of the project. */
    record Member(FlowValue of, String name) implements FlowValue {}

    /**
     * What a call gives, of something that is not of the project.
     *
     * @param call where it is called
     */
    record Result(FlowValue of, List<FlowArgument> arguments, Place call) implements FlowValue {
        public Result {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * An object of a class that is not of the project.
     *
     * @param type the class
     * @param arguments what the constructor was given; of an object that only a declared type tells of, nothing
     * @param made where; null where only a declared type tells of it
     */
    record Instance(
            FlowValue type,
            List<FlowArgument> arguments,
            @Nullable Place made) implements FlowValue {
        public Instance {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * An element.
     *
     * @param key its key or index; null for any
     */
    record Item(FlowValue of, @Nullable FlowValue key) implements FlowValue {}

    /** A list, set or tuple; nothing is said of how often an element is in it. */
    record ListOf(List<FlowValue> items) implements FlowValue {
        public ListOf {
            items = List.copyOf(items);
        }
    }

    /** A map or object literal, as far as its keys are known. */
    record MapOf(List<FlowArgument> entries) implements FlowValue {
        public MapOf {
            entries = List.copyOf(entries);
        }

        /** The value of a key; null where no entry of that name is there. */
        public @Nullable FlowValue get(String key) {
            FlowValue found = null;
            for (FlowArgument entry : entries) {
                if (key.equals(entry.name())) {
                    found = entry.value();
                }
            }
            return found;
        }
    }

    /** A text made of parts, at least one of which is not known; neighbouring texts have been joined. */
    record Concatenation(List<FlowValue> parts) implements FlowValue {
        public Concatenation {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Something computed from values.
     *
     * @param how the operation: {@code slice}, {@code -}, {@code ==}
     */
    record Derived(String how, List<FlowValue> from) implements FlowValue {
        public Derived {
            from = List.copyOf(from);
        }
    }

    /** One of several values; none of them is an {@code Either}. */
    record Either(List<FlowValue> values) implements FlowValue {
        public Either {
            values = List.copyOf(values);
        }
    }

    /**
     * A value of which nothing is known.
     *
     * @param reason why, a clause without a full stop
     */
    record Unknown(String reason) implements FlowValue {}

    /** A place in the code, compared by file and range. */
    record Place(CodeFile file, TextRange range) {}
}
