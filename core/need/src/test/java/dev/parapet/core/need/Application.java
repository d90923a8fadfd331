package dev.parapet.core.need;

import dev.parapet.core.flow.Flow;
import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.need.grant.ExcessAction;
import dev.parapet.core.need.policy.NeededPolicy;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.code.Handler;
import dev.parapet.model.code.Language;
import dev.parapet.read.cloudformation.CloudFormationReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template {@code t.yaml} and the code in Python of its functions, in memory. */
final class Application {
    private final Graph graph;

    Application(String template) {
        this.graph = GraphBuilder.build(
                CloudFormationReader.read(new One(template), Map.of()).stacks());
    }

    private record One(String text) implements SourceTree {
        @Override
        public List<String> paths() {
            return List.of("t.yaml");
        }

        @Override
        public Optional<SourceFile> read(String path) {
            return Optional.of(new SourceFile("t.yaml", text));
        }

        @Override
        public byte[] peek(String path, int length) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(bytes, Math.min(length, bytes.length));
        }

        @Override
        public List<Fault> faults() {
            return List.of();
        }
    }

    /** What a function needs, whose handler is {@code handler} of some code. */
    FunctionNeeds needs(String function, String python) {
        Code code = Code.of("app.py", python);
        return new Needs(graph)
                .of(new FunctionBehaviour(
                        "t.yaml#" + function,
                        Optional.of(new Handler(Language.PYTHON, "app.py", "handler")),
                        code,
                        Optional.of(Flow.from(code, "app.py", "handler")),
                        List.of()));
    }

    /** What a function needs of which the code is not known. */
    FunctionNeeds needs(String function) {
        return new Needs(graph)
                .of(new FunctionBehaviour(
                        "t.yaml#" + function, Optional.empty(), Code.of(), Optional.empty(), List.of()));
    }

    /** What something needs that acts by a role of its own without code. */
    FunctionNeeds declared(String resource) {
        return new Needs(graph)
                .withoutCode().stream()
                        .filter(it -> it.function().equals("t.yaml#" + resource))
                        .findFirst()
                        .orElseThrow();
    }

    /** A policy, one statement a line. */
    static String text(NeededPolicy policy) {
        StringBuilder text = new StringBuilder();
        for (NeededPolicy.Statement statement : policy.statements()) {
            text.append(String.join(" ", statement.actions()))
                    .append(" on ")
                    .append(String.join(" ", statement.resources()))
                    .append('\n');
        }
        return text.toString();
    }

    /** All that is told of needs but what stands in the code, one a line. */
    static String text(FunctionNeeds needs) {
        StringBuilder text = new StringBuilder(text(needs.needed()));
        needs.unknown()
                .forEach(gap -> text.append("unknown: ").append(gap.why()).append('\n'));
        needs.excess()
                .ifPresent(actions -> actions.forEach(
                        it -> text.append("excess: ").append(text(it)).append('\n')));
        needs.wider().forEach(it -> text.append("wider: ").append(text(it)).append('\n'));
        needs.lacking()
                .ifPresent(actions -> actions.forEach(it -> text.append("lacking: ")
                        .append(it.action())
                        .append(" on ")
                        .append(it.resource().expression())
                        .append('\n')));
        return text.toString();
    }

    private static String text(ExcessAction excess) {
        List<String> needed =
                excess.needed().stream().map(NamedResource::expression).toList();
        return excess.action() + " on " + excess.resource().expression()
                + (needed.isEmpty() ? "" : ", needed on " + String.join(" ", needed)) + " at "
                + excess.span().start().line();
    }
}
