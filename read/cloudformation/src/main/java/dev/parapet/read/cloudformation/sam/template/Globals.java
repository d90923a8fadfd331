package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code Globals} section (AWS SAM, "Globals section of the AWS SAM template"): what it says of a type goes into every
 * resource of that type. Lists are joined, mappings are merged, and of everything else the resource's own value wins.
 */
public final class Globals implements Step {
    private static final String PREFIX = "AWS::Serverless::";

    @Override
    public void apply(Transformation transformation) {
        Value section = transformation.template().get("Globals");
        if (section == null) {
            return;
        }
        Map<String, Value.Mapping> byType = read(section, transformation.problems());
        for (Authored resource : transformation.authored()) {
            Value.Mapping globals = byType.get(resource.type());
            Value own = resource.written().get("Properties");
            if (globals != null && (own == null || own instanceof Value.Mapping)) {
                try {
                    Value.Mapping kept = withoutIgnored(resource, globals);
                    if (!kept.entries().isEmpty()) {
                        String name = resource.type().substring(PREFIX.length());
                        Merge merge = new Merge(transformation.allowance());
                        transformation.author(
                                resource.withProperties(merge.mappings(kept, resource.properties(), name)));
                    }
                } catch (InvalidResource invalid) {
                    transformation.problems().add(invalid.problem());
                }
            }
        }
    }

    private static Map<String, Value.Mapping> read(Value section, Problems problems) {
        Map<String, Value.Mapping> byType = new HashMap<>();
        if (!(section instanceof Value.Mapping sections)) {
            problems.add(problem("It must be a non-empty dictionary", section.span()));
            return byType;
        }
        for (Map.Entry<String, Value.Entry> entry : sections.entries().entrySet()) {
            String name = entry.getKey();
            List<String> supported = GlobalProperties.BY_SECTION.get(name);
            if (supported == null) {
                problems.add(problem(
                        "'" + name + "' is not supported. Must be one of the following values - "
                                + listed(List.copyOf(new TreeMap<>(GlobalProperties.BY_SECTION).keySet())),
                        entry.getValue().keySpan()));
            } else if (entry.getValue().value() instanceof Value.Mapping properties) {
                byType.put(PREFIX + name, supported(name, properties, supported, problems));
            } else {
                problems.add(problem(
                        "Value of ${section} must be a dictionary",
                        entry.getValue().value().span()));
            }
        }
        return byType;
    }

    private static Value.Mapping supported(
            String section, Value.Mapping properties, List<String> supported, Problems problems) {
        MappingBuilder kept = MappingBuilder.of(properties);
        for (Map.Entry<String, Value.Entry> entry : properties.entries().entrySet()) {
            if (!supported.contains(entry.getKey())) {
                problems.add(problem(
                        "'" + entry.getKey() + "' is not a supported property of '" + section
                                + "'. Must be one of the following values - " + listed(supported),
                        entry.getValue().keySpan()));
                kept.remove(entry.getKey());
            }
        }
        return kept.build();
    }

    /** What is left for a resource that ignores all or some of it. */
    private static Value.Mapping withoutIgnored(Authored resource, Value.Mapping globals) {
        Value ignored = resource.written().get("IgnoreGlobals");
        if (ignored == null || Intrinsics.isEmpty(ignored)) {
            return globals;
        }
        String attribute = "Resource " + resource.id() + " has invalid resource attribute 'IgnoreGlobals'";
        if (ignored instanceof Value.Text text && text.text().equals("*")) {
            return Values.of(globals).map();
        }
        if (!(ignored instanceof Value.Sequence names)) {
            throw resource.invalid(attribute + ".", ignored.span());
        }
        MappingBuilder kept = MappingBuilder.of(globals);
        for (Value item : names.items()) {
            if (!(item instanceof Value.Text name) || !globals.has(name.text())) {
                String shown = item instanceof Value.Text text ? text.text() : LogicalIds.json(item);
                throw resource.invalid(attribute + " on item '" + shown + "'.", item.span());
            }
            kept.remove(name.text());
        }
        return kept.build();
    }

    private static Problem problem(String detail, Span span) {
        return new Problem("", "'Globals' section is invalid. " + detail, span);
    }

    private static String listed(List<String> names) {
        return "['" + String.join("', '", names) + "']";
    }

    /** The merge of two values, the second being the resource's own. */
    private record Merge(Allowance allowance) {
        private Value values(Value global, Value local, String path) {
            if (global instanceof Value.Mapping all
                    && local instanceof Value.Mapping own
                    && !Intrinsics.is(global)
                    && !Intrinsics.is(local)) {
                return mappings(all, own, path);
            }
            if (global instanceof Value.Sequence all
                    && local instanceof Value.Sequence own
                    && !GlobalProperties.REPLACED.contains(path)) {
                allowance.take(all.items().size() + own.items().size());
                List<Value> items = new ArrayList<>(all.items());
                items.addAll(own.items());
                return new Value.Sequence(items, own.span());
            }
            return local;
        }

        private Value.Mapping mappings(Value.Mapping global, Value.Mapping local, String path) {
            allowance.take(global.entries().size() + local.entries().size());
            boolean ownNamesOnly = GlobalProperties.OWN_NAMES.contains(path)
                    && !local.entries().isEmpty();
            MappingBuilder merged = ownNamesOnly
                    ? Values.of(local).builder()
                    : MappingBuilder.of(global).at(local.span());
            for (Map.Entry<String, Value.Entry> entry : local.entries().entrySet()) {
                Value own = entry.getValue().value();
                Value all = global.get(entry.getKey());
                Value value = all == null ? own : values(all, own, path + "." + entry.getKey());
                merged.put(entry.getKey(), new Value.Entry(entry.getValue().keySpan(), value));
            }
            return merged.build();
        }
    }
}
