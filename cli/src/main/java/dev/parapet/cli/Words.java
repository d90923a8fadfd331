package dev.parapet.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The words that an argument takes, and what each stands for.
 *
 * @param <T> what they stand for
 */
public final class Words<T> implements ITypeConverter<T>, Iterable<String> {
    private final Map<String, T> values = new LinkedHashMap<>();

    /** Words for some values. */
    @SafeVarargs
    public static <T> Words<T> of(Function<T, String> word, T... values) {
        Words<T> words = new Words<>();
        for (T value : values) {
            words.values.put(word.apply(value), value);
        }
        return words;
    }

    /** The same words and another one. */
    public Words<T> and(String word, T value) {
        values.put(word, value);
        return this;
    }

    @Override
    public T convert(String word) {
        T value = values.get(word);
        if (value == null) {
            List<String> words = new ArrayList<>(values.keySet());
            String last = words.removeLast();
            throw new TypeConversionException("'" + word + "' is none of " + String.join(", ", words) + " and " + last);
        }
        return value;
    }

    @Override
    public Iterator<String> iterator() {
        return values.keySet().iterator();
    }
}
