package dev.parapet.core.report.text;

import dev.parapet.core.report.Report;
import dev.parapet.core.report.RuleTexts;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Summary;
import dev.parapet.core.report.Urgent;
import dev.parapet.core.report.source.Printable;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import dev.parapet.model.Suppression;
import dev.parapet.model.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The report for people: what to do first stands first, with the text at fault, the reason and the change that closes it.
 * Housekeeping takes a line a rule, what is undetermined stands under what would settle it, and what is satisfied is only
 * counted.
 */
public final class TextReport implements Report {
    private final RuleTexts texts;
    private final Style style;

    public TextReport(RuleTexts texts, Style style) {
        this.texts = texts;
        this.style = style;
    }

    @Override
    public void write(Scan scan, Appendable out) throws IOException {
        List<Finding> now = new ArrayList<>();
        List<Finding> next = new ArrayList<>();
        List<Finding> then = new ArrayList<>();
        List<Finding> housekeeping = new ArrayList<>();
        List<Finding> undetermined = new ArrayList<>();
        List<Finding> known = new ArrayList<>();
        List<Finding> suppressed = new ArrayList<>();
        for (Finding finding : scan.findings()) {
            if (finding.verdict() instanceof Verdict.Satisfied) {
                continue;
            }
            if (finding.suppressed() != null) {
                suppressed.add(finding);
            } else if (finding.baseline()) {
                known.add(finding);
            } else if (finding.verdict() instanceof Verdict.Undetermined) {
                undetermined.add(finding);
            } else {
                switch (Urgent.of(finding)) {
                    case NOW -> now.add(finding);
                    case NEXT -> next.add(finding);
                    case THEN -> then.add(finding);
                    case HOUSEKEEPING -> housekeeping.add(finding);
                }
            }
        }
        FindingBlock block = new FindingBlock(new Sources(scan), texts, style);
        Set<String> names = names(scan);
        blocks(Urgent.NOW.words(), now, names, block, out);
        blocks(Urgent.NEXT.words(), next, names, block, out);
        blocks(Urgent.THEN.words(), then, names, block, out);
        housekeeping(housekeeping, out);
        undetermined(undetermined, out);
        if (style.verbose()) {
            known(known, out);
            suppressed(suppressed, out);
        }
        notes(scan.notes(), out);
        faults(scan.faults(), out);
        new Closing(style).write(scan, Summary.of(scan), now, next, then, housekeeping, out);
    }

    private void heading(String title, int count, Appendable out) throws IOException {
        String words = "-- " + title + " (" + count + ") ";
        out.append(Paint.STRONG.on(words, style));
        out.append(Paint.FAINT.on("-".repeat(Math.max(2, style.width() - words.length())), style));
        out.append('\n');
    }

    private static Set<String> names(Scan scan) {
        Set<String> names = new HashSet<>();
        for (Stack stack : scan.stacks()) {
            for (Resource resource : stack.resources()) {
                names.add(resource.id().name());
                String written = resource.writtenAs();
                if (written != null) {
                    names.add(written);
                }
            }
        }
        return names;
    }

    private void blocks(String title, List<Finding> findings, Set<String> names, FindingBlock block, Appendable out)
            throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        heading(title, findings.size(), out);
        out.append('\n');
        for (Fold fold : Fold.byWords(findings, names)) {
            block.write(fold, out);
        }
    }

    private void housekeeping(List<Finding> findings, Appendable out) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        heading(Urgent.HOUSEKEEPING.words(), findings.size(), out);
        for (Fold fold : Fold.byRule(findings)) {
            Finding first = fold.first();
            line(first, Printable.of(first.title()) + " (" + Printable.of(first.rule()) + ")", fold.all(), "", out);
        }
        out.append('\n');
    }

    private void line(Finding finding, String words, List<Finding> all, String indent, Appendable out)
            throws IOException {
        String severity = finding.severity().word();
        String start = indent + severity + " ".repeat(10 - severity.length());
        String text = words + ": " + (all.size() == 1 ? "" : Nouns.resources(all) + ": ");
        int room = style.width() - start.length() - Printable.width(text);
        if (room < style.width() / 4) {
            text = text.stripTrailing() + "\n" + indent + " ".repeat(10);
            room = style.width() - indent.length() - 10;
        }
        out.append(indent)
                .append(Paint.of(finding.severity()).on(severity, style))
                .append(start, indent.length() + severity.length(), start.length())
                .append(text)
                .append(Places.of(all, "", room))
                .append('\n');
    }

    private void undetermined(List<Finding> findings, Appendable out) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        heading("Undetermined", findings.size(), out);
        Map<List<String>, List<Finding>> byMissing = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.verdict() instanceof Verdict.Undetermined verdict) {
                byMissing
                        .computeIfAbsent(verdict.missing(), missing -> new ArrayList<>())
                        .add(finding);
            }
        }
        for (Map.Entry<List<String>, List<Finding>> entry : byMissing.entrySet()) {
            for (String words : Wrap.lines(Printable.of(missing(entry.getKey())), style.width())) {
                out.append(words).append('\n');
            }
            for (Fold fold : Fold.byRule(entry.getValue())) {
                Finding first = fold.first();
                String words = fold.all().size() == 1 ? first.message() : first.title();
                line(first, Printable.of(words) + " (" + Printable.of(first.rule()) + ")", fold.all(), "  ", out);
            }
        }
        out.append('\n');
    }

    private static String missing(List<String> missing) {
        StringBuilder text = new StringBuilder(String.join(", ", missing));
        text.append(missing.size() == 1 ? " is" : " are").append(" not known");
        String separator = "; give ";
        for (String what : missing) {
            boolean parameter = what.startsWith("Parameter ");
            if (parameter || what.startsWith("AWS::")) {
                String name = parameter ? what.substring("Parameter ".length()) : what;
                text.append(separator).append("--parameter ").append(name).append("=VALUE");
                separator = " and ";
            }
        }
        boolean given = separator.equals(" and ");
        return text.append(given ? " to settle whether:" : ", so it is open whether:")
                .toString();
    }

    private void known(List<Finding> findings, Appendable out) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        heading("Known from the baseline", findings.size(), out);
        for (Fold fold : Fold.byRule(findings)) {
            Finding first = fold.first();
            line(first, Printable.of(first.title()) + " (" + Printable.of(first.rule()) + ")", fold.all(), "", out);
        }
        out.append('\n');
    }

    private void suppressed(List<Finding> findings, Appendable out) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        heading("Suppressed", findings.size(), out);
        Map<String, List<Finding>> byReason = new TreeMap<>();
        for (Finding finding : findings) {
            Suppression by = finding.suppressed();
            if (by != null) {
                String reason = by.reason().isEmpty() ? "no reason given" : by.reason();
                byReason.computeIfAbsent(by.by() + ": " + reason, same -> new ArrayList<>())
                        .add(finding);
            }
        }
        for (Map.Entry<String, List<Finding>> entry : byReason.entrySet()) {
            for (Fold fold : Fold.byRule(entry.getValue())) {
                Finding first = fold.first();
                line(first, Printable.of(first.rule()) + ", " + Printable.of(entry.getKey()), fold.all(), "", out);
            }
        }
        out.append('\n');
    }

    private void notes(List<Note> notes, Appendable out) throws IOException {
        if (notes.isEmpty()) {
            return;
        }
        heading("Notes", notes.size(), out);
        for (Note note : notes) {
            place(note.path(), note.line(), note.message(), out);
        }
        out.append('\n');
    }

    private void faults(List<Fault> faults, Appendable out) throws IOException {
        if (faults.isEmpty()) {
            return;
        }
        heading("Not fully looked at", faults.size(), out);
        for (Fault fault : faults) {
            place(fault.path(), fault.line(), fault.message(), out);
        }
        out.append('\n');
    }

    private void place(String path, int line, String message, Appendable out) throws IOException {
        String start = Printable.of(path) + ":" + line + ": ";
        int indent = Math.min(Printable.width(start), 4);
        List<String> lines = Wrap.lines(start + Printable.of(message), style.width() - indent);
        out.append(lines.getFirst()).append('\n');
        for (int i = 1; i < lines.size(); i++) {
            out.append(" ".repeat(indent)).append(lines.get(i)).append('\n');
        }
    }
}
