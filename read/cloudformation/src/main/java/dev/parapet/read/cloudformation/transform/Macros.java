package dev.parapet.read.cloudformation.transform;

import dev.parapet.model.Fault;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The transforms that a template asks for, and those among them that nobody can do outside of the provider's account. */
final class Macros {
    static final String EXTENSIONS = "AWS::LanguageExtensions";

    private Macros() {}

    /** The names in the {@code Transform} section. */
    static List<String> names(Value.Mapping template) {
        List<String> names = new ArrayList<>();
        Value transform = template.get("Transform");
        List<Value> all = transform instanceof Value.Sequence sequence
                ? sequence.items()
                : transform == null ? List.of() : List.of(transform);
        for (Value each : all) {
            if (each instanceof Value.Text text) {
                names.add(text.text());
            } else if (each instanceof Value.Mapping mapping && mapping.get("Name") instanceof Value.Text text) {
                names.add(text.text());
            }
        }
        return names;
    }

    /** The template without the transforms that are done. */
    static Value.Mapping without(Value.Mapping template, Predicate<String> done) {
        Value.Entry transform = template.entries().get("Transform");
        if (transform == null) {
            return template;
        }
        List<Value> left = new ArrayList<>();
        List<Value> all =
                transform.value() instanceof Value.Sequence sequence ? sequence.items() : List.of(transform.value());
        for (Value each : all) {
            if (!(each instanceof Value.Text text) || !done.test(text.text())) {
                left.add(each);
            }
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>(template.entries());
        if (left.isEmpty()) {
            entries.remove("Transform");
        } else if (left.size() < all.size()) {
            Value rest = left.size() == 1
                    ? left.getFirst()
                    : new Value.Sequence(left, transform.value().span());
            entries.put("Transform", new Value.Entry(transform.keySpan(), rest));
        }
        return new Value.Mapping(entries, template.span());
    }

    /** Says so when a macro stays undone. */
    static void report(Value.Mapping template, String path, Consumer<Fault> faults) {
        for (String name : names(template)) {
            if (!name.equals(EXTENSIONS) && !name.equals("AWS::Include") && !isServerless(name)) {
                Value transform = template.get("Transform");
                int line = transform == null ? 1 : transform.span().start().line();
                faults.accept(fault(path, line, name));
                return;
            }
        }
        Value.Mapping within = within(template);
        if (within != null
                && within.get("Name") instanceof Value.Text name
                && !name.text().equals("AWS::Include")) {
            faults.accept(fault(path, within.span().start().line(), name.text()));
        }
    }

    static boolean isServerless(String name) {
        return name.startsWith("AWS::Serverless-");
    }

    private static Fault fault(String path, int line, String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return new Fault(
                Fault.Kind.UNSUPPORTED,
                path,
                line,
                "the macro '" + shown
                        + "' runs in the provider's account, and the template was read as it is written; scan what the macro"
                        + " makes of it");
    }

    /** The first macro that is called within the template. */
    private static Value.@Nullable Mapping within(Value value) {
        if (value instanceof Value.Mapping mapping) {
            for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                Value inner = entry.getValue().value();
                if (entry.getKey().equals("Fn::Transform") && inner instanceof Value.Mapping call) {
                    return call;
                }
                Value.Mapping found = within(inner);
                if (found != null) {
                    return found;
                }
            }
        } else if (value instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                Value.Mapping found = within(item);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
