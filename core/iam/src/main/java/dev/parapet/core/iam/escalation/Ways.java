package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.evaluation.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph of who can become whom, and from everybody in it the number of steps to an administrator. It is walked backwards from the
 * administrators, one step at a time for all nodes together, so that a large account takes as many rounds as its longest way has steps,
 * not as many as it has identities.
 */
final class Ways {
    private static final BitSet NOBODY = new BitSet();

    /** Longer ways are not looked for. */
    static final int MAX_STEPS = 64;

    /** Which steps count. */
    enum Sureness {
        /** Those that are open for certain. */
        CERTAIN,
        /** Those that may be. */
        POSSIBLE;

        BitSet of(Selection selection) {
            return this == CERTAIN ? selection.certain() : selection.possible();
        }

        boolean of(Truth truth) {
            return truth instanceof Truth.Yes || (this == POSSIBLE && truth instanceof Truth.Unknown);
        }
    }

    private final Account account;
    private final Clauses clauses;
    private final Moves moves;
    private final Administrators administrators;
    private final Map<Standing.Change, Map<Integer, Node>> nodes = new LinkedHashMap<>();
    private final Deque<Node> unexplored = new ArrayDeque<>();
    private final Map<Sureness, List<Map<Standing.Change, BitSet>>> rounds = new EnumMap<>(Sureness.class);

    Ways(Account account, Clauses clauses, Moves moves, Administrators administrators) {
        this.account = account;
        this.clauses = clauses;
        this.moves = moves;
        this.administrators = administrators;
        for (int i = 0; i < account.identities().size(); i++) {
            node(i, Standing.Change.NONE);
        }
        while (!unexplored.isEmpty()) {
            Map<Standing.Change, BitSet> wanted = new LinkedHashMap<>();
            while (!unexplored.isEmpty()) {
                Node node = unexplored.poll();
                node.moves().forEach(move -> want(node, move, wanted));
            }
            wanted.forEach((change, places) -> places.stream().forEach(place -> node(place, change)));
        }
        for (Sureness sureness : Sureness.values()) {
            walk(sureness);
        }
    }

    private static void want(Node node, Moves.Move move, Map<Standing.Change, BitSet> wanted) {
        for (Landing landing : landings(node, move, Sureness.POSSIBLE)) {
            if (!landing.change().equals(Standing.Change.NONE)) {
                wanted.computeIfAbsent(landing.change(), change -> new BitSet()).or(landing.places());
            }
        }
    }

    private Node node(int place, Standing.Change change) {
        return nodes.computeIfAbsent(change, any -> new HashMap<>()).computeIfAbsent(place, any -> {
            Identity identity = change.of(account.identities().get(place), account);
            Standing standing = new Standing(place, identity, change, clauses);
            Truth administrator = administrators.is(standing);
            Node node = new Node(
                    standing, administrator, administrator instanceof Truth.Yes ? List.of() : moves.of(standing));
            unexplored.add(node);
            return node;
        });
    }

    /** The node of an identity as it is. */
    Node node(int place) {
        return node(place, Standing.Change.NONE);
    }

    /**
     * Where a move leads: to some identities, changed in one way.
     *
     * @param about the place of the identity that the move is about; -1 where it is about the one to which it leads
     * @param strength what must be done to them before; null where nothing must
     */
    private record Landing(Standing.Change change, BitSet places, int about, Moves.@Nullable Move strength) {}

    private static List<Landing> landings(Node from, Moves.Move move, Sureness sureness) {
        Technique technique = move.technique();
        Technique.Who who = technique.target().who();
        BitSet about = sureness.of(move.targets());
        if (about.isEmpty() || technique.gain() == Technique.Gain.STRENGTH) {
            return List.of();
        }
        BitSet itself = new BitSet();
        itself.set(from.standing().place());
        Standing.Change own = from.standing().change();
        Standing.Change gain = switch (technique.gain()) {
            case ADMINISTRATOR -> Standing.Change.FULL;
            case UNBOUNDED -> Standing.Change.UNBOUNDED;
            case TARGET, ANYBODY, STRENGTH, UNDENIED, VERSION, TAGS -> Standing.Change.NONE;
        };
        if (!move.changes().isEmpty()) {
            List<Landing> landings = new ArrayList<>();
            move.changes().forEach((change, truth) -> {
                if (sureness.of(truth)) {
                    landings.add(new Landing(own.and(change), itself, -1, null));
                }
            });
            return landings;
        }
        if (about.equals(itself)) {
            return List.of(new Landing(own.and(gain), itself, -1, null));
        }
        // who acts on a group that it is or will be in gets the access itself
        if (who == Technique.Who.OWN_GROUP || (who == Technique.Who.GROUP && gain.full())) {
            return List.of(new Landing(own.and(gain), itself, about.nextSetBit(0), null));
        }
        if (who == Technique.Who.GROUP && from.standing().isRestricted()) {
            return about.stream()
                    .mapToObj(group -> new Landing(own.and(Standing.Change.joined(group)), itself, group, null))
                    .toList();
        }
        List<Landing> landings = new ArrayList<>();
        landings.add(new Landing(gain, about, -1, null));
        if (technique.isByService()) {
            for (Moves.Move strength : from.moves()) {
                if (strength.technique().gain() == Technique.Gain.STRENGTH) {
                    BitSet strengthened = (BitSet) about.clone();
                    strengthened.and(sureness.of(strength.targets()));
                    landings.add(new Landing(Standing.Change.FULL, strengthened, -1, strength));
                }
            }
        }
        return landings;
    }

    /** Goes backwards from the administrators until a round finds nobody new. */
    private void walk(Sureness sureness) {
        List<Map<Standing.Change, BitSet>> found = new ArrayList<>();
        rounds.put(sureness, found);
        List<Node> left = new ArrayList<>();
        Map<Standing.Change, BitSet> reached = new HashMap<>();
        nodes.forEach((change, some) -> some.forEach((place, node) -> {
            if (sureness.of(node.administrator())) {
                node.setSteps(sureness, 0);
                reached.computeIfAbsent(change, any -> new BitSet()).set(place);
            } else {
                left.add(node);
            }
        }));
        found.add(copy(reached));
        for (int round = 1; round <= MAX_STEPS; round++) {
            List<Node> next = new ArrayList<>();
            for (Node node : left) {
                if (node.moves().stream().anyMatch(move -> leads(node, move, sureness, reached))) {
                    next.add(node);
                }
            }
            if (next.isEmpty()) {
                return;
            }
            Map<Standing.Change, BitSet> fresh = new HashMap<>();
            for (Node node : next) {
                node.setSteps(sureness, round);
                Standing standing = node.standing();
                fresh.computeIfAbsent(standing.change(), any -> new BitSet()).set(standing.place());
                reached.computeIfAbsent(standing.change(), any -> new BitSet()).set(standing.place());
            }
            found.add(fresh);
            left.removeIf(node -> node.steps(sureness) != Node.FAR);
        }
    }

    private static Map<Standing.Change, BitSet> copy(Map<Standing.Change, BitSet> sets) {
        Map<Standing.Change, BitSet> copy = new HashMap<>();
        sets.forEach((change, places) -> copy.put(change, (BitSet) places.clone()));
        return copy;
    }

    private static boolean leads(Node from, Moves.Move move, Sureness sureness, Map<Standing.Change, BitSet> reached) {
        if (move.technique().gain() == Technique.Gain.ANYBODY) {
            return !sureness.of(move.targets()).isEmpty();
        }
        for (Landing landing : landings(from, move, sureness)) {
            if (landing.places().intersects(reached.getOrDefault(landing.change(), NOBODY))) {
                return true;
            }
        }
        return false;
    }

    /**
     * A step of a way.
     *
     * @param target the place of the identity that it is about
     * @param strength what must be done to that identity before; null where nothing must
     * @param to where it leads; null where somebody new is administrator then
     */
    record Step(
            Node from,
            Moves.Move move,
            int target,
            Moves.@Nullable Move strength,
            @Nullable Node to) {
        /** The steps of the way that it begins. */
        int length(Sureness sureness) {
            return to == null ? 1 : to.steps(sureness) + 1;
        }
    }

    /** The first step of the shortest way that begins with a move; null when none leads to an administrator. */
    @Nullable
    Step step(Node from, Moves.Move move, Sureness sureness) {
        BitSet about = sureness.of(move.targets());
        if (about.isEmpty()) {
            return null;
        }
        if (move.technique().gain() == Technique.Gain.ANYBODY) {
            return new Step(from, move, about.nextSetBit(0), null, null);
        }
        List<Landing> landings = landings(from, move, sureness);
        for (Map<Standing.Change, BitSet> round : rounds.getOrDefault(sureness, List.of())) {
            for (Landing landing : landings) {
                BitSet there = (BitSet) landing.places().clone();
                there.and(round.getOrDefault(landing.change(), NOBODY));
                if (!there.isEmpty()) {
                    int place = there.nextSetBit(0);
                    int target = landing.about() < 0 ? place : landing.about();
                    return new Step(from, move, target, landing.strength(), node(place, landing.change()));
                }
            }
        }
        return null;
    }

    /** Why a technique is open to somebody on one identity. */
    Reasons.Reason reason(Node from, Moves.Move move, int target) {
        return moves.reason(move.technique(), from.standing(), target);
    }

    /** The first step of the shortest way. */
    @Nullable
    Step step(Node from, Sureness sureness) {
        Step best = null;
        for (Moves.Move move : from.moves()) {
            Step step = step(from, move, sureness);
            if (step != null && (best == null || step.length(sureness) < best.length(sureness))) {
                best = step;
            }
        }
        return best;
    }
}
