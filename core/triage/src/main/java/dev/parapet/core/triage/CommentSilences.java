package dev.parapet.core.triage;

import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Position;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments of one file that ask for silence. Each tool's own words keep the scope that the tool gives them:
 *
 * <ul>
 *   <li>Checkov: the resource whose text holds the comment ("Suppressing and Skipping Policies" of its documentation).
 *   <li>Trivy and tfsec: what begins on the comment's own line or, where the comment stands alone, right below it and below
 *       further comments ("Filtering misconfigurations, by inline comments").
 *   <li>KICS: {@code ignore-line} the comment's line and the one below, {@code ignore-block} what begins below, the others the
 *       whole file and only before its first line of content ("Using commands on scanned files as comments").
 * </ul>
 */
final class CommentSilences {
    /** How many comments of one file are heeded, so that time stays in bounds on a file of nothing else. */
    private static final int MOST = 1000;

    private final SourceFile file;
    private final TextBlocks blocks;
    private final Set<Integer> heads;
    private final List<Silence> silences;
    private final List<Note> notes;

    private CommentSilences(SourceFile file, Set<Integer> heads, List<Silence> silences, List<Note> notes) {
        this.file = file;
        this.blocks = new TextBlocks(file.text());
        this.heads = heads;
        this.silences = silences;
        this.notes = notes;
    }

    /**
     * Reads a file.
     *
     * @param heads the lines on which its resources begin
     * @param silences takes what is found, in the order of the text
     * @param notes takes what is wrong with Parapet's own comments
     */
    static void read(SourceFile file, Set<Integer> heads, List<Silence> silences, List<Note> notes) {
        String text = file.text();
        if (!text.contains(":ignore") && !text.contains(":skip=") && !text.contains("kics-scan")) {
            return;
        }
        CommentSilences reader = new CommentSilences(file, heads, silences, notes);
        int before = silences.size();
        for (Comment comment : YamlComments.of(text)) {
            reader.read(comment);
            if (silences.size() - before >= MOST) {
                notes.add(new Note(
                        file.path(),
                        comment.line(),
                        "this file holds more than " + MOST
                                + " suppressing comments; those below this line are not heeded"));
                return;
            }
        }
    }

    private void read(Comment comment) {
        String text = comment.text();
        own(comment, text.indexOf("parapet:ignore"));
        checkov(comment, "checkov:skip=");
        checkov(comment, "bridgecrew:skip=");
        trivy(comment, "trivy:ignore:");
        trivy(comment, "tfsec:ignore:");
        kics(comment, text.strip());
    }

    private void own(Comment comment, int at) {
        if (at < 0) {
            return;
        }
        String command = comment.text().substring(at).strip();
        boolean wholeFile = command.startsWith("parapet:ignore-file");
        String rest = command.substring((wholeFile ? "parapet:ignore-file" : "parapet:ignore").length());
        if (!rest.isEmpty() && !Character.isWhitespace(rest.charAt(0))) {
            note(comment, "'" + firstWord(command) + "' is no command; write parapet:ignore RULE REASON");
            return;
        }
        rest = rest.strip();
        String ids = firstWord(rest);
        if (ids.isEmpty()) {
            note(comment, "parapet:ignore names no rule; write parapet:ignore RULE REASON");
            return;
        }
        String reason = rest.substring(ids.length()).strip();
        LocalDate lastDay = null;
        int until = reason.indexOf("until:");
        if (until >= 0) {
            String date = firstWord(reason.substring(until + "until:".length()));
            lastDay = OwnWords.date(date);
            if (lastDay == null) {
                note(comment, OwnWords.noDate("until:" + date));
                return;
            }
            reason = (reason.substring(0, until).strip() + " "
                            + reason.substring(until + "until:".length() + date.length())
                                    .strip())
                    .strip();
        }
        Scope scope = wholeFile ? wholeFile() : target(comment, true);
        for (String id : ids.split(",", -1)) {
            if (!id.isEmpty()) {
                add(
                        comment,
                        (wholeFile ? "parapet:ignore-file " : "parapet:ignore ") + id,
                        true,
                        OwnWords.named(id),
                        scope,
                        reason,
                        lastDay);
            }
        }
    }

    /** {@code checkov:skip=CKV_AWS_1:reason}. */
    private void checkov(Comment comment, String marker) {
        String text = comment.text();
        for (int at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
            int start = at + marker.length();
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            int end = start;
            while (end < text.length() && isCheckovId(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                String id = text.substring(start, end);
                int next = text.indexOf(marker, end);
                String reason = end < text.length() && text.charAt(end) == ':'
                        ? text.substring(end + 1, next < 0 ? text.length() : next)
                                .strip()
                        : "";
                Scope scope = new Scope.ResourceAround(file.path(), comment.line());
                add(comment, marker + id, false, Tool.CHECKOV.named(id), scope, reason, null);
            }
        }
    }

    private static boolean isCheckovId(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** {@code trivy:ignore:AVD-AWS-0001:exp:2027-01-01}; several may stand in one comment. */
    private void trivy(Comment comment, String marker) {
        for (String word : comment.text().split("[\\s#]+", -1)) {
            if (!word.startsWith(marker)) {
                continue;
            }
            String[] parts = word.substring(marker.length()).split(":", -1);
            int bracket = parts[0].indexOf('[');
            String id = bracket < 0 ? parts[0] : parts[0].substring(0, bracket);
            if (id.isEmpty() || bracket >= 0) {
                continue;
            }
            LocalDate lastDay = null;
            for (int i = 1; i + 1 < parts.length; i += 2) {
                if (parts[i].equals("exp")) {
                    LocalDate expiry = OwnWords.date(parts[i + 1]);
                    lastDay = expiry == null ? LocalDate.MIN : expiry.minusDays(1);
                }
            }
            Predicate<Finding> names = id.equals("*") ? Tool.TRIVY.all() : Tool.TRIVY.named(id);
            add(comment, marker + id, false, names, target(comment, false), "", lastDay);
        }
    }

    private void kics(Comment comment, String text) {
        if (!text.startsWith("kics-scan ")) {
            return;
        }
        String command = firstWord(text.substring("kics-scan ".length()).strip());
        if (command.equals("ignore-line")) {
            int next = Math.min(comment.line() + 1, blocks.count());
            add(comment, "kics-scan ignore-line", false, Tool.KICS.all(), lines(comment.line(), next), "", null);
        } else if (command.equals("ignore-block")) {
            int next = blocks.next(comment.line());
            if (next > 0) {
                Scope scope = lines(comment.line(), blocks.end(next));
                add(comment, "kics-scan ignore-block", false, Tool.KICS.all(), scope, "", null);
            }
        } else if (blocks.previous(comment.line()) == 0 && comment.alone()) {
            if (command.equals("ignore")) {
                add(comment, "kics-scan ignore", false, Tool.KICS.all(), wholeFile(), "", null);
            } else if (command.startsWith("disable=")) {
                for (String id : command.substring("disable=".length()).split(",", -1)) {
                    add(comment, "kics-scan disable=" + id, false, Tool.KICS.named(id), wholeFile(), "", null);
                }
            } else if (command.startsWith("enable=")) {
                Set<String> ids = new HashSet<>();
                for (String id : command.substring("enable=".length()).split(",", -1)) {
                    ids.add(Tool.KICS.written(id.toLowerCase(Locale.ROOT)));
                }
                add(comment, "kics-scan enable", false, Tool.KICS.allBut(ids), wholeFile(), "", null);
            }
        }
    }

    /**
     * What begins on the comment's line, or below where it stands alone. Parapet's own comment is also about the whole resource
     * where it is the first thing inside of one.
     */
    private Scope target(Comment comment, boolean own) {
        int line = comment.alone() ? blocks.next(comment.line()) : comment.line();
        if (line == 0) {
            return lines(comment.line(), comment.line());
        }
        if (own && comment.alone()) {
            int previous = blocks.previous(line);
            if (heads.contains(previous) && blocks.end(previous) >= line) {
                line = previous;
            }
        }
        return lines(line, blocks.end(line));
    }

    private Scope lines(int first, int last) {
        return new Scope.Lines(file.path(), first, last);
    }

    private Scope wholeFile() {
        return lines(1, Integer.MAX_VALUE);
    }

    private void add(
            Comment comment,
            String by,
            boolean own,
            Predicate<Finding> names,
            Scope scope,
            String reason,
            @Nullable LocalDate lastDay) {
        silences.add(new Silence(by, own, names, scope, reason, place(comment), lastDay));
    }

    private Span place(Comment comment) {
        int end = comment.column()
                + 1
                + comment.text().codePointCount(0, comment.text().length());
        return new Span(file.path(), new Position(comment.line(), comment.column()), new Position(comment.line(), end));
    }

    private void note(Comment comment, String message) {
        notes.add(new Note(file.path(), comment.line(), message));
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
