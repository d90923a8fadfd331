package dev.parapet.core.need.action;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.knowledge.Table;
import dev.parapet.core.need.sdk.ApiCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reviewed table {@code operations.txt}: what calls need where the rules do not say it. Its head says how it is written. */
final class OperationTable {
    private static final class Standard {
        static final OperationTable TABLE = new OperationTable(Table.lines(OperationTable.class, "operations.txt"));
    }

    /** Something that holds of a call, or not. */
    record Conditional(String name, List<ParameterPath> paths, boolean negated) {
        static Conditional parse(String word) {
            int mark = Math.max(word.indexOf('?'), word.indexOf('!'));
            if (mark < 0) {
                return new Conditional(word, List.of(), true);
            }
            List<ParameterPath> paths = new ArrayList<>();
            for (String path : word.substring(mark + 1).split("\\|", -1)) {
                paths.add(ParameterPath.parse(path));
            }
            return new Conditional(word.substring(0, mark), paths, word.charAt(mark) == '!');
        }

        boolean holds(ApiCall call) {
            return paths.stream().anyMatch(path -> !path.of(call).isEmpty()) != negated;
        }
    }

    /** Where a variable comes from: a path of the call, or else always the same value. */
    record Source(@Nullable ParameterPath path, FlowValue value) {
        private static final String EVENT = "event.";

        static Source parse(String word) {
            if (word.startsWith("'")) {
                return new Source(null, new FlowValue.Text(word.substring(1, word.length() - 1)));
            }
            return word.startsWith(EVENT)
                    ? new Source(
                            null,
                            new FlowValue.Event(
                                    List.of(word.substring(EVENT.length()).split("\\.", -1))))
                    : new Source(ParameterPath.parse(word), new FlowValue.Nothing());
        }

        List<FlowValue> of(ApiCall call) {
            return path == null ? List.of(value) : path.of(call);
        }
    }

    private final Map<String, List<Conditional>> actions = new HashMap<>();
    private final Map<String, String> permissionless = new HashMap<>();
    private final Map<String, List<Source>> variables = new HashMap<>();
    private final Map<String, List<Conditional>> uses = new HashMap<>();

    private OperationTable(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "op" -> {
                    List<Conditional> needed = new ArrayList<>();
                    for (int i = 3; i < words.length; i++) {
                        needed.add(Conditional.parse(words[i]));
                    }
                    for (String operation : words[2].split(",", -1)) {
                        actions.put(words[1] + ":" + operation, List.copyOf(needed));
                    }
                }
                case "none" -> {
                    String why = line.split(" ", 4)[3];
                    for (String operation : words[2].split(",", -1)) {
                        permissionless.put(words[1] + ":" + operation, why);
                    }
                }
                case "var" -> {
                    List<Source> sources = new ArrayList<>();
                    for (String source : words[4].split(",", -1)) {
                        sources.add(Source.parse(source));
                    }
                    variables.put(words[1] + " " + words[2] + " " + words[3], List.copyOf(sources));
                }
                case "use" -> {
                    List<Conditional> types = new ArrayList<>();
                    for (String type : words[2].split(",", -1)) {
                        types.add(Conditional.parse(type));
                    }
                    uses.put(words[1], List.copyOf(types));
                }
                default -> throw new IllegalStateException("operations.txt has a line of no kind: " + line);
            }
        }
    }

    static OperationTable standard() {
        return Standard.TABLE;
    }

    /** The actions that an operation needs, each under its condition; null where the table says nothing of it. */
    @Nullable
    List<Conditional> actions(String service, String operation) {
        return actions.get(service + ":" + operation);
    }

    /** Why an operation needs no permission; null where it does or the table says nothing of it. */
    @Nullable
    String permissionless(String service, String operation) {
        return permissionless.get(service + ":" + operation);
    }

    /** The types of resource that an action is needed on, {@code -} for all resources; null where the table says nothing of it. */
    @Nullable
    List<Conditional> uses(String action) {
        return uses.get(action);
    }

    /** Where a variable of the ARNs of a type comes from; null where the table says nothing of it. */
    @Nullable
    List<Source> sources(String action, String type, String variable) {
        String prefix = action.substring(0, action.indexOf(':'));
        for (String of : List.of(action, prefix)) {
            for (String each : List.of(type, "*")) {
                List<Source> found = variables.get(of + " " + each + " " + variable);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** All actions that the table names, for its tests. */
    List<String> actionNames() {
        List<String> names = new ArrayList<>();
        actions.values().forEach(list -> list.forEach(each -> names.add(each.name())));
        names.addAll(uses.keySet());
        return names;
    }

    /** The types of resource that actions are said to be needed on, {@code service:Action type}, for its tests. */
    List<String> typeNames() {
        List<String> names = new ArrayList<>();
        uses.forEach((action, types) -> types.forEach(type -> names.add(action + " " + type.name())));
        return names;
    }

    /** The operations that the table names, {@code service:Operation}, for its tests. */
    List<String> operationNames() {
        List<String> names = new ArrayList<>(actions.keySet());
        names.addAll(permissionless.keySet());
        return names;
    }
}
