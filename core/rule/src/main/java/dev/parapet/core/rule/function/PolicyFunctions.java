package dev.parapet.core.rule.function;

import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Comparison;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Maps;
import dev.parapet.core.rule.evaluation.Truths;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What policies say: {@code statements(x)}, {@code isPublicPrincipal(statement)}, {@code isNarrowed(statement)}, after the
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar of IAM policies</a>.
 */
final class PolicyFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of("statements", 1),
                Signature.predicate("isPublicPrincipal", 1),
                Signature.predicate("isNarrowed", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        return switch (function) {
            case "statements" -> statements(arguments.get(0), evaluation);
            case "isPublicPrincipal" -> isPublicPrincipal(arguments.get(0), evaluation);
            default -> isNarrowed(arguments.get(0));
        };
    }

    private static Datum statements(Datum of, Evaluation evaluation) {
        return switch (of) {
            case Datum.Null nothing -> new Datum.Listing(List.of(), nothing.basis());
            case Datum.Structure(Value.Mapping document, Basis basis) ->
                listing(PolicyDocuments.statements(document, evaluation), basis, evaluation);
            case Datum.Item(Node node, Basis basis)
            when node.kind() == NodeKind.EXTERNAL -> Datum.Unknown.of("the policies of " + node.label(), true, basis);
            case Datum.Item(Node node, Basis basis) ->
                listing(PolicyDocuments.statementsOf(node, evaluation), basis, evaluation);
            case Datum.Listing listing -> {
                List<Datum> all = new ArrayList<>();
                for (Datum document : listing.items()) {
                    Datum statements = statements(document, evaluation);
                    if (statements instanceof Datum.Listing some) {
                        all.addAll(some.items());
                    } else {
                        all.add(statements);
                    }
                }
                yield new Datum.Listing(all, listing.basis());
            }
            case Datum.Text text -> written(text, evaluation);
            case Datum.Partial text -> written(text, evaluation);
            case Datum.Unknown unknown -> unknown;
            case Datum other -> {
                Datum.Unknown unknown = Datum.unknown(other);
                yield unknown != null
                        ? unknown
                        : new Datum.Failure("statements() takes a policy or a node that carries some");
            }
        };
    }

    /** The statements of a policy that is written as a text, of which parts may be unknown. */
    private static Datum written(Datum text, Evaluation evaluation) {
        return switch (TextFunctions.json(text, evaluation)) {
            case Datum.Structure document -> statements(document, evaluation);
            case Datum.Unknown unknown -> unknown;
            default -> new Datum.Listing(List.of(), text.basis());
        };
    }

    private static Datum listing(List<Value> statements, Basis basis, Evaluation evaluation) {
        List<Datum> data = new ArrayList<>(statements.size());
        for (Value statement : statements) {
            data.add(evaluation.datum(statement));
        }
        return new Datum.Listing(data, basis);
    }

    static Datum field(Datum statement, String name, Evaluation evaluation) {
        Datum value = Maps.get(statement, name, evaluation);
        return value == null ? new Datum.Null(statement.basis()) : value;
    }

    /** Whether a statement is about everybody: the principal {@code *}, alone or as {@code AWS}, or all but some. */
    private static Datum isPublicPrincipal(Datum statement, Evaluation evaluation) {
        if (statement instanceof Datum.Unknown unknown) {
            return unknown;
        }
        if (!(field(statement, "NotPrincipal", evaluation) instanceof Datum.Null)) {
            return Truths.isTrue(Comparison.equal(
                            field(statement, "Effect", evaluation), new Datum.Text("Allow", Basis.NONE), evaluation))
                    ? new Datum.Bool(
                            true, field(statement, "NotPrincipal", evaluation).basis())
                    : new Datum.Bool(false, statement.basis());
        }
        Datum principal = field(statement, "Principal", evaluation);
        Datum everybody = new Datum.Text("*", Basis.NONE);
        if (principal instanceof Datum.Structure || principal instanceof Datum.Dictionary) {
            Datum isPublic = new Datum.Bool(Truths.isTrue(field(principal, "*", evaluation)), principal.basis());
            for (Datum name : items(field(principal, "AWS", evaluation))) {
                isPublic = Truths.or(isPublic, Comparison.equal(name, everybody, evaluation));
            }
            return isPublic;
        }
        return Comparison.equal(principal, everybody, evaluation);
    }

    static List<Datum> items(Datum datum) {
        return switch (datum) {
            case Datum.Listing listing -> listing.items();
            case Datum.Null ignored -> List.of();
            default -> List.of(datum);
        };
    }

    /** Whether the conditions of a statement keep strangers out. */
    private static Datum isNarrowed(Datum statement) {
        return switch (statement) {
            case Datum.Unknown unknown -> unknown;
            case Datum.Structure(Value.Mapping written, Basis basis) -> Narrowing.of(written, basis);
            default -> new Datum.Failure("isNarrowed() takes a statement");
        };
    }
}
