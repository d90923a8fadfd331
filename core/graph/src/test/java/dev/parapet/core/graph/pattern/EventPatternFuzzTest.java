package dev.parapet.core.graph.pattern;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.model.Span;
import dev.parapet.model.Value;

/** Whatever a pattern and an event hold, a match is found or not, soon; and what is said of part of an event stays true of the whole. */
final class EventPatternFuzzTest {
    private static final Span SPAN = Span.of("fuzz.json", 1, 1, 1, 1);

    @FuzzTest(maxDuration = "5s")
    void pattern(FuzzedDataProvider data) {
        String pattern = data.consumeString(2000);
        String event = data.consumeRemainingAsString();
        if (EventPatternReader.read(new Value.Text(pattern, SPAN)) instanceof EventPatternReader.Read.Parsed read
                && JsonText.parse(new Value.Text(event, SPAN)) instanceof JsonText.Result.Parsed parsed) {
            Outcome partial = read.pattern().matches(parsed.value(), false);
            Outcome whole = read.pattern().matches(parsed.value(), true);
            if (partial != Outcome.UNKNOWN && partial != whole) {
                throw new AssertionError(partial + " of a part, " + whole + " of the whole: " + pattern + " " + event);
            }
        }
    }
}
