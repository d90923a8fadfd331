package dev.parapet.core.iam.escalation;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.account.AccountDetailsReader;
import dev.parapet.model.Span;
import dev.parapet.model.Value;

/** Whatever a list of authorizations holds, it is read, and who can become administrator is found out, soon. */
final class EscalationFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void account(FuzzedDataProvider data) {
        Value.Text text = new Value.Text(data.consumeRemainingAsString(), Span.of("fuzz.json", 1, 1, 1, 1));
        if (JsonText.parse(text) instanceof JsonText.Result.Parsed parsed) {
            EscalationSearch.of(AccountDetailsReader.read(parsed.value()));
        }
    }
}
