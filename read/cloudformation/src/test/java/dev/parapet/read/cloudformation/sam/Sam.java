package dev.parapet.read.cloudformation.sam;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Expanded;
import dev.parapet.read.cloudformation.MemoryTree;
import java.util.Map;
import java.util.TreeMap;

/** Templates in, what the transform makes of them out, as text that a test can compare whole. */
final class Sam {
    private Sam() {}

    /**
     * What a template becomes: YAML without quotes where they change nothing, names sorted, values that are simple on one
     * line. A template that SAM does not take becomes its problems, a line each: {@code 3: Resource with id …}.
     */
    static String expanded(String template) {
        return expanded(template, Map.of());
    }

    static String expanded(String template, Map<String, String> parameters) {
        return switch (expand(template, parameters)) {
            case Expanded.Template done -> told(done.root());
            case Expanded.Invalid invalid -> problems(invalid);
        };
    }

    /** One resource of what a template becomes. */
    static String resource(String template, String name) {
        return switch (expand(template, Map.of())) {
            case Expanded.Template done
            when done.root().get("Resources") instanceof Value.Mapping resources -> {
                Value resource = resources.get(name);
                if (resource == null) {
                    throw new AssertionError(
                            name + " is not among " + resources.entries().keySet());
                }
                yield told(resource);
            }
            case Expanded.Template ignored -> throw new AssertionError("there are no resources");
            case Expanded.Invalid invalid -> problems(invalid);
        };
    }

    /** The logical ids and types of what a template becomes, a line each. */
    static String resources(String template) {
        return switch (expand(template, Map.of())) {
            case Expanded.Template done
            when done.root().get("Resources") instanceof Value.Mapping resources -> {
                StringBuilder all = new StringBuilder();
                new TreeMap<>(resources.entries())
                        .forEach((name, entry) -> all.append(name)
                                .append(' ')
                                .append(
                                        entry.value() instanceof Value.Mapping resource
                                                        && resource.get("Type") instanceof Value.Text type
                                                ? type.text()
                                                : "?")
                                .append('\n'));
                yield all.toString();
            }
            case Expanded.Template ignored -> throw new AssertionError("there are no resources");
            case Expanded.Invalid invalid -> problems(invalid);
        };
    }

    private static Expanded expand(String template, Map<String, String> parameters) {
        return CloudFormationReader.expand(MemoryTree.of("template.yaml", template), "template.yaml", parameters);
    }

    private static String problems(Expanded.Invalid invalid) {
        StringBuilder all = new StringBuilder();
        for (Expanded.Problem problem : invalid.problems()) {
            all.append(problem.location().start().line())
                    .append(": ")
                    .append(problem.message())
                    .append('\n');
        }
        return all.toString();
    }

    private static String told(Value value) {
        StringBuilder out = new StringBuilder();
        block(value, "", out);
        return out.toString();
    }

    private static void block(Value value, String indent, StringBuilder out) {
        if (value instanceof Value.Mapping mapping) {
            new TreeMap<>(mapping.entries()).forEach((name, entry) -> {
                out.append(indent).append(name).append(':');
                inner(entry.value(), indent + "  ", out);
            });
        } else if (value instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                out.append(indent).append('-');
                inner(item, indent + "  ", out);
            }
        }
    }

    private static void inner(Value value, String indent, StringBuilder out) {
        String line = line(value);
        if (indent.length() + line.length() <= 100) {
            out.append(' ').append(line).append('\n');
        } else {
            out.append('\n');
            block(value, indent, out);
        }
    }

    private static String line(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.value().toPlainString();
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Sequence sequence -> {
                StringBuilder all = new StringBuilder("[");
                for (Value item : sequence.items()) {
                    all.append(all.length() == 1 ? "" : ", ").append(line(item));
                }
                yield all.append(']').toString();
            }
            case Value.Mapping mapping -> {
                StringBuilder all = new StringBuilder("{");
                new TreeMap<>(mapping.entries())
                        .forEach((name, entry) -> all.append(all.length() == 1 ? "" : ", ")
                                .append(name)
                                .append(": ")
                                .append(line(entry.value())));
                yield all.append('}').toString();
            }
            default -> "null";
        };
    }
}
