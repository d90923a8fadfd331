package dev.parapet.core.flow.taint;

import dev.parapet.model.Evidence;
import dev.parapet.model.code.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What flows through one function: all that is needed of it, once its code is dropped, to join it with others.
 *
 * @param sinks what reaches dangerous places, and what is worth a word by itself
 * @param stores what is stored
 * @param uncalled what stands in functions that its handler does not call
 * @param ran the functions beside its handler that run, as {@link Uncalled} names them
 */
public record Flows(List<Sink> sinks, List<Stored> stores, List<Uncalled> uncalled, Set<String> ran) {
    public Flows {
        sinks = List.copyOf(sinks);
        stores = List.copyOf(stores);
        uncalled = List.copyOf(uncalled);
        ran = Set.copyOf(ran);
    }

    /**
     * Something in a function of the project that a handler does not call.
     *
     * @param function the file and place of that function: what another handler runs is none
     */
    public record Uncalled(String function, Observation observation) {}

    /**
     * Something at a dangerous place.
     *
     * @param origin where it comes into the function; null where the place is dangerous by itself
     * @param certain whether it is to be told even if nothing else is known of where it comes from
     */
    public record Sink(Observation observation, @Nullable Origin origin, boolean certain) {}

    /**
     * Something that is stored.
     *
     * @param store where
     * @param part as which part; {@link Exchange#ANY} where that is not known
     * @param trigger what the event comes from; null where it comes from a store
     * @param steps how it gets there, from where it comes in to where it is stored
     */
    public record Stored(
            Exchange.Store store,
            String part,
            Origin origin,
            @Nullable String trigger,
            List<Evidence> steps) {
        public Stored {
            steps = List.copyOf(steps);
        }
    }

    /** What is to be told of the function alone. */
    public List<Observation> certain() {
        List<Observation> certain = new ArrayList<>();
        sinks.stream().filter(Sink::certain).map(Sink::observation).forEach(certain::add);
        uncalled.stream().map(Uncalled::observation).forEach(certain::add);
        return certain;
    }
}
