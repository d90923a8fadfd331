package dev.parapet.core.report;

import static dev.parapet.core.report.FindingBuilder.finding;

import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;
import java.util.Map;

/** A scan every text of which is hostile to terminals, HTML, XML and Markdown. */
public final class Hostile {
    /** Escapes, a direction mark, half a surrogate pair, markup of every kind. */
    public static final String EVIL = "\u001b]0;owned\u0007\u202e\r\n\ud800</script><script>alert(1)</script>"
            + "<img src=x onerror=alert(1)>\"'`| ]]> [a](javascript:alert(1)) @everyone https://evil.example {0} \\";

    private Hostile() {}

    public static Scan scan() {
        Template template = new Template("a\\x1b<b>%.yaml", EVIL + ":");
        Resource resource = new Resource(
                new ResourceId(template.path(), EVIL),
                EVIL,
                EVIL,
                EVIL,
                EVIL,
                new Value.Mapping(Map.of(), template.whole()),
                new Value.Mapping(Map.of(), template.whole()),
                null,
                template.whole(),
                template.whole());
        List<Finding> findings = List.of(
                finding("r", resource, template.whole())
                        .says(EVIL, EVIL)
                        .why(EVIL)
                        .sameAs(EVIL)
                        .condition(EVIL)
                        .evidence(EVIL, Span.of("gone" + EVIL, 1, 1, 1, 1))
                        .fix(true, EVIL)
                        .build(),
                finding("h", resource, template.whole())
                        .says(EVIL, EVIL)
                        .hygiene()
                        .build(),
                finding("u", resource, template.whole())
                        .says(EVIL, EVIL)
                        .missing("Parameter " + EVIL)
                        .build(),
                finding("s", resource, template.whole())
                        .says(EVIL, EVIL)
                        .suppressed(EVIL, EVIL, template.whole())
                        .build(),
                finding("b", resource, template.whole())
                        .says(EVIL, EVIL)
                        .baseline()
                        .build());
        return Samples.scan(
                List.of(template),
                List.of(resource),
                findings,
                List.of(new Note(EVIL, 1, EVIL)),
                List.of(new Fault(Fault.Kind.LIMIT, EVIL, 1, EVIL)));
    }
}
