package dev.parapet.cli.scan;

import dev.parapet.cli.Console;
import dev.parapet.core.report.Format;
import dev.parapet.core.rule.RuleEngine;
import dev.parapet.model.Severity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words that an option takes, and what each stands for. */
abstract sealed class Words<T> implements ITypeConverter<T>, Iterable<String> {
    private final Map<String, T> values = new LinkedHashMap<>();

    final void add(String word, T value) {
        values.put(word, value);
    }

    @Override
    public final T convert(String word) {
        T value = values.get(word);
        if (value == null) {
            List<String> words = new ArrayList<>(values.keySet());
            String last = words.removeLast();
            throw new TypeConversionException("'" + word + "' is none of " + String.join(", ", words) + " and " + last);
        }
        return value;
    }

    @Override
    public final Iterator<String> iterator() {
        return values.keySet().iterator();
    }

    static final class Formats extends Words<Format> {
        Formats() {
            for (Format format : Format.values()) {
                add(format.word(), format);
            }
        }
    }

    static final class Thresholds extends Words<Threshold> {
        Thresholds() {
            for (Severity severity : Severity.values()) {
                add(severity.word(), new Threshold(severity));
            }
            add("never", new Threshold(null));
        }
    }

    static final class Verdicts extends Words<RuleEngine.Wanted> {
        Verdicts() {
            add("open", RuleEngine.Wanted.VIOLATED_AND_UNDETERMINED);
            add("all", RuleEngine.Wanted.ALL);
        }
    }

    static final class Colours extends Words<Console.Colour> {
        Colours() {
            for (Console.Colour colour : Console.Colour.values()) {
                add(colour.name().toLowerCase(Locale.ROOT), colour);
            }
        }
    }
}
