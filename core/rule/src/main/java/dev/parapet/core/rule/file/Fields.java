package dev.parapet.core.rule.file;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a mapping one by one, and complains of what it does not know, lacks or cannot use. */
final class Fields {
    private final String path;
    private final Value.Mapping mapping;

    /** The fields of a mapping, of which none but {@code known} may be there. */
    Fields(String path, Value.Mapping mapping, Set<String> known) throws RuleFileException {
        this.path = path;
        this.mapping = mapping;
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            if (!known.contains(entry.getKey())) {
                List<String> sorted = new ArrayList<>(known);
                sorted.sort(null);
                throw new RuleFileException(
                        path,
                        entry.getValue().keySpan().start().line(),
                        "has no field " + entry.getKey() + "; there are " + String.join(", ", sorted));
            }
        }
    }

    int line(String field) {
        Value.Entry entry = mapping.entries().get(field);
        return entry == null
                ? mapping.span().start().line()
                : entry.keySpan().start().line();
    }

    RuleFileException wrong(String field, String message) {
        return new RuleFileException(path, line(field), message);
    }

    @Nullable
    Value value(String field) {
        Value value = mapping.get(field);
        return value instanceof Value.Null ? null : value;
    }

    String required(String field) throws RuleFileException {
        String text = text(field);
        if (text == null) {
            throw wrong(field, "lacks the field " + field);
        }
        return text;
    }

    @Nullable
    String text(String field) throws RuleFileException {
        Value value = value(field);
        return value == null ? null : text(field, value);
    }

    private String text(String field, Value value) throws RuleFileException {
        return switch (value) {
            case Value.Text text when !text.text().isBlank() -> text.text().strip();
            // A condition may be nothing but true.
            case Value.Bool bool -> String.valueOf(bool.value());
            default ->
                throw new RuleFileException(
                        path,
                        value.span().start().line(),
                        "must have a text in " + field + (value instanceof Value.Number ? "; quote the number" : ""));
        };
    }

    boolean flag(String field) throws RuleFileException {
        Value value = value(field);
        if (value == null) {
            return false;
        }
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        throw wrong(field, "must have true or false in " + field);
    }

    /** The texts of a list, or the one text that stands where a list may. */
    List<String> texts(String field) throws RuleFileException {
        Value value = value(field);
        return value == null ? List.of() : texts(field, value);
    }

    private List<String> texts(String field, Value value) throws RuleFileException {
        List<String> texts = new ArrayList<>();
        if (value instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                String text = text(field, item);
                if (texts.contains(text)) {
                    throw new RuleFileException(path, item.span().start().line(), "has " + text + " twice in " + field);
                }
                texts.add(text);
            }
        } else {
            texts.add(text(field, value));
        }
        return texts;
    }

    /** The texts of a mapping. */
    Map<String, String> textMap(String field) throws RuleFileException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : entries(field).entrySet()) {
            texts.put(entry.getKey(), text(field, entry.getValue().value()));
        }
        return texts;
    }

    /** The lists of texts of a mapping. */
    Map<String, List<String>> textLists(String field) throws RuleFileException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : entries(field).entrySet()) {
            texts.put(entry.getKey(), List.copyOf(texts(field, entry.getValue().value())));
        }
        return texts;
    }

    /** The entries of a mapping. */
    Map<String, Value.Entry> entries(String field) throws RuleFileException {
        Value value = value(field);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Value.Mapping entries) {
            return entries.entries();
        }
        throw wrong(field, "must have a mapping in " + field);
    }

    /** Where the text of a field starts: the line of the file before its first line. */
    int linesBefore(String field, String fileText) {
        Value value = mapping.get(field);
        if (value == null) {
            return line(field) - 1;
        }
        int line = value.span().start().line();
        // A block scalar starts on the line after its indicator.
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            at = fileText.indexOf('\n', at) + 1;
        }
        int column = value.span().start().column() - 1;
        boolean block = at + column < fileText.length() && "|>".indexOf(fileText.charAt(at + column)) >= 0;
        return block ? line : line - 1;
    }
}
