package dev.parapet.testkit;

import dev.parapet.model.SourceFile;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Expanded;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expands all SAM templates below a folder in one process, for {@code tools/compare-sam}: {@code ExpandAll FOLDER NAME=VALUE…} prints a line
 * of JSON for each, {@code {"path", "template"}} or {@code {"path", "faults": [{"resource", "message"}]}}.
 */
public final class ExpandAll {
    private ExpandAll() {}

    /** Expands the templates below the folder that is the first argument; the others give values to parameters. */
    public static void main(String[] arguments) throws PlaceException {
        FileTree tree = FileTree.of(List.of(Path.of(arguments[0])), Bounds.USUAL);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            int equals = argument.indexOf('=');
            parameters.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String path : tree.paths()) {
            if (isServerless(tree.read(path).orElse(new SourceFile(path, "")))) {
                out.println(line(path, CloudFormationReader.expand(tree, path, parameters)));
            }
        }
        out.flush();
    }

    private static boolean isServerless(SourceFile file) {
        return (file.path().endsWith(".yaml")
                        || file.path().endsWith(".yml")
                        || file.path().endsWith(".json")
                        || file.path().endsWith(".template"))
                && file.text().contains("AWS::Serverless-2016-10-31");
    }

    private static String line(String path, Expanded expanded) {
        StringBuilder line = new StringBuilder("{\"path\": ");
        quote(path, line);
        switch (expanded) {
            case Expanded.Template template -> {
                line.append(", \"template\": ");
                write(template.root(), line);
            }
            case Expanded.Invalid invalid -> {
                line.append(", \"faults\": [");
                String separator = "";
                for (Expanded.Problem problem : invalid.problems()) {
                    line.append(separator).append("{\"resource\": ");
                    quote(problem.resource(), line);
                    line.append(", \"message\": ");
                    quote(problem.message(), line);
                    line.append('}');
                    separator = ", ";
                }
                line.append(']');
            }
        }
        return line.append('}').toString();
    }

    private static void write(Value value, StringBuilder out) {
        switch (value) {
            case Value.Null ignored -> out.append("null");
            case Value.Bool bool -> out.append(bool.value());
            case Value.Number number -> out.append(number.value());
            case Value.Text text -> quote(text.text(), out);
            case Value.Sequence sequence -> {
                String separator = "[";
                for (Value item : sequence.items()) {
                    out.append(separator);
                    write(item, out);
                    separator = ", ";
                }
                out.append(sequence.items().isEmpty() ? "[]" : "]");
            }
            case Value.Mapping mapping -> {
                String separator = "{";
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    out.append(separator);
                    quote(entry.getKey(), out);
                    out.append(": ");
                    write(entry.getValue().value(), out);
                    separator = ", ";
                }
                out.append(mapping.entries().isEmpty() ? "{}" : "}");
            }
            case Value.Reference ignored -> throw resolved(value);
            case Value.Composed ignored -> throw resolved(value);
            case Value.DynamicReference ignored -> throw resolved(value);
            case Value.Conditional ignored -> throw resolved(value);
            case Value.Absent ignored -> throw resolved(value);
            case Value.Unresolved ignored -> throw resolved(value);
        }
    }

    private static IllegalStateException resolved(Value value) {
        return new IllegalStateException("an expanded template holds what only resolving makes: " + value);
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
