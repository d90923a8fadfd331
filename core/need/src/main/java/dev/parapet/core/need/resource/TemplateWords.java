package dev.parapet.core.need.resource;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.account.TemplateNames;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ARNs in the words of the templates that name them. */
public final class TemplateWords {
    private static final int MAX_DEPTH = 16;
    private static final String PARAMETER = "Parameter ";

    /** The name of a parameter may begin with the slash that its ARN has before it. */
    private static final String TWO_SLASHES = ":parameter//";

    private static final String ONE_SLASH = ":parameter/";

    /** Stands for what the provider adds to the name of a secret. */
    private static final String SUFFIX = "??????";

    /** Types whose {@code Ref} is the ARN, and the one by which it is best known. */
    private static final Set<String> REF_IS_ARN = Set.of(
            "AWS::ECS::TaskDefinition",
            "AWS::IAM::ManagedPolicy",
            "AWS::Lambda::Alias",
            "AWS::Lambda::LayerVersion",
            "AWS::Lambda::Version",
            "AWS::SNS::Topic",
            "AWS::SecretsManager::Secret");

    /** Types that no attribute tells the ARN of, or not the one that is in policies. */
    private static final Set<String> NO_ARN =
            Set.of("AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api", "AWS::KMS::Alias", "AWS::SSM::Parameter");

    /** What the provenance of a text says of each parameter that is in it. */
    private static final Pattern GIVEN = Pattern.compile("parameter (?<name>\\w+) is \"(?<value>[^\"]*)\"");

    /** Other attributes than {@code Arn}. */
    private static final Map<String, String> ARN_ATTRIBUTES =
            Map.of("AWS::RDS::DBCluster", "DBClusterArn", "AWS::RDS::DBInstance", "DBInstanceArn");

    private final TemplateNames names;
    private final Map<String, Map<String, Resource>> byArn = new HashMap<>();

    /** The words of some templates. */
    public TemplateWords(List<Stack> stacks) {
        this.names = new TemplateNames(stacks);
        for (Stack stack : stacks) {
            Map<String, Resource> known = new LinkedHashMap<>();
            for (Resource resource : stack.resources()) {
                String arn = names.arn(resource);
                if (arn != null) {
                    known.putIfAbsent(arn, resource);
                }
            }
            byArn.put(stack.id(), known);
        }
    }

    /** The resource that an ARN names, or a part of which it names, as far as a stack has it; null when it has none such. */
    public @Nullable Resource resource(String stack, NamedResource named) {
        Found found = within(stack, named.shape());
        return found == null ? null : found.resource();
    }

    /** The ARN of a resource; null where it is not known. */
    public @Nullable NamedResource of(Resource resource) {
        String arn = names.arn(resource);
        String expression = expression(resource);
        return arn == null || expression == null ? null : new NamedResource(expression, true, arn);
    }

    /** The ARN that a reference gives; empty where it gives something else. */
    String arn(Value.Reference reference) {
        return names.resolved(reference) instanceof Value.Text text
                        && text.text().startsWith("arn:")
                ? text.text()
                : "";
    }

    /** Whether a reference gives an ARN. */
    boolean isArn(Value.Reference reference) {
        return names.isArn(reference);
    }

    /** What a value of a template names, each alternative where it hangs on a condition; {@code stack} is whose words are spoken. */
    public List<NamedResource> of(String stack, Value value, boolean exact) {
        List<NamedResource> resources = new ArrayList<>();
        for (Value alternative : Alternatives.of(value)) {
            resources.add(one(stack, alternative, exact));
        }
        return resources;
    }

    private NamedResource one(String stack, Value value, boolean exact) {
        Map<String, String> marks = new HashMap<>();
        String shape = shape(value, marks).replace(TWO_SLASHES, ONE_SLASH);
        List<String> stacks = new ArrayList<>();
        stacks.add(stack);
        references(value, stacks, 0);
        for (String each : stacks) {
            Found found = within(each, shape);
            String arn = found == null ? null : expression(found.resource());
            // an attribute that only begins like the ARN, such as that of a stream, is said as it is
            boolean whole = found != null && (found.behind().isEmpty() || !(value instanceof Value.Reference));
            if (found != null && arn != null && whole) {
                // as the template makes it: a secret's ARN ends with what the provider adds
                shape = names.arn(found.resource()) + found.behind();
                boolean group = found.resource().type().equals("AWS::Logs::LogGroup");
                if (!group) {
                    return new NamedResource(arn + shown(found.behind(), marks), exact, shape);
                }
                // the attribute stands for the group with all its streams
                if (found.behind().startsWith(":*")) {
                    return new NamedResource(arn + shown(found.behind().substring(2), marks), exact, shape);
                }
            }
        }
        return new NamedResource(words(value, 0).replace(TWO_SLASHES, ONE_SLASH), exact, shape);
    }

    /**
     * A resource of which an ARN names a part.
     *
     * @param behind what stands in the ARN behind that of the resource
     */
    private record Found(Resource resource, String behind) {}

    private @Nullable Found within(String stack, String shape) {
        Map<String, Resource> known = byArn.getOrDefault(stack, Map.of());
        for (int end = shape.length(); end > 0; end = separator(shape, end - 1)) {
            Resource resource = known.get(shape.substring(0, end));
            if (resource != null) {
                return new Found(resource, shape.substring(end));
            }
        }
        if (shape.endsWith("-" + SUFFIX)) {
            String named = shape.substring(0, shape.length() - SUFFIX.length()) + TextShape.OPEN;
            for (Map.Entry<String, Resource> entry : known.entrySet()) {
                if (entry.getKey().startsWith(named)) {
                    return new Found(entry.getValue(), "");
                }
            }
        }
        return null;
    }

    private static int separator(String shape, int from) {
        return Math.max(shape.lastIndexOf('/', from), shape.lastIndexOf(':', from));
    }

    private static @Nullable String expression(Resource resource) {
        String name = resource.id().name();
        if (NO_ARN.contains(resource.type())) {
            return null;
        }
        return REF_IS_ARN.contains(resource.type())
                ? "${" + name + "}"
                : "${" + name + "." + ARN_ATTRIBUTES.getOrDefault(resource.type(), "Arn") + "}";
    }

    private static void references(Value value, List<String> stacks, int depth) {
        if (value instanceof Value.Reference reference) {
            stacks.add(reference.target().stack());
        } else if (value instanceof Value.Composed composed && depth < MAX_DEPTH) {
            composed.parts().forEach(part -> references(part, stacks, depth + 1));
        }
    }

    private String shape(Value value, Map<String, String> marks) {
        StringBuilder shape = new StringBuilder();
        append(names.resolved(value), shape, marks, 0);
        return shape.toString();
    }

    private static void append(Value value, StringBuilder shape, Map<String, String> marks, int depth) {
        switch (value) {
            case Value.Text text -> shape.append(text.text());
            case Value.Number number -> shape.append(number.value().toPlainString());
            case Value.Bool bool -> shape.append(bool.value());
            case Value.Composed composed
            when depth < MAX_DEPTH -> composed.parts().forEach(part -> append(part, shape, marks, depth + 1));
            default -> {
                String words = words(value, depth);
                if (words.equals("*")) {
                    shape.append('*');
                } else {
                    // a colon would be taken for one between the parts of the ARN
                    String mark = TextShape.unknown(words.replace(':', '.'));
                    marks.put(mark, words);
                    shape.append(mark);
                }
            }
        }
    }

    /** A piece of a shape for people. */
    private static String shown(String shape, Map<String, String> marks) {
        String shown = shape;
        for (Map.Entry<String, String> mark : marks.entrySet()) {
            shown = shown.replace(mark.getKey(), mark.getValue());
        }
        return TextShape.shown(shown).replace("${AWS..", "${AWS::");
    }

    /** A value as {@code Fn::Sub} writes it; {@code *} for what it cannot write. */
    public static String words(Value value) {
        return words(value, 0);
    }

    private static String words(Value value, int depth) {
        return switch (value) {
            case Value.Text text -> text.provenance() == null ? text.text() : parameter(text);
            case Value.Number number -> number.value().toPlainString();
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Reference reference -> {
                ResourceId target = reference.target();
                yield "${" + target.name() + (reference.attribute().equals("Ref") ? "" : "." + reference.attribute())
                        + "}";
            }
            case Value.DynamicReference dynamic -> "{{resolve:" + dynamic.service() + ":" + dynamic.key() + "}}";
            case Value.Unresolved unresolved -> unknown(unresolved.missing());
            case Value.Composed composed -> {
                StringBuilder words = new StringBuilder();
                for (Value part : composed.parts()) {
                    words.append(depth < MAX_DEPTH ? words(part, depth + 1) : "*");
                }
                yield words.toString();
            }
            case Value.Conditional ignored -> "*";
            case Value.Sequence ignored -> "*";
            case Value.Mapping ignored -> "*";
            case Value.Null ignored -> "*";
            case Value.Absent ignored -> "*";
        };
    }

    /** What parameters' defaults gave is said by the parameters: the next deployment may give something else. */
    private static String parameter(Value.Text text) {
        String why = text.provenance() == null ? "" : text.provenance().text();
        String start = "parameter ";
        int end = why.indexOf(' ', start.length());
        Matcher given = GIVEN.matcher(why);
        if (!given.find()) {
            // a value that is not to be seen
            return why.startsWith(start) && end > 0 ? "${" + why.substring(start.length(), end) + "}" : text.text();
        }
        StringBuilder words = new StringBuilder();
        int from = 0;
        do {
            int at = word(text.text(), given.group("value"), from);
            if (at >= 0) {
                words.append(text.text(), from, at)
                        .append("${")
                        .append(given.group("name"))
                        .append('}');
                from = at + given.group("value").length();
            }
        } while (given.find());
        return words.append(text.text().substring(from)).toString();
    }

    /** Where a value stands by itself within a text, not as a part of a word; -1 where it does not. */
    private static int word(String text, String value, int from) {
        for (int at = text.indexOf(value, from); at >= 0 && !value.isEmpty(); at = text.indexOf(value, at + 1)) {
            int end = at + value.length();
            boolean before = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
            boolean behind = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
            if (!before && !behind) {
                return at;
            }
        }
        return -1;
    }

    private static String unknown(String missing) {
        if (missing.startsWith(PARAMETER)) {
            return "${" + missing.substring(PARAMETER.length()) + "}";
        }
        int pseudo = missing.indexOf("AWS::");
        if (pseudo >= 0) {
            return "${" + missing.substring(pseudo) + "}";
        }
        return missing.startsWith("Export ") ? "${Fn::ImportValue " + missing.substring("Export ".length()) + "}" : "*";
    }
}
