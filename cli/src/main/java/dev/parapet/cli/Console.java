package dev.parapet.cli;

import dev.parapet.model.Fault;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All that a command sees of the process that it runs in.
 *
 * @param out where results go
 * @param err where progress, notes and mistakes go
 * @param outIsTerminal whether a person reads {@code out} as it is written
 * @param errIsTerminal whether a person reads {@code err} as it is written
 * @param columns how many columns the terminal has; 0 where that is not known
 * @param environment the variables of the process
 * @param today the day that counts as today
 */
public record Console(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        Environment environment,
        LocalDate today) {

    /** Variables by name. */
    @FunctionalInterface
    public interface Environment {
        /** The value of a variable; null where it is not set. */
        @Nullable
        String get(String name);
    }

    /** When to use colours. */
    public enum Colour {
        /** On a terminal, unless {@code NO_COLOR} is set (https://no-color.org). */
        AUTO,
        ALWAYS,
        NEVER;

        /** The word used on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether what goes to {@code out} is to be coloured. */
    public boolean colours(Colour wish) {
        return switch (wish) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> outIsTerminal && !isSet("NO_COLOR") && !"dumb".equals(environment.get("TERM"));
        };
    }

    private boolean isSet(String name) {
        String value = environment.get(name);
        return value != null && !value.isEmpty();
    }

    /** Says something to the person who started the command. */
    public void note(String message) {
        err.println("parapet: " + message);
    }

    /**
     * Says what could not be looked at.
     *
     * @return whether all was looked at but for what Parapet does not take on
     */
    public boolean note(List<Fault> faults) {
        boolean whole = true;
        for (Fault fault : faults) {
            note(fault.path() + ":" + fault.line() + ": " + fault.message());
            whole &= fault.kind() == Fault.Kind.UNSUPPORTED;
        }
        return whole;
    }
}
