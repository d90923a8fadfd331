package dev.parapet.core.iam.escalation;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.evaluation.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who can become administrator. A step that is certain goes before one that is not: where no certain way leads there and an
 * uncertain one does, it is undetermined.
 */
public final class EscalationSearch {
    /** What techniques ask of that they don't need: that nobody has denied it. */
    private static final List<String> BESIDES =
            List.of("sts:AssumeRole", "lambda:InvokeFunction", "lambda:UpdateFunctionCode");

    private final Ways ways;

    private EscalationSearch(Account account, List<Catalogue.Entry> techniques) {
        Set<String> interesting = new LinkedHashSet<>(Administrators.actions());
        interesting.addAll(BESIDES);
        techniques.forEach(technique -> interesting.addAll(technique.actions()));
        Clauses clauses = new Clauses(interesting);
        Targets targets = new Targets(account);
        Access access = new Access(account, clauses, targets);
        Trusts trusts = new Trusts(account, access, clauses);
        this.ways = new Ways(
                account,
                clauses,
                new Moves(account, access, clauses, targets, trusts, techniques),
                new Administrators(account, access, clauses));
    }

    /** What can become of the users and roles of an account, in the order of the account. */
    public static List<Escalation> of(Account account) {
        return search(account, Catalogue.index());
    }

    /** The same by some techniques. */
    static List<Escalation> of(Account account, List<Technique> techniques) {
        return search(account, techniques.stream().map(Catalogue.Entry::of).toList());
    }

    private static List<Escalation> search(Account account, List<Catalogue.Entry> techniques) {
        EscalationSearch search = in(account, techniques);
        List<Escalation> found = new ArrayList<>();
        for (int i = 0; i < account.identities().size(); i++) {
            if (account.identities().get(i).kind() != Identity.Kind.GROUP) {
                found.add(search.of(search.ways.node(i)));
            }
        }
        return found;
    }

    /** The search in an account by some techniques. */
    static EscalationSearch in(Account account, List<Catalogue.Entry> techniques) {
        return new EscalationSearch(account, techniques);
    }

    /** Who can become whom. */
    Ways ways() {
        return ways;
    }

    private Escalation of(Node start) {
        String name = start.standing().identity().name();
        Truth direct = start.administrator();
        if (direct instanceof Truth.Yes) {
            return new Escalation(name, Escalation.Administrator.DIRECT, List.of(), List.of());
        }
        if (start.steps(Ways.Sureness.CERTAIN) != Node.FAR) {
            return new Escalation(
                    name,
                    Escalation.Administrator.REACHABLE,
                    paths(start, Ways.Sureness.CERTAIN, new TreeSet<>()),
                    List.of());
        }
        if (direct instanceof Truth.Unknown unknown) {
            // which ways are open besides hangs on the same
            return new Escalation(
                    name, Escalation.Administrator.UNDETERMINED, List.of(), List.copyOf(unknown.missing()));
        }
        if (start.steps(Ways.Sureness.POSSIBLE) != Node.FAR) {
            Set<String> doubts = new TreeSet<>();
            List<Escalation.Path> possible = paths(start, Ways.Sureness.POSSIBLE, doubts);
            return new Escalation(name, Escalation.Administrator.UNDETERMINED, possible, List.copyOf(doubts));
        }
        return new Escalation(name, Escalation.Administrator.NO, List.of(), List.of());
    }

    /** The shortest way by each technique to begin with, as far as it doesn't come back. */
    private List<Escalation.Path> paths(Node start, Ways.Sureness sureness, Set<String> doubts) {
        Map<String, Escalation.Path> found = new LinkedHashMap<>();
        for (Moves.Move move : start.moves()) {
            List<Ways.Step> steps = way(ways.step(start, move, sureness), start, sureness);
            if (!steps.isEmpty()) {
                Escalation.Path path = path(steps, doubts);
                found.putIfAbsent(path.id(), path);
            }
        }
        List<Escalation.Path> paths = new ArrayList<>(found.values());
        paths.sort(Comparator.comparingInt(path -> path.steps().size()));
        return paths;
    }

    /** The whole way that a step begins; empty when it leads nowhere, or back to where it begins. */
    private List<Ways.Step> way(Ways.@Nullable Step first, Node start, Ways.Sureness sureness) {
        List<Ways.Step> steps = new ArrayList<>();
        for (Ways.Step step = first; step != null; ) {
            steps.add(step);
            Node to = step.to();
            if (to == start || steps.size() > Ways.MAX_STEPS) {
                return List.of();
            }
            step = to == null || to.steps(sureness) == 0 ? null : ways.step(to, sureness);
        }
        return steps;
    }

    private Escalation.Path path(List<Ways.Step> steps, Set<String> doubts) {
        List<String> ids = new ArrayList<>();
        Set<String> sameAs = new LinkedHashSet<>();
        List<Escalation.Step> written = new ArrayList<>();
        Node last = steps.getFirst().from();
        for (Ways.Step step : steps) {
            List<Moves.Move> moves = new ArrayList<>();
            if (step.strength() != null) {
                moves.add(step.strength());
            }
            moves.add(step.move());
            last = step.to() == null ? step.from() : step.to();
            for (Moves.Move move : moves) {
                Technique technique = move.technique();
                ids.add(technique.id());
                sameAs.addAll(technique.sameAs());
                Reasons.Reason reason = ways.reason(step.from(), move, step.target());
                doubts.addAll(missing(reason.truth()));
                written.add(new Escalation.Step(
                        technique.gain() == Technique.Gain.TARGET ? "becomes" : "grants",
                        text(technique, reason.on(), last.standing().identity().name()),
                        technique.permissions()));
            }
        }
        Node end = steps.getLast().to();
        doubts.addAll(end == null ? Set.of() : missing(end.administrator()));
        return new Escalation.Path(
                String.join("+", ids),
                List.copyOf(sameAs),
                last.standing().identity().name(),
                written);
    }

    private static String text(Technique technique, @Nullable String on, String name) {
        String gain = switch (technique.gain()) {
            case TARGET -> "all that " + name + " may do";
            case ADMINISTRATOR, ANYBODY, STRENGTH -> "full access for " + name;
            case UNBOUNDED -> "all that the policies of " + name + " allow";
            case UNDENIED -> "what the other policies of " + name + " allow";
            case VERSION -> "what that version allows " + name;
            case TAGS -> "what policies allow to one with such tags";
        };
        return technique.title() + (on == null ? "" : " (" + TextShape.shown(on) + ")") + ": " + gain;
    }

    private static Collection<String> missing(Truth truth) {
        return truth instanceof Truth.Unknown unknown ? unknown.missing() : List.of();
    }
}
