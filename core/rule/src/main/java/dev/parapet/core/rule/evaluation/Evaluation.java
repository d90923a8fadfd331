package dev.parapet.core.rule.evaluation;

import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.rule.secret.FoundSecrets;
import dev.parapet.model.Condition;
import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation in one {@link World}: turns values of templates into data, their conditional parts decided, and counts steps.
 */
public final class Evaluation {
    /** How many steps one evaluation may take. */
    public static final int STEPS = 2_000_000;

    private final World world;
    private final Surroundings surroundings;
    private final Node self;
    private final int limit;
    private @Nullable Question asked;
    private @Nullable Datum about;
    private @Nullable Datum answer;
    private int steps;

    /** An evaluation about a node in a world, in at most {@link #STEPS} steps. */
    public Evaluation(Node self, World world, Surroundings surroundings) {
        this(self, world, surroundings, STEPS);
    }

    /** An evaluation about a node in a world, in at most {@code limit} steps. */
    public Evaluation(Node self, World world, Surroundings surroundings, int limit) {
        this.limit = limit;
        this.self = self;
        this.world = world;
        this.surroundings = surroundings;
    }

    /**
     * What evaluations in one scan share.
     *
     * @param graph all that was read
     * @param today the day that the scan takes for today
     * @param properties gives the properties of a node, the provider's defaults filled in
     * @param functions the functions besides the standard ones
     * @param secrets collects what turns out to be a secret
     * @param invariants keeps the answers that hold for whole stacks
     */
    public record Surroundings(
            Graph graph,
            LocalDate today,
            Properties properties,
            FunctionTable functions,
            FoundSecrets secrets,
            Invariants invariants) {
        /** The surroundings at the beginning of a scan. */
        public Surroundings(
                Graph graph, LocalDate today, Properties properties, FunctionTable functions, FoundSecrets secrets) {
            this(graph, today, properties, functions, secrets, new Invariants());
        }
    }

    /** Gives the properties of a node. */
    public interface Properties {
        /** The properties of a node, the provider's defaults filled in; null for a node that has none. */
        Value.@Nullable Mapping of(Node node);
    }

    /** The node that it is about. */
    public Node self() {
        return self;
    }

    /** All that was read. */
    public Graph graph() {
        return surroundings.graph();
    }

    /** The day that the scan takes for today. */
    public LocalDate today() {
        return surroundings.today();
    }

    /** What turned out to be a secret so far. */
    public FoundSecrets secrets() {
        return surroundings.secrets();
    }

    /** The world it is in. */
    public World world() {
        return world;
    }

    Invariants invariants() {
        return surroundings.invariants();
    }

    FunctionTable functions() {
        return surroundings.functions();
    }

    /**
     * Counts steps.
     *
     * @throws BudgetExceeded when there were too many
     */
    public void step(int number) {
        steps += number;
        if (steps > limit) {
            throw new BudgetExceeded();
        }
    }

    /** How many steps it took so far. */
    public int steps() {
        return steps;
    }

    /** What an expression may ask about the same datum many times over. */
    public interface Question {
        /** The answer, which rests on the datum and the world of the evaluation alone. */
        Datum ask(Datum about, Evaluation evaluation);
    }

    /** The answer to a question; the last one is kept for when it is put again, about the same datum, while a macro runs. */
    public Datum once(Question question, Datum about) {
        Datum known = answer;
        if (known == null || asked != question || this.about != about) {
            known = question.ask(about, this);
            asked = question;
            this.about = about;
            answer = known;
        }
        return known;
    }

    /** Whether something that may hang on a condition is there in this world. */
    public boolean exists(@Nullable Condition condition) {
        return condition == null || world.holds(condition);
    }

    /** Whether the resource of a node is there in this world. */
    public boolean exists(Node node) {
        return node.resource() == null || exists(node.resource().condition());
    }

    /** The properties of a node. */
    public Datum properties(Node node) {
        Value.Mapping properties = surroundings.properties().of(node);
        Span place = node.resource() != null ? node.resource().head() : node.span();
        Basis basis = place == null ? Basis.NONE : Basis.of(place, null);
        return properties == null ? new Datum.Null(basis) : new Datum.Structure(properties, basis);
    }

    /** A value, its outermost conditions decided. */
    public Datum datum(Value value) {
        return datum(value, value.span());
    }

    /** The value of an entry of a mapping: its place includes the key. */
    public Datum datum(Value.Entry entry) {
        Span key = entry.keySpan();
        Span span = entry.value().span();
        boolean follows = key.path().equals(span.path())
                && key.start().compareTo(span.start()) <= 0
                && span.start().line() - key.end().line() <= 1;
        return datum(entry.value(), follows ? new Span(key.path(), key.start(), span.end()) : span);
    }

    private Datum datum(Value value, Span span) {
        step(1);
        return switch (decided(value)) {
            case Value.Null ignored -> new Datum.Null(Basis.of(span, null));
            case Value.Absent ignored -> new Datum.Null(Basis.of(span, null));
            case Value.Bool bool -> new Datum.Bool(bool.value(), Basis.of(span, bool.provenance()));
            case Value.Number number -> number(number.value(), Basis.of(span, number.provenance()));
            case Value.Text text -> new Datum.Text(text.text(), Basis.of(span, text.provenance()));
            case Value.Sequence sequence -> new Datum.Listing(items(sequence), Basis.of(span, sequence.provenance()));
            case Value.Mapping mapping -> new Datum.Structure(mapping, Basis.of(span, mapping.provenance()));
            case Value.Reference reference -> new Datum.Partial(reference, Basis.of(span, reference.provenance()));
            case Value.DynamicReference dynamic -> new Datum.Partial(dynamic, Basis.of(span, dynamic.provenance()));
            case Value.Composed composed -> composed(composed, Basis.of(span, composed.provenance()));
            case Value.Unresolved tame
            when PartialText.isTame(tame) -> new Datum.Partial(tame, Basis.of(span, tame.provenance()));
            case Value.Unresolved unresolved ->
                Datum.Unknown.of(unresolved.missing(), true, Basis.of(span, unresolved.provenance()));
            // decided() leaves none.
            case Value.Conditional conditional ->
                Datum.Unknown.of("the value at " + conditional.span(), false, Basis.of(span, null));
        };
    }

    /** A value whose outermost conditions are decided as this world has it: anything but a conditional. */
    public Value decided(Value value) {
        Value decided = value;
        for (int depth = 0; decided instanceof Value.Conditional conditional && depth < 1_000; depth++) {
            decided = world.holds(conditional.condition()) ? conditional.whenTrue() : conditional.whenFalse();
        }
        return decided;
    }

    private List<Datum> items(Value.Sequence sequence) {
        List<Datum> items = new ArrayList<>(sequence.items().size());
        for (Value item : sequence.items()) {
            Value decided = decided(item);
            if (!(decided instanceof Value.Absent)) {
                items.add(datum(decided, item instanceof Value.Conditional ? decided.span() : item.span()));
            }
        }
        return items;
    }

    /** A number: whole when it is one and fits. */
    public static Datum number(Decimal number, Basis basis) {
        // A number such as 1e1000000000 has a whole part that nobody can write down.
        if (number.scale() <= 0 && number.precision() - number.scale() <= 18) {
            return new Datum.Int(number.longValue(), basis);
        }
        return new Datum.Real(number.doubleValue(), basis);
    }

    /** A text of parts, its conditional parts decided and neighbouring texts joined. */
    private Datum composed(Value.Composed composed, Basis basis) {
        List<Value> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Basis because = flatten(composed, parts, text, basis, 0);
        if (parts.isEmpty()) {
            return new Datum.Text(text.toString(), because);
        }
        if (!text.isEmpty()) {
            parts.add(new Value.Text(text.toString(), composed.span()));
        }
        return new Datum.Partial(new Value.Composed(parts, composed.span()), because);
    }

    private Basis flatten(Value.Composed composed, List<Value> parts, StringBuilder text, Basis basis, int depth) {
        Basis because = basis;
        for (Value part : composed.parts()) {
            step(1);
            Value decided = decided(part);
            if (decided instanceof Value.Text known) {
                text.append(known.text());
                if (known.provenance() != null) {
                    because = Basis.both(because, Basis.of(known.span(), known.provenance()));
                }
            } else if (decided instanceof Value.Bool bool) {
                text.append(bool.value());
            } else if (decided instanceof Value.Number number) {
                text.append(number.value().toPlainString());
            } else if (decided instanceof Value.Composed inner && depth < 100) {
                because = flatten(inner, parts, text, because, depth + 1);
            } else if (!(decided instanceof Value.Absent)) {
                if (!text.isEmpty()) {
                    parts.add(new Value.Text(text.toString(), composed.span()));
                    text.setLength(0);
                }
                parts.add(decided);
            }
        }
        return because;
    }
}
