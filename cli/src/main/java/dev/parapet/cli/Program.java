package dev.parapet.cli;

import dev.parapet.cli.expand.ExpandCommand;
import dev.parapet.cli.graph.GraphCommand;
import dev.parapet.cli.iam.IamCommand;
import dev.parapet.cli.reference.CompletionCommand;
import dev.parapet.cli.reference.ManualCommand;
import dev.parapet.cli.rule.RulesCommand;
import dev.parapet.cli.scan.ScanCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code parapet} by itself: the commands, and how one is run. */
public final class Program extends Command {
    private static final List<String> VERBS =
            List.of("scan", "rules", "expand", "graph", "iam", "completion", "manual", "version", "help");

    private Program() {
        super(
                "parapet",
                "Secures serverless applications.",
                "Reads the templates of an application, says what is wrong with them, how bad that is, and what to do."
                        + " It needs no account, no network and no configuration, and changes nothing.");
        addHelp();
        spec().addOption(OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .arity("0")
                .versionHelp(true)
                .description("Show the version.")
                .build());
        spec().version("parapet " + Version.text());
        spec().usageMessage()
                .exitCodeListHeading("%nExit codes%n")
                .exitCodeList(new TreeMap<>(Map.of(
                        "0", "nothing was found at or above the threshold",
                        "1", "something was found",
                        "2", "the job could not be done, or not all of it; standard error and the report say why")))
                .footerHeading("%n")
                .footer("'parapet help COMMAND' describes a command. Begin with 'parapet scan .'");
    }

    /**
     * Runs a command line.
     *
     * @return one of {@link ExitCode}
     */
    public static int run(Console console, String... arguments) {
        // Else picocli asks for a class of Groovy, and all archives are opened to find that it is not there.
        System.setProperty("picocli.disable.closures", "true");
        try {
            return program(console, arguments).execute(arguments);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    /** All commands. */
    public static CommandLine all(Console console) {
        return program(console);
    }

    /** The commands that are needed for some arguments: making all would cost the one that is wanted its start. */
    private static CommandLine program(Console console, String... arguments) {
        Program parapet = new Program();
        String verb = arguments.length == 0 ? "" : arguments[0];
        boolean one = VERBS.contains(verb) && !verb.equals("help");
        for (String each : one ? List.of(verb) : VERBS) {
            parapet.spec()
                    .addSubcommand(each, new CommandLine(command(each, console).spec()));
        }
        CommandLine program = new CommandLine(parapet.spec());
        program.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        program.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        program.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.colours(Console.Colour.AUTO) ? Ansi.ON : Ansi.OFF));
        program.setUsageHelpWidth(100);
        program.setParameterExceptionHandler((problem, given) -> wrongUse(console, problem));
        program.setExecutionStrategy(parsed -> execute(console, parsed));
        return program;
    }

    private static Command command(String verb, Console console) {
        return switch (verb) {
            case "scan" -> new ScanCommand(console);
            case "rules" -> new RulesCommand(console);
            case "expand" -> new ExpandCommand(console);
            case "graph" -> new GraphCommand(console);
            case "iam" -> new IamCommand(console);
            case "completion" -> new CompletionCommand(console);
            case "manual" -> new ManualCommand(console);
            case "version" -> new VersionCommand(console);
            case "help" -> new HelpCommand(console);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    @Override
    public int run() {
        throw commandMissing("parapet scan .");
    }

    private static int execute(Console console, ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (!(last.commandSpec().userObject() instanceof Command command)) {
            throw new IllegalStateException(
                    "no command is behind " + last.commandSpec().qualifiedName());
        }
        try {
            return command.run();
        } catch (Failure failure) {
            console.note(String.valueOf(failure.getMessage()));
        } catch (ParameterException problem) {
            throw problem;
        } catch (RuntimeException | StackOverflowError problem) {
            console.note("this is a mistake of Parapet itself, please report it: " + problem);
            problem.printStackTrace(console.err());
        } catch (OutOfMemoryError ignored) {
            console.note("there is not enough memory; scan a part at a time, or set JAVA_TOOL_OPTIONS=-Xmx4g");
        }
        return ExitCode.FAILED;
    }

    private static int wrongUse(Console console, ParameterException problem) {
        String name = problem.getCommandLine().getCommandSpec().qualifiedName();
        console.note(Message.of(problem) + "; '" + name + " --help' says what there is");
        return ExitCode.FAILED;
    }
}
