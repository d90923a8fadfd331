package dev.parapet.cli;

import dev.parapet.cli.expand.ExpandCommand;
import dev.parapet.cli.iam.IamCommand;
import dev.parapet.cli.reference.CompletionCommand;
import dev.parapet.cli.reference.ManualCommand;
import dev.parapet.cli.rule.RulesCommand;
import dev.parapet.cli.scan.ScanCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The commands, and how one is run. */
public final class Program {
    private static final List<String> VERBS =
            List.of("scan", "rules", "expand", "iam", "completion", "manual", "version", "help");

    private Program() {}

    /**
     * Runs a command line.
     *
     * @return 0: nothing was found; 1: something was; 2: the job could not be done, or not all of it
     */
    public static int run(Console console, String... arguments) {
        try {
            return commandLine(console, arguments).execute(arguments);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    /** All commands. */
    public static CommandLine commandLine(Console console) {
        return commandLine(console, new String[0]);
    }

    /** The commands that are needed for some arguments: making all would cost the one that is wanted its start. */
    private static CommandLine commandLine(Console console, String[] arguments) {
        CommandLine program = new CommandLine(new ParapetCommand());
        String verb = arguments.length == 0 ? "" : arguments[0];
        boolean one = VERBS.contains(verb) && !verb.equals("help");
        for (String each : one ? List.of(verb) : VERBS) {
            program.addSubcommand(each, command(each, console));
        }
        program.getCommandSpec().version("parapet " + Version.text());
        program.setOut(new java.io.PrintWriter(console.out(), true));
        program.setErr(new java.io.PrintWriter(console.err(), true));
        program.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.colours(Console.Colour.AUTO) ? Ansi.ON : Ansi.OFF));
        program.setUsageHelpWidth(100);
        program.setCaseInsensitiveEnumValuesAllowed(true);
        program.setParameterExceptionHandler((problem, given) -> wrongUse(console, problem));
        program.setExecutionExceptionHandler((problem, line, parsed) -> failed(console, problem));
        return program;
    }

    private static Object command(String verb, Console console) {
        return switch (verb) {
            case "scan" -> new ScanCommand(console);
            case "rules" -> new RulesCommand(console).withSubcommands();
            case "expand" -> new ExpandCommand(console);
            case "iam" -> new IamCommand(console).withSubcommands();
            case "completion" -> new CompletionCommand(console);
            case "manual" -> new ManualCommand(console);
            case "version" -> new VersionCommand(console);
            case "help" -> new CommandLine.HelpCommand();
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static int wrongUse(Console console, ParameterException problem) {
        CommandLine where = problem.getCommandLine();
        String name = where.getCommandSpec().qualifiedName();
        console.note(Message.of(problem) + "; '" + name + " --help' says what there is");
        return ExitCode.FAILED;
    }

    private static int failed(Console console, Exception problem) {
        if (problem instanceof Failure failure) {
            console.note(String.valueOf(failure.getMessage()));
        } else {
            console.note("this is a mistake of Parapet itself, please report it: " + problem);
            problem.printStackTrace(console.err());
        }
        return ExitCode.FAILED;
    }
}
