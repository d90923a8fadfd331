package dev.parapet.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command: what it is called, what it takes, and what it does. The model is built by calls and not by annotations, whose
 * reading costs each start 40 ms of CPU: see docs/adr/0005-start-up.md.
 */
public abstract class Command {
    @SuppressWarnings("this-escape") // it is only kept, and found again after parsing
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /**
     * A command.
     *
     * @param name its verb
     * @param header what it does, one sentence
     * @param description the same at more length, a paragraph each
     */
    protected Command(String name, String header, String... description) {
        spec.name(name);
        spec.usageMessage()
                .header(header)
                .description(description)
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .synopsisSubcommandLabel("COMMAND");
    }

    /** Adds an argument; arguments are listed in the order in which they are added. */
    protected final <T> Argument<T> add(Argument<T> argument) {
        spec.add(argument.spec());
        return argument;
    }

    /** Adds the option that shows the help, after all others. */
    protected final void addHelp() {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .arity("0")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    }

    /** The model, from which arguments are parsed and help is written. */
    public final CommandSpec spec() {
        return spec;
    }

    /** What is said where a verb below this command is missing. */
    protected final CommandLine.ParameterException commandMissing(String example) {
        return new CommandLine.ParameterException(
                spec.commandLine(), "a command is missing, such as '" + example + "'");
    }

    /**
     * Does it, after arguments were parsed.
     *
     * @return the exit code, one of {@link ExitCode}
     * @throws Failure when it cannot
     */
    public abstract int run() throws Failure;
}
