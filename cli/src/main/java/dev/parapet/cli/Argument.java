package dev.parapet.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or a positional parameter of a command.
 *
 * @param <T> the type of its value
 */
public final class Argument<T> {
    private static final ITypeConverter<Path> TO_PATH = Path::of;

    private final ArgSpec spec;

    private Argument(ArgSpec spec) {
        this.spec = spec;
    }

    /** The model of it. */
    ArgSpec spec() {
        return spec;
    }

    /** What was given, or what counts where nothing was; after arguments were parsed. */
    public T value() {
        return Objects.requireNonNull(orNull());
    }

    /** The same for an argument without a default: null where it was not given. */
    public @Nullable T orNull() {
        return spec.getValue();
    }

    /** An option without a value: true when it is given. */
    public static Argument<Boolean> flag(String description, String... names) {
        return new Argument<>(option(names, description)
                .type(boolean.class)
                .arity("0")
                .initialValue(false)
                .build());
    }

    /** An option that takes one of some words. */
    public static <T> Argument<T> word(Words<T> words, String initial, String label, String description, String name) {
        return new Argument<>(option(new String[] {name}, description)
                .type(Object.class)
                .converters(words)
                .completionCandidates(words)
                .defaultValue(initial)
                .paramLabel(label)
                .build());
    }

    /** An option whose value is made of a text; null when it is not given. */
    public static <T> Argument<T> value(
            ITypeConverter<T> converter, String label, String description, String... names) {
        return new Argument<>(option(names, description)
                .type(Object.class)
                .converters(converter)
                .paramLabel(label)
                .build());
    }

    /** An option that names a file; null when it is not given. */
    public static Argument<Path> file(String label, String description, String... names) {
        return new Argument<>(option(names, description)
                .type(Path.class)
                .converters(TO_PATH)
                .paramLabel(label)
                .build());
    }

    /** An option that names a file and may be given often. */
    public static Argument<List<Path>> files(String label, String description, String name) {
        return new Argument<>(option(new String[] {name}, description)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .converters(TO_PATH)
                .initialValue(List.of())
                .paramLabel(label)
                .build());
    }

    /** An option that names a file and must be given. */
    public static Argument<Path> requiredFile(String label, String description, String... names) {
        return new Argument<>(option(names, description)
                .type(Path.class)
                .converters(TO_PATH)
                .paramLabel(label)
                .required(true)
                .build());
    }

    /** An option that takes a text. */
    public static Argument<String> text(String initial, String label, String description, String name) {
        return new Argument<>(option(new String[] {name}, description)
                .type(String.class)
                .defaultValue(initial)
                .paramLabel(label)
                .build());
    }

    /** An option that takes a text; null when it is not given. */
    public static Argument<String> optional(String label, String description, String name) {
        return new Argument<>(option(new String[] {name}, description)
                .type(String.class)
                .paramLabel(label)
                .build());
    }

    /** An option that may be given often, or with several values between commas. */
    public static Argument<List<String>> list(String label, String description, String name) {
        return new Argument<>(option(new String[] {name}, description)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .splitRegexSynopsisLabel(",")
                .initialValue(List.of())
                .paramLabel(label)
                .build());
    }

    /** An option that may be given often, each time with one text. */
    public static Argument<List<String>> each(String label, String description, String name) {
        return new Argument<>(option(new String[] {name}, description)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(List.of())
                .paramLabel(label)
                .build());
    }

    /** An option that may be given often, each time with {@code NAME=VALUE}. */
    public static Argument<Map<String, String>> pairs(String description, String name) {
        return new Argument<>(option(new String[] {name}, description)
                .type(Map.class)
                .auxiliaryTypes(String.class, String.class)
                .initialValue(new LinkedHashMap<String, String>())
                .paramLabel("NAME=VALUE")
                .build());
    }

    /** One or more paths. */
    public static Argument<List<Path>> paths(String label, String description) {
        return new Argument<>(parameter(label, description)
                .index("0..*")
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .converters(TO_PATH)
                .build());
    }

    /** One path. */
    public static Argument<Path> path(String label, String description) {
        return new Argument<>(parameter(label, description)
                .type(Path.class)
                .converters(TO_PATH)
                .build());
    }

    /**
     * One path among other parameters.
     *
     * @param place its place among them, counted from 0
     */
    public static Argument<Path> path(int place, String label, String description) {
        return new Argument<>(parameter(label, description)
                .index(String.valueOf(place))
                .type(Path.class)
                .converters(TO_PATH)
                .build());
    }

    /**
     * Any number of paths behind other parameters.
     *
     * @param place the place of the first of them, counted from 0
     */
    public static Argument<List<Path>> paths(int place, String label, String description) {
        return new Argument<>(parameter(label, description)
                .index(place + "..*")
                .arity("0..*")
                .required(false)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .converters(TO_PATH)
                .initialValue(List.of())
                .build());
    }

    /**
     * One text among other parameters; null when it is not given.
     *
     * @param place its place among them, counted from 0
     */
    public static Argument<String> text(int place, String label, String description) {
        return new Argument<>(parameter(label, description)
                .index(String.valueOf(place))
                .arity("0..1")
                .required(false)
                .type(String.class)
                .build());
    }

    /** One text. */
    public static Argument<String> text(String label, String description) {
        return new Argument<>(parameter(label, description).type(String.class).build());
    }

    /** Any number of texts. */
    public static Argument<List<String>> texts(String label, String description) {
        return new Argument<>(parameter(label, description)
                .index("0..*")
                .arity("0..*")
                .required(false)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(List.of())
                .build());
    }

    /** One of some words. */
    public static <T> Argument<T> word(Words<T> words, String label, String description) {
        return new Argument<>(parameter(label, description)
                .type(Object.class)
                .converters(words)
                .completionCandidates(words)
                .build());
    }

    private static OptionSpec.Builder option(String[] names, String description) {
        return OptionSpec.builder(names).description(description);
    }

    private static PositionalParamSpec.Builder parameter(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel(label)
                .description(description);
    }
}
