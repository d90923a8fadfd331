package dev.parapet.core.rule.function;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.graph.name.Arn;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code statementsCovering(resource)}: the statements of all policies of the stack that cover a resource, by name, by pattern, or
 * because they cover every resource of its service.
 */
final class CoverageFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of("statementsCovering", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        return switch (arguments.get(0)) {
            case Datum.Item(Node node, Basis ignored) -> covering(node, evaluation);
            case Datum.Null nothing -> nothing;
            case Datum.Unknown unknown -> unknown;
            default -> new Datum.Failure("statementsCovering() takes a node, such as self");
        };
    }

    private static Datum covering(Node node, Evaluation evaluation) {
        Set<Node> found = new LinkedHashSet<>();
        for (Edge edge : evaluation.graph().reaching(node, EdgeKind.COVERS)) {
            evaluation.step(1);
            Node statement = evaluation.graph().node(edge.from()).orElse(node);
            if (evaluation.exists(edge.condition()) && isThere(statement, evaluation)) {
                found.add(statement);
            }
        }
        Resource resource = node.resource();
        ResourceTypes.Entry type = resource == null ? null : ResourceTypes.of(resource.type());
        if (resource != null && type != null && !type.service().isEmpty()) {
            for (Node statement : evaluation.graph().ofKind(resource.id().stack(), NodeKind.STATEMENT)) {
                evaluation.step(1);
                if (coversAll(statement, type, evaluation) && isThere(statement, evaluation)) {
                    found.add(statement);
                }
            }
        }
        List<Datum> statements = new ArrayList<>();
        for (Node statement : found) {
            if (statement.properties() != null) {
                for (Value one : PolicyDocuments.statements(statement.properties(), evaluation)) {
                    statements.add(evaluation.datum(one));
                }
            }
        }
        return new Datum.Listing(statements, Basis.NONE);
    }

    /** Whether the resource that holds a statement, and the statement in it, are there in this world. */
    private static boolean isThere(Node statement, Evaluation evaluation) {
        if (!evaluation.exists(statement)) {
            return false;
        }
        for (Edge edge : evaluation.graph().reaching(statement, EdgeKind.CARRIES)) {
            if (evaluation.exists(edge.condition())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement of an identity is about the service of a type and covers all resources of that type. */
    private static boolean coversAll(Node statement, ResourceTypes.Entry type, Evaluation evaluation) {
        Value.Mapping written = statement.properties();
        return written != null
                && written.get("policy") instanceof Value.Text policy
                && policy.text().equals("identity")
                && any(
                        written.get("Action"),
                        evaluation,
                        text -> text.equals("*")
                                || text.regionMatches(
                                        true,
                                        0,
                                        type.service() + ":",
                                        0,
                                        type.service().length() + 1))
                && any(written.get("Resource"), evaluation, text -> text.equals("*") || isWide(text, type));
    }

    private static boolean isWide(String pattern, ResourceTypes.Entry type) {
        Arn arn = Arn.of(pattern);
        return arn != null
                && arn.service().equals(type.service())
                && (arn.resource().startsWith("*") || arn.resource().startsWith(type.prefix() + "*"))
                && arn.resource().length() <= type.prefix().length() + 1;
    }

    private interface Test {
        boolean of(String text);
    }

    private static boolean any(@Nullable Value value, Evaluation evaluation, Test test) {
        if (value == null) {
            return false;
        }
        Value decided = evaluation.decided(value);
        if (decided instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                evaluation.step(1);
                if (any(item, evaluation, test)) {
                    return true;
                }
            }
            return false;
        }
        String shape = TextShape.of(decided);
        return shape != null && test.of(shape);
    }
}
