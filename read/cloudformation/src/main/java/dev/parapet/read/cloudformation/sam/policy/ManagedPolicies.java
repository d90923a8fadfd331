package dev.parapet.read.cloudformation.sam.policy;

import dev.parapet.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The provider's managed policies by name, from {@code managed-policies.txt}, which {@code tools/refresh-sam-tables} writes: a
 * line {@code /path/ partition…} and below it the names of the policies that lie there.
 */
final class ManagedPolicies {
    private record Place(String path, Set<String> partitions) {}

    private static final class Table {
        private static final Map<String, List<Place>> BY_NAME = read();

        private static Map<String, List<Place>> read() {
            Map<String, List<Place>> byName = new HashMap<>();
            Place place = new Place("/", Set.of());
            for (String line : Resources.lines("managed-policies.txt")) {
                if (line.startsWith("/")) {
                    String[] parts = line.split(" ", -1);
                    place = new Place(parts[0], Set.copyOf(List.of(parts).subList(1, parts.length)));
                } else {
                    for (String name : line.split(" ", -1)) {
                        List<Place> others = byName.getOrDefault(name, List.of());
                        byName.put(
                                name,
                                Stream.concat(others.stream(), Stream.of(place)).toList());
                    }
                }
            }
            return byName;
        }
    }

    private ManagedPolicies() {}

    /** The ARN of a policy that is named; what is no such name stays. */
    static Value.Text arn(Value.Text name, String partition) {
        if (name.text().startsWith("arn:")) {
            return name;
        }
        for (Place place : Table.BY_NAME.getOrDefault(name.text(), List.of())) {
            if (place.partitions().contains(partition)) {
                String arn = "arn:" + partition + ":iam::aws:policy" + place.path() + name.text();
                return new Value.Text(arn, name.span());
            }
        }
        return name;
    }
}
