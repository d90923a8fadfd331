package dev.parapet.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parapet} by itself. */
@Command(
        name = "parapet",
        header = "Secures serverless applications.",
        description =
                "Reads the templates of an application, says what is wrong with them, how bad that is, and what to do."
                        + " It needs no account, no network and no configuration, and changes nothing.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        abbreviateSynopsis = true,
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {
            "0:nothing was found at or above the threshold",
            "1:something was found",
            "2:the job could not be done, or not all of it; standard error and the report say why"
        },
        footerHeading = "%n",
        footer = "'parapet help COMMAND' describes a command. Begin with 'parapet scan .'")
final class ParapetCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as 'parapet scan .'");
    }
}
