package dev.parapet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parapet version}: the same as {@code parapet --version}. */
@Command(name = "version", header = "Show the version.", sortOptions = false, abbreviateSynopsis = true)
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final HelpOption help = new HelpOption();

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("parapet " + Version.text());
        return ExitCode.CLEAN;
    }
}
