package dev.parapet.core.need.resource;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.core.need.action.ResourcePattern;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resources that code names, its environment variables being what the template gives them. */
public final class CodeResources {
    /** More alternatives of one resource are not told apart. */
    private static final int MAX_ALTERNATIVES = 32;

    private static final Set<String> OWN_REGION = Set.of("AWS_REGION", "AWS_DEFAULT_REGION");

    private static final String SUFFIX_OF_SECRET = "-??????";

    private final @Nullable TemplateWords words;
    private final @Nullable Resource owner;
    private final Map<String, Value> environment;
    private final DerivedParts derivedParts;

    private final @Nullable EventResources events;

    private CodeResources(
            @Nullable TemplateWords words,
            @Nullable Resource owner,
            Map<String, Value> environment,
            @Nullable EventResources events) {
        this.words = words;
        this.owner = owner;
        this.environment = environment;
        this.events = events;
        this.derivedParts = new DerivedParts(words);
    }

    /** Resources that code names of which no template tells. */
    public static CodeResources withoutTemplate() {
        return new CodeResources(null, null, Map.of(), null);
    }

    /** Resources that the code of a function names, and those that its events name. */
    public static CodeResources of(TemplateWords words, Resource function, EventResources events) {
        Map<String, Value> environment = new LinkedHashMap<>();
        if (function.properties().get("Environment") instanceof Value.Mapping mapping
                && mapping.get("Variables") instanceof Value.Mapping variables) {
            variables.entries().forEach((name, entry) -> environment.put(name, entry.value()));
        }
        return new CodeResources(words, function, environment, events);
    }

    /** Resources that a configuration names, whose variables have these values. */
    public static CodeResources of(TemplateWords words, Resource owner, Map<String, Value> variables) {
        return new CodeResources(words, owner, Map.copyOf(variables), null);
    }

    /**
     * The roles that what a call starts names; null where something of it is not of the template.
     *
     * @param started what the call starts
     */
    public @Nullable Set<NamedResource> passedRoles(Collection<NamedResource> started) {
        return words == null || owner == null
                ? null
                : PassedRoles.of(words, owner.id().stack(), started);
    }

    /**
     * The patterns that come about of some alternatives: a text of the code that stands in for a variable does where the template does not
     * set that, and the variable where it does. Without a template all may.
     */
    public List<ResourcePattern> meant(List<ResourcePattern> patterns) {
        return owner == null ? patterns : StandIns.meant(patterns, this::isSet);
    }

    /** Whether a variable has a value: an image may set more than the template says. */
    private boolean isSet(String variable) {
        Value given = environment.get(variable);
        boolean image = owner != null
                && owner.properties().get("PackageType") instanceof Value.Text text
                && text.text().equals("Image");
        return given == null
                ? image || variable.startsWith("AWS_")
                : !(given instanceof Value.Text text && text.text().isEmpty()) && !(given instanceof Value.Null);
    }

    /**
     * What a pattern names, each alternative; at least one. What the template has is in the function's own region, whatever region the code
     * writes out.
     */
    public Set<NamedResource> of(ResourcePattern pattern) {
        if (!pattern.isOfClientsRegion()) {
            return named(pattern);
        }
        List<FlowValue> own = pattern.parts().stream()
                .map(part -> part instanceof FlowValue.Derived derived
                                && derived.how().equals(ResourcePattern.REGION_OF_CLIENT)
                        ? new FlowValue.Text("${AWS::Region}")
                        : part)
                .toList();
        Set<NamedResource> here = named(new ResourcePattern(pattern.type(), own, pattern.exact()));
        return here.stream().noneMatch(it -> it.expression().startsWith("arn:")) ? here : named(pattern);
    }

    private Set<NamedResource> named(ResourcePattern pattern) {
        List<List<Part>> combinations = List.of(List.of());
        for (FlowValue value : pattern.parts()) {
            List<List<Part>> next = new ArrayList<>();
            for (List<Part> before : combinations) {
                for (Part part : parts(value, true)) {
                    if (next.size() < MAX_ALTERNATIVES) {
                        next.add(joined(before, part));
                    }
                }
            }
            combinations = next;
        }
        Set<NamedResource> resources = new LinkedHashSet<>();
        for (List<Part> parts : combinations) {
            boolean exact = pattern.exact() && parts.stream().allMatch(Part::known);
            Value value = new Value.Composed(parts.stream().map(Part::value).toList(), Part.NOWHERE);
            resources.addAll(
                    words == null || owner == null
                            ? List.of(plain(value, exact))
                            : words.of(owner.id().stack(), value, exact));
        }
        return resources;
    }

    /** Puts a part behind others; a whole ARN stands for all in front of it. */
    private List<Part> joined(List<Part> before, Part part) {
        List<Part> joined = new ArrayList<>();
        boolean isArn = before.isEmpty() ? false : derivedParts.isArn(part.value());
        if (!isArn) {
            joined.addAll(before);
        }
        boolean behindArn =
                before.size() == 1 && derivedParts.isArn(before.getFirst().value());
        // the ARN of a secret has that already
        if (behindArn && part.value() instanceof Value.Text text && text.text().equals(SUFFIX_OF_SECRET)) {
            return joined;
        }
        joined.add(part);
        return joined;
    }

    /** The values that one of the code can be; {@code own} is whether it is of the pattern itself, which names pseudo parameters. */
    private List<Part> parts(FlowValue value, boolean own) {
        List<Part> parts = new ArrayList<>();
        for (FlowValue alternative : Values.alternatives(value)) {
            switch (alternative) {
                case FlowValue.Text text ->
                    parts.add(new Part(own ? Part.pseudo(text.value()) : Part.text(text.value()), true));
                case FlowValue.Scalar scalar -> parts.add(new Part(Part.text(scalar.written()), true));
                case FlowValue.Environment variable -> environment(variable.name(), parts);
                case FlowValue.Concatenation concatenation -> concatenated(concatenation, parts);
                case FlowValue.Derived derived
                when derived.how().equals(ResourcePattern.REGION_OF_CLIENT) ->
                    region(derived.from().getFirst(), parts);
                case FlowValue.Derived derived
                when derived.from().size() == 1 ->
                    parts(derived.from().getFirst(), false)
                            .forEach(from -> parts.add(derivedParts.of(derived.how(), from)));
                default -> event(alternative, parts);
            }
        }
        return parts;
    }

    /** A part of the event that the template knows; else anything. */
    private void event(FlowValue value, List<Part> parts) {
        List<Value> named = events == null ? List.of() : events.of(value);
        if (named.isEmpty()) {
            parts.add(Part.ANY);
        }
        named.forEach(each -> Alternatives.of(each).forEach(one -> parts.add(new Part(one, !isUnknown(one)))));
    }

    /** A region: that of a variable that is set rather than what stands in for it; the function's own where nothing tells. */
    private void region(FlowValue value, List<Part> parts) {
        List<FlowValue> alternatives = Values.alternatives(value);
        List<FlowValue> set = alternatives.stream()
                .filter(it -> it instanceof FlowValue.Environment variable
                        && (OWN_REGION.contains(variable.name()) || environment.containsKey(variable.name())))
                .toList();
        for (FlowValue it : set.isEmpty() ? alternatives : set) {
            List<Part> known = it instanceof FlowValue.Text || it instanceof FlowValue.Environment
                    ? parts(it, false).stream().filter(Part::known).toList()
                    : List.of();
            if (it instanceof FlowValue.Event) {
                parts.add(Part.ANY);
            } else {
                parts.addAll(known.isEmpty() ? List.of(new Part(Part.pseudo("${AWS::Region}"), true)) : known);
            }
        }
    }

    private void concatenated(FlowValue.Concatenation concatenation, List<Part> parts) {
        List<List<Part>> combinations = List.of(List.of());
        for (FlowValue each : concatenation.parts()) {
            List<List<Part>> next = new ArrayList<>();
            for (List<Part> before : combinations) {
                for (Part part : parts(each, false)) {
                    if (next.size() < MAX_ALTERNATIVES) {
                        List<Part> joined = new ArrayList<>(before);
                        joined.add(part);
                        next.add(joined);
                    }
                }
            }
            combinations = next;
        }
        for (List<Part> combination : combinations) {
            parts.add(new Part(
                    new Value.Composed(combination.stream().map(Part::value).toList(), Part.NOWHERE),
                    combination.stream().allMatch(Part::known)));
        }
    }

    private void environment(String name, List<Part> parts) {
        Value given = environment.get(name);
        if (given != null) {
            Alternatives.of(given).forEach(value -> parts.add(new Part(value, !isUnknown(value))));
            return;
        }
        // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
        switch (name) {
            case String own when OWN_REGION.contains(own) -> parts.add(new Part(Part.pseudo("${AWS::Region}"), true));
            case "AWS_LAMBDA_FUNCTION_NAME" ->
                parts.add(
                        owner == null
                                ? Part.ANY
                                : new Part(new Value.Reference(owner.id(), "Ref", Part.NOWHERE), true));
            default -> parts.add(Part.ANY);
        }
    }

    /** What the template itself cannot tell, such as the result of a macro; a parameter is known when it is deployed. */
    private static boolean isUnknown(Value value) {
        return value instanceof Value.Unresolved unresolved
                && !unresolved.missing().startsWith("Parameter ")
                && !unresolved.missing().startsWith("Export ")
                && !unresolved.missing().startsWith("AWS::");
    }

    /** An ARN without a template: what only the deployment tells is a wildcard. */
    private static NamedResource plain(Value value, boolean exact) {
        StringBuilder arn = new StringBuilder();
        plain(value, arn);
        return new NamedResource(arn.toString(), exact, arn.toString());
    }

    private static void plain(Value value, StringBuilder arn) {
        switch (value) {
            case Value.Text text -> {
                boolean twice = text.text().startsWith("*") && !arn.isEmpty() && arn.charAt(arn.length() - 1) == '*';
                arn.append(twice ? text.text().substring(1) : text.text());
            }
            case Value.Composed composed -> composed.parts().forEach(part -> plain(part, arn));
            case Value.Unresolved unresolved when unresolved.missing().equals("AWS::Partition") -> arn.append("aws");
            default -> arn.append('*');
        }
    }
}
