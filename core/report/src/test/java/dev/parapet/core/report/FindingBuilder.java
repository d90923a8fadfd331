package dev.parapet.core.report;

import dev.parapet.model.Area;
import dev.parapet.model.Evidence;
import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.Severity;
import dev.parapet.model.Span;
import dev.parapet.model.Suppression;
import dev.parapet.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes findings for tests; what a test does not say is plain. */
public final class FindingBuilder {
    private final String rule;
    private final Resource resource;
    private final Span location;
    private Severity severity = Severity.MEDIUM;
    private Area area = Area.IDENTITY;
    private Verdict verdict = new Verdict.Violated();
    private String title = "A risk";
    private String message = "something is wrong";
    private boolean hygiene;
    private List<String> sameAs = List.of();
    private List<String> cwe = List.of();
    private List<String> why = List.of();
    private final List<Evidence> evidence = new ArrayList<>();
    private @Nullable String condition;
    private @Nullable Boolean unauthenticated;
    private Finding.@Nullable Fix fix;
    private @Nullable Suppression suppressed;
    private boolean baseline;
    private @Nullable String fingerprint;

    private FindingBuilder(String rule, Resource resource, Span location) {
        this.rule = rule;
        this.resource = resource;
        this.location = location;
    }

    /** A violation of {@code rule} by {@code resource} at {@code location}. */
    public static FindingBuilder finding(String rule, Resource resource, Span location) {
        return new FindingBuilder(rule, resource, location);
    }

    public FindingBuilder severity(Severity severity) {
        this.severity = severity;
        return this;
    }

    public FindingBuilder area(Area area) {
        this.area = area;
        return this;
    }

    public FindingBuilder satisfied() {
        this.verdict = new Verdict.Satisfied();
        return this;
    }

    public FindingBuilder missing(String... missing) {
        this.verdict = new Verdict.Undetermined(List.of(missing));
        return this;
    }

    public FindingBuilder says(String title, String message) {
        this.title = title;
        this.message = message;
        return this;
    }

    public FindingBuilder hygiene() {
        this.hygiene = true;
        return this;
    }

    public FindingBuilder sameAs(String... sameAs) {
        this.sameAs = List.of(sameAs);
        return this;
    }

    public FindingBuilder cwe(String... cwe) {
        this.cwe = List.of(cwe);
        return this;
    }

    public FindingBuilder why(String... why) {
        this.why = List.of(why);
        return this;
    }

    public FindingBuilder evidence(String text, Span location) {
        evidence.add(new Evidence(text, location));
        return this;
    }

    public FindingBuilder condition(String condition) {
        this.condition = condition;
        return this;
    }

    public FindingBuilder unauthenticated(boolean unauthenticated) {
        this.unauthenticated = unauthenticated;
        return this;
    }

    public FindingBuilder fix(boolean automatic, String summary) {
        this.fix = new Finding.Fix(automatic, summary);
        return this;
    }

    public FindingBuilder suppressed(String by, String reason, Span location) {
        this.suppressed = new Suppression(by, reason, location);
        return this;
    }

    public FindingBuilder baseline() {
        this.baseline = true;
        return this;
    }

    public FindingBuilder fingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
        return this;
    }

    public Finding build() {
        return new Finding(
                rule,
                sameAs,
                area,
                cwe,
                severity,
                verdict,
                title,
                hygiene,
                message,
                why,
                resource,
                location,
                evidence,
                condition,
                unauthenticated,
                fix,
                suppressed,
                baseline,
                fingerprint == null ? rule + "/" + resource.id().name() : fingerprint);
    }
}
