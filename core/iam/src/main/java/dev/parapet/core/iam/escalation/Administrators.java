package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.knowledge.ActionTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is administrator: whose policies allow all of IAM on every resource, after boundaries and denies. Who may do everything may do
 * that.
 */
final class Administrators {
    /** What it takes to make another administrator. */
    private static final List<Technique.Need> MAKE_ANOTHER = Stream.of(
                    "iam:CreateUser", "iam:AttachUserPolicy", "iam:CreateAccessKey")
            .map(action -> new Technique.Need(action, "*", false))
            .toList();

    private final Account account;
    private final Access access;
    private final Clauses clauses;
    private final List<String> iam;
    private final BitSet numbers = new BitSet();

    Administrators(Account account, Access access, Clauses clauses) {
        this.account = account;
        this.access = access;
        this.clauses = clauses;
        this.iam = actions();
        iam.forEach(action -> numbers.set(clauses.number(action)));
    }

    /** The actions of IAM. */
    static List<String> actions() {
        List<String> actions = new ArrayList<>();
        ActionTable.standard().matching("iam:*").forEach(action -> actions.add(action.name()));
        return actions;
    }

    /**
     * Whether somebody is administrator, as it stands. To whom full access was given is one when it can make administrators then: a
     * boundary or a deny may stand against it.
     */
    Truth is(Standing who) {
        if (who.change().full()) {
            Truth another = access.mayAll(
                    who,
                    MAKE_ANOTHER,
                    "arn:aws:iam::" + account.id() + ":user/*",
                    Map.of("iam:PolicyARN", "arn:aws:iam::aws:policy/AdministratorAccess"));
            return another.or(allOfIam(who));
        }
        return allOfIam(who);
    }

    private Truth allOfIam(Standing who) {
        BitSet unmentioned = (BitSet) numbers.clone();
        unmentioned.andNot(who.mentioned());
        if (!unmentioned.isEmpty()) {
            return Truth.NO;
        }
        Truth all = Truth.YES;
        for (String action : toldApart(who)) {
            for (String kind : List.of("user", "role", "group", "policy")) {
                String unheardOf = "arn:aws:iam::" + account.id() + ":" + kind + "/~";
                all = all.and(access.may(who, action, unheardOf, Map.of()));
            }
            if (all instanceof Truth.No) {
                return all;
            }
        }
        return all;
    }

    /** One action of each kind that somebody's policies tell apart. */
    private List<String> toldApart(Standing who) {
        Set<List<Object>> kinds = new HashSet<>();
        List<String> one = new ArrayList<>();
        for (String action : iam) {
            int number = clauses.number(action);
            Standing.Relevant relevant = who.relevant(number);
            List<Object> kind = new ArrayList<>();
            Stream.of(relevant.allows(), relevant.denies(), relevant.limits())
                    .flatMap(List::stream)
                    .forEach(clause -> kind.add(List.of(clause, clause.covers(number))));
            // passing a role is done in the region of the service
            kind.add(List.of(clauses.takesResources(number), action.equals("iam:PassRole")));
            if (kinds.add(kind)) {
                one.add(action);
            }
        }
        return one;
    }
}
