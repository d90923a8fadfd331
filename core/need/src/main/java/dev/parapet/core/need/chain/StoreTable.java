package dev.parapet.core.need.chain;

import dev.parapet.core.flow.taint.EventSource;
import dev.parapet.core.flow.taint.Exchange;
import dev.parapet.core.flow.taint.StoreParts;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.core.knowledge.Table;
import dev.parapet.core.need.sdk.SdkCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table {@code stores.txt}: what calls store, and what of answers and events was stored before. Its head says how it is written. */
final class StoreTable {
    private static final class Standard {
        static final StoreTable TABLE = new StoreTable(Table.lines(StoreTable.class, "stores.txt"));
    }

    private final Map<String, List<Part>> writes = new HashMap<>();
    private final Map<String, Map<String, String>> reads = new HashMap<>();
    private final Map<EventSource, List<Part>> feeds = new HashMap<>();

    /**
     * A part of a store, and where it stands.
     *
     * @param name {@link Exchange#EACH} where the names below are the parts
     */
    record Part(String name, List<String> path) {}

    private StoreTable(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "write" -> {
                    List<Part> parts = new ArrayList<>();
                    for (int i = 3; i < words.length; i++) {
                        parts.add(part(words[i]));
                    }
                    for (String operation : words[2].split(",", -1)) {
                        writes.put(words[1] + ":" + operation, List.copyOf(parts));
                    }
                }
                case "read" -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    for (int i = 3; i < words.length; i++) {
                        String name = name(words[i]);
                        for (String field :
                                words[i].substring(words[i].indexOf('=') + 1).split(",", -1)) {
                            fields.put(field.toLowerCase(Locale.ROOT), name);
                        }
                    }
                    for (String operation : words[2].split(",", -1)) {
                        reads.put(words[1] + ":" + operation, fields);
                    }
                }
                case "feed" ->
                    feeds.computeIfAbsent(EventSource.valueOf(words[1]), ignored -> new ArrayList<>())
                            .add(part(words[2]));
                default -> throw new IllegalStateException("stores.txt has a line of no kind: " + line);
            }
        }
    }

    static StoreTable standard() {
        return Standard.TABLE;
    }

    private static String name(String word) {
        String name = word.substring(0, word.indexOf('='));
        return name.equals("-") ? Exchange.ANY : name;
    }

    private static Part part(String word) {
        String path = word.substring(word.indexOf('=') + 1);
        return new Part(name(word), path.equals(".") ? List.of() : List.of(path.split("\\.", -1)));
    }

    /** Whether the table says anything of a call. */
    boolean knows(SdkCall call) {
        return writes.containsKey(key(call)) || reads.containsKey(key(call));
    }

    private static String key(SdkCall call) {
        return call.service() + ":" + call.operation().orElse("");
    }

    /** The fields of the answer that were stored, and as which part; none where the call reads nothing. */
    Map<String, String> fields(SdkCall call) {
        return reads.getOrDefault(key(call), Map.of());
    }

    /** What a call stores. */
    List<Exchange.Write> writes(SdkCall call, Exchange.Store store) {
        List<Exchange.Write> found = new ArrayList<>();
        for (Part part : writes.getOrDefault(key(call), List.of())) {
            List<FlowValue> values = new ArrayList<>();
            call.parameter(part.path().getFirst())
                    .ifPresent(value -> values.addAll(Values.inside(
                            value, part.path().subList(1, part.path().size()), true)));
            for (FlowValue value : values) {
                found.add(new Exchange.Write(call.call(), store, part.name(), value));
            }
        }
        if (key(call).equals("dynamodb:UpdateItem")) {
            UpdateExpression.values(call)
                    .forEach((part, values) ->
                            found.add(new Exchange.Write(call.call(), store, part, Values.either(values))));
        }
        return found;
    }

    /** The part of a store that a part of an event is; empty where it was not stored. */
    Optional<String> part(EventSource source, List<String> path) {
        for (Part part : feeds.getOrDefault(source, List.of())) {
            if (startsWith(path, part.path())) {
                boolean each = part.name().equals(Exchange.EACH);
                return Optional.of(
                        each ? StoreParts.first(path.subList(part.path().size(), path.size())) : part.name());
            }
        }
        return path.isEmpty() && feeds.containsKey(source) ? Optional.of(Exchange.ANY) : Optional.empty();
    }

    private static boolean startsWith(List<String> path, List<String> prefix) {
        if (path.size() < prefix.size()) {
            return false;
        }
        for (int i = 0; i < prefix.size(); i++) {
            if (!prefix.get(i).equalsIgnoreCase(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
