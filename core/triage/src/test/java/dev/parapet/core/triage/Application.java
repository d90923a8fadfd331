package dev.parapet.core.triage;

import dev.parapet.model.Area;
import dev.parapet.model.Evidence;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Position;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Severity;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Suppression;
import dev.parapet.model.Value;
import dev.parapet.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One template whose resources are the blocks under {@code Resources:}, with findings at places said by their text. Small enough
 * to be right by looking at it; real templates are read elsewhere.
 */
final class Application {
    static final String PATH = "template.yaml";
    private final String text;
    private final List<Resource> resources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Value.Mapping metadata;

    Application(String text) {
        this.text = text;
        this.metadata = mapping(Map.of());
    }

    /** Adds a resource whose block begins with its name; one that is generated has the block of {@code writtenAs}. */
    Application resource(String name, @Nullable String writtenAs, Value.Mapping metadata) {
        String written = writtenAs == null ? name : writtenAs;
        int line = lineOf("  " + written + ":");
        int last = new TextBlocks(text).end(line);
        Span head = Span.of(PATH, line, 3, line, 3 + written.length());
        resources.add(new Resource(
                new ResourceId(PATH, name),
                "AWS::Any::Thing",
                null,
                writtenAs,
                null,
                mapping(Map.of()),
                metadata.entries().isEmpty() ? metadata : mapping(Map.of("Metadata", metadata)),
                null,
                Span.of(PATH, line, 3, last + 1, 1),
                head));
        return this;
    }

    Application resource(String name) {
        return resource(name, null, mapping(Map.of()));
    }

    Application metadata(Value.Mapping metadata) {
        this.metadata = metadata;
        return this;
    }

    /** Adds a finding of {@code rule} about the last resource, on the first line that holds {@code at}. */
    Application finding(String rule, String at, String... sameAs) {
        return finding(rule, at, "something is wrong", sameAs);
    }

    Application finding(String rule, String at, String message, String[] sameAs) {
        int line = lineOf(at);
        Span location = Span.of(PATH, line, 3, line, 4);
        findings.add(new Finding(
                rule,
                List.of(sameAs),
                Area.DATA,
                List.of(),
                Severity.MEDIUM,
                new Verdict.Violated(),
                "A risk",
                false,
                message,
                List.of(),
                resources.getLast(),
                location,
                List.of(new Evidence("a fact", location)),
                null,
                null,
                null,
                null,
                false,
                rule + "/" + resources.getLast().id().name()));
        return this;
    }

    List<Finding> findings() {
        return findings;
    }

    Triaged triage(String today) {
        Span whole = new Span(PATH, new Position(1, 1), new Position(1000, 1));
        Stack stack = new Stack(PATH, PATH, null, resources, Map.of(), Map.of(), metadata, whole);
        return Suppressions.read(
                        List.of(stack),
                        path -> path.equals(PATH) ? Optional.of(new SourceFile(PATH, text)) : Optional.empty())
                .apply(findings, LocalDate.parse(today));
    }

    /** Each finding with what suppresses it, then the notes: a line each. */
    String outcome() {
        return outcome("2026-11-24");
    }

    String outcome(String today) {
        Triaged triaged = triage(today);
        StringBuilder out = new StringBuilder();
        for (Finding finding : triaged.findings()) {
            Suppression by = finding.suppressed();
            out.append(finding.rule())
                    .append(" ")
                    .append(finding.resource().id().name());
            out.append(
                    by == null
                            ? ""
                            : " <- " + by.by() + " [" + by.reason() + "] "
                                    + by.location().start().line());
            out.append('\n');
        }
        for (Note note : triaged.notes()) {
            out.append(note.line()).append(": ").append(note.message()).append('\n');
        }
        for (Note note : triaged.unused()) {
            out.append(note.line()).append(": ").append(note.message()).append('\n');
        }
        return out.toString();
    }

    private int lineOf(String what) {
        int at = text.indexOf(what);
        if (at < 0) {
            throw new IllegalArgumentException("'" + what + "' does not stand in the template");
        }
        int line = 1;
        for (int i = 0; i < at + what.length() - what.stripLeading().length(); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    static Value.Mapping mapping(Map<String, Value> entries) {
        Span span = Span.of(PATH, 1, 1, 1, 1);
        Map<String, Value.Entry> written = new LinkedHashMap<>();
        entries.forEach((name, value) -> written.put(name, new Value.Entry(span, value)));
        return new Value.Mapping(written, span);
    }

    static Value sequence(Value... items) {
        return new Value.Sequence(List.of(items), Span.of(PATH, 1, 1, 1, 1));
    }

    static Value text(String text) {
        return new Value.Text(text, Span.of(PATH, 1, 1, 1, 1));
    }
}
