package dev.parapet.core.rule.function;

import dev.parapet.core.graph.Node;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.ApplicationReader;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.account.TemplateNames;
import dev.parapet.core.iam.escalation.Escalation;
import dev.parapet.core.iam.escalation.Prospects;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code escalation(node)}: whether the policies written in a resource make their holder administrator, or let it become one, in an
 * account that has some, after the permissions boundary and the denials that bear on the holder ({@link Prospects}).
 * {@code isAdministrator(node)}: whether all policies of a role, user or group together make it administrator.
 */
final class EscalationFunctions implements FunctionFamily {
    private static final Map<String, Identity.Kind> KINDS = Map.of(
            "AWS::IAM::Role", Identity.Kind.ROLE,
            "AWS::IAM::User", Identity.Kind.USER,
            "AWS::IAM::Group", Identity.Kind.GROUP);

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, TemplateNames> names = new HashMap<>();

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of("escalation", 1), Signature.predicate("isAdministrator", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        return switch (arguments.get(0)) {
            case Datum.Item(Node node, Basis ignored)
            when node.resource() != null -> function.equals("escalation") ? of(node, evaluation) : is(node, evaluation);
            case Datum.Item(Node node, Basis basis) -> Datum.Unknown.of("the policies of " + node.label(), true, basis);
            case Datum.Null nothing -> function.equals("escalation") ? nothing : Datum.of(false);
            case Datum.Unknown unknown -> unknown;
            default -> new Datum.Failure("" + function + "() takes a node, such as self");
        };
    }

    private Datum of(Node node, Evaluation evaluation) {
        List<Value> written = PolicyDocuments.ownStatements(node, evaluation);
        evaluation.step(20);
        if (!Prospects.isWorthAsking(allowed(written))) {
            return neither(node);
        }
        Policy own = policy(node, written, evaluation);
        evaluation.step(2_000);
        Escalation worst = null;
        Set<String> missing = new TreeSet<>();
        for (Identity holder : holders(node, own, evaluation)) {
            Escalation found = Prospects.of(holder);
            missing.addAll(found.missing());
            if (worst == null || rank(found) < rank(worst)) {
                worst = found;
            }
        }
        if (worst == null || worst.administrator() == Escalation.Administrator.NO) {
            return neither(node);
        }
        missing.removeIf(EscalationFunctions::isOfRequest);
        boolean byWay = !worst.paths().isEmpty();
        if (worst.administrator() == Escalation.Administrator.UNDETERMINED && missing.isEmpty()) {
            return neither(node);
        }
        String steps = "";
        List<String> needed = List.of("iam:CreateUser");
        if (byWay) {
            Escalation.Path path = worst.paths().getFirst();
            List<String> texts = new ArrayList<>();
            path.steps().forEach(step -> texts.add(step.text()));
            steps = String.join("; ", texts);
            needed = path.steps().getFirst().permissions();
        }
        Span span = place(needed, own);
        Value holds = worst.administrator() == Escalation.Administrator.UNDETERMINED
                ? new Value.Unresolved(String.join(" and ", missing), "the template does not tell", span)
                : new Value.Bool(true, span);
        Value not = new Value.Bool(false, span);
        return answer(byWay ? not : holds, byWay ? holds : not, steps, span);
    }

    /** Whether an identity is administrator by all its policies, inline, attached and managed by the provider. */
    private Datum is(Node node, Evaluation evaluation) {
        List<Value> written = PolicyDocuments.statementsOf(node, evaluation);
        evaluation.step(20);
        if (!Prospects.isWorthAsking(allowed(written)) && !hasStrongManagedPolicy(node)) {
            return Datum.of(false);
        }
        Policy all = policy(node, written, evaluation);
        evaluation.step(2_000);
        Basis basis = Basis.of(place(List.of("iam:CreateUser"), all), null);
        for (Identity identity : account(node, evaluation).identities()) {
            if (node.resource() != null
                    && identity.name().equals(node.resource().id().name())
                    && identity.kind() == KINDS.get(node.resource().type())) {
                Escalation found = Prospects.of(identity);
                Set<String> missing = new TreeSet<>(found.missing());
                missing.removeIf(EscalationFunctions::isOfRequest);
                return found.administrator() == Escalation.Administrator.UNDETERMINED
                                && found.paths().isEmpty()
                                && !missing.isEmpty()
                        ? new Datum.Unknown(new TreeSet<>(missing), true, basis)
                        : new Datum.Bool(found.administrator() == Escalation.Administrator.DIRECT, basis);
            }
        }
        return Datum.of(false);
    }

    /** The actions that statements allow; {@code *} for what is not listed or not known. */
    private static List<String> allowed(List<Value> statements) {
        List<String> actions = new ArrayList<>();
        for (Value statement : statements) {
            if (!(statement instanceof Value.Mapping mapping)) {
                actions.add("*");
            } else if (!(mapping.get("Effect") instanceof Value.Text effect)
                    || !effect.text().equals("Deny")) {
                if (mapping.get("Action") instanceof Value.Sequence list) {
                    for (Value action : list.items()) {
                        actions.add(action instanceof Value.Text text ? text.text() : "*");
                    }
                } else {
                    actions.add("*");
                }
            }
        }
        return actions;
    }

    private static boolean hasStrongManagedPolicy(Node node) {
        Value managed =
                node.resource() == null ? null : node.resource().properties().get("ManagedPolicyArns");
        return managed != null
                && (managed.toString().contains(":policy/AdministratorAccess")
                        || managed.toString().contains(":policy/IAMFullAccess"));
    }

    /** Whether it is a condition key: what a request says is no fact of the template, and whoever must say it is held by the condition. */
    private static boolean isOfRequest(String missing) {
        return !missing.startsWith("arn:") && missing.indexOf(':') > 0 && missing.indexOf(' ') < 0;
    }

    private static int rank(Escalation escalation) {
        return switch (escalation.administrator()) {
            case DIRECT -> 0;
            case REACHABLE -> 1;
            case UNDETERMINED -> 2;
            case NO -> 3;
        };
    }

    private Policy policy(Node node, List<Value> written, Evaluation evaluation) {
        Span span = node.resource() == null
                ? Span.of("", 1, 1, 1, 1)
                : node.resource().head();
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        entries.put("Version", new Value.Entry(span, new Value.Text("2012-10-17", span)));
        entries.put("Statement", new Value.Entry(span, new Value.Sequence(written, span)));
        return PolicyReader.read(names(node, evaluation).resolved(new Value.Mapping(entries, span)))
                .policy();
    }

    private TemplateNames names(Node node, Evaluation evaluation) {
        return names.computeIfAbsent(stack(node), id -> new TemplateNames(stacks(id, evaluation)));
    }

    private static String stack(Node node) {
        return node.resource() == null ? "" : node.resource().id().stack();
    }

    private static List<Stack> stacks(String id, Evaluation evaluation) {
        return evaluation.graph().stacks().stream()
                .filter(stack -> stack.id().equals(id))
                .toList();
    }

    private Account account(Node node, Evaluation evaluation) {
        return accounts.computeIfAbsent(stack(node), id -> ApplicationReader.read(stacks(id, evaluation)));
    }

    /** Those whom the policies bear on, each with what its other policies deny and its boundary, and with no more that they give. */
    private List<Identity> holders(Node node, Policy own, Evaluation evaluation) {
        Account account = account(node, evaluation);
        String name = node.resource() == null ? "" : node.resource().id().name();
        Identity.Kind kind =
                node.resource() == null ? null : KINDS.get(node.resource().type());
        List<Identity> holders = new ArrayList<>();
        for (Identity identity : account.identities()) {
            boolean holds = kind == null
                    ? identity.named().stream().anyMatch(policy -> policy.name().equals(name))
                    : identity.kind() == kind && identity.name().equals(name);
            if (holds) {
                holders.add(with(identity, own));
            }
        }
        if (holders.isEmpty()) {
            Identity.Kind any = kind == null ? Identity.Kind.ROLE : kind;
            holders.add(new Identity(
                    any,
                    "its holder",
                    "arn:aws:iam::" + Account.UNKNOWN + (any == Identity.Kind.USER ? ":user/" : ":role/")
                            + "its-holder",
                    List.of(new NamedPolicy(name, own)),
                    List.of(),
                    List.of(),
                    null,
                    false,
                    List.of(),
                    null));
        }
        return holders;
    }

    private static Identity with(Identity identity, Policy own) {
        List<NamedPolicy> policies = new ArrayList<>();
        policies.add(new NamedPolicy("", own));
        for (NamedPolicy each : identity.named()) {
            List<Statement> denies = each.policy().statements().stream()
                    .filter(statement -> statement.effect() == Effect.DENY)
                    .toList();
            if (!denies.isEmpty()) {
                policies.add(new NamedPolicy(
                        each.name(),
                        new Policy(
                                each.policy().version(),
                                null,
                                denies,
                                each.policy().span())));
            }
        }
        return new Identity(
                identity.kind() == Identity.Kind.GROUP ? Identity.Kind.USER : identity.kind(),
                identity.name(),
                identity.kind() == Identity.Kind.GROUP
                        ? "arn:aws:iam::" + Account.UNKNOWN + ":user/member"
                        : identity.arn(),
                policies,
                identity.customerManaged(),
                identity.bounded(),
                identity.trust(),
                identity.hasInstanceProfile(),
                identity.groups(),
                identity.tags());
    }

    private static Datum neither(Node node) {
        Span span = node.resource() == null
                ? Span.of("", 1, 1, 1, 1)
                : node.resource().head();
        Value not = new Value.Bool(false, span);
        return answer(not, not, "", span);
    }

    private static Datum answer(Value direct, Value reachable, String steps, Span span) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        entries.put("direct", new Value.Entry(span, direct));
        entries.put("reachable", new Value.Entry(span, reachable));
        entries.put("steps", new Value.Entry(span, new Value.Text(steps, span)));
        return new Datum.Structure(new Value.Mapping(entries, span), Basis.of(span, null));
    }

    /** The first statement that gives the first of the permissions that are needed. */
    private static Span place(List<String> needed, Policy own) {
        for (Statement statement : own.statements()) {
            if (!needed.isEmpty()
                    && statement.effect() == Effect.ALLOW
                    && statement.action().patterns().stream()
                                    .anyMatch(pattern -> Wildcards.matches(pattern.text(), needed.getFirst()))
                            != statement.action().negated()) {
                return statement.span();
            }
        }
        return own.span();
    }
}
