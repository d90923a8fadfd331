package dev.parapet.core.triage;

import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Resource;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Stack;
import dev.parapet.model.Suppression;
import dev.parapet.model.Value;
import dev.parapet.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the authors of templates asked to be silent about: Parapet's own comments {@code parapet:ignore RULE REASON}, and the
 * comments and metadata that they have for other tools already, mapped through {@link Finding#sameAs()}.
 */
public final class Suppressions {
    private final List<Silence> own = new ArrayList<>();
    private final List<Silence> others = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private Suppressions() {}

    /**
     * Reads the suppressions of the templates of some stacks.
     *
     * @param source gives the text of a file
     */
    public static Suppressions read(List<Stack> stacks, Function<String, Optional<SourceFile>> source) {
        return read(stacks, List.of(), source);
    }

    /**
     * Reads the suppressions of the templates of some stacks, and those beside findings in code.
     *
     * @param findings what was found, in templates or elsewhere
     * @param source gives the text of a file
     */
    public static Suppressions read(
            List<Stack> stacks, List<Finding> findings, Function<String, Optional<SourceFile>> source) {
        Suppressions suppressions = new Suppressions();
        TreeMap<String, Set<Integer>> headsByPath = new TreeMap<>();
        List<Silence> found = new ArrayList<>(0);
        for (Stack stack : stacks) {
            headsByPath.computeIfAbsent(stack.path(), path -> new HashSet<>());
            MetadataSilences.ofTemplate(stack.metadata(), new Scope.WholeStack(stack.id()), found, suppressions.notes);
            for (Resource resource : stack.resources()) {
                headsByPath
                        .computeIfAbsent(resource.head().path(), path -> new HashSet<>())
                        .add(resource.head().start().line());
                if (resource.attributes().get("Metadata") instanceof Value.Mapping metadata) {
                    Scope scope = new Scope.Authored(resource.id());
                    MetadataSilences.ofResource(metadata, scope, found, suppressions.notes);
                }
            }
        }
        for (var entry : headsByPath.entrySet()) {
            Optional<SourceFile> file = source.apply(entry.getKey());
            if (file.isPresent()) {
                CommentSilences.read(file.get(), entry.getValue(), found, suppressions.notes);
            }
        }
        found.addAll(CodeSilences.of(findings, headsByPath.keySet(), source));
        for (Silence silence : found) {
            (silence.own() ? suppressions.own : suppressions.others).add(silence);
        }
        return suppressions;
    }

    /**
     * Marks the findings that are suppressed. Where several suppressions match, Parapet's own wins, then the first of the text.
     *
     * @param today the day by which a suppression has expired or not
     */
    public Triaged apply(List<Finding> findings, LocalDate today) {
        if (own.isEmpty() && others.isEmpty()) {
            return new Triaged(findings, notes, List.of());
        }
        Set<Silence> used = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Finding> triaged = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            if (finding.verdict() instanceof Verdict.Satisfied) {
                triaged.add(finding);
                continue;
            }
            Silence by = match(finding, own, used, today);
            if (by == null) {
                by = match(finding, others, used, today);
            }
            triaged.add(
                    by == null ? finding : finding.suppressedBy(new Suppression(by.by(), by.reason(), by.location())));
        }
        List<Note> expired = new ArrayList<>(notes);
        List<Note> unused = new ArrayList<>();
        for (Silence silence : own) {
            if (!used.contains(silence)) {
                unused.add(note(silence, silence.by() + " matches no finding here; remove it"));
            }
        }
        for (List<Silence> silences : List.of(own, others)) {
            for (Silence silence : silences) {
                if (silence.hasExpired(today) && used.contains(silence)) {
                    expired.add(note(silence, silence.by() + " has expired; renew it, or mend what it was about"));
                }
            }
        }
        return new Triaged(triaged, expired, unused);
    }

    private static @Nullable Silence match(
            Finding finding, List<Silence> silences, Set<Silence> used, LocalDate today) {
        Silence first = null;
        for (Silence silence : silences) {
            if (silence.matches(finding)) {
                used.add(silence);
                if (first == null && !silence.hasExpired(today)) {
                    first = silence;
                }
            }
        }
        return first;
    }

    private static Note note(Silence silence, String message) {
        return new Note(silence.location().path(), silence.location().start().line(), message);
    }
}
