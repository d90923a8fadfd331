package dev.parapet.read.cloudformation.parameter;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file of the SAM command line: the parameter values of its {@code default} environment (AWS SAM Developer
 * Guide, "AWS SAM CLI configuration file").
 */
public final class SamConfig {
    private SamConfig() {}

    /** The template that the configuration names; null when it names none, which means {@code template.yaml} and its like. */
    public static @Nullable String template(Value root) {
        for (String command : List.of("deploy", "build", "global")) {
            Value.Mapping parameters = parameters(root, command);
            for (String name : List.of("template_file", "template")) {
                if (parameters != null && parameters.get(name) instanceof Value.Text text) {
                    return text.text();
                }
            }
        }
        return null;
    }

    /** The values that it gives to parameters, by name. */
    public static Map<String, Given.Configured> overrides(Value root, String file) {
        Map<String, Given.Configured> overrides = new LinkedHashMap<>();
        for (String command : List.of("deploy", "global")) {
            Value.Mapping parameters = parameters(root, command);
            Value value = parameters == null ? null : parameters.get("parameter_overrides");
            if (value != null) {
                read(value, file, overrides);
                break;
            }
        }
        return overrides;
    }

    private static Value.@Nullable Mapping parameters(Value root, String command) {
        return root instanceof Value.Mapping file
                        && file.get("default") instanceof Value.Mapping environment
                        && environment.get(command) instanceof Value.Mapping section
                        && section.get("parameters") instanceof Value.Mapping parameters
                ? parameters
                : null;
    }

    private static void read(Value value, String file, Map<String, Given.Configured> overrides) {
        switch (value) {
            case Value.Text text -> {
                for (String word : words(text.text())) {
                    add(word, file, text.span(), overrides);
                }
            }
            case Value.Sequence sequence -> {
                for (Value item : sequence.items()) {
                    if (item instanceof Value.Text text) {
                        add(text.text(), file, text.span(), overrides);
                    }
                }
            }
            case Value.Mapping mapping -> {
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    Value inner = entry.getValue().value();
                    String text = switch (inner) {
                        case Value.Text plain -> plain.text();
                        case Value.Number number -> number.value().toPlainString();
                        case Value.Bool bool -> String.valueOf(bool.value());
                        default -> null;
                    };
                    if (text != null) {
                        overrides.put(entry.getKey(), new Given.Configured(text, file, inner.span()));
                    }
                }
            }
            default -> {}
        }
    }

    /** {@code Name=value}, or {@code ParameterKey=Name,ParameterValue=value}. */
    private static void add(String word, String file, Span span, Map<String, Given.Configured> overrides) {
        String pair = word;
        if (word.startsWith("ParameterKey=")) {
            int comma = word.indexOf(",ParameterValue=");
            if (comma < 0) {
                return;
            }
            pair = word.substring("ParameterKey=".length(), comma) + "="
                    + word.substring(comma + ",ParameterValue=".length());
        }
        int equals = pair.indexOf('=');
        if (equals > 0) {
            overrides.put(pair.substring(0, equals), new Given.Configured(pair.substring(equals + 1), file, span));
        }
    }

    /** The words of a text, as a shell divides them: at white space outside of quotes. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean any = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (quote != 0 || text.charAt(i + 1) == '"')) {
                word.append(text.charAt(++i));
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                any = true;
            } else if (c <= ' ') {
                if (any) {
                    words.add(word.toString());
                    word.setLength(0);
                    any = false;
                }
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
