package dev.parapet.core.iam.escalation;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.evaluation.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who can become administrator, by breadth-first search over who can become whom. A step that is certain goes before one
 * that is not: where no certain way leads there and an uncertain one does, it is undetermined.
 */
public final class EscalationSearch {
    /** Steps of a path; longer ones are not looked for. */
    private static final int MAX_STEPS = 8;

    private final Administrators administrators;
    private final Moves moves;

    private EscalationSearch(Account account, List<Technique> techniques) {
        Access access = new Access(account);
        this.administrators = new Administrators(account, access);
        this.moves = new Moves(account, access, techniques);
    }

    /** What can become of the users and roles of an account, in the order of the account. */
    public static List<Escalation> of(Account account) {
        return of(account, Catalogue.standard());
    }

    /** The same by some techniques. */
    static List<Escalation> of(Account account, List<Technique> techniques) {
        EscalationSearch search = new EscalationSearch(account, techniques);
        List<Escalation> found = new ArrayList<>();
        for (Identity identity : account.identities()) {
            if (identity.kind() != Identity.Kind.GROUP) {
                found.add(search.of(identity));
            }
        }
        return found;
    }

    private Escalation of(Identity start) {
        Truth direct = administrators.is(start);
        if (direct instanceof Truth.Yes) {
            return new Escalation(start.name(), Escalation.Administrator.DIRECT, List.of(), List.of());
        }
        List<Escalation.Path> certain = paths(start, false);
        if (!certain.isEmpty()) {
            return new Escalation(start.name(), Escalation.Administrator.REACHABLE, certain, List.of());
        }
        if (direct instanceof Truth.Unknown unknown) {
            // which ways are open besides hangs on the same
            return new Escalation(
                    start.name(), Escalation.Administrator.UNDETERMINED, List.of(), List.copyOf(unknown.missing()));
        }
        List<Escalation.Path> possible = paths(start, true);
        if (!possible.isEmpty()) {
            return new Escalation(
                    start.name(), Escalation.Administrator.UNDETERMINED, possible, List.copyOf(new TreeSet<>(doubts)));
        }
        return new Escalation(start.name(), Escalation.Administrator.NO, List.of(), List.of());
    }

    private final Set<String> doubts = new LinkedHashSet<>();

    /** The way to an identity. */
    private record Way(
            Identity at,
            Moves.@Nullable Move move,
            @Nullable Way before,
            int length) {}

    /** The shortest way by each technique to begin with. */
    private List<Escalation.Path> paths(Identity start, boolean withDoubts) {
        doubts.clear();
        Map<String, Escalation.Path> found = new LinkedHashMap<>();
        Map<String, List<Moves.Move>> first = new LinkedHashMap<>();
        for (Moves.Move move : moves.of(start)) {
            if (withDoubts || move.truth() instanceof Truth.Yes) {
                first.computeIfAbsent(move.technique().id(), id -> new ArrayList<>())
                        .add(move);
            }
        }
        for (Collection<Moves.Move> begin : first.values()) {
            Way way = shortest(start, begin, withDoubts);
            if (way != null) {
                Escalation.Path path = path(way);
                found.putIfAbsent(path.id(), path);
            }
        }
        List<Escalation.Path> paths = new ArrayList<>(found.values());
        paths.sort((a, b) -> Integer.compare(a.steps().size(), b.steps().size()));
        return paths;
    }

    private @Nullable Way shortest(Identity start, Collection<Moves.Move> begin, boolean withDoubts) {
        Map<String, Way> seen = new HashMap<>();
        Deque<Way> open = new ArrayDeque<>();
        Way origin = new Way(start, null, null, 0);
        seen.put(start.arn(), origin);
        Deque<Moves.Move> next = new ArrayDeque<>(begin);
        Way at = origin;
        while (true) {
            for (Moves.Move move : next) {
                if (!withDoubts && !(move.truth() instanceof Truth.Yes)) {
                    continue;
                }
                Way way = new Way(move.target(), move, at, at.length() + 1);
                Truth there = switch (move.technique().gain()) {
                    case TARGET -> administrators.is(move.target());
                    case ADMINISTRATOR -> administrators.becomes(move.target());
                    case UNBOUNDED -> administrators.isUnbounded(move.target());
                    case ANYBODY -> Truth.YES;
                };
                if (there instanceof Truth.Yes || (withDoubts && there instanceof Truth.Unknown)) {
                    doubts.addAll(missing(there));
                    return way;
                }
                if (move.technique().gain() == Technique.Gain.TARGET
                        && way.length() < MAX_STEPS
                        && seen.putIfAbsent(move.target().arn(), way) == null) {
                    open.add(way);
                }
            }
            if (open.isEmpty()) {
                return null;
            }
            at = open.poll();
            next = new ArrayDeque<>(moves.of(at.at()));
        }
    }

    private Escalation.Path path(Way end) {
        List<Moves.Move> steps = new ArrayList<>();
        for (Way way = end; way != null && way.move() != null; way = way.before()) {
            steps.addFirst(way.move());
        }
        List<String> ids = new ArrayList<>();
        Set<String> sameAs = new LinkedHashSet<>();
        List<Escalation.Step> written = new ArrayList<>();
        for (Moves.Move move : steps) {
            ids.add(move.technique().id());
            sameAs.addAll(move.technique().sameAs());
            doubts.addAll(missing(move.truth()));
            written.add(step(move));
        }
        return new Escalation.Path(
                String.join("+", ids), List.copyOf(sameAs), end.at().name(), written);
    }

    private static Escalation.Step step(Moves.Move move) {
        Technique technique = move.technique();
        boolean becomes = technique.gain() == Technique.Gain.TARGET;
        String on = move.on() == null ? "" : " (" + TextShape.shown(move.on()) + ")";
        return new Escalation.Step(
                becomes ? "becomes" : "grants",
                technique.title() + on + ": " + (becomes ? "all that " : "full access for ")
                        + move.target().name() + (becomes ? " may do" : ""),
                technique.needs().stream().map(Technique.Need::action).toList());
    }

    private static Collection<String> missing(Truth truth) {
        return truth instanceof Truth.Unknown unknown ? unknown.missing() : List.of();
    }
}
