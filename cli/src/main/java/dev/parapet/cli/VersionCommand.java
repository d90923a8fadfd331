package dev.parapet.cli;

/** {@code parapet version}: the same as {@code parapet --version}. */
final class VersionCommand extends Command {
    private final Console console;

    VersionCommand(Console console) {
        super("version", "Show the version.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() {
        console.out().println("parapet " + Version.text());
        return ExitCode.CLEAN;
    }
}
