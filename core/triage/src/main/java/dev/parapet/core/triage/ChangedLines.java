package dev.parapet.core.triage;

import dev.parapet.model.Evidence;
import dev.parapet.model.Finding;
import dev.parapet.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines that somebody changed, by file.
 *
 * @param byPath the changed ranges of each changed file
 */
public record ChangedLines(Map<String, List<Range>> byPath) {
    public ChangedLines {
        byPath = Map.copyOf(byPath);
    }

    /**
     * Lines of a file as it is now, both counted in. Where lines were only taken away, the line before and the line after.
     */
    public record Range(int first, int last) {}

    /**
     * The findings that a change bears on: it touches the place to look at or something that the finding rests on or, where a
     * finding is about what its resource lacks and so points at the resource's head, any line of the resource.
     */
    public List<Finding> keep(List<Finding> findings) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            if (bearsOn(finding)) {
                kept.add(finding);
            }
        }
        return kept;
    }

    private boolean bearsOn(Finding finding) {
        Span location = finding.location();
        Span head = finding.resource().head();
        boolean atHead = location.path().equals(head.path())
                && location.start().line() == head.start().line();
        if (touches(location) || (atHead && touches(finding.resource().span()))) {
            return true;
        }
        for (Evidence evidence : finding.evidence()) {
            if (touches(evidence.location())) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(Span span) {
        int last = span.end().column() == 1 && span.end().line() > span.start().line()
                ? span.end().line() - 1
                : span.end().line();
        for (Range range : byPath.getOrDefault(span.path(), List.of())) {
            if (range.first() <= last && span.start().line() <= range.last()) {
                return true;
            }
        }
        return false;
    }
}
