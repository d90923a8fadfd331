package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.evaluation.PatternMatch;
import dev.parapet.core.iam.evaluation.ResourceSet;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Request;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one resource of a set to which all of some requests are allowed. The resources that the policies themselves name are tried
 * first; only when none of them serves, one of each kind that their patterns tell apart.
 */
final class ResourceSearch {
    private static final int PARTS = 6;
    private static final Span NOWHERE = Span.of("a request", 1, 1, 1, 1);

    private ResourceSearch() {}

    /**
     * Whether there is one.
     *
     * @param relevant what bears on each request
     * @param requests what is asked; they differ in their actions
     * @param decide decides a request for one resource
     */
    static Truth some(
            List<Standing.Relevant> relevant,
            List<Request> requests,
            BiFunction<Standing.Relevant, Request, Truth> decide) {
        Truth single = Truth.YES;
        List<Integer> sets = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i).asksForSet()) {
                sets.add(i);
            } else {
                single = single.and(decide.apply(relevant.get(i), requests.get(i)));
            }
        }
        if (sets.isEmpty() || single instanceof Truth.No) {
            return single;
        }
        Set<String> named = new LinkedHashSet<>();
        String asked = requests.get(sets.getFirst()).resource();
        sets.forEach(i -> named(relevant.get(i), asked, named));
        Truth any = Truth.NO;
        for (String resource : named) {
            any = any.or(all(sets, relevant, requests, resource, decide));
            if (any instanceof Truth.Yes) {
                return single;
            }
        }
        List<TextPattern> patterns = patterns(relevant, asked);
        if (patterns.isEmpty() && !named.isEmpty()) {
            // all resources of the set are alike
            return single.and(any);
        }
        List<String> kinds =
                ResourceSet.resources(sets.stream().map(requests::get).toList(), about(patterns));
        if (kinds == null) {
            return single.and(any.or(Truth.unknown("a resource without wildcards")));
        }
        for (String resource : kinds) {
            any = any.or(all(sets, relevant, requests, resource, decide));
        }
        return single.and(any);
    }

    private static Truth all(
            List<Integer> sets,
            List<Standing.Relevant> relevant,
            List<Request> requests,
            String resource,
            BiFunction<Standing.Relevant, Request, Truth> decide) {
        Truth all = Truth.YES;
        for (int i : sets) {
            if (!(all instanceof Truth.No)) {
                all = all.and(decide.apply(relevant.get(i), requests.get(i).of(resource)));
            }
        }
        return all;
    }

    /** The patterns that can tell resources of a set from each other. */
    private static List<TextPattern> patterns(List<Standing.Relevant> relevant, String asked) {
        String service = asked.equals("*") ? "*" : asked.split(":", PARTS)[2];
        return relevant.stream()
                .flatMap(one -> Stream.of(one.allows(), one.denies(), one.limits()))
                .flatMap(List::stream)
                .map(clause -> clause.statement().resource())
                .filter(Objects::nonNull)
                .flatMap(element -> element.patterns().stream())
                .filter(pattern -> !pattern.isEverything() && (service.equals("*") || canBeOf(service, pattern)))
                .toList();
    }

    private static boolean canBeOf(String service, TextPattern pattern) {
        List<List<Token>> parts = PatternMatch.parts(pattern.tokens(), PARTS);
        return parts.size() < PARTS
                || parts.get(2).size() != 1
                || !(parts.get(2).getFirst() instanceof Token.Literal literal)
                || literal.text().equalsIgnoreCase(service);
    }

    private static Policies about(List<TextPattern> patterns) {
        Statement everything = ProviderPolicies.ADMINISTRATOR.statements().getFirst();
        Statement statement = new Statement(
                0,
                null,
                everything.effect(),
                null,
                everything.action(),
                new Element<>(false, patterns),
                List.of(),
                NOWHERE);
        return Policies.ofIdentity(List.of(new Policy(Version.V2012, null, List.of(statement), NOWHERE)));
    }

    /** The resources of the set that statements name, anything standing for a wildcard. */
    private static void named(Standing.Relevant relevant, String asked, Set<String> into) {
        Element<TextPattern> set = new Element<>(
                false, List.of(TextPattern.of(new Value.Text(asked, NOWHERE), TextPattern.Syntax.ACTION)));
        for (Clause clause : relevant.allows()) {
            Element<TextPattern> element = clause.statement().resource();
            List<TextPattern> patterns = element == null || element.negated() ? List.of() : element.patterns();
            for (TextPattern pattern : patterns) {
                String resource = pattern.isEverything() ? placed("*", asked) : placed(text(pattern), asked);
                if (resource != null
                        && StatementMatching.resource(set, Circumstances.about(resource), Access.KIND)
                                instanceof Truth.Yes) {
                    into.add(resource);
                }
            }
        }
    }

    private static @Nullable String text(TextPattern pattern) {
        StringBuilder text = new StringBuilder();
        for (Token token : pattern.tokens()) {
            switch (token) {
                case Token.Literal literal -> text.append(literal.text());
                case Token.AnyText ignored -> text.append('*');
                case Token.AnyCharacter ignored -> text.append('x');
                case Token.Variable ignored -> {
                    return null;
                }
                case Token.Unknown ignored -> {
                    return null;
                }
            }
        }
        return text.toString();
    }

    /** What two patterns have in common, part by part, where one of them says it whole. */
    private static @Nullable String placed(@Nullable String pattern, String asked) {
        if (pattern == null) {
            return null;
        }
        String[] own = pattern.equals("*") ? new String[0] : pattern.split(":", PARTS);
        String[] set = asked.equals("*") ? new String[0] : asked.split(":", PARTS);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            String first = i < own.length ? own[i] : "*";
            String second = i < set.length ? set[i] : "*";
            String part = !first.contains("*") || first.length() > second.length() ? first : second;
            parts.add(part.equals("*") ? anything(i) : part.replace("*", "x"));
        }
        return String.join(":", parts);
    }

    private static String anything(int part) {
        return switch (part) {
            case 0 -> "arn";
            case 1 -> "aws";
            default -> "x";
        };
    }
}
