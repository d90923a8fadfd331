package dev.parapet.cli.reference;

import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/cli.md}. */
final class ReferencePage {
    private ReferencePage() {}

    static String of(CommandSpec program) {
        StringBuilder out = new StringBuilder();
        out.append("# The command line\n\n");
        out.append(
                "Made by `./parapet manual --format markdown > docs/cli.md`; a test compares it with the program.\n\n");
        for (CommandSpec command : Commands.all(program)) {
            boolean whole = command.parent() == null;
            if (!whole) {
                out.append("## ").append(command.qualifiedName()).append("\n\n");
                out.append(Texts.header(command)).append("\n\n");
            }
            for (String paragraph : Texts.description(command)) {
                out.append(paragraph).append(Texts.description(command).size() > 1 ? "\\\n" : "\n");
            }
            trim(out);
            out.append("\n```\n").append(Texts.synopsis(command)).append("\n```\n\n");
            arguments(command, out);
            if (whole) {
                exitCodes(command, out);
            }
        }
        trim(out);
        return out.toString();
    }

    private static void trim(StringBuilder out) {
        while (out.charAt(out.length() - 1) == '\n' || out.charAt(out.length() - 1) == '\\') {
            out.setLength(out.length() - 1);
        }
        out.append('\n');
    }

    private static void arguments(CommandSpec command, StringBuilder out) {
        out.append("| argument | what it does |\n| --- | --- |\n");
        for (ArgSpec parameter : command.positionalParameters()) {
            row(parameter.paramLabel(), Texts.description(parameter), out);
        }
        for (OptionSpec option : command.options()) {
            row(Texts.names(option), Texts.description(option), out);
        }
        out.append('\n');
    }

    private static void row(String name, String description, StringBuilder out) {
        out.append("| `").append(name).append("` | ");
        out.append(description.replace("|", "\\|").replace("*", "\\*")).append(" |\n");
    }

    private static void exitCodes(CommandSpec program, StringBuilder out) {
        out.append("| exit code | what it means |\n| --- | --- |\n");
        for (Map.Entry<String, String> code :
                program.usageMessage().exitCodeList().entrySet()) {
            row(code.getKey(), code.getValue(), out);
        }
        out.append('\n');
    }
}
