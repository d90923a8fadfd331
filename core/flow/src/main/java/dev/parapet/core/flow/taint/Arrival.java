package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.FlowProgram;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.Evidence;
import dev.parapet.model.Span;
import dev.parapet.model.code.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether something that somebody else chooses arrives in a value, and how: first what callers choose, then what stores hold, then what
 * other hosts answer.
 */
final class Arrival {
    private final FlowProgram program;
    private final Callers callers;
    private final FlowTable table;
    private final Origins.OfStores stores;

    /** Those of the code of one language. */
    Arrival(Reached reached, Callers callers, Exchange exchange, FlowTable table) {
        this.program = reached.program();
        this.callers = callers;
        this.table = table;
        Map<FlowValue.Place, Exchange.Read> reads = new HashMap<>();
        exchange.reads().forEach(read -> reads.putIfAbsent(read.place(), read));
        this.stores = new Origins.OfStores(reads);
    }

    /**
     * Something that arrives.
     *
     * @param steps from where it comes in on
     */
    record Found(Leaf leaf, Origin origin, List<Evidence> steps) {
        /** What is to be told of it, all steps being given. */
        Observation observation(String subject, Span place, String what, Callers callers, List<Evidence> all) {
            return new Observation(
                    subject,
                    place,
                    what,
                    leaf.text(),
                    callers.describe(leaf.value()),
                    all,
                    leaf.doubt() == null ? List.of() : List.of(leaf.doubt()));
        }
    }

    /** Follows a value back: the way of something in it, of which the tracer knows. */
    interface Way extends Function<Tracer, Trace> {}

    /** What callers choose of a value. */
    Optional<Found> ofCallers(FlowValue value, String kind, Way way) {
        return of(new Origins.OfCallers(table, callers), value, kind, way);
    }

    /** What stores hold of a value. */
    Optional<Found> ofStores(FlowValue value, String kind, Way way) {
        return stores.reads().isEmpty() || table.hasOwnSources(kind) ? Optional.empty() : of(stores, value, kind, way);
    }

    /** What other hosts answer of a value. */
    Optional<Found> ofAnswers(FlowValue value, String kind, Way way) {
        return of(new Origins.OfAnswers(table), value, kind, way);
    }

    private Optional<Found> of(Origins origins, FlowValue value, String kind, Way way) {
        Leaves leaves = new Leaves(table, origins);
        Leaf leaf = leaves.of(value, kind);
        if (leaf == null) {
            return Optional.empty();
        }
        Trace trace = way.apply(new Tracer(program, leaves, new Checks(program, table), kind, leaf));
        return switch (trace) {
            case Trace.Found found ->
                origin(leaf).map(origin -> new Found(leaf.doubted(found.leaf().doubt()), origin, found.steps()));
            case Trace.Clean ignored -> Optional.empty();
            case Trace.Checked ignored -> Optional.empty();
        };
    }

    private Optional<Origin> origin(Leaf leaf) {
        Exchange.Read read = stores.read(leaf.value());
        if (read != null) {
            return StoreParts.part(read, leaf.within()).map(part -> new Origin.Stored(read.store(), part));
        }
        List<String> path = new ArrayList<>();
        if (leaf.value() instanceof FlowValue.Event event) {
            path.addAll(event.path());
            path.addAll(leaf.within());
        }
        return Optional.of(new Origin.Caller(path, callers.areOutside(leaf.value())));
    }
}
