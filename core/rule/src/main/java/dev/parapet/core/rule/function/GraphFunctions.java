package dev.parapet.core.rule.function;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Comparison;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Truths;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the graph knows of a node's neighbours, as far as they are there in this world. */
final class GraphFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of("target", 1),
                Signature.of("referring", 2),
                Signature.of("outgoing", 2),
                Signature.of("incoming", 2),
                Signature.of("every", 1),
                Signature.of("endpoints", 1),
                Signature.of("authorizers", 1),
                Signature.of("stages", 1),
                Signature.of("role", 1),
                Signature.predicate("isInvokedAsynchronously", 1),
                Signature.predicate("isReachableWithoutCredential", 1),
                Signature.predicate("isReachedFromInternet", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        Datum first = arguments.get(0);
        return switch (function) {
            case "target" -> target(first, evaluation);
            case "every" -> every(first, evaluation);
            case "referring" -> of(first, function, node -> referring(node, arguments.get(1), evaluation));
            case "outgoing", "incoming" ->
                of(first, function, node -> neighbours(function, node, arguments.get(1), evaluation));
            case "endpoints" -> of(first, function, node -> listing(endpoints(node, evaluation)));
            case "authorizers" -> of(first, function, node -> listing(along(node, EdgeKind.GUARDS, false, evaluation)));
            case "stages" -> of(first, function, node -> listing(stages(node, evaluation)));
            case "role" ->
                of(first, function, node -> {
                    List<Node> roles = along(node, EdgeKind.RUNS_AS, true, evaluation);
                    return roles.isEmpty() ? new Datum.Null(place(node)) : item(roles.get(0));
                });
            case "isInvokedAsynchronously" -> of(first, function, node -> invokedAsynchronously(node, evaluation));
            case "isReachableWithoutCredential" -> of(first, function, node -> reached(node, true, evaluation));
            default -> of(first, function, node -> reached(node, false, evaluation));
        };
    }

    /** Whether something sends events to a node, or to an alias or version of it. */
    private static Datum invokedAsynchronously(Node node, Evaluation evaluation) {
        boolean invoked =
                !along(node, EdgeKind.INVOKES_ASYNCHRONOUSLY, false, evaluation).isEmpty();
        for (Node part : along(node, EdgeKind.CONTAINS, true, evaluation)) {
            invoked |= part.kind() == NodeKind.COMPUTE
                    && !along(part, EdgeKind.INVOKES_ASYNCHRONOUSLY, false, evaluation)
                            .isEmpty();
        }
        return Datum.of(invoked);
    }

    private interface Question {
        Datum ask(Node node);
    }

    private static Datum of(Datum datum, String function, Question question) {
        return switch (datum) {
            case Datum.Item(Node node, Basis ignored) -> question.ask(node);
            case Datum.Null nothing -> nothing;
            case Datum.Unknown unknown -> unknown;
            default -> new Datum.Failure(function + "() takes a node, such as self");
        };
    }

    private static Basis place(Node node) {
        Span span = node.resource() == null ? node.span() : node.resource().head();
        return span == null ? Basis.NONE : Basis.of(span, null);
    }

    static Datum item(Node node) {
        return new Datum.Item(node, node.span() == null ? place(node) : Basis.of(node.span(), null));
    }

    private static Datum listing(List<Node> nodes) {
        List<Datum> items = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            items.add(item(node));
        }
        return new Datum.Listing(items, Basis.NONE);
    }

    private static Datum target(Datum datum, Evaluation evaluation) {
        if (datum instanceof Datum.Item) {
            return datum;
        }
        Value value = TextFunctions.valueOf(datum);
        if (value == null) {
            return datum instanceof Datum.Unknown unknown
                    ? new Datum.Unknown(unknown.missing(), false, unknown.basis())
                    : new Datum.Null(datum.basis());
        }
        return evaluation
                .graph()
                .target(evaluation.self(), value)
                .filter(evaluation::exists)
                .map(GraphFunctions::item)
                .orElseGet(() -> new Datum.Null(datum.basis()));
    }

    private static Datum every(Datum type, Evaluation evaluation) {
        List<Node> found = new ArrayList<>();
        if (evaluation.self().resource() != null) {
            for (String name : words(type)) {
                for (Node node : evaluation
                        .graph()
                        .ofType(evaluation.self().resource().id().stack(), name)) {
                    if (evaluation.exists(node)) {
                        found.add(node);
                    }
                }
            }
        }
        return listing(found);
    }

    private static Datum referring(Node node, Datum types, Evaluation evaluation) {
        List<Node> found = new ArrayList<>();
        for (Node source : evaluation.graph().referring(node, words(types))) {
            // A resource refers where one of its edges that are there in this world does.
            if (evaluation.exists(source)
                    && along(source, EdgeKind.REFERS_TO, true, evaluation).contains(node)) {
                found.add(source);
            }
        }
        return listing(found);
    }

    private static Datum neighbours(String function, Node node, Datum kinds, Evaluation evaluation) {
        Set<Node> found = new LinkedHashSet<>();
        for (String word : words(kinds)) {
            EdgeKind kind = kind(word);
            if (kind == null) {
                return new Datum.Failure("there is no edge of the kind " + word);
            }
            found.addAll(along(node, kind, function.equals("outgoing"), evaluation));
        }
        return listing(List.copyOf(found));
    }

    private static @Nullable EdgeKind kind(String word) {
        for (EdgeKind kind : EdgeKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    private static List<String> words(Datum datum) {
        return switch (datum) {
            case Datum.Text text -> List.of(text.text());
            case Datum.Listing listing -> {
                List<String> words = new ArrayList<>();
                for (Datum item : listing.items()) {
                    words.addAll(words(item));
                }
                yield words;
            }
            default -> List.of();
        };
    }

    /** The nodes along the edges of a kind that are there in this world. */
    private static List<Node> along(Node node, EdgeKind kind, boolean leaving, Evaluation evaluation) {
        Set<Node> found = new LinkedHashSet<>();
        for (Edge edge : leaving
                ? evaluation.graph().leaving(node, kind)
                : evaluation.graph().reaching(node, kind)) {
            evaluation.step(1);
            Node other =
                    evaluation.graph().node(leaving ? edge.to() : edge.from()).orElse(node);
            if (!found.contains(other) && evaluation.exists(edge.condition()) && evaluation.exists(other)) {
                found.add(other);
            }
        }
        return List.copyOf(found);
    }

    /** The stages to which an API is deployed. */
    private static List<Node> stages(Node api, Evaluation evaluation) {
        List<Node> stages = new ArrayList<>();
        for (Node part : along(api, EdgeKind.CONTAINS, true, evaluation)) {
            if (part.resource() != null && part.resource().type().endsWith("::Stage")) {
                stages.add(part);
            }
        }
        return stages;
    }

    /** What leads from an endpoint to what stands behind it. */
    private static final List<EdgeKind> LEADS =
            List.of(EdgeKind.INVOKES_SYNCHRONOUSLY, EdgeKind.INVOKES_ASYNCHRONOUSLY, EdgeKind.REACHES);

    /** The endpoints that lead to a node: backwards along what contains, invokes and delivers. */
    private static List<Node> endpoints(Node node, Evaluation evaluation) {
        if (node.kind() == NodeKind.ENDPOINT) {
            return List.of(node);
        }
        Set<Node> seen = new LinkedHashSet<>();
        List<Node> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.add(node);
        while (!open.isEmpty() && seen.size() < 10_000) {
            Node next = open.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next.kind() == NodeKind.ENDPOINT) {
                found.add(next);
                continue;
            }
            for (EdgeKind kind : LEADS) {
                open.addAll(along(next, kind, false, evaluation));
            }
            for (Node part : along(next, EdgeKind.CONTAINS, true, evaluation)) {
                if (part.kind() == NodeKind.ENDPOINT || part.kind() == NodeKind.COMPUTE) {
                    open.add(part);
                }
            }
        }
        return found;
    }

    /**
     * Whether the Internet reaches a node through some endpoint; with {@code open}, whether it does so without a credential: through an
     * endpoint that asks for none and before which no policy stands that lets only some pass.
     */
    private static Datum reached(Node node, boolean open, Evaluation evaluation) {
        Datum reached = Datum.of(false);
        for (Node endpoint : endpoints(node, evaluation)) {
            if (!(evaluation.properties(endpoint) instanceof Datum.Structure structure)) {
                continue;
            }
            Datum one = Truths.not(is(structure, "private", "true", evaluation));
            if (open) {
                one = Truths.and(one, is(structure, "auth", "none", evaluation));
                one = Truths.and(one, Truths.not(is(structure, "policy", "narrowed", evaluation)));
            }
            reached = Truths.or(reached, one);
        }
        return reached;
    }

    /** Whether a fact about an endpoint is a word; not where the fact is not stated. */
    private static Datum is(Datum.Structure endpoint, String fact, String word, Evaluation evaluation) {
        Value value = endpoint.mapping().get(fact);
        return value == null
                ? Datum.of(false)
                : Comparison.equal(evaluation.datum(value), new Datum.Text(word, Basis.NONE), evaluation);
    }
}
