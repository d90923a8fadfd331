package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an identity of a template could become in an account as accounts are: one that has administrators, namely a user, a group, and a
 * role that services may assume, with a function and the like that run as it. A template alone seldom tells who else is in its account.
 */
public final class Prospects {
    private static final Span NOWHERE = Span.of("", 1, 1, 1, 1);
    private static final String ROLE = "arn:aws:iam::" + Account.UNKNOWN + ":role/some-administrator";

    /** Services to which a role is passed. */
    private static final List<String> SERVICES = List.of(
            "apprunner.amazonaws.com",
            "bedrock-agentcore.amazonaws.com",
            "cloudformation.amazonaws.com",
            "codebuild.amazonaws.com",
            "datapipeline.amazonaws.com",
            "ec2.amazonaws.com",
            "ecs-tasks.amazonaws.com",
            "elasticmapreduce.amazonaws.com",
            "glue.amazonaws.com",
            "lambda.amazonaws.com",
            "sagemaker.amazonaws.com",
            "scheduler.amazonaws.com",
            "ssm.amazonaws.com",
            "states.amazonaws.com");

    /** Techniques that need something which the imagined account has not: a role that trusts identities, a bucket of code, a queue. */
    private static final Set<String> BEYOND = Set.of("batch-submit", "lambda-replace-code-object", "sts-assume-role");

    private static final Set<List<String>> NEEDED = Catalogue.index().stream()
            .filter(technique -> !BEYOND.contains(technique.id()))
            .map(Catalogue.Entry::actions)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, List<String>> BY_SERVICE = NEEDED.stream()
            .flatMap(List::stream)
            .distinct()
            .collect(Collectors.groupingBy(action -> action.substring(0, action.indexOf(':'))));

    private Prospects() {}

    /** Whether the actions that are allowed are all those of some technique; else there is no need to look. */
    public static boolean isWorthAsking(Collection<String> patterns) {
        Set<String> listed = new HashSet<>();
        for (String pattern : patterns) {
            int colon = pattern.indexOf(':');
            String service = colon < 0 ? "*" : pattern.substring(0, colon);
            if (Wildcards.isPattern(service)) {
                return true;
            }
            for (String action : BY_SERVICE.getOrDefault(service.toLowerCase(Locale.ROOT), List.of())) {
                if (Wildcards.matches(pattern, action)) {
                    listed.add(action);
                }
            }
        }
        return !listed.isEmpty() && NEEDED.stream().anyMatch(listed::containsAll);
    }

    /** What can become of an identity. */
    public static Escalation of(Identity who) {
        Account account = new Account(
                Account.UNKNOWN,
                List.of(
                        who,
                        administrator(Identity.Kind.ROLE),
                        administrator(Identity.Kind.USER),
                        administrator(Identity.Kind.GROUP)),
                Stream.of(
                                new Account.Workload(
                                        "lambda.amazonaws.com", "some function", arn("lambda", "function:"), ROLE),
                                new Account.Workload(
                                        "codebuild.amazonaws.com", "some project", arn("codebuild", "project/"), ROLE),
                                new Account.Workload(
                                        "states.amazonaws.com",
                                        "some state machine",
                                        arn("states", "stateMachine:"),
                                        ROLE),
                                new Account.Workload("glue.amazonaws.com", "some job", arn("glue", "job/"), ROLE))
                        .toList(),
                Map.of(),
                List.of(),
                false,
                List.of());
        return EscalationSearch.of(account).getFirst();
    }

    private static String arn(String service, String prefix) {
        return "arn:aws:" + service + ":*:" + Account.UNKNOWN + ":" + prefix + "some-administrators";
    }

    private static Identity administrator(Identity.Kind kind) {
        String word = switch (kind) {
            case ROLE -> "role";
            case USER -> "user";
            case GROUP -> "group";
        };
        Policy trust = new Policy(
                Version.V2012,
                null,
                List.of(new Statement(
                        0,
                        null,
                        Effect.ALLOW,
                        new Element<>(
                                false,
                                SERVICES.stream()
                                        .<PrincipalPattern>map(PrincipalPattern.Service::new)
                                        .toList()),
                        new Element<>(
                                false,
                                List.of(TextPattern.of(
                                        new Value.Text("sts:AssumeRole", NOWHERE), TextPattern.Syntax.ACTION))),
                        null,
                        List.of(),
                        NOWHERE)),
                NOWHERE);
        return new Identity(
                kind,
                "an administrator",
                "arn:aws:iam::" + Account.UNKNOWN + ":" + word + "/some-administrator",
                List.of(new NamedPolicy("AdministratorAccess", ProviderPolicies.ADMINISTRATOR)),
                List.of(),
                List.of(),
                kind == Identity.Kind.ROLE ? trust : null,
                kind == Identity.Kind.ROLE,
                List.of(),
                null);
    }
}
