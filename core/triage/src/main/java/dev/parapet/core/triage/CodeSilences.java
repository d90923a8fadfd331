package dev.parapet.core.triage;

import dev.parapet.model.Finding;
import dev.parapet.model.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments beside findings in code that ask for silence: on the line where a finding begins, or alone on the line above it.
 *
 * <ul>
 *   <li>Bandit and gosec: {@code # nosec B605}, {@code // #nosec G204}, on the same line.
 *   <li>Semgrep: {@code nosemgrep: rule-id}, on the same line or the one above.
 * </ul>
 */
final class CodeSilences {
    private static final Pattern OWN = Pattern.compile("(?:#|//|/\\*)\\s*(parapet:ignore\\s+(\\S+))\\s*([^*]*)");
    private static final Pattern NOSEC = Pattern.compile("(?:#|//)\\s*nosec\\b[:\\s]*((?:[BG][0-9]+[,\\s]*)*)");
    private static final Pattern NOSEMGREP = Pattern.compile("\\bnosemgrep(?::\\s*([\\w.,\\- ]+))?");

    private final Set<String> templates;
    private final Function<String, Optional<SourceFile>> source;
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<Silence> silences = new ArrayList<>();

    private CodeSilences(Set<String> templates, Function<String, Optional<SourceFile>> source) {
        this.templates = templates;
        this.source = source;
    }

    /**
     * What is written beside findings that do not lie in a template.
     *
     * @param templates the paths of the templates, whose comments are read whole
     */
    static List<Silence> of(
            List<Finding> findings, Set<String> templates, Function<String, Optional<SourceFile>> source) {
        CodeSilences reader = new CodeSilences(templates, source);
        findings.forEach(reader::read);
        return reader.silences;
    }

    private void read(Finding finding) {
        String path = finding.location().path();
        int line = finding.location().start().line();
        if (templates.contains(path) || !read.add(path + "\n" + line)) {
            return;
        }
        List<String> all = lines.computeIfAbsent(
                path,
                it -> source.apply(it).map(file -> file.text().lines().toList()).orElse(List.of()));
        if (line > all.size()) {
            return;
        }
        Scope scope = new Scope.Lines(path, line, line);
        comment(all.get(line - 1), finding, scope, true);
        if (line > 1 && isAlone(all.get(line - 2))) {
            comment(all.get(line - 2), finding, scope, false);
        }
    }

    private static boolean isAlone(String text) {
        String content = text.strip();
        return content.startsWith("#") || content.startsWith("//") || content.startsWith("/*");
    }

    private void comment(String text, Finding finding, Scope scope, boolean same) {
        Matcher own = OWN.matcher(text);
        if (own.find()) {
            for (String id : own.group(2).split(",", -1)) {
                add("parapet:ignore " + id, OwnWords.named(id), own.group(3).strip(), finding, scope);
            }
        }
        Matcher nosec = NOSEC.matcher(text);
        if (same && nosec.find()) {
            add("nosec", named(nosec.group(1), "bandit:", "gosec:"), "", finding, scope);
        }
        Matcher nosemgrep = NOSEMGREP.matcher(text);
        if (nosemgrep.find()) {
            add("nosemgrep", named(nosemgrep.group(1), "semgrep:"), "", finding, scope);
        }
    }

    /** Findings of a tool, by their ids, or all where none is named. */
    private static Predicate<Finding> named(@Nullable String ids, String... prefixes) {
        Set<String> wanted = new HashSet<>();
        for (String id : ids == null ? new String[0] : ids.strip().split("[,\\s]+", -1)) {
            for (String prefix : prefixes) {
                if (!id.isEmpty()) {
                    wanted.add(prefix + id);
                }
            }
        }
        return finding -> finding.sameAs().stream()
                .anyMatch(id ->
                        wanted.isEmpty() ? List.of(prefixes).stream().anyMatch(id::startsWith) : wanted.contains(id));
    }

    private void add(String by, Predicate<Finding> names, String reason, Finding finding, Scope scope) {
        silences.add(new Silence(by, false, names, scope, reason, finding.location(), null));
    }
}
