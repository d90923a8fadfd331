package dev.parapet.read.cloudformation.sam.policy;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The provider's managed policies by name, from {@code managed-policies.txt}, which {@code tools/refresh-sam-tables} writes: a
 * line {@code /path/ partition…} and a line with the names of the policies that lie there.
 */
final class ManagedPolicies {
    /** Where policies lie, and their names, each with a space before and after it. */
    private record Place(String path, Set<String> partitions, String names) {}

    private static final class Table {
        private static final List<Place> PLACES = read();

        private static List<Place> read() {
            List<Place> places = new ArrayList<>();
            List<String> lines = Resources.lines("managed-policies.txt");
            for (int i = 0; i + 1 < lines.size(); i += 2) {
                String[] parts = lines.get(i).split(" ", -1);
                Set<String> partitions = Set.copyOf(List.of(parts).subList(1, parts.length));
                places.add(new Place(parts[0], partitions, " " + lines.get(i + 1) + " "));
            }
            return places;
        }
    }

    private ManagedPolicies() {}

    /** The ARN of a policy that is named; what is no such name stays. */
    static Value.Text arn(Value.Text name, String partition) {
        if (name.text().startsWith("arn:") || name.text().indexOf(' ') >= 0) {
            return name;
        }
        String word = " " + name.text() + " ";
        for (Place place : Table.PLACES) {
            if (place.partitions().contains(partition) && place.names().contains(word)) {
                String arn = "arn:" + partition + ":iam::aws:policy" + place.path() + name.text();
                return new Value.Text(arn, name.span());
            }
        }
        return name;
    }
}
