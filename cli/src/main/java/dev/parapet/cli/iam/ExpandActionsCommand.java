package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.knowledge.ActionTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code parapet iam expand}. */
final class ExpandActionsCommand extends Command {
    private static final String SCHEMA = "parapet.iam-expand/1";

    private final Console console;

    private final Argument<String> pattern =
            add(Argument.text("PATTERN", "An action as policies name them, such as 's3:Get*'."));

    private final Argument<TextOrJson> format = add(TextOrJson.option(SCHEMA));

    ExpandActionsCommand(Console console) {
        super(
                "expand",
                "List the actions that a pattern covers.",
                "Each with its level of access (list, read, tagging, write, permissions-management), and whether a statement can limit it"
                        + " to resources.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        List<ActionTable.Action> actions =
                new ArrayList<>(ActionTable.standard().matching(pattern.value()));
        if (actions.isEmpty()) {
            throw new Failure("'" + pattern.value() + "' covers no action that is known; give one such as 's3:Get*'");
        }
        Output.write(console, null, out -> {
            switch (format.value()) {
                case TEXT -> text(actions, out);
                case JSON -> json(actions, out);
            }
        });
        return ExitCode.CLEAN;
    }

    private static void text(List<ActionTable.Action> actions, Appendable out) throws IOException {
        int names = actions.stream()
                .mapToInt(action -> action.name().length())
                .max()
                .orElse(0);
        int levels = actions.stream()
                .mapToInt(action -> action.level().word().length())
                .max()
                .orElse(0);
        for (ActionTable.Action action : actions) {
            String level = action.level().word();
            out.append(action.name())
                    .append(" ".repeat(names - action.name().length() + 2))
                    .append(level)
                    .append(" ".repeat(levels - level.length() + 2))
                    .append(action.hasResource() ? "on resources" : "on * only")
                    .append('\n');
        }
    }

    private void json(List<ActionTable.Action> actions, Appendable out) throws IOException {
        TextOrJson.document(SCHEMA, out, json -> {
            json.writeStringField("pattern", pattern.value());
            json.writeArrayFieldStart("actions");
            for (ActionTable.Action action : actions) {
                json.writeStartObject();
                json.writeStringField("action", action.name());
                json.writeStringField("level", action.level().word());
                json.writeBooleanField("takesResources", action.hasResource());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
