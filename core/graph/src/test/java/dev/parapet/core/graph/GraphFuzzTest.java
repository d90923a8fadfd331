package dev.parapet.core.graph;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.model.Condition;
import dev.parapet.model.Decimal;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Whatever a template holds, its graph is drawn, and is no larger than the template lets it be. */
final class GraphFuzzTest {
    private static final Span SPAN = Span.of("fuzz.json", 1, 1, 1, 1);
    private static final int MAX_DEPTH = 6;

    /** The types and names of properties in the tables, so that random templates are about what the graph looks at. */
    private static final String[] TYPES;

    private static final String[] NAMES;

    private static final String[] TEXTS = {
        "*",
        "NONE",
        "Allow",
        "lambda.amazonaws.com",
        "arn:aws:lambda:eu-central-1:111122223333:function:R0",
        "arn:aws:states:::lambda:invoke",
        "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
        "{\"States\": {\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\"}}}",
        "{\"source\": [\"aws.s3\"]}",
        "{\"paths\": {\"/a\": {\"get\": {\"security\": [{\"k\": []}]}}}}",
    };

    static {
        TreeSet<String> types = new TreeSet<>();
        TreeSet<String> names = new TreeSet<>();
        for (String table : List.of(
                "api",
                "identity",
                "invocation",
                "delivery",
                "failure",
                "logging",
                "encryption",
                "network",
                "protection")) {
            for (String line : ResourceTypes.lines(GraphBuilder.class, "link/" + table + ".txt")) {
                List<String> cells = ResourceTypes.cells(line);
                types.add(cells.get(0));
                for (String cell : cells.subList(1, 5)) {
                    names.addAll(List.of(cell.split("[^A-Za-z]+")));
                }
            }
        }
        names.addAll(List.of(
                "States",
                "Resource",
                "Type",
                "Statement",
                "Principal",
                "Action",
                "Effect",
                "Body",
                "paths",
                "EventPattern"));
        TYPES = types.toArray(new String[0]);
        NAMES = names.toArray(new String[0]);
    }

    @FuzzTest(maxDuration = "10s")
    void template(FuzzedDataProvider data) {
        List<Resource> resources = new ArrayList<>();
        int count = data.consumeInt(1, 12);
        int[] size = {count};
        for (int i = 0; i < count; i++) {
            resources.add(new Resource(
                    new ResourceId("fuzz.json", "R" + i),
                    data.pickValue(TYPES),
                    null,
                    null,
                    null,
                    mapping(data, 0, size),
                    new Value.Mapping(Map.of(), SPAN),
                    null,
                    SPAN,
                    SPAN));
        }
        Graph graph = GraphBuilder.build(List.of(new Stack(
                "fuzz.json",
                "fuzz.json",
                null,
                resources,
                Map.of(),
                Map.of(),
                new Value.Mapping(Map.of(), SPAN),
                SPAN)));
        // two ends of an edge are two values of a resource, and there are a dozen lines about one type
        long most = 40L * (size[0] + 1) * (size[0] + 1);
        if (graph.edges().size() > most) {
            throw new AssertionError(graph.edges().size() + " edges of " + size[0] + " values");
        }
    }

    private static Value.Mapping mapping(FuzzedDataProvider data, int depth, int[] size) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (int i = data.consumeInt(0, 4); i > 0; i--) {
            entries.put(data.pickValue(NAMES), new Value.Entry(SPAN, value(data, depth + 1, size)));
        }
        return new Value.Mapping(entries, SPAN);
    }

    private static Value value(FuzzedDataProvider data, int depth, int[] size) {
        size[0]++;
        return switch (data.consumeInt(depth > MAX_DEPTH ? 4 : 0, 12)) {
            case 0, 1 -> mapping(data, depth, size);
            case 2 -> {
                List<Value> items = new ArrayList<>();
                for (int i = data.consumeInt(0, 3); i > 0; i--) {
                    items.add(value(data, depth + 1, size));
                }
                yield new Value.Sequence(items, SPAN);
            }
            case 3 ->
                new Value.Conditional(
                        new Condition.Opaque("c"), value(data, depth + 1, size), value(data, depth + 1, size), SPAN);
            case 4, 5 -> new Value.Reference(new ResourceId("fuzz.json", "R" + data.consumeInt(0, 12)), "Arn", SPAN);
            case 6 -> new Value.Composed(List.of(text(data), new Value.Unresolved("Parameter P", "p", SPAN)), SPAN);
            case 7 -> new Value.Bool(data.consumeBoolean(), SPAN);
            case 8 -> new Value.Number(Decimal.of(data.consumeInt()), SPAN);
            case 9 -> new Value.Unresolved("Parameter P", "p", SPAN);
            case 10 -> new Value.Null(SPAN);
            default -> text(data);
        };
    }

    private static Value text(FuzzedDataProvider data) {
        return new Value.Text(data.consumeBoolean() ? data.pickValue(TEXTS) : data.consumeString(20), SPAN);
    }
}
