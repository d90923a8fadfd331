package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks what the policies of an identity let it do in its own account: some statement allows it, the boundary does, and none denies it
 * (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-eval-logic">Permissions
 * boundaries</a>). Of the request only what follows from who asks, what is asked for and what the asker chooses is known; what hangs on
 * anything else, such as where a request comes from, is unknown.
 */
final class Access {
    /** Boundaries are read as identity policies are. */
    static final PolicyKind KIND = PolicyKind.IDENTITY;

    private record Question(
            Standing.Relevant relevant, @Nullable Standing who, int action, Map<String, String> chosen) {}

    private record SetQuestion(
            List<Standing.Relevant> relevant,
            @Nullable Standing who,
            List<String> actions,
            String resource,
            Map<String, String> chosen) {}

    private final Account account;
    private final Clauses clauses;
    private final Targets targets;
    private final List<Clause> everything;
    private final Map<String, Identity> byArn = new HashMap<>();
    private final Map<Question, Selection> selections = new HashMap<>();
    private final Map<SetQuestion, Truth> sets = new HashMap<>();

    Access(Account account, Clauses clauses, Targets targets) {
        this.account = account;
        this.clauses = clauses;
        this.targets = targets;
        this.everything = clauses.of(ProviderPolicies.ADMINISTRATOR);
        account.identities().forEach(identity -> byArn.putIfAbsent(identity.arn(), identity));
    }

    /** Whether somebody may do something to one resource, or to all, {@code *}, where the action is limited to none. */
    Truth may(Standing who, String action, String resource, Map<String, String> chosen) {
        int number = clauses.number(action);
        Standing.Relevant relevant = who.relevant(number);
        return relevant.allows().isEmpty()
                ? Truth.NO
                : decide(relevant, number, request(who, action, resource, chosen));
    }

    private static Truth decide(Standing.Relevant relevant, int action, Request request) {
        Truth allowed = any(relevant.allows(), action, request);
        if (relevant.bounded() && !(allowed instanceof Truth.No)) {
            allowed = allowed.and(any(relevant.limits(), action, request));
        }
        return allowed instanceof Truth.No
                ? allowed
                : allowed.and(any(relevant.denies(), action, request).not());
    }

    private static Truth any(List<Clause> clauses, int action, Request request) {
        Truth any = Truth.NO;
        for (Clause clause : clauses) {
            any = any.or(clause.applies(action, request));
            if (any instanceof Truth.Yes) {
                break;
            }
        }
        return any;
    }

    /** Whether somebody may do all that is needed to one and the same resource, which may be any of a set ({@code *}). */
    Truth mayAll(Standing who, List<Technique.Need> needs, String resource, Map<String, String> chosen) {
        List<Standing.Relevant> relevant =
                needs.stream().map(need -> relevant(who, need)).toList();
        if (relevant.stream().anyMatch(one -> one.allows().isEmpty())) {
            return Truth.NO;
        }
        boolean personal = relevant.stream().anyMatch(one -> one.any(Clause::isAboutWho));
        List<String> actions = needs.stream().map(Technique.Need::action).toList();
        SetQuestion question = new SetQuestion(relevant, personal ? who : null, actions, resource, chosen);
        Truth known = sets.get(question);
        if (known == null) {
            List<Request> requests = actions.stream()
                    .map(action -> request(who, action, resource, chosen))
                    .toList();
            known = ResourceSearch.some(relevant, requests, this::decideOne);
            sets.put(question, known);
        }
        return known;
    }

    private Standing.Relevant relevant(Standing who, Technique.Need need) {
        Standing.Relevant relevant = who.relevant(clauses.number(need.action()));
        return need.undenied() ? relevant.allowedBy(everything) : relevant;
    }

    private Truth decideOne(Standing.Relevant relevant, Request request) {
        return decide(relevant, clauses.number(request.action()), request);
    }

    /** To which targets somebody may do what is needed. */
    Selection mayTo(Standing who, Technique.Need need, Map<String, String> chosen) {
        return need.undenied()
                ? Selection.of(targets.all()).without(denied(who, need.action(), chosen))
                : mayTo(who, need.action(), chosen);
    }

    /** To which targets somebody may do something. */
    Selection mayTo(Standing who, String action, Map<String, String> chosen) {
        int number = clauses.number(action);
        Standing.Relevant relevant = who.relevant(number);
        if (relevant.allows().isEmpty()) {
            return Selection.NONE;
        }
        Question question = new Question(relevant, relevant.any(Clause::isAboutWho) ? who : null, number, chosen);
        Selection known = selections.get(question);
        if (known == null) {
            Request asking = request(who, action, "*", chosen);
            known = any(relevant.allows(), number, asking, who, chosen);
            if (relevant.bounded()) {
                known = known.and(any(relevant.limits(), number, asking, who, chosen));
            }
            known = known.without(any(relevant.denies(), number, asking, who, chosen));
            selections.put(question, known);
        }
        return known;
    }

    /** Whether somebody is denied something outright to one resource. */
    Truth denied(Standing who, String action, String resource, Map<String, String> chosen) {
        int number = clauses.number(action);
        return any(who.relevant(number).denies(), number, request(who, action, resource, chosen));
    }

    /** Whether the boundary of somebody lets it do something to one resource. */
    Truth limit(Standing who, String action, String resource, Map<String, String> chosen) {
        int number = clauses.number(action);
        Standing.Relevant relevant = who.relevant(number);
        return relevant.bounded() ? any(relevant.limits(), number, request(who, action, resource, chosen)) : Truth.YES;
    }

    /** An ARN of the catalogue in this account. */
    String placed(String arn) {
        return arn.replace("{account}", account.id());
    }

    /** To which targets somebody is denied something outright. */
    Selection denied(Standing who, String action, Map<String, String> chosen) {
        int number = clauses.number(action);
        List<Clause> denies = who.relevant(number).denies();
        return denies.isEmpty() ? Selection.NONE : any(denies, number, request(who, action, "*", chosen), who, chosen);
    }

    /** To which targets the boundary of somebody lets it do something. */
    Selection limits(Standing who, String action, Map<String, String> chosen) {
        int number = clauses.number(action);
        Standing.Relevant relevant = who.relevant(number);
        return relevant.bounded()
                ? any(relevant.limits(), number, request(who, action, "*", chosen), who, chosen)
                : Selection.of(targets.all());
    }

    private Selection any(List<Clause> some, int action, Request asking, Standing who, Map<String, String> chosen) {
        Selection any = Selection.NONE;
        for (Clause clause : some) {
            Selection covered =
                    targets.covered(clause.statement().resource(), asking).and(clause.action(action, asking));
            any = any.or(
                    clause.isAboutTarget()
                            ? held(clause, covered, asking.action(), who, chosen)
                            : covered.and(clause.holds(asking)));
        }
        return any;
    }

    private Selection held(Clause clause, Selection covered, String action, Standing who, Map<String, String> chosen) {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        BitSet places = covered.possible();
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            Truth truth = clause.holds(request(who, action, targets.arn(i), chosen));
            possible.set(i, !(truth instanceof Truth.No));
            certain.set(i, truth instanceof Truth.Yes && covered.certain().get(i));
        }
        return new Selection(certain, possible);
    }

    private Request request(Standing who, String action, String resource, Map<String, String> chosen) {
        int number = clauses.number(action);
        boolean takesResources = clauses.takesResources(number);
        boolean plain = !who.relevant(number).any(Clause::isConditional);
        return new Request(
                principal(who.identity(), account.id()),
                action,
                takesResources ? resource : "*",
                takesResources,
                account.id(),
                plain ? Circumstances.UNKNOWN : context(who, action, resource, chosen));
    }

    static Principal principal(Identity who, String account) {
        return switch (who.kind()) {
            case ROLE -> new Principal.Role(who.arn(), account);
            case USER -> new Principal.User(who.arn(), account);
            // a user who joins the group
            case GROUP -> new Principal.User(who.arn(), account);
        };
    }

    private Context context(Standing who, String action, String resource, Map<String, String> chosen) {
        Map<String, ContextValue> context = Circumstances.of(who.identity(), account.id(), clauses.keys());
        Circumstances.region(action, context);
        Identity target = byArn.get(resource);
        if (target != null) {
            context.putAll(Circumstances.about(target, clauses.keys()));
        } else if (action.startsWith("iam:")) {
            // somebody new, to whom no boundary is given
            context.put("iam:permissionsboundary", new ContextValue.Absent());
        }
        // last, as what is asked for may replace what there is, such as a boundary
        chosen.forEach((key, value) -> context.put(key.toLowerCase(Locale.ROOT), new ContextValue.One(value)));
        return new Context(context, false);
    }
}
