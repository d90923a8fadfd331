package dev.parapet.core.need.chain;

import dev.parapet.core.flow.taint.Exchange;
import dev.parapet.core.flow.taint.Flows;
import dev.parapet.core.flow.taint.Origin;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.need.resource.Applications;
import dev.parapet.model.Evidence;
import dev.parapet.model.code.Observation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins what functions store with what others read of it, backwards: from a dangerous place to the store, or the event, that something
 * comes from, to whatever writes to that, and on, until callers are met. Each store and event is looked at once, so that functions that
 * feed each other come to an end.
 */
final class Chains {
    /** Stores and events that one search looks at. */
    private static final int MAXIMUM_STATES = 1_000;

    /** Functions that one chain goes through. */
    private static final int MAXIMUM_LENGTH = 8;

    private static final int MAXIMUM_STEPS = 48;

    private final Relays relays;
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, List<Written>> writes = new HashMap<>();

    /**
     * A function.
     *
     * @param feeds what sends events to it
     * @param open whether an endpoint that asks for no credential leads to it
     */
    record Function(String id, Flows flows, List<Feed> feeds, boolean open) {}

    private record Written(Function by, Flows.Stored what) {}

    /** Somewhere to look: the event of a function, of which a path is taken, or a part of a store. */
    private sealed interface State {
        record EventOf(String function, List<String> path) implements State {}

        record PartOf(String store, String part) implements State {}
    }

    /**
     * A way to a place: what was written from which state, the last one first.
     *
     * @param before what comes after it, up to the place; null at the place itself
     */
    private record Link(
            State state,
            @Nullable Written written,
            @Nullable Link before,
            int length) {}

    Chains(Graph graph, Applications applications, List<Function> all) {
        this.relays = new Relays(graph, applications);
        for (Function function : all) {
            functions.put(function.id(), function);
            for (Flows.Stored stored : function.flows().stores()) {
                writes.computeIfAbsent(stored.store().id(), ignored -> new ArrayList<>())
                        .add(new Written(function, stored));
            }
        }
    }

    /** What is to be told of a function: each place once for each kind. */
    List<Observation> observations(Function function) {
        Map<String, Ranked> best = new LinkedHashMap<>();
        for (Flows.Sink sink : function.flows().sinks()) {
            ranked(function, sink)
                    .ifPresent(it -> best.merge(
                            sink.observation().subject()
                                    + ' '
                                    + sink.observation().place(),
                            it,
                            (one, other) -> other.rank() > one.rank() ? other : one));
        }
        return best.values().stream().map(Ranked::observation).toList();
    }

    /** Something to tell; the higher the rank, the more people can do it. */
    private record Ranked(Observation observation, int rank) {}

    private static final int OPEN = 3;
    private static final int OUTSIDE = 2;
    private static final int INSIDE = 1;

    private Optional<Ranked> ranked(Function function, Flows.Sink sink) {
        Origin origin = sink.origin();
        if (origin == null) {
            return Optional.of(new Ranked(sink.observation(), OPEN));
        }
        int own = sink.certain() ? rank(function, origin) : 0;
        if (own == OPEN) {
            return Optional.of(new Ranked(sink.observation(), own));
        }
        Link link = search(state(function, origin));
        int found = link == null ? 0 : rank(link);
        if (link != null && found >= OUTSIDE && found > own) {
            return Optional.of(new Ranked(joined(sink.observation(), origin, link), found));
        }
        return sink.certain() ? Optional.of(new Ranked(sink.observation(), own)) : Optional.empty();
    }

    private static int rank(Function function, Origin origin) {
        return origin instanceof Origin.Caller(List<String> ignored, boolean outside)
                ? function.open() ? OPEN : outside ? OUTSIDE : INSIDE
                : 0;
    }

    private static int rank(Link link) {
        Written written = link.written();
        return written == null ? 0 : rank(written.by(), written.what().origin());
    }

    private static State state(Function function, Origin origin) {
        return switch (origin) {
            case Origin.Caller caller -> new State.EventOf(function.id(), caller.path());
            case Origin.Stored stored -> new State.PartOf(stored.store().id(), stored.part());
        };
    }

    /** The way on which the most people come to a state, the shortest of these; null where none is known. */
    private @Nullable Link search(State goal) {
        Deque<Link> open = new ArrayDeque<>();
        Set<State> seen = new HashSet<>();
        Link best = null;
        open.add(new Link(goal, null, null, 0));
        seen.add(goal);
        while (!open.isEmpty() && seen.size() < MAXIMUM_STATES) {
            Link link = open.poll();
            if (link.written() != null && (best == null || rank(link) > rank(best))) {
                best = link;
            }
            if (link.length() >= MAXIMUM_LENGTH) {
                continue;
            }
            for (State.PartOf part : sources(link.state())) {
                if (!part.equals(link.state()) && seen.add(part)) {
                    open.addFirst(new Link(part, link.written(), link.before(), link.length()));
                }
                for (Written written : part.equals(link.state()) ? writes(part) : List.<Written>of()) {
                    State before = state(written.by(), written.what().origin());
                    if (seen.add(before)) {
                        open.add(new Link(before, written, link, link.length() + 1));
                    }
                }
            }
        }
        return best;
    }

    /** The parts of stores that a state is fed by: of a store itself, and what hands on to it. */
    private List<State.PartOf> sources(State state) {
        return switch (state) {
            case State.EventOf event -> fed(event);
            case State.PartOf part -> {
                List<State.PartOf> parts = new ArrayList<>();
                parts.add(part);
                relays.before(part.store()).forEach(store -> parts.add(new State.PartOf(store, Exchange.ANY)));
                yield parts;
            }
        };
    }

    private List<State.PartOf> fed(State.EventOf event) {
        List<State.PartOf> parts = new ArrayList<>();
        for (Feed feed : Objects.requireNonNull(functions.get(event.function())).feeds()) {
            StoreTable.standard()
                    .part(feed.source(), event.path())
                    .ifPresent(part -> parts.add(new State.PartOf(feed.store(), part)));
        }
        return parts;
    }

    private List<Written> writes(State.PartOf part) {
        return writes.getOrDefault(part.store(), List.of()).stream()
                .filter(it -> meets(it.what().part(), part.part()))
                .toList();
    }

    private static boolean meets(String written, String read) {
        return written.equals(Exchange.ANY) || read.equals(Exchange.ANY) || written.equalsIgnoreCase(read);
    }

    private static Observation joined(Observation sink, Origin origin, Link link) {
        List<Evidence> steps = new ArrayList<>();
        for (Link each = link; each != null; each = each.before()) {
            if (each.written() != null && steps.size() < MAXIMUM_STEPS) {
                steps.addAll(each.written().what().steps());
            }
        }
        steps.addAll(sink.steps());
        Written first = Objects.requireNonNull(link.written());
        return new Observation(
                sink.subject(),
                sink.place(),
                sink.what(),
                source(sink, origin),
                first.what().trigger(),
                steps,
                sink.missing(),
                first.by().id());
    }

    private static @Nullable String source(Observation sink, Origin origin) {
        return origin instanceof Origin.Stored(Exchange.Store store, String part) && !part.equals(Exchange.ANY)
                ? part + " of " + store.label()
                : sink.source();
    }
}
