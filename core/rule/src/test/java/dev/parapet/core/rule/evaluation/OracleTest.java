package dev.parapet.core.rule.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.rule.Bench;
import dev.parapet.core.rule.expression.Expression;
import dev.parapet.core.rule.expression.ExpressionParser;
import dev.parapet.core.rule.file.Sample;
import dev.parapet.core.rule.function.Functions;
import dev.parapet.core.rule.secret.FoundSecrets;
import dev.parapet.model.Condition;
import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Generated expressions over generated data, put to this evaluator and to the library's own runtime. On data that is known whole
 * both say the same. On data of which parts are unknown, what this evaluator says the library says for every completion tried.
 *
 * <p>The generated data keeps to where both languages mean the same: every field that is selected is there, texts are no numbers, and
 * only values of a type are compared with their like.
 */
final class OracleTest {
    private static final Span SPAN = Span.of("template.yaml", 1, 1, 1, 2);
    private static final String[] TEXTS = {"", "a", "b", "ab", "prod", "x*", "arn:x", "é"};
    private static final int ROUNDS = 2_000;

    private final Cel library = CelFactory.plannerCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("resource", SimpleType.DYN)
            .build();
    private String asked = "";
    private CelRuntime.@Nullable Program program;
    private final ExpressionParser parser = new ExpressionParser(List.of("resource", "self"), Functions.signatures());

    /** A document with a field of each type: {@code t} text, {@code n} number, {@code f} truth, {@code l} list of texts, {@code o} list of mappings. */
    private static Map<String, Object> data(Random random, int depth) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("t", text(random));
        data.put("u", text(random));
        data.put("n", (long) random.nextInt(-3, 4));
        data.put("f", random.nextBoolean());
        data.put("z", NullValue.NULL_VALUE);
        List<Object> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text(random));
        }
        data.put("l", texts);
        List<Object> objects = new ArrayList<>();
        if (depth > 0) {
            for (int i = random.nextInt(3); i > 0; i--) {
                objects.add(data(random, depth - 1));
            }
        }
        data.put("o", objects);
        return data;
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static String constant(Random random) {
        return "\"" + text(random) + "\"";
    }

    /** An expression that is true or false; {@code object} names a mapping, {@code texts} the variables that are texts. */
    private static String truth(Random random, int depth, String object, List<String> texts) {
        int kind = random.nextInt(depth <= 0 ? 8 : 18);
        return switch (kind) {
            case 0 -> object + ".f";
            case 1 -> textOf(random, depth, object, texts) + " == " + textOf(random, depth, object, texts);
            case 2 -> textOf(random, depth, object, texts) + " != " + textOf(random, depth, object, texts);
            case 3 ->
                number(random, depth, object)
                        + List.of(" < ", " <= ", " > ", " >= ", " == ").get(random.nextInt(5))
                        + number(random, depth, object);
            case 4 -> textOf(random, depth, object, texts) + " in " + object + ".l";
            case 5 ->
                object + ".t." + List.of("startsWith", "endsWith", "contains").get(random.nextInt(3)) + "("
                        + textOf(random, 0, object, texts) + ")";
            case 6 -> "has(" + object + ".t)";
            case 7 -> object + List.of(".t", ".z", ".l").get(random.nextInt(3)) + " == null";
            case 8, 9 ->
                "(" + truth(random, depth - 1, object, texts) + " && " + truth(random, depth - 1, object, texts) + ")";
            case 10, 11 ->
                "(" + truth(random, depth - 1, object, texts) + " || " + truth(random, depth - 1, object, texts) + ")";
            case 12 -> "!(" + truth(random, depth - 1, object, texts) + ")";
            case 13 ->
                "(" + truth(random, depth - 1, object, texts) + " ? " + truth(random, depth - 1, object, texts) + " : "
                        + truth(random, depth - 1, object, texts) + ")";
            case 14, 15 -> {
                String variable = "v" + depth;
                List<String> inner = new ArrayList<>(texts);
                inner.add(variable);
                String range = random.nextInt(3) == 0
                        ? object + ".l.filter(w, " + "w != " + constant(random) + ")"
                        : object + ".l";
                yield range + macro(random) + variable + ", " + truth(random, depth - 1, object, inner) + ")";
            }
            case 16 -> {
                String variable = "m" + depth;
                yield object + ".o" + macro(random) + variable + ", " + truth(random, depth - 1, variable, texts) + ")";
            }
            default ->
                "size(" + object + ".l.map(w, w + \"!\")) " + (random.nextBoolean() ? ">" : "==") + " "
                        + random.nextInt(3);
        };
    }

    private static String macro(Random random) {
        return List.of(".exists(", ".all(", ".exists_one(").get(random.nextInt(3));
    }

    private static String textOf(Random random, int depth, String object, List<String> texts) {
        return switch (random.nextInt(depth > 0 ? 5 : 4)) {
            case 0 -> constant(random);
            case 1 -> object + ".t";
            case 2 -> object + ".u";
            case 3 -> texts.isEmpty() ? object + ".t" : texts.get(random.nextInt(texts.size()));
            default -> "(" + textOf(random, 0, object, texts) + " + " + textOf(random, 0, object, texts) + ")";
        };
    }

    private static String number(Random random, int depth, String object) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> String.valueOf(random.nextInt(4));
            case 1 -> object + ".n";
            case 2 -> "size(" + object + ".l)";
            case 3 -> "(" + object + ".n + " + random.nextInt(3) + ")";
            default -> "(" + random.nextInt(4) + " / " + object + ".n)";
        };
    }

    /** What the library says: true, false, or null for a mistake. */
    private @Nullable Boolean ask(String expression, Map<String, Object> data) throws Exception {
        try {
            if (!expression.equals(asked)) {
                program = library.createProgram(library.compile(expression).getAst());
                asked = expression;
            }
            return (Boolean) Objects.requireNonNull(program).eval(Map.of("resource", data));
        } catch (CelEvaluationException e) {
            return null;
        }
    }

    private Datum mine(String expression, Value.Mapping data) throws Exception {
        Graph graph = Bench.graph("AWS::Test::It", "A: 1\n", null);
        Node node = graph.nodes().iterator().next();
        Evaluation evaluation = new Evaluation(
                node,
                World.first("template.yaml"),
                new Evaluation.Surroundings(graph, Bench.TODAY, of -> data, new Functions(), new FoundSecrets()));
        Expression parsed = parser.parseCondition(expression);
        return new Evaluator(evaluation).truth(parsed, new Scope("resource", evaluation.properties(node), null));
    }

    private static Value value(Object data) {
        return switch (data) {
            case String text -> new Value.Text(text, SPAN);
            case Long number -> new Value.Number(Decimal.of(number), SPAN);
            case Boolean bool -> new Value.Bool(bool, SPAN);
            case List<?> list -> {
                List<Value> items = new ArrayList<>();
                list.forEach(item -> items.add(value(item)));
                yield new Value.Sequence(items, SPAN);
            }
            case Map<?, ?> map -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                map.forEach((key, item) -> entries.put(key.toString(), new Value.Entry(SPAN, value(item))));
                yield new Value.Mapping(entries, SPAN);
            }
            default -> new Value.Null(SPAN);
        };
    }

    @Test
    void agrees_with_the_library_on_what_is_known() throws Exception {
        Random random = new Random(20261124);
        int decided = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> data = data(random, 2);
            String expression = truth(random, 4, "resource", List.of());
            Boolean expected = ask(expression, data);
            Datum given = mine(expression, (Value.Mapping) value(data));
            if (expected == null) {
                assertThat(given).as("%s over %s", expression, data).isInstanceOf(Datum.Failure.class);
            } else {
                decided++;
                assertThat(given)
                        .as("%s over %s", expression, data)
                        .isInstanceOfSatisfying(
                                Datum.Bool.class,
                                bool -> assertThat(bool.value())
                                        .as("%s over %s", expression, data)
                                        .isEqualTo(expected));
            }
        }
        assertThat(decided).isGreaterThan(ROUNDS / 2);
    }

    /** Takes some leaves of a document away: unknown texts, partly known ones, unknown lists. */
    private static Value hide(Value value, Random random) {
        return switch (value) {
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) -> entries.put(
                                name,
                                new Value.Entry(SPAN, name.equals("z") ? entry.value() : hide(entry.value(), random))));
                yield new Value.Mapping(entries, SPAN);
            }
            case Value.Sequence sequence -> {
                if (random.nextInt(12) == 0) {
                    yield new Value.Unresolved("a list", "it is hidden", SPAN);
                }
                List<Value> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(hide(item, random)));
                yield new Value.Sequence(items, SPAN);
            }
            case Value.Text text
            when random.nextInt(3) == 0 -> {
                int from = random.nextInt(text.text().length() + 1);
                int to = random.nextInt(from, text.text().length() + 1);
                List<Value> parts = new ArrayList<>();
                if (from > 0) {
                    parts.add(new Value.Text(text.text().substring(0, from), SPAN));
                }
                parts.add(new Value.Unresolved("a text", "it is hidden", SPAN));
                if (to < text.text().length()) {
                    parts.add(new Value.Text(text.text().substring(to), SPAN));
                }
                yield parts.size() == 1 ? parts.get(0) : new Value.Composed(parts, SPAN);
            }
            case Value.Bool ignored
            when random.nextInt(3) == 0 -> new Value.Unresolved("a truth", "it is hidden", SPAN);
            case Value.Number ignored
            when random.nextInt(3) == 0 -> new Value.Unresolved("a number", "it is hidden", SPAN);
            default -> value;
        };
    }

    /** Some way in which what is hidden may turn out; {@code like} says of which type it is. */
    private static Object complete(Value hidden, Object like, Random random) {
        return switch (hidden) {
            case Value.Unresolved ignored ->
                switch (like) {
                    case String ignored2 -> text(random);
                    case Long ignored2 -> (long) random.nextInt(-3, 4);
                    case Boolean ignored2 -> random.nextBoolean();
                    case List<?> list when !list.isEmpty() && list.get(0) instanceof Map<?, ?> -> List.of();
                    default -> random.nextBoolean() ? List.of() : List.of(text(random), text(random));
                };
            case Value.Composed composed -> {
                StringBuilder text = new StringBuilder();
                for (Value part : composed.parts()) {
                    text.append(part instanceof Value.Text known ? known.text() : text(random));
                }
                yield text.toString();
            }
            case Value.Mapping mapping -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) -> entries.put(
                                name,
                                name.equals("o") && entry.value() instanceof Value.Unresolved
                                        ? List.of()
                                        : complete(
                                                entry.value(),
                                                Objects.requireNonNull(((Map<?, ?>) like).get(name)),
                                                random)));
                yield entries;
            }
            case Value.Sequence sequence -> {
                List<Object> items = new ArrayList<>();
                for (int i = 0; i < sequence.items().size(); i++) {
                    items.add(complete(sequence.items().get(i), ((List<?>) like).get(i), random));
                }
                yield items;
            }
            default -> like;
        };
    }

    @Test
    @SuppressWarnings("unchecked")
    void says_of_what_is_partly_known_only_what_holds_for_every_completion() throws Exception {
        Random random = new Random(4);
        int decided = 0;
        int open = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> data = data(random, 2);
            Value.Mapping hidden = (Value.Mapping) hide(value(data), random);
            String expression = truth(random, 4, "resource", List.of());
            Datum given = mine(expression, hidden);
            if (!(given instanceof Datum.Bool bool)) {
                open++;
                continue;
            }
            decided++;
            for (int completion = 0; completion < 8; completion++) {
                Map<String, Object> complete = (Map<String, Object>) complete(hidden, data, random);
                Boolean expected = ask(expression, complete);
                // A mistake that another completion would make is the library's to absorb or not: it says nothing here.
                if (expected != null) {
                    assertThat(bool.value())
                            .as("%s over %s, completed as %s", expression, hidden, complete)
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(decided).isGreaterThan(ROUNDS / 4);
        assertThat(open).isGreaterThan(ROUNDS / 20);
    }

    /** Puts some leaves of a document under conditions, the other branch being another value of the same type. */
    private static Value branch(Value value, Random random) {
        return switch (value) {
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) -> entries.put(
                                name,
                                new Value.Entry(
                                        SPAN, name.equals("z") ? entry.value() : branch(entry.value(), random))));
                yield new Value.Mapping(entries, SPAN);
            }
            case Value.Sequence sequence -> {
                List<Value> items = new ArrayList<>();
                sequence.items()
                        .forEach(item -> items.add(
                                item instanceof Value.Text && random.nextInt(4) == 0
                                        ? conditional(item, new Value.Absent(SPAN), random)
                                        : branch(item, random)));
                yield new Value.Sequence(items, SPAN);
            }
            case Value.Text text
            when random.nextInt(3) == 0 -> conditional(text, new Value.Text(text(random), SPAN), random);
            case Value.Bool bool
            when random.nextInt(3) == 0 -> conditional(bool, new Value.Bool(!bool.value(), SPAN), random);
            default -> value;
        };
    }

    private static Value conditional(Value one, Value other, Random random) {
        String name = List.of("IsProd", "IsTest", "HasKey", "!IsProd").get(random.nextInt(4));
        return new Value.Conditional(Sample.condition(name), one, other, SPAN);
    }

    /** A document as it is when Stage has a value and HasKey is true or not; null for what is absent. */
    private static @Nullable Object settled(Value value, String stage, boolean key) {
        return switch (value) {
            case Value.Conditional conditional ->
                settled(
                        holds(conditional.condition(), stage, key) ? conditional.whenTrue() : conditional.whenFalse(),
                        stage,
                        key);
            case Value.Absent ignored -> null;
            case Value.Mapping mapping -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                mapping.entries().forEach((name, entry) -> {
                    Object settled = settled(entry.value(), stage, key);
                    if (settled != null) {
                        entries.put(name, settled);
                    }
                });
                yield entries;
            }
            case Value.Sequence sequence -> {
                List<Object> items = new ArrayList<>();
                for (Value item : sequence.items()) {
                    Object settled = settled(item, stage, key);
                    if (settled != null) {
                        items.add(settled);
                    }
                }
                yield items;
            }
            case Value.Text text -> text.text();
            case Value.Bool bool -> bool.value();
            case Value.Number number -> number.value().longValue();
            default -> NullValue.NULL_VALUE;
        };
    }

    private static boolean holds(Condition condition, String stage, boolean key) {
        return switch (condition) {
            case Condition.Named named -> holds(named.meaning(), stage, key);
            case Condition.Not not -> !holds(not.operand(), stage, key);
            case Condition.Equals equals -> equals.literal().equals(stage);
            default -> key;
        };
    }

    @Test
    @SuppressWarnings("unchecked")
    void walks_through_every_way_in_which_conditions_may_turn_out_and_no_other() throws Exception {
        Random random = new Random(25);
        int split = 0;
        for (int round = 0; round < 700; round++) {
            Value.Mapping branched = (Value.Mapping) branch(value(data(random, 1)), random);
            String expression = truth(random, 3, "resource", List.of());
            Graph graph = Bench.graph("AWS::Test::It", "A: 1\n", null);
            Node node = graph.nodes().iterator().next();
            Expression parsed = parser.parseCondition(expression);
            List<World> worlds = new ArrayList<>();
            List<Datum> answers = new ArrayList<>();
            World world = World.first("template.yaml");
            while (world != null) {
                Evaluation evaluation = new Evaluation(
                        node,
                        world,
                        new Evaluation.Surroundings(
                                graph, Bench.TODAY, of -> branched, new Functions(), new FoundSecrets()));
                answers.add(new Evaluator(evaluation)
                        .truth(parsed, new Scope("resource", evaluation.properties(node), null)));
                worlds.add(world);
                world = world.next();
            }
            split += worlds.size() > 1 ? 1 : 0;
            assertThat(worlds).hasSizeLessThanOrEqualTo(6);
            for (String stage : List.of("prod", "test", "other")) {
                for (boolean key : List.of(true, false)) {
                    Object data = settled(branched, stage, key);
                    Boolean expected = ask(expression, (Map<String, Object>) Objects.requireNonNull(data));
                    int agreeing = 0;
                    for (int i = 0; i < worlds.size(); i++) {
                        boolean agrees = true;
                        for (World.Named named : worlds.get(i).consulted()) {
                            agrees &= holds(Sample.condition(named.name()), stage, key) == named.value();
                        }
                        if (agrees) {
                            agreeing++;
                            if (expected == null) {
                                assertThat(answers.get(i)).isInstanceOf(Datum.Failure.class);
                            } else {
                                assertThat(Bench.shown(answers.get(i)))
                                        .as("%s over %s with Stage %s and HasKey %s", expression, branched, stage, key)
                                        .isEqualTo(expected.toString());
                            }
                        }
                    }
                    assertThat(agreeing).as("%s over %s", expression, branched).isEqualTo(1);
                }
            }
        }
        assertThat(split).isGreaterThan(150);
    }
}
