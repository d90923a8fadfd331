package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A request for a set of resources: allowed when some resource of it is, else denied explicitly when a Deny takes away all that an
 * Allow gives or all there is, else denied implicitly. One resource stands for all that the same patterns of the policies cover.
 */
public final class ResourceSet {
    /** The shortest resource of all. */
    private static final String SHORTEST = "arn:::::";

    private ResourceSet() {}

    /** Decides a request for a set by deciding it for one resource of each kind. */
    static Answer decide(Request request, Policies policies, BiFunction<Request, Policies, Answer> one) {
        List<String> resources = resources(List.of(request), policies);
        if (resources == null) {
            return new Answer(Decision.UNDETERMINED, null, List.of("a resource without wildcards"));
        }
        Answer denied = null;
        boolean everywhere = true;
        boolean instead = false;
        SortedSet<String> missing = new TreeSet<>();
        Policies withoutDenies = withoutDenies(policies);
        for (String resource : resources) {
            Request single = request.of(resource);
            Answer answer = one.apply(single, policies);
            switch (answer.decision()) {
                case ALLOWED -> {
                    return answer;
                }
                case EXPLICIT_DENY -> {
                    denied = denied == null ? answer : denied;
                    instead |= one.apply(single, withoutDenies).decision() == Decision.ALLOWED;
                }
                case IMPLICIT_DENY -> everywhere = false;
                case UNDETERMINED -> missing.addAll(answer.missing());
            }
        }
        if (!missing.isEmpty()) {
            return new Answer(Decision.UNDETERMINED, null, List.copyOf(missing));
        }
        return denied != null && (everywhere || instead) ? denied : new Answer(Decision.IMPLICIT_DENY, null, List.of());
    }

    /** The request for the one resource of a set that shows best why the set fared as it did; null when there are too many kinds. */
    static @Nullable Request representative(Request request, Policies policies, Answer answer) {
        List<String> resources = resources(List.of(request), policies);
        if (resources == null) {
            return null;
        }
        Request first = null;
        for (String resource : resources) {
            Request single = request.of(resource);
            if (ReferenceEvaluator.one(single, policies).decision() == answer.decision()) {
                return single;
            }
            first = first == null ? single : first;
        }
        return first;
    }

    /**
     * One resource of each kind in a set: all resources that the same patterns cover fare alike.
     *
     * @param requests what is asked of the set, which is the same in all of them; at least one
     * @return the resources; null when there are too many kinds to try
     */
    public static @Nullable List<String> resources(List<Request> requests, Policies policies) {
        Set<List<Token>> patterns = new LinkedHashSet<>();
        for (Request request : requests) {
            patterns(request, policies, patterns);
        }
        return resources(requests.getFirst().resource(), patterns);
    }

    /**
     * One resource for each combination of patterns that can cover one of a set.
     *
     * @param set a resource with {@code *}
     * @param patterns patterns without variables
     * @return the resources; null when there are too many to try
     */
    public static @Nullable List<String> resources(String set, Set<List<Token>> patterns) {
        if (patterns.isEmpty()) {
            return List.of(set.equals("*") ? SHORTEST : set.replace("*", ""));
        }
        List<Glob> globs = new ArrayList<>();
        for (List<Token> tokens : patterns) {
            List<List<Token>> parts = new ArrayList<>(PatternMatch.parts(tokens, 6));
            while (parts.size() < 6) {
                parts.add(List.of(new Token.AnyText()));
            }
            globs.add(Glob.ofArn(parts, true));
        }
        return GlobCells.texts(asked(set), globs);
    }

    /** Adds a pattern with its variables replaced, unless it covers everything, or nothing since a variable has no value. */
    public static void add(TextPattern pattern, Context context, Set<List<Token>> patterns) {
        if (!pattern.isEverything()) {
            try {
                patterns.add(PatternMatch.resolve(pattern.tokens(), context));
            } catch (PatternMatch.Valueless e) {
                return;
            }
        }
    }

    private static Glob asked(String resource) {
        List<Token> tokens = new ArrayList<>();
        // Only the asterisk is a wildcard in a request.
        int literal = 0;
        for (int i = 0; i < resource.length(); i++) {
            if (resource.charAt(i) == '*') {
                if (i > literal) {
                    tokens.add(new Token.Literal(resource.substring(literal, i)));
                }
                tokens.add(new Token.AnyText());
                literal = i + 1;
            }
        }
        if (literal < resource.length()) {
            tokens.add(new Token.Literal(resource.substring(literal)));
        }
        if (resource.equals("*")) {
            List<List<Token>> any = new ArrayList<>();
            any.add(List.of(new Token.Literal("arn")));
            any.addAll(Collections.nCopies(5, List.of(new Token.AnyText())));
            return Glob.ofArn(any, false);
        }
        List<List<Token>> parts = PatternMatch.parts(tokens, 6);
        return parts.size() == 6 ? Glob.ofArn(parts, false) : Glob.ofText(tokens, false);
    }

    private static void patterns(Request request, Policies policies, Set<List<Token>> patterns) {
        for (Policy policy : all(policies)) {
            for (Statement statement : policy.statements()) {
                Element<TextPattern> element = statement.resource();
                if (element != null && !(StatementMatching.action(statement.action(), request) instanceof Truth.No)) {
                    element.patterns().forEach(pattern -> add(pattern, request.context(), patterns));
                }
            }
        }
    }

    private static List<Policy> all(Policies policies) {
        List<Policy> all = new ArrayList<>(policies.identity());
        all.addAll(policies.permissionsBoundaries());
        all.addAll(policies.session());
        if (policies.resource() != null) {
            all.add(policies.resource());
        }
        policies.serviceControl().forEach(all::addAll);
        policies.resourceControl().forEach(all::addAll);
        all.addAll(policies.vpcEndpoint());
        return all;
    }

    private static Policies withoutDenies(Policies policies) {
        return new Policies(
                allows(policies.identity()),
                allows(policies.permissionsBoundaries()),
                allows(policies.session()),
                policies.resource() == null
                        ? null
                        : allows(List.of(policies.resource())).getFirst(),
                policies.serviceControl().stream().map(ResourceSet::allows).toList(),
                policies.resourceControl().stream().map(ResourceSet::allows).toList(),
                allows(policies.vpcEndpoint()));
    }

    private static List<Policy> allows(List<Policy> policies) {
        return policies.stream()
                .map(policy -> new Policy(
                        policy.version(),
                        policy.id(),
                        policy.statements().stream()
                                .filter(s -> s.effect() == Effect.ALLOW)
                                .toList(),
                        policy.span()))
                .toList();
    }
}
