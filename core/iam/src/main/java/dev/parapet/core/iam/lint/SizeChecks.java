package dev.parapet.core.iam.lint;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Policies that are larger than their place takes: characters without white space, unknown parts counting for none (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length">IAM character
 * limits</a>).
 */
final class SizeChecks {
    private SizeChecks() {}

    static void check(Value.Mapping document, Place place, PolicyLint lint) {
        String title = place.title();
        long size = title == null ? 0 : size(document);
        if (title != null && size > place.size()) {
            lint.tell(
                    Check.POLICY_TOO_LARGE,
                    "the policy has " + size + " characters, and " + title + " may have " + place.size()
                            + "; split it, or join statements",
                    document.span());
        }
    }

    /** The characters of a value as JSON without white space. */
    private static long size(Value whole) {
        long size = 0;
        List<Value> open = new ArrayList<>();
        open.add(whole);
        while (!open.isEmpty()) {
            switch (open.removeLast()) {
                case Value.Mapping mapping -> {
                    size += 1 + Math.max(1, mapping.entries().size());
                    for (Map.Entry<String, Value.Entry> entry :
                            mapping.entries().entrySet()) {
                        size += entry.getKey().length() + 3;
                        open.add(entry.getValue().value());
                    }
                }
                case Value.Sequence sequence -> {
                    size += 1 + Math.max(1, sequence.items().size());
                    open.addAll(sequence.items());
                }
                case Value.Text text ->
                    size += 2
                            + text.text()
                                    .chars()
                                    .filter(c -> !Character.isWhitespace(c))
                                    .count();
                case Value.Composed composed ->
                    composed.parts().stream()
                            .filter(Value.Text.class::isInstance)
                            .forEach(open::add);
                default -> size += 2;
            }
        }
        return size;
    }
}
