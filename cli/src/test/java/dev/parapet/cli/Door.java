package dev.parapet.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/**
 * Runs the program in this process, as a person in front of a pipe or a terminal would.
 *
 * @param terminal whether standard output is a terminal
 * @param environment the variables
 */
record Door(boolean terminal, Map<String, String> environment) {
    /** What a build server has. */
    static final Door PIPE = new Door(false, Map.of());

    /**
     * What a run said.
     *
     * @param code the exit code
     * @param out standard output
     * @param err standard error
     */
    record Answer(int code, String out, String err) {}

    Answer run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                false,
                0,
                environment::get,
                LocalDate.of(2026, 11, 24));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Program.run(console, words);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
