package dev.parapet.core.knowledge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runtimes of Lambda and the dates of their ends
 * (<a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda runtimes</a>), from {@code runtimes.txt}: a
 * line each, {@code identifier deprecated create-blocked update-blocked}, a date or {@code -}.
 */
public final class RuntimeTable {
    private static final class Standard {
        static final RuntimeTable TABLE = new RuntimeTable(Table.lines("runtimes.txt"));
    }

    private final Map<String, Runtime> runtimes = new HashMap<>();

    private RuntimeTable(List<String> lines) {
        for (String line : lines) {
            String[] words = Table.words(line);
            if (words.length != 4) {
                throw new IllegalStateException("runtimes.txt has a line that is not of four words: " + line);
            }
            runtimes.put(words[0], new Runtime(words[0], date(words[1]), date(words[2]), date(words[3])));
        }
    }

    /**
     * A runtime.
     *
     * @param identifier what a template calls it
     * @param deprecated the day from which it gets no security updates
     * @param createBlocked the day from which no function can be created with it
     * @param updateBlocked the day from which no function of it can be updated
     */
    public record Runtime(
            String identifier,
            @Nullable LocalDate deprecated,
            @Nullable LocalDate createBlocked,
            @Nullable LocalDate updateBlocked) {}

    /** The table that comes with Parapet. */
    public static RuntimeTable standard() {
        return Standard.TABLE;
    }

    /** A runtime by its identifier, or null when there is none of that name. */
    public @Nullable Runtime find(String identifier) {
        return runtimes.get(identifier);
    }

    private static @Nullable LocalDate date(String word) {
        return word.equals("-") ? null : LocalDate.parse(word);
    }
}
