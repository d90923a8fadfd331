package dev.parapet.ahead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Switches over types, and records, asked for what they answer. */
public final class Sample implements Supplier<List<String>> {
    sealed interface Shape {
        /** A switch within an interface. */
        default String name() {
            return switch (this) {
                case Nothing() -> "nothing";
                case Many many -> "many of " + many;
                case Pair(Pair first, var second) -> "a pair in a pair with " + second;
                case Pair(var first, var second) when first == second -> "twice " + first;
                case Pair pair -> "a pair " + pair;
            };
        }
    }

    record Nothing() implements Shape {}

    record Pair(@Nullable Object first, @Nullable Object second) implements Shape {}

    /** A component of each sort; an array is compared by what it is, as the generated methods do. */
    @SuppressWarnings("ArrayRecordComponent")
    record Many(boolean a, byte b, char c, short d, int e, long f, float g, double h, int @Nullable [] i, String j)
            implements Shape {}

    private static String kind(@Nullable Object value) {
        // An annotated variable beyond the switch, whose place moves.
        @Nullable
        String kind = switch (value) {
            case null -> null;
            case String text -> "text " + text;
            case Integer number when number > 7 -> "more than seven";
            case Number number -> "number " + number;
            default -> "something";
        };
        return kind == null ? "null" : kind;
    }

    private static String word(@Nullable String word) {
        return switch (word) {
            case null -> "null";
            case "yes" -> "that word";
            case String text when text.isEmpty() -> "no word";
            case "no" -> "the other word";
            case String text -> "word " + text;
        };
    }

    @Override
    public List<String> get() {
        int @Nullable [] array = null;
        Many many = new Many(true, (byte) -1, 'x', (short) 7, 8, 9L, -0.0f, Double.NaN, array, "ten");
        Pair pair = new Pair("a", null);
        List<Shape> shapes = List.of(
                new Nothing(),
                many,
                new Many(true, (byte) -1, 'x', (short) 7, 8, 9L, -0.0f, Double.NaN, array, "ten"),
                new Many(true, (byte) -1, 'x', (short) 7, 8, 9L, 0.0f, Double.NaN, array, "ten"),
                new Many(true, (byte) -1, 'x', (short) 7, 8, 10L, -0.0f, Double.NaN, array, "ten"),
                new Many(true, (byte) -1, 'x', (short) 7, 8, 9L, -0.0f, 0, array, "ten"),
                new Many(false, (byte) -1, 'x', (short) 7, 8, 9L, -0.0f, Double.NaN, array, "ten"),
                pair,
                new Pair("a", null),
                new Pair(pair, 3),
                new Pair(null, null));
        List<String> answers = new ArrayList<>();
        for (Shape shape : shapes) {
            answers.add(shape.name());
            for (Shape other : shapes) {
                answers.add(String.valueOf(shape.equals(other)));
            }
        }
        answers.add(String.valueOf(Arrays.asList(pair, null).indexOf(null)));
        answers.add(String.valueOf(pair.hashCode()));
        answers.add(String.valueOf(many.hashCode()));
        answers.add(String.valueOf(new Nothing().hashCode()));
        for (String text : Arrays.asList(null, "yes", "", "no", "maybe")) {
            answers.add(word(text));
        }
        for (Object value : Arrays.asList(null, "text", 7, 8, 9L, 'c')) {
            answers.add(kind(value));
        }
        return answers;
    }
}
