package dev.parapet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Where {@code parapet} starts. */
public final class Main {
    /** Set by the launcher: {@code 1} where standard output is a terminal, {@code 2} where standard error is one. */
    private static final String TERMINALS = "parapet.terminals";

    /** Set by the launcher where what happens is to be learnt from: see {@link Rehearsal}. */
    private static final String REHEARSAL = "parapet.rehearsal";

    private static final long DAY = 86_400_000;

    private Main() {}

    /** Runs a command line; the exit code is that of {@link Program#run}. */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        int code;
        if (System.getProperty(REHEARSAL) != null) {
            // The JDK makes the cache when the program ends by itself.
            Rehearsal.run(console(out));
            return;
        } else if (asksForVersion(arguments)) {
            // Nothing but this class and the text is loaded for it.
            out.println("parapet " + Version.text());
            code = 0;
        } else {
            code = Program.run(console(out), arguments);
        }
        out.flush();
        Runtime.getRuntime().halt(code);
    }

    private static boolean asksForVersion(String[] arguments) {
        return arguments.length == 1
                && (arguments[0].equals("--version") || arguments[0].equals("-V") || arguments[0].equals("version"));
    }

    private static Console console(PrintStream out) {
        String terminals = System.getProperty(TERMINALS, "");
        // The day in Greenwich: the same everywhere, and no table of time zones is loaded for it.
        LocalDate today = LocalDate.ofEpochDay(Math.floorDiv(System.currentTimeMillis(), DAY));
        return new Console(
                out,
                stream(FileDescriptor.err),
                terminals.contains("1"),
                terminals.contains("2"),
                Integer.getInteger("parapet.columns", 0),
                System::getenv,
                today);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        boolean atOnce = descriptor == FileDescriptor.err;
        return new PrintStream(new FileOutputStream(descriptor), atOnce, StandardCharsets.UTF_8);
    }
}
