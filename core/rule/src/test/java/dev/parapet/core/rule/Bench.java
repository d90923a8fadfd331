package dev.parapet.core.rule;

import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Evaluator;
import dev.parapet.core.rule.evaluation.Scope;
import dev.parapet.core.rule.evaluation.Shown;
import dev.parapet.core.rule.evaluation.World;
import dev.parapet.core.rule.expression.ExpressionException;
import dev.parapet.core.rule.expression.ExpressionParser;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.core.rule.file.Sample;
import dev.parapet.core.rule.function.Functions;
import dev.parapet.core.rule.secret.FoundSecrets;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One resource with properties in YAML, to put expressions and rules to. */
public final class Bench {
    /** The day that counts as today. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final ExpressionParser PARSER =
            new ExpressionParser(List.of("resource", "self"), Functions.signatures());

    private Bench() {}

    /** A graph of one resource called It. */
    public static Graph graph(String type, String yaml, @Nullable Condition condition) {
        Value.Mapping properties = Sample.mapping(yaml);
        Span head = Span.of("template.yaml", 1, 1, 1, 2);
        Span whole = Span.of("template.yaml", 1, 1, 1_000, 1);
        ResourceId id = new ResourceId("template.yaml", "It");
        Resource resource = new Resource(
                id, type, null, null, null, properties, new Value.Mapping(Map.of(), head), condition, whole, head);
        return new Graph(
                List.of(), List.of(new Node(id.toString(), NodeKind.RESOURCE, "It", resource, null, head)), List.of());
    }

    /**
     * What an expression gives in the first world: {@code true}, a text, {@code unknown: what is missing}, {@code failure: why}.
     */
    public static String ask(String expression, String yaml) {
        return shown(datum(expression, yaml));
    }

    /** What an expression gives in the first world. */
    public static Datum datum(String expression, String yaml) {
        Graph graph = graph("AWS::Test::It", yaml, null);
        Node node = graph.nodes().iterator().next();
        Evaluation evaluation = new Evaluation(
                node,
                World.first("template.yaml"),
                new Evaluation.Surroundings(
                        graph,
                        TODAY,
                        of -> of.resource() == null ? null : of.resource().properties(),
                        new Functions(),
                        new FoundSecrets()));
        Scope scope = new Scope(
                "resource", evaluation.properties(node), new Scope("self", new Datum.Item(node, Basis.NONE), null));
        try {
            return new Evaluator(evaluation).evaluate(PARSER.parse(expression), scope);
        } catch (ExpressionException e) {
            throw new IllegalArgumentException(expression + ": " + e.getMessage(), e);
        }
    }

    /** A datum in one line. */
    public static String shown(Datum datum) {
        return switch (datum) {
            case Datum.Unknown unknown -> "unknown: " + String.join(", ", new TreeSet<>(unknown.missing()));
            case Datum.Failure failure -> "failure: " + failure.message();
            case Datum.Null ignored -> "null";
            case Datum.Listing listing -> {
                StringBuilder all = new StringBuilder("[");
                for (Datum item : listing.items()) {
                    all.append(all.length() > 1 ? ", " : "").append(shown(item));
                }
                yield all.append("]").toString();
            }
            default -> Shown.of(datum);
        };
    }

    /** What a rule says of the resource. */
    public static Judgement judge(String rule, String type, String yaml, @Nullable Condition condition) {
        try {
            Rule read = new RuleFileReader(java.util.Set.of())
                    .read("the-rule.md", rule)
                    .rule();
            return new RuleEngine(RuleSet.of(List.of(read), Map.of()), TODAY)
                    .judge(graph(type, yaml, condition), RuleEngine.Wanted.ALL);
        } catch (RuleFileException e) {
            throw new IllegalArgumentException(e.described(), e);
        }
    }
}
