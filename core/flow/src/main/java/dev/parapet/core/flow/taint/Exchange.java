package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowValue;
import java.util.List;
import java.util.Map;

/**
 * What a function's code does with the cloud, told by whoever knows the SDKs and the templates.
 *
 * @param calls the calls of its API
 * @param reads the calls that give what was stored before
 * @param writes the calls that store something
 */
public record Exchange(List<ApiCall> calls, List<Read> reads, List<Write> writes) {
    /** The part of a store that is each entry of a map, under its own name. */
    public static final String EACH = "*";

    /** A part of a store that is not known, or all of it. */
    public static final String ANY = "";

    public Exchange {
        calls = List.copyOf(calls);
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** Nothing is known. */
    public static Exchange none() {
        return new Exchange(List.of(), List.of(), List.of());
    }

    /**
     * Something that keeps what is written to it, or hands it on: a table, a bucket, a queue, a function that is invoked.
     *
     * @param id what tells it from others, within one application
     * @param label how people call it
     */
    public record Store(String id, String label) {}

    /**
     * A call that gives what a store holds.
     *
     * @param place where the call is, or where the command is made that is sent by another
     * @param fields the fields of the answer that were stored, by their names in lower case, and of which part: {@link #EACH} where
     *     the names below it are the parts
     */
    public record Read(FlowValue.Place place, Store store, Map<String, String> fields) {
        public Read {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * A call that stores something.
     *
     * @param part the part of the store; {@link #EACH} where the value is a map of parts
     * @param value what is stored
     */
    public record Write(FlowCall call, Store store, String part, FlowValue value) {}
}
