package dev.parapet.core.graph.pattern;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that events have, whoever sent them: https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html, and
 * {@code replay-name} of events that come from an archive (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive-event.html).
 */
final class Envelope {
    private static final List<String> FIELDS = List.of(
            "version",
            "id",
            "detail-type",
            "source",
            "account",
            "time",
            "region",
            "resources",
            "detail",
            "replay-name");

    /** An event of which nothing is known. */
    static final Value UNKNOWN = unknown();

    private Envelope() {}

    private static Value unknown() {
        Span nowhere = Span.of("", 1, 1, 1, 1);
        Map<String, Value.Entry> fields = new LinkedHashMap<>();
        for (String field : FIELDS) {
            fields.put(
                    field, new Value.Entry(nowhere, new Value.Unresolved("the event", "any event is meant", nowhere)));
        }
        return new Value.Mapping(fields, nowhere);
    }
}
