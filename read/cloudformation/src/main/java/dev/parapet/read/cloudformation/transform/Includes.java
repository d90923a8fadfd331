package dev.parapet.read.cloudformation.transform;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.stack.Nested;
import dev.parapet.read.cloudformation.text.Document;
import dev.parapet.read.cloudformation.text.TemplateText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The {@code AWS::Include} transform, for files of the tree (AWS CloudFormation Template Reference, "AWS::Include transform"):
 * what the file holds takes the place of the function, beside what stands there already. A file that is included includes no
 * other.
 */
final class Includes {
    /** Values in all included files together, counted as often as they are included. */
    private static final int MAX_VALUES = 300_000;

    private static final String INCLUDE = "AWS::Include";

    private final SourceTree tree;
    private final String path;
    private final Consumer<Fault> faults;
    private final Map<String, Optional<Value>> files = new HashMap<>();
    private int values;

    Includes(SourceTree tree, String path, Consumer<Fault> faults) {
        this.tree = tree;
        this.path = path;
        this.faults = faults;
    }

    Value.Mapping apply(Value.Mapping template) {
        Value.Mapping root = template;
        if (template.get("Transform") instanceof Value.Mapping transform && isInclude(transform)) {
            Value included = file(transform);
            if (included instanceof Value.Mapping mapping) {
                Map<String, Value.Entry> entries = new LinkedHashMap<>(template.entries());
                entries.remove("Transform");
                mapping.entries().forEach(entries::putIfAbsent);
                root = new Value.Mapping(entries, template.span());
            }
        }
        return Loops.holds(root, "Fn::Transform") && mapping(root) instanceof Value.Mapping whole ? whole : root;
    }

    private Value value(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> mapping(mapping);
            case Value.Sequence sequence -> {
                List<Value> items = new ArrayList<>(sequence.items().size());
                for (Value item : sequence.items()) {
                    items.add(value(item));
                }
                yield new Value.Sequence(items, sequence.span());
            }
            default -> value;
        };
    }

    private Value mapping(Value.Mapping mapping) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            Value inner = entry.getValue().value();
            if (entry.getKey().equals("Fn::Transform")
                    && inner instanceof Value.Mapping transform
                    && isInclude(transform)) {
                Value included = file(transform);
                if (included instanceof Value.Mapping content) {
                    content.entries().forEach(entries::putIfAbsent);
                    continue;
                }
                if (included != null && mapping.entries().size() == 1) {
                    return included;
                }
            }
            entries.put(entry.getKey(), new Value.Entry(entry.getValue().keySpan(), value(inner)));
        }
        return new Value.Mapping(entries, mapping.span());
    }

    private static boolean isInclude(Value.Mapping transform) {
        return transform.get("Name") instanceof Value.Text name && name.text().equals(INCLUDE);
    }

    private @Nullable Value file(Value.Mapping transform) {
        Value location =
                transform.get("Parameters") instanceof Value.Mapping parameters ? parameters.get("Location") : null;
        String file = location instanceof Value.Text text ? Nested.local(text.text(), path) : null;
        Optional<Value> known = file == null ? Optional.empty() : files.computeIfAbsent(file, this::read);
        if (known.isEmpty()) {
            faults.accept(new Fault(
                    Fault.Kind.UNSUPPORTED,
                    path,
                    transform.span().start().line(),
                    "the file that AWS::Include takes in is not among those that were read; scan it together with the"
                            + " template"));
            return null;
        }
        values += count(known.get(), 0);
        if (values > MAX_VALUES) {
            faults.accept(new Fault(
                    Fault.Kind.LIMIT,
                    path,
                    transform.span().start().line(),
                    "the files that it includes hold more than " + MAX_VALUES
                            + " values, and the rest was left out; include less"));
            return null;
        }
        return known.get();
    }

    private Optional<Value> read(String file) {
        Optional<SourceFile> source = tree.read(file);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Document document = TemplateText.read(source.get());
        if (document.fault() != null) {
            faults.accept(document.fault());
        }
        return document.root() instanceof Value.Null ? Optional.empty() : Optional.of(document.root());
    }

    private static int count(Value value, int before) {
        int count = before + 1;
        if (count > MAX_VALUES) {
            return count;
        }
        if (value instanceof Value.Mapping mapping) {
            for (Value.Entry entry : mapping.entries().values()) {
                count = count(entry.value(), count);
            }
        } else if (value instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                count = count(item, count);
            }
        }
        return count;
    }
}
