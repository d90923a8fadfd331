package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.CallSite;
import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowRow;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.Evidence;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of this package: what flows from a function's callers to dangerous places in its code. */
public final class Taint {
    private final FlowTable.Tables tables;

    /** An analysis with some tables. */
    public Taint(FlowTable.Tables tables) {
        this.tables = tables;
    }

    /** What flows where, by place; each place once for each kind. */
    public List<Observation> of(Reached reached, Callers callers) {
        List<Observation> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FlowCall call : reached.calls()) {
            FlowTable table = tables.of(call.file().language());
            List<String> path = CalleePath.of(call.callee());
            for (FlowRow row : table.calls(Word.SINK, path, call.arguments())) {
                for (String kind : row.kinds()) {
                    if (seen.contains(kind + call.file().path() + call.range())) {
                        continue;
                    }
                    Observation observation = sink(reached, callers, table, call, path, row, kind);
                    if (observation != null) {
                        seen.add(kind + call.file().path() + call.range());
                        found.add(observation);
                    }
                }
            }
            for (FlowRow row : table.calls(Word.FACT, path, call.arguments())) {
                for (String kind : row.kinds()) {
                    if (!isMadeUpFor(reached, kind)
                            && seen.add(kind + call.file().path() + call.range())) {
                        found.add(fact(call, path, kind));
                    }
                }
            }
        }
        found.addAll(new Responses(reached, callers, tables).observe());
        found.addAll(new Stores(reached, callers, tables).observe());
        return found;
    }

    /** Whether another call makes harmless what a fact tells of: a token that is read, and verified too. */
    private boolean isMadeUpFor(Reached reached, String kind) {
        return reached.calls().stream()
                .anyMatch(call ->
                        tables.of(call.file().language()).calls(Word.CLEAN, call.callee(), call.arguments()).stream()
                                .anyMatch(row -> row.kinds().contains(kind)));
    }

    /** A call that is worth a word whatever callers choose. */
    private static Observation fact(FlowCall call, List<String> path, String kind) {
        return new Observation(
                "code:" + kind, call.span(), CalleePath.text(path) + "()", null, null, List.of(), List.of());
    }

    private static @Nullable Observation sink(
            Reached reached,
            Callers callers,
            FlowTable table,
            FlowCall call,
            List<String> path,
            FlowRow row,
            String kind) {
        Leaves leaves = new Leaves(table, callers);
        CallSite site = reached.program().call(call).orElse(null);
        for (FlowRow.Use use : row.uses(call.arguments())) {
            int index = use.index();
            for (FlowValue value : Shapes.harmful(use.value(), kind)) {
                Leaf leaf = leaves.of(value, kind);
                if (leaf == null || !Shapes.isHarm(leaf, kind, callers)) {
                    continue;
                }
                Trace trace = site == null || index >= arguments(site.call()).size()
                        ? new Trace.Found(leaf, List.of())
                        : new Tracer(reached.program(), leaves, new Checks(reached.program(), table), kind)
                                .trace(arguments(site.call()).get(index).value(), site.scope(), use.option());
                if (trace instanceof Trace.Found found) {
                    return observation(call, path, kind, callers, found, leaf);
                }
            }
        }
        return null;
    }

    private static List<Argument> arguments(Expression call) {
        return switch (call) {
            case Expression.Call it -> it.arguments();
            case Expression.New it -> it.arguments();
            default -> List.of();
        };
    }

    private static Observation observation(
            FlowCall call, List<String> path, String kind, Callers callers, Trace.Found found, Leaf leaf) {
        String what = CalleePath.text(path) + "()";
        List<Evidence> steps = new ArrayList<>(found.steps());
        steps.add(new Evidence("reaches " + what, call.span()));
        String doubt = found.leaf().doubt();
        return new Observation(
                "flow:" + kind,
                call.span(),
                what,
                leaf.text(),
                callers.describe(leaf.value()),
                steps,
                doubt == null ? List.of() : List.of(doubt));
    }
}
