package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.Evidence;
import dev.parapet.model.Span;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answers to requests, as a map of {@code statusCode}, {@code headers} and {@code body}:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html.
 */
final class Responses {
    private final Reached reached;
    private final Callers callers;
    private final FlowTable.Tables tables;
    private final List<Observation> found = new ArrayList<>();

    Responses(Reached reached, Callers callers, FlowTable.Tables tables) {
        this.reached = reached;
        this.callers = callers;
        this.tables = tables;
    }

    /** What is to be said of the answers, by place. */
    List<Observation> observe() {
        for (ProjectValue.FunctionValue handler : reached.program().handlers()) {
            returns(handler.function().body(), handler.scope());
        }
        return found;
    }

    private void returns(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Return it && it.value() != null) {
                answer(it.value(), scope);
            }
            Children.blocks(statement, block -> returns(block, scope));
        }
    }

    private void answer(Expression expression, Scope scope) {
        FlowTable table = tables.of(scope.file().language());
        for (FlowValue value : Values.alternatives(reached.program().value(expression, scope, null))) {
            if (!(value instanceof FlowValue.MapOf response)) {
                continue;
            }
            for (FlowValue headers : alternatives(response.get("headers"))) {
                for (FlowValue origin : header(headers, "access-control-allow-origin")) {
                    if (origin instanceof FlowValue.Text text && text.value().equals("*")) {
                        add(new Observation(
                                "code:cors-any-origin",
                                scope.file().span(expression.range()),
                                "the answer",
                                null,
                                null,
                                List.of(),
                                List.of()));
                    }
                }
                for (FlowValue location : header(headers, "location")) {
                    flow("redirect", "headers", location, expression, scope, table);
                }
                boolean page = header(headers, "content-type").stream()
                        .anyMatch(it -> it instanceof FlowValue.Text text
                                && text.value().toLowerCase(Locale.ROOT).startsWith("text/html"));
                FlowValue body = response.get("body");
                if (page && body != null) {
                    flow("html", "body", body, expression, scope, table);
                }
            }
        }
    }

    private static List<FlowValue> alternatives(@Nullable FlowValue value) {
        return value == null ? List.of() : Values.alternatives(value);
    }

    /** The values of a header, whose name is in upper or lower case. */
    private static List<FlowValue> header(FlowValue headers, String name) {
        List<FlowValue> values = new ArrayList<>();
        if (headers instanceof FlowValue.MapOf map) {
            for (FlowArgument entry : map.entries()) {
                if (name.equalsIgnoreCase(entry.name())) {
                    values.addAll(Values.alternatives(entry.value()));
                }
            }
        }
        return values;
    }

    private void flow(String kind, String part, FlowValue value, Expression expression, Scope scope, FlowTable table) {
        Leaves leaves = new Leaves(table, callers);
        Leaf leaf = leaves.of(value, kind);
        if (leaf == null || !callers.areOutside(leaf.value())) {
            return;
        }
        Trace trace = new Tracer(reached.program(), leaves, new Checks(reached.program(), table), kind)
                .trace(expression, scope, part);
        if (trace instanceof Trace.Found way) {
            Span place = scope.file().span(expression.range());
            List<Evidence> steps = new ArrayList<>(way.steps());
            steps.add(new Evidence("is answered", place));
            String doubt = way.leaf().doubt();
            add(new Observation(
                    "flow:" + kind,
                    place,
                    "the answer",
                    leaf.text(),
                    callers.describe(leaf.value()),
                    steps,
                    doubt == null ? List.of() : List.of(doubt)));
        }
    }

    private void add(Observation observation) {
        boolean known = found.stream()
                .anyMatch(it ->
                        it.subject().equals(observation.subject()) && it.place().equals(observation.place()));
        if (!known) {
            found.add(observation);
        }
    }
}
