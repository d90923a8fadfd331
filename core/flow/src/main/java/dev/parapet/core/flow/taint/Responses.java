package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.Evidence;
import dev.parapet.model.Span;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a handler answers to requests: {@link Answer}. */
final class Responses {
    /** Values inside one another that are looked into for what is read of the event. */
    private static final int MAXIMUM_DEPTH = 4;

    private static final String ORIGIN = "access-control-allow-origin";

    private final Reached reached;
    private final Callers callers;
    private final Function<Language, Arrival> arrivals;
    private final List<Flows.Sink> found = new ArrayList<>();

    Responses(Reached reached, Callers callers, Function<Language, Arrival> arrivals) {
        this.reached = reached;
        this.callers = callers;
        this.arrivals = arrivals;
    }

    /** What is to be said of the answers, by place. */
    List<Flows.Sink> sinks() {
        if (!isAnswered()) {
            return List.of();
        }
        for (ProjectValue.FunctionValue handler : reached.program().handlers()) {
            returns(handler.function().body(), handler.scope());
        }
        for (ProjectValue.FunctionValue page : reached.program().pages()) {
            pages(page.function().body(), page.scope());
        }
        return found;
    }

    /** Whether somebody gets the answers: not where the event is a notification, by the templates or by the parts that are read of it. */
    private boolean isAnswered() {
        Boolean known = callers.areAnswered();
        if (known != null) {
            return known;
        }
        Set<EventSource> read = EnumSet.noneOf(EventSource.class);
        for (FlowCall call : reached.calls()) {
            sources(call.callee(), 0, read);
            call.arguments().forEach(argument -> sources(argument.value(), 0, read));
        }
        read.remove(EventSource.INVOCATION);
        return read.isEmpty() || read.contains(EventSource.API) || read.contains(EventSource.APPSYNC);
    }

    private static void sources(FlowValue value, int depth, Set<EventSource> into) {
        if (depth > MAXIMUM_DEPTH) {
            return;
        }
        switch (value) {
            case FlowValue.Event it -> into.add(EventSource.ofShape(it.path()));
            case FlowValue.Member it -> sources(it.of(), depth + 1, into);
            case FlowValue.Item it -> sources(it.of(), depth + 1, into);
            case FlowValue.Result it -> {
                sources(it.of(), depth + 1, into);
                it.arguments().forEach(argument -> sources(argument.value(), depth + 1, into));
            }
            case FlowValue.Concatenation it -> it.parts().forEach(part -> sources(part, depth + 1, into));
            case FlowValue.MapOf it -> it.entries().forEach(entry -> sources(entry.value(), depth + 1, into));
            default -> {}
        }
    }

    private void returns(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Return it && it.value() != null) {
                answer(it.value(), scope);
            }
            Children.blocks(statement, block -> returns(block, scope));
        }
    }

    /** Texts that a framework sends as a page, where it is one by what is written out of it. */
    private void pages(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Return it && it.value() != null) {
                for (FlowValue text : Values.alternatives(reached.program().value(it.value(), scope, null))) {
                    if (text instanceof FlowValue.Concatenation && text.text().contains("<")) {
                        flow("html", null, text, it.value(), scope);
                    }
                }
            }
            Children.blocks(statement, block -> pages(block, scope));
        }
    }

    private void answer(Expression expression, Scope scope) {
        for (Answer answer : Answer.of(reached.program().value(expression, scope, null))) {
            List<Answer.Header> headers = answer.headers();
            boolean page = false;
            for (Answer.Header header : headers) {
                page |= isPage(header);
                header(header, expression, scope);
            }
            for (FlowValue body : answer.bodies()) {
                if (page) {
                    flow("html", "body", body, expression, scope);
                }
                flow("error-text", "body", body, expression, scope);
            }
        }
    }

    private static boolean isPage(Answer.Header header) {
        boolean type = header.name() != null && header.name().equals("content-type");
        return type
                && switch (header.value()) {
                    case FlowValue.Text text ->
                        text.value().toLowerCase(Locale.ROOT).startsWith("text/html");
                    // MediaType.TEXT_HTML, MediaTypeNames.Text.Html
                    case FlowValue.Member constant ->
                        constant.name()
                                .replace("_", "")
                                .toLowerCase(Locale.ROOT)
                                .endsWith("html");
                    default -> false;
                };
    }

    private void header(Answer.Header header, Expression expression, Scope scope) {
        String name = header.name() == null ? "" : header.name();
        switch (name) {
            case ORIGIN -> {
                if (header.value() instanceof FlowValue.Text text
                        && text.value().equals("*")) {
                    Observation observation = new Observation(
                            "code:cors-any-origin",
                            scope.file().span(expression.range()),
                            "the answer",
                            null,
                            null,
                            List.of(),
                            List.of());
                    add(new Flows.Sink(observation, null, true));
                }
                flow("cors-origin", "headers", header.value(), expression, scope);
            }
            case "location" -> flow("redirect", "headers", header.value(), expression, scope);
            default -> flow("header", "headers", header.value(), expression, scope);
        }
    }

    private void flow(String kind, @Nullable String part, FlowValue value, Expression expression, Scope scope) {
        Arrival arrival = arrivals.apply(scope.file().language());
        Arrival.Way way = tracer -> tracer.trace(expression, scope, part);
        arrival.ofCallers(value, kind, way).ifPresent(it -> add(kind, it, expression, scope));
        if (Shapes.isHarmStored(kind)) {
            arrival.ofStores(value, kind, way).ifPresent(it -> add(kind, it, expression, scope));
        }
    }

    private void add(String kind, Arrival.Found arrived, Expression expression, Scope scope) {
        Span place = scope.file().span(expression.range());
        List<Evidence> steps = new ArrayList<>(arrived.steps());
        steps.add(new Evidence("is answered", place));
        boolean certain = arrived.origin() instanceof Origin.Caller caller && caller.outside();
        Observation observation = arrived.observation("flow:" + kind, place, "the answer", callers, steps);
        add(new Flows.Sink(observation, arrived.origin(), certain));
    }

    private void add(Flows.Sink sink) {
        Observation observation = sink.observation();
        boolean known = found.stream()
                .filter(it -> it.certain() == sink.certain())
                .map(Flows.Sink::observation)
                .anyMatch(it ->
                        it.subject().equals(observation.subject()) && it.place().equals(observation.place()));
        if (!known) {
            found.add(sink);
        }
    }
}
