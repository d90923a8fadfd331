package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.CallSite;
import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowRow;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.Evidence;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of this package: what flows from a function's callers to dangerous places in its code, and to what it stores. */
public final class Taint {
    /** The kind of use that storing is: only what makes a value harmless for all uses does so here. */
    private static final String STORED = "stored";

    private final FlowTable.Tables tables;

    /** An analysis with some tables. */
    public Taint(FlowTable.Tables tables) {
        this.tables = tables;
    }

    /** What flows where in one function, by place; each place once for each kind. */
    public Flows of(Reached reached, Callers callers, Exchange exchange) {
        return new OneFunction(reached, callers, exchange).flows();
    }

    /** What of a call must not be somebody else's choice. */
    private record Target(FlowRow row, List<FlowArgument> arguments, boolean ofApi) {}

    private final class OneFunction {
        private final Reached reached;
        private final Callers callers;
        private final Exchange exchange;
        private final Map<FlowTable, Arrival> arrivals = new HashMap<>();
        private final Map<FlowCall, List<ApiCall>> calls = new HashMap<>();
        private final List<Flows.Sink> sinks = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Boolean> madeUpFor = new HashMap<>();

        OneFunction(Reached reached, Callers callers, Exchange exchange) {
            this.reached = reached;
            this.callers = callers;
            this.exchange = exchange;
            for (ApiCall call : exchange.calls()) {
                calls.computeIfAbsent(call.call(), ignored -> new ArrayList<>()).add(call);
            }
        }

        Flows flows() {
            for (FlowCall call : reached.calls()) {
                FlowTable table = tables.of(call.file().language());
                List<String> path = CalleePath.of(call.callee());
                for (Target target : targets(call, table, path)) {
                    for (String kind : target.row().kinds()) {
                        if (!isVerified(kind)) {
                            sink(call, path, target, kind);
                        }
                    }
                }
                for (FlowRow row : table.calls(Word.FACT, path, call.arguments())) {
                    for (String kind : row.kinds()) {
                        if (!isMadeUpFor(kind) && seen.add(key(call, kind))) {
                            sinks.add(new Flows.Sink(fact(call, path, kind), null, true));
                        }
                    }
                }
            }
            sinks.addAll(new Responses(reached, callers, this::arrival).sinks());
            sinks.addAll(new Stores(reached, callers, tables, this::arrival).sinks());
            List<Flows.Stored> stored = new ArrayList<>();
            exchange.writes().forEach(write -> stored.addAll(stored(write)));
            Uncalled uncalled = new Uncalled(reached, tables);
            return new Flows(sinks, stored, uncalled.find(), uncalled.ran());
        }

        private List<Target> targets(FlowCall call, FlowTable table, List<String> path) {
            List<Target> targets = new ArrayList<>();
            table.calls(Word.SINK, path, call.arguments())
                    .forEach(row -> targets.add(new Target(row, call.arguments(), false)));
            for (ApiCall api : calls.getOrDefault(call, List.of())) {
                table.calls(Word.SINK, api.path(), api.parameters())
                        .forEach(row -> targets.add(new Target(row, api.parameters(), true)));
            }
            return targets;
        }

        private Arrival arrival(FlowTable table) {
            return arrivals.computeIfAbsent(table, it -> new Arrival(reached, callers, exchange, it));
        }

        private Arrival arrival(Language language) {
            return arrival(tables.of(language));
        }

        private static String key(FlowCall call, String kind) {
            return kind + call.file().path() + call.range();
        }

        /** Whether another call makes harmless what a fact tells of: a token that is read, and verified too. */
        private boolean isMadeUpFor(String kind) {
            return madeUpFor.computeIfAbsent(kind, this::findsWhatMakesUpFor);
        }

        private boolean findsWhatMakesUpFor(String kind) {
            return reached.calls().stream()
                    .anyMatch(call ->
                            tables
                                    .of(call.file().language())
                                    .calls(Word.CLEAN, call.callee(), call.arguments())
                                    .stream()
                                    .anyMatch(row -> row.kinds().contains(kind)));
        }

        /** Whether a token that is taken apart is checked by another call, or by what stands in front of the function. */
        private boolean isVerified(String kind) {
            return kind.equals("token-parts") && (callers.verified() || isMadeUpFor(kind));
        }

        /** A call that is worth a word whatever callers choose. */
        private static Observation fact(FlowCall call, List<String> path, String kind) {
            return new Observation(
                    "code:" + kind, call.span(), CalleePath.text(path) + "()", null, null, List.of(), List.of());
        }

        private void sink(FlowCall call, List<String> path, Target target, String kind) {
            Arrival arrival = arrival(tables.of(call.file().language()));
            CallSite site = reached.program().call(call).orElse(null);
            String what = CalleePath.text(path) + "()";
            for (FlowRow.Use use : uses(call, target)) {
                FlowValue whole = whole(use, site);
                Arrival.Way way = way(site, use, whole, target.ofApi());
                for (FlowValue value : Shapes.harmful(whole, kind)) {
                    if (seen.contains(key(call, kind))) {
                        return;
                    }
                    arrival.ofCallers(value, kind, way)
                            .filter(it -> Shapes.isHarm(it.leaf(), kind))
                            .ifPresent(it -> add(call, kind, what, it));
                    if (Shapes.isHarmStored(kind)) {
                        arrival.ofStores(value, kind, way).ifPresent(it -> add(call, kind, what, it));
                    }
                    if (Shapes.isHarmAnswered(kind)) {
                        arrival.ofAnswers(value, kind, way).ifPresent(it -> answered(call, kind, what, it));
                    }
                }
            }
        }

        /** What a line is about; one without parameters what the method is called on. */
        private static List<FlowRow.Use> uses(FlowCall call, Target target) {
            return target.row().parameters().isEmpty() && call.callee() instanceof FlowValue.Member method
                    ? List.of(new FlowRow.Use(FlowRow.Use.RECEIVER, null, method.of()))
                    : target.row().uses(target.arguments());
        }

        /** A value, looked at by itself where too much stands beside it to be kept with the rest. */
        private FlowValue whole(FlowRow.Use use, @Nullable CallSite site) {
            if (site == null || use.option() == null || !Values.isCut(use.value())) {
                return use.value();
            }
            return Expressions.at(site, List.of(use.option().split("\\.", -1)))
                    .map(it -> reached.program().value(it.expression(), it.scope(), null))
                    .orElse(use.value());
        }

        private void add(FlowCall call, String kind, String what, Arrival.Found found) {
            boolean certain = found.origin() instanceof Origin.Caller caller
                    && (caller.outside() || !Shapes.isForOutsidersOnly(kind));
            if (certain) {
                seen.add(key(call, kind));
            }
            List<Evidence> steps = new ArrayList<>(found.steps());
            steps.add(new Evidence("reaches " + what, call.span()));
            Observation observation = found.observation("flow:" + kind, call.span(), what, callers, steps);
            sinks.add(new Flows.Sink(observation, found.origin(), certain));
        }

        /** What another host answers is that host's choice, and of whoever has a say there. */
        private void answered(FlowCall call, String kind, String what, Arrival.Found found) {
            if (seen.add(key(call, kind + "-answered"))) {
                List<Evidence> steps = new ArrayList<>(found.steps());
                steps.add(new Evidence("reaches " + what, call.span()));
                Observation observation = new Observation(
                        "flow:" + kind + "-answered",
                        call.span(),
                        what,
                        found.leaf().text(),
                        null,
                        steps,
                        List.of());
                sinks.add(new Flows.Sink(observation, null, true));
            }
        }

        private Arrival.Way way(@Nullable CallSite site, FlowRow.Use use, FlowValue value, boolean ofApi) {
            if (site == null) {
                return Tracer::shortest;
            }
            if (ofApi || use.option() != null) {
                return tracer -> ofParameter(site, value, use.option(), tracer);
            }
            if (use.index() == FlowRow.Use.RECEIVER) {
                return site.call() instanceof Expression.Call call && call.callee() instanceof Expression.Field method
                        ? tracer -> tracer.trace(method.of(), site.scope(), null)
                        : Tracer::shortest;
            }
            List<Argument> arguments = arguments(site.call());
            return use.index() >= arguments.size()
                    ? Tracer::shortest
                    : tracer -> tracer.trace(arguments.get(use.index()).value(), site.scope(), use.option());
        }

        /** The way to a parameter of a request, which stands in the call or in what its request was made by. */
        private Trace ofParameter(CallSite site, FlowValue value, @Nullable String option, Tracer tracer) {
            List<Expressions.Found> places = new ArrayList<>();
            if (option != null) {
                Expressions.at(site, List.of(option.split("\\.", -1))).ifPresent(places::add);
            }
            Expressions.of(reached.program(), site, value).ifPresent(places::add);
            for (Expressions.Found place : places) {
                Trace trace = tracer.trace(place.expression(), place.scope(), null);
                if (!(trace instanceof Trace.Clean)) {
                    return trace;
                }
            }
            for (Argument argument : arguments(site.call())) {
                Trace trace = tracer.trace(argument.value(), site.scope(), option);
                if (!(trace instanceof Trace.Clean)) {
                    return trace;
                }
            }
            return tracer.shortest();
        }

        private List<Flows.Stored> stored(Exchange.Write write) {
            FlowTable table = tables.of(write.call().file().language());
            Arrival arrival = arrival(table);
            CallSite site = reached.program().call(write.call()).orElse(null);
            List<Flows.Stored> stored = new ArrayList<>();
            StoreParts.parts(write, table).forEach((part, value) -> {
                Arrival.Way way = site == null ? Tracer::shortest : tracer -> ofParameter(site, value, null, tracer);
                arrival.ofCallers(value, STORED, way).ifPresent(it -> stored.add(stored(write, part, it)));
                arrival.ofStores(value, STORED, way).ifPresent(it -> stored.add(stored(write, part, it)));
            });
            return stored;
        }

        private Flows.Stored stored(Exchange.Write write, String part, Arrival.Found found) {
            List<Evidence> steps = new ArrayList<>(found.steps());
            String what = CalleePath.text(CalleePath.of(write.call().callee())) + "()";
            steps.add(new Evidence(
                    "goes to " + write.store().label() + " by " + what,
                    write.call().span()));
            String trigger = found.origin() instanceof Origin.Caller
                    ? callers.describe(found.leaf().value())
                    : null;
            return new Flows.Stored(write.store(), part, found.origin(), trigger, steps);
        }
    }

    private static List<Argument> arguments(Expression call) {
        return switch (call) {
            case Expression.Call it -> it.arguments();
            case Expression.New it -> it.arguments();
            default -> List.of();
        };
    }
}
