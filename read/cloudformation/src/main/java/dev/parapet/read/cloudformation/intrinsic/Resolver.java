package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Condition;
import dev.parapet.model.Provenance;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.parameter.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the values of one stack. What is decided takes its place, with the reason; what is not stays as a reference, a
 * choice or an unresolved value. It never fails, whatever the template says, and its budget bounds what it costs.
 */
public final class Resolver {
    /** Levels of values within values: those of a document, and what functions put below them. */
    private static final int MAX_DEPTH = 400;

    private final Value.Mapping template;
    private final String stack;
    private final Map<String, Parameter> parameters;
    private final Surroundings surroundings;
    private final Budget budget;
    private final Value.Mapping resources;
    private final Conditions conditions;
    private final TextFunctions texts;
    private final ListFunctions lists;
    private final Lookup lookup;

    private int depth;
    private @Nullable Provenance because;
    private Map<String, Boolean> assumed = Map.of();

    /**
     * A resolver for one stack.
     *
     * @param stack the stack's id
     * @param template its template, all transforms done
     */
    public Resolver(
            String stack,
            Value.Mapping template,
            Map<String, Parameter> parameters,
            Surroundings surroundings,
            Budget budget) {
        this.template = template;
        this.stack = stack;
        this.parameters = parameters;
        this.surroundings = surroundings;
        this.budget = budget;
        this.resources = section("Resources");
        Equality equality = new Equality(parameters);
        this.conditions = new Conditions(stack, section("Conditions"), this, equality);
        this.texts = new TextFunctions(this, budget);
        this.lists = new ListFunctions(this, budget);
        this.lookup = new Lookup(this, section("Mappings"), budget);
    }

    private Value.Mapping section(String name) {
        return template.get(name) instanceof Value.Mapping section
                ? section
                : new Value.Mapping(Map.of(), template.span());
    }

    /** What is known of a resource's condition: null when it exists in any case. */
    public @Nullable Existence existence(String condition, Span span) {
        return switch (conditions.named(condition)) {
            case Decision.Known known ->
                known.holds() ? null : new Existence.Never(conditions.why(condition, known, span));
            case Decision.Open open -> new Existence.When(open.condition());
        };
    }

    /** Resolves a value in a place that only exists when a condition of the template holds. */
    public Value resolveAssuming(String condition, Value raw) {
        return assuming(condition, true, raw);
    }

    /** Resolves a value. What {@code AWS::NoValue} stands for is {@link Value.Absent}. */
    public Value resolve(Value raw) {
        if (depth >= MAX_DEPTH || !budget.step()) {
            return new Value.Unresolved("the value", "the template is too large to resolve all of it", raw.span());
        }
        depth++;
        try {
            return switch (raw) {
                case Value.Bool bool ->
                    because == null || bool.provenance() != null
                            ? bool
                            : new Value.Bool(bool.value(), bool.span(), because);
                case Value.Number number ->
                    because == null || number.provenance() != null
                            ? number
                            : new Value.Number(number.value(), number.span(), because);
                case Value.Text text -> text(text);
                case Value.Sequence sequence -> sequence(sequence);
                case Value.Mapping mapping -> mapping(mapping);
                case Value.Null ignored -> raw;
                case Value.Reference ignored -> raw;
                case Value.Composed ignored -> raw;
                case Value.DynamicReference ignored -> raw;
                case Value.Conditional ignored -> raw;
                case Value.Absent ignored -> raw;
                case Value.Unresolved ignored -> raw;
            };
        } finally {
            depth--;
        }
    }

    private Value text(Value.Text text) {
        Provenance why = text.provenance() != null ? text.provenance() : because;
        if (text.text().contains("{{resolve:")) {
            Composition composition = new Composition(text.span(), budget);
            composition.add(text.text());
            composition.because(why);
            return composition.finish();
        }
        return why == text.provenance() ? text : new Value.Text(text.text(), text.span(), why);
    }

    private Value sequence(Value.Sequence sequence) {
        List<Value> items = new ArrayList<>(sequence.items().size());
        for (Value item : sequence.items()) {
            Value resolved = resolve(item);
            if (!(resolved instanceof Value.Absent)) {
                items.add(resolved);
            }
        }
        return new Value.Sequence(items, sequence.span());
    }

    private Value mapping(Value.Mapping mapping) {
        if (mapping.entries().size() == 1) {
            Map.Entry<String, Value.Entry> only =
                    mapping.entries().entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return function(only.getKey(), only.getValue().value(), mapping.span());
            }
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            Value.Entry raw = entry.getValue();
            Value value = entry.getKey().startsWith("Fn::")
                    ? unknownFunction(entry.getKey(), raw.value(), raw.keySpan())
                    : resolve(raw.value());
            if (!(value instanceof Value.Absent)) {
                entries.put(entry.getKey(), new Value.Entry(raw.keySpan(), value));
            }
        }
        return new Value.Mapping(entries, mapping.span());
    }

    private Value function(String name, Value argument, Span span) {
        return switch (name) {
            case "Ref" -> {
                String target = Equality.text(resolve(argument));
                yield target == null ? malformed(name, "the name", span) : ref(target, span);
            }
            case "Fn::GetAtt" -> getAtt(argument, span);
            case "Fn::If" -> choose(argument, span);
            case "Fn::Sub" -> texts.sub(argument, span);
            case "Fn::Join" -> texts.join(argument, span);
            case "Fn::Split" -> texts.split(argument, span);
            case "Fn::ToJsonString" -> texts.toJsonString(argument, span);
            case "Fn::Select" -> lists.select(argument, span);
            case "Fn::Length" -> lists.length(argument, span);
            case "Fn::Cidr" -> lists.cidr(argument, span);
            case "Fn::GetAZs" ->
                new Value.Unresolved(
                        "AWS::AvailabilityZones", "the availability zones depend on the account and the region", span);
            case "Fn::FindInMap" -> lookup.find(argument, span);
            // What stands inside is what people wrote and what a reader looks for; its encoding says nothing more.
            case "Fn::Base64" -> resolve(argument);
            case "Fn::ImportValue" -> imported(resolve(argument), span);
            case "Fn::GetStackOutput" -> stackOutput(argument, span);
            case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals" ->
                asValue(new Value.Mapping(Map.of(name, new Value.Entry(span, argument)), span), span);
            default -> unknownFunction(name, argument, span);
        };
    }

    private static Value unknownFunction(String name, Value argument, Span span) {
        if (name.equals("Fn::Transform")
                && argument instanceof Value.Mapping transform
                && transform.get("Name") instanceof Value.Text macro) {
            String reason = "macro " + macro.text() + " runs in the provider's account";
            return new Value.Unresolved("Macro " + macro.text(), reason, span);
        }
        return new Value.Unresolved(name, name + " is not a function that can be resolved here", span);
    }

    static Value malformed(String function, String what, Span span) {
        return new Value.Unresolved(function, what + " of " + function + " is not known", span);
    }

    private Value asValue(Value condition, Span span) {
        return switch (conditions.decide(condition)) {
            case Decision.Known known -> new Value.Bool(known.holds(), span, known.why());
            case Decision.Open open ->
                new Value.Conditional(open.condition(), new Value.Bool(true, span), new Value.Bool(false, span), span);
        };
    }

    Value ref(String name, Span span) {
        Parameter parameter = parameters.get(name);
        if (parameter != null) {
            return Places.at(parameter.value(), span, budget);
        }
        if (name.startsWith("AWS::")) {
            return PseudoParameter.value(name, span);
        }
        return reference(name, "Ref", span);
    }

    Value attribute(String name, String attribute, Span span) {
        if (attribute.startsWith("Outputs.")) {
            Value output = surroundings.output(name, attribute.substring("Outputs.".length()), span);
            if (output != null) {
                return Places.at(output, span, budget);
            }
        }
        return reference(name, attribute, span);
    }

    private Value reference(String name, String attribute, Span span) {
        if (!(resources.get(name) instanceof Value.Mapping resource)) {
            return new Value.Unresolved("Resource " + name, "nothing in the template is called " + name, span);
        }
        if (resource.get("Condition") instanceof Value.Text condition
                && conditions.named(condition.text()) instanceof Decision.Known known
                && !known.holds()) {
            String why = conditions.why(condition.text(), known, span).text();
            return new Value.Unresolved("Resource " + name, "resource " + name + " is not deployed: " + why, span);
        }
        return new Value.Reference(new ResourceId(stack, name), attribute, span, because);
    }

    private Value getAtt(Value argument, Span span) {
        if (argument instanceof Value.Text text && text.text().indexOf('.') > 0) {
            int dot = text.text().indexOf('.');
            return attribute(text.text().substring(0, dot), text.text().substring(dot + 1), span);
        }
        if (argument instanceof Value.Sequence sequence && sequence.items().size() >= 2) {
            String name = Equality.text(resolve(sequence.items().getFirst()));
            StringBuilder attribute = new StringBuilder();
            for (Value item :
                    sequence.items().subList(1, Math.min(sequence.items().size(), 10))) {
                String part = Equality.text(resolve(item));
                if (part == null) {
                    return malformed("Fn::GetAtt", "the attribute", span);
                }
                attribute.append(attribute.isEmpty() ? "" : ".").append(part);
            }
            if (name != null) {
                return attribute(name, attribute.toString(), span);
            }
        }
        return malformed("Fn::GetAtt", "the attribute", span);
    }

    private Value choose(Value argument, Span span) {
        if (!(argument instanceof Value.Sequence sequence) || sequence.items().size() != 3) {
            return new Value.Unresolved("Fn::If", "Fn::If needs a condition and two values", span);
        }
        Value condition = sequence.items().get(0);
        Value whenTrue = sequence.items().get(1);
        Value whenFalse = sequence.items().get(2);
        String name = condition instanceof Value.Text text ? text.text() : null;
        Boolean known = name == null ? null : assumed.get(name);
        if (known != null) {
            return resolve(known ? whenTrue : whenFalse);
        }
        return switch (conditions.decide(condition)) {
            case Decision.Known decided -> {
                Provenance before = because;
                because = name == null ? decided.why() : conditions.why(name, decided, span);
                Value value = resolve(decided.holds() ? whenTrue : whenFalse);
                because = before;
                yield value;
            }
            case Decision.Open open -> choice(open.condition(), name, whenTrue, whenFalse, span);
        };
    }

    private Value choice(Condition condition, @Nullable String name, Value whenTrue, Value whenFalse, Span span) {
        Value one = name == null ? resolve(whenTrue) : assuming(name, true, whenTrue);
        Value two = name == null ? resolve(whenFalse) : assuming(name, false, whenFalse);
        return one instanceof Value.Absent && two instanceof Value.Absent
                ? one
                : new Value.Conditional(condition, one, two, span);
    }

    private Value assuming(String name, boolean holds, Value raw) {
        Map<String, Boolean> before = assumed;
        Map<String, Boolean> within = new HashMap<>(before);
        within.put(name, holds);
        assumed = within;
        try {
            return resolve(raw);
        } finally {
            assumed = before;
        }
    }

    /** {@code Fn::GetStackOutput}, which names a stack of the same account or, with a role, of another. */
    private Value stackOutput(Value argument, Span span) {
        String stack = argument instanceof Value.Mapping named ? textOf(named.get("StackName")) : null;
        String output = argument instanceof Value.Mapping named ? textOf(named.get("OutputName")) : null;
        if (stack == null || output == null) {
            return malformed("Fn::GetStackOutput", "the stack or the output", span);
        }
        Value found = surroundings.outputOf(stack, output, span);
        return found != null
                ? Places.at(found, span, budget)
                : new Value.Unresolved(
                        "Output " + output + " of stack " + stack,
                        "no template that was read is that of stack " + stack,
                        span);
    }

    private @Nullable String textOf(@Nullable Value value) {
        return value == null ? null : Equality.text(resolve(value));
    }

    private Value imported(Value name, Span span) {
        Value found = surroundings.imported(name, span);
        if (found != null) {
            return Places.at(found, span, budget);
        }
        String text = Equality.text(name);
        return text == null
                ? new Value.Unresolved("Export", "the name of the export is not known", span)
                : new Value.Unresolved("Export " + text, "no template that was read exports " + text, span);
    }
}
