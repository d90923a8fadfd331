package dev.parapet.core.report;

import dev.parapet.model.Severity;
import java.util.List;
import java.util.Optional;

/** The words of one rule, for tests. */
public final class Words {
    /** Knows {@code lambda-function-url-unauthenticated} alone. */
    public static final RuleTexts TEXTS = rule -> rule.equals("lambda-function-url-unauthenticated")
            ? Optional.of(new RuleText(
                    Severity.HIGH,
                    "The URL is public, e.g. `https://abc.on.aws`, and unguessable only until\nit is logged. Then <b>anybody</b> calls it.\n\nMore.",
                    "Set `AuthType: AWS_IAM` and sign requests. Callers must change.",
                    List.of("nist-800-53:AC-3", "owasp-serverless:SAS-2")))
            : Optional.empty();

    private Words() {}
}
