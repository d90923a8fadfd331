package dev.parapet.core.need.resource;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.core.need.action.ResourcePattern;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resources that code names, its environment variables being what the template gives them. */
public final class CodeResources {
    /** More alternatives of one resource are not told apart. */
    private static final int MAX_ALTERNATIVES = 32;

    private static final Span NOWHERE = Span.of("code", 1, 1, 1, 1);
    private static final Pattern PSEUDO = Pattern.compile("\\$\\{(AWS::[A-Za-z]+)}");

    /** https://sqs.REGION.amazonaws.com/ACCOUNT/NAME, or an older form of it. */
    private static final Pattern QUEUE_URL = Pattern.compile(
            "https://(?:sqs\\.([a-z0-9-]+)|([a-z0-9-]+)\\.queue)\\.amazonaws\\.com[a-z.]*/([0-9]{12})/([^/]+)");

    private static final String SUFFIX_OF_SECRET = "-??????";

    /** Stands for the revision of a task definition. */
    private static final String REVISION = ":*";

    private final @Nullable TemplateWords words;
    private final @Nullable Resource function;
    private final Map<String, Value> environment = new LinkedHashMap<>();

    /**
     * Resources of a function.
     *
     * @param words the words of its template; null where there is none
     * @param function the function; null where there is no template
     */
    public CodeResources(@Nullable TemplateWords words, @Nullable Resource function) {
        this.words = words;
        this.function = function;
        if (function != null
                && function.properties().get("Environment") instanceof Value.Mapping mapping
                && mapping.get("Variables") instanceof Value.Mapping variables) {
            variables.entries().forEach((name, entry) -> environment.put(name, entry.value()));
        }
    }

    /**
     * The roles that what a call starts names; null where something of it is not of the template.
     *
     * @param started what the call starts
     */
    public @Nullable Set<NamedResource> passedRoles(Collection<NamedResource> started) {
        return words == null || function == null
                ? null
                : PassedRoles.of(words, function.id().stack(), started);
    }

    /** A value, and whether it is known when the function is deployed. */
    private record Part(Value value, boolean known) {}

    /** What a pattern names, each alternative; at least one. */
    public Set<NamedResource> of(ResourcePattern pattern) {
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
            Value value = new Value.Composed(parts.stream().map(Part::value).toList(), NOWHERE);
            resources.addAll(
                    words == null || function == null
                            ? List.of(plain(value, exact))
                            : words.of(function.id().stack(), value, exact));
        }
        return resources;
    }

    /** Puts a part behind others; a whole ARN stands for all in front of it. */
    private List<Part> joined(List<Part> before, Part part) {
        List<Part> joined = new ArrayList<>();
        boolean isArn = before.isEmpty() ? false : isArn(part.value());
        if (!isArn) {
            joined.addAll(before);
        }
        boolean behindArn = before.size() == 1 && isArn(before.getFirst().value());
        if (behindArn
                && part.value() instanceof Value.Text text
                && isInArn(text.text(), before.getFirst().value())) {
            return joined;
        }
        joined.add(part);
        return joined;
    }

    /** Whether what stands behind a name in its ARN is already in a value that is the whole ARN. */
    private boolean isInArn(String behind, Value arn) {
        return behind.equals(SUFFIX_OF_SECRET)
                || behind.equals(REVISION)
                        && words != null
                        && arn instanceof Value.Reference reference
                        && words.arn(reference).contains(":task-definition/");
    }

    private boolean isArn(Value value) {
        return switch (value) {
            case Value.Text text -> text.text().startsWith("arn:");
            case Value.Composed composed ->
                !composed.parts().isEmpty() && isArn(composed.parts().getFirst());
            case Value.Reference reference ->
                reference.attribute().endsWith("Arn")
                        || (words != null && !words.arn(reference).isEmpty());
            case Value.Unresolved unresolved ->
                unresolved.missing().regionMatches(true, unresolved.missing().length() - 3, "arn", 0, 3);
            case Value.Conditional either -> isArn(either.whenTrue()) || isArn(either.whenFalse());
            case Value.Null ignored -> false;
            case Value.Bool ignored -> false;
            case Value.Number ignored -> false;
            case Value.Sequence ignored -> false;
            case Value.Mapping ignored -> false;
            case Value.DynamicReference ignored -> false;
            case Value.Absent ignored -> false;
        };
    }

    /** The values that one of the code can be; {@code own} is whether it is of the pattern itself, which names pseudo parameters. */
    private List<Part> parts(FlowValue value, boolean own) {
        List<Part> parts = new ArrayList<>();
        for (FlowValue alternative : Values.alternatives(value)) {
            switch (alternative) {
                case FlowValue.Text text -> parts.add(new Part(own ? pseudo(text.value()) : text(text.value()), true));
                case FlowValue.Scalar scalar -> parts.add(new Part(text(scalar.written()), true));
                case FlowValue.Environment variable -> environment(variable.name(), parts);
                case FlowValue.Concatenation concatenation -> concatenated(concatenation, parts);
                case FlowValue.Derived derived
                when derived.how().equals(ResourcePattern.ARN_OF_QUEUE_URL)
                        && derived.from().size() == 1 ->
                    parts(derived.from().getFirst(), false)
                            .forEach(url -> parts.add(url.known() ? queue(url.value()) : queue(any().value())));
                default -> parts.add(any());
            }
        }
        return parts;
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
                    new Value.Composed(combination.stream().map(Part::value).toList(), NOWHERE),
                    combination.stream().allMatch(Part::known)));
        }
    }

    private static Part any() {
        return new Part(text("*"), false);
    }

    private static Value text(String text) {
        return new Value.Text(text, NOWHERE);
    }

    private void environment(String name, List<Part> parts) {
        Value given = environment.get(name);
        if (given != null) {
            Alternatives.of(given).forEach(value -> parts.add(new Part(value, !isUnknown(value))));
            return;
        }
        // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
        switch (name) {
            case "AWS_REGION", "AWS_DEFAULT_REGION" -> parts.add(new Part(pseudo("${AWS::Region}"), true));
            case "AWS_LAMBDA_FUNCTION_NAME" ->
                parts.add(
                        function == null ? any() : new Part(new Value.Reference(function.id(), "Ref", NOWHERE), true));
            default -> parts.add(any());
        }
    }

    /** What the template itself cannot tell, such as the result of a macro; a parameter is known when it is deployed. */
    private static boolean isUnknown(Value value) {
        return value instanceof Value.Unresolved unresolved
                && !unresolved.missing().startsWith("Parameter ")
                && !unresolved.missing().startsWith("Export ")
                && !unresolved.missing().startsWith("AWS::");
    }

    private static Value pseudo(String text) {
        Matcher pseudo = PSEUDO.matcher(text);
        List<Value> parts = new ArrayList<>();
        int from = 0;
        while (pseudo.find()) {
            if (pseudo.start() > from) {
                parts.add(text(text.substring(from, pseudo.start())));
            }
            parts.add(new Value.Unresolved(pseudo.group(1), "it is known once the stack is deployed", NOWHERE));
            from = pseudo.end();
        }
        if (parts.isEmpty()) {
            return text(text);
        }
        if (from < text.length()) {
            parts.add(text(text.substring(from)));
        }
        return new Value.Composed(parts, NOWHERE);
    }

    /** The ARN of a queue by its URL; of an unknown one any queue. */
    private static Part queue(Value url) {
        if (url instanceof Value.Reference reference && reference.attribute().matches("Ref|QueueUrl")) {
            return new Part(new Value.Reference(reference.target(), "Arn", NOWHERE), true);
        }
        Value name = text("*");
        boolean known = false;
        if (url instanceof Value.Text text) {
            Matcher parts = QUEUE_URL.matcher(text.text());
            if (parts.matches()) {
                String region = parts.group(1) == null ? parts.group(2) : parts.group(1);
                String arn = ":sqs:" + region + ":" + parts.group(3) + ":" + parts.group(4);
                return new Part(pseudo("arn:${AWS::Partition}" + arn), true);
            }
            if (!text.text().contains(":")
                    && !text.text().isEmpty()
                    && !text.text().equals("*")) {
                name = text(text.text().substring(text.text().lastIndexOf('/') + 1));
                known = true;
            }
        } else if (url instanceof Value.Composed composed && !composed.parts().isEmpty()) {
            Value last = composed.parts().getLast();
            int slash = last instanceof Value.Text text ? text.text().lastIndexOf('/') : -1;
            boolean before = composed.parts().size() > 1
                    && composed.parts().get(composed.parts().size() - 2) instanceof Value.Text text
                    && text.text().endsWith("/");
            if (last instanceof Value.Text text && slash >= 0) {
                name = text(text.text().substring(slash + 1));
                known = true;
            } else if (before) {
                name = last;
                known = true;
            }
        }
        Value front = pseudo("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:");
        return new Part(new Value.Composed(List.of(front, name), NOWHERE), known);
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
