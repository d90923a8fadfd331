package dev.parapet.cli.reference;

import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page, in the macros of man(7): https://man7.org/linux/man-pages/man7/man.7.html. */
final class ManualPage {
    private final StringBuilder out = new StringBuilder();

    private ManualPage() {}

    static String of(CommandSpec program, String version) {
        ManualPage page = new ManualPage();
        page.write(program, version);
        return page.out.toString();
    }

    private void write(CommandSpec program, String version) {
        macro("TH", "PARAPET 1 \"\" \"Parapet " + version + "\" \"User Commands\"");
        macro("SH", "NAME");
        text("parapet - " + plain(Texts.header(program)));
        macro("SH", "SYNOPSIS");
        macro("B", "parapet");
        text("COMMAND [OPTION]...");
        macro("SH", "DESCRIPTION");
        Texts.description(program).forEach(this::text);
        for (CommandSpec command : Commands.all(program)) {
            if (command.parent() != null) {
                command(command);
            }
        }
        macro("SH", "EXIT STATUS");
        for (Map.Entry<String, String> code :
                program.usageMessage().exitCodeList().entrySet()) {
            item(code.getKey(), code.getValue());
        }
        macro("SH", "ENVIRONMENT");
        item("NO_COLOR", "Where it is set, nothing is coloured unless --color=always says so.");
        item("PARAPET_JAVA", "The folder of the JDK that Parapet runs on.");
        macro("SH", "FILES");
        item("parapet.yaml", "At the root of what is scanned: which rules count, and where your own are.");
    }

    private void command(CommandSpec command) {
        macro("SH", command.qualifiedName().toUpperCase(java.util.Locale.ROOT));
        macro("B", escaped(Texts.synopsis(command)));
        macro("PP", "");
        text(Texts.header(command));
        for (String paragraph : Texts.description(command)) {
            macro("PP", "");
            text(paragraph);
        }
        for (ArgSpec parameter : command.positionalParameters()) {
            item(parameter.paramLabel(), Texts.description(parameter));
        }
        for (OptionSpec option : command.options()) {
            item(Texts.names(option), Texts.description(option));
        }
    }

    private void item(String term, String description) {
        macro("TP", "");
        macro("B", escaped(term));
        text(description);
    }

    private void macro(String name, String rest) {
        out.append('.')
                .append(name)
                .append(rest.isEmpty() ? "" : " ")
                .append(rest)
                .append('\n');
    }

    /** A line of text; the sign that no line of it begins a macro goes before it. */
    private void text(String line) {
        out.append(line.startsWith(".") || line.startsWith("'") ? "\\&" : "")
                .append(escaped(line))
                .append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }

    private static String plain(String header) {
        return header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
    }
}
