package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What counts as chosen by somebody else. */
sealed interface Origins {
    /** What a value is that is such by itself; null where it is not. */
    @Nullable
    Leaf leaf(FlowValue value, String kind);

    /** The event, and the requests of frameworks; of a kind that has sources of its own, these. */
    record OfCallers(FlowTable table, Callers callers) implements Origins {
        @Override
        public @Nullable Leaf leaf(FlowValue value, String kind) {
            boolean own = table.hasOwnSources(kind);
            return switch (value) {
                case FlowValue.Event it ->
                    !own && !isNumber(it) && callers.choose(it, table, kind) ? new Leaf(it, it.text(), null) : null;
                case FlowValue.Environment it ->
                    own && table.named(Word.VARIABLE, it.name()).contains(kind)
                            ? new Leaf(it, "the variable " + it.name(), null)
                            : null;
                case FlowValue.Unknown it ->
                    kind.equals("error-text") && it.reason().equals(FlowValue.CAUGHT)
                            ? new Leaf(it, "an exception", null)
                            : null;
                default ->
                    table.isSource(value, kind) && !isFixed(value, kind)
                            ? new Leaf(value, CalleePath.text(CalleePath.of(value)), null)
                            : null;
            };
        }

        /** Whether a part of the event is how long a list or text in it is. */
        private static boolean isNumber(FlowValue.Event event) {
            return event.path().size() > 1
                    && Leaves.NUMBERS.contains(event.path().getLast());
        }

        private boolean isFixed(FlowValue value, String kind) {
            return table.values(Word.FIXED, CalleePath.of(value)).stream().anyMatch(row -> row.isAbout(kind));
        }
    }

    /** What stores hold, by the places where it is read. */
    record OfStores(Map<FlowValue.Place, Exchange.Read> reads) implements Origins {
        @Override
        public @Nullable Leaf leaf(FlowValue value, String kind) {
            Exchange.Read read = read(value);
            return read == null ? null : new Leaf(value, "what " + read.store().label() + " holds", null);
        }

        /** The read that gives a value; null where none does. */
        Exchange.@Nullable Read read(FlowValue value) {
            if (!(value instanceof FlowValue.Result result)) {
                return null;
            }
            Exchange.Read read = reads.get(result.call());
            boolean sends = result.of() instanceof FlowValue.Member method
                    && method.name().equals("send");
            for (FlowArgument argument : read == null && sends ? result.arguments() : List.<FlowArgument>of()) {
                // A command of the SDK for JavaScript is made in one place and sent in another.
                if (argument.value() instanceof FlowValue.Instance(var ignored, var none, FlowValue.Place made)) {
                    read = read == null ? reads.get(made) : read;
                }
            }
            return read;
        }
    }

    /** What other hosts answer. */
    record OfAnswers(FlowTable table) implements Origins {
        @Override
        public @Nullable Leaf leaf(FlowValue value, String kind) {
            if (!(value instanceof FlowValue.Result result)) {
                return null;
            }
            List<String> path = CalleePath.of(result.of());
            return table.calls(Word.ANSWER, path, result.arguments()).stream().noneMatch(row -> row.isAbout(kind))
                    ? null
                    : new Leaf(value, "the answer of " + CalleePath.text(path) + "()", null);
        }
    }
}
