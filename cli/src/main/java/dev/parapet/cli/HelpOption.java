package dev.parapet.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command answers. */
@Command(sortOptions = false)
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
