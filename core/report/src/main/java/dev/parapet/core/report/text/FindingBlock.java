package dev.parapet.core.report.text;

import dev.parapet.core.report.FirstSentence;
import dev.parapet.core.report.RuleText;
import dev.parapet.core.report.RuleTexts;
import dev.parapet.core.report.source.Lines;
import dev.parapet.core.report.source.Printable;
import dev.parapet.model.Evidence;
import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One finding, or one that speaks for several: what, where, why, what to do. */
final class FindingBlock {
    /** How many lines the places of the others may take; JSON has them all. */
    private static final int OTHER_LINES = 6;

    private final Sources sources;
    private final RuleTexts texts;
    private final Style style;

    FindingBlock(Sources sources, RuleTexts texts, Style style) {
        this.sources = sources;
        this.texts = texts;
        this.style = style;
    }

    void write(Fold fold, Appendable out) throws IOException {
        Finding finding = fold.first();
        Paint paint = Paint.of(finding.severity());
        head(finding, paint, out);
        int gutter = gutter(finding);
        frames(finding, paint, gutter, out);
        String condition = finding.condition();
        if (condition != null) {
            say("when", Printable.of(condition), gutter, out);
        }
        if (Boolean.TRUE.equals(finding.unauthenticated())) {
            say("reach", "an attacker gets here without a credential", gutter, out);
        }
        Optional<RuleText> text = texts.lookup(finding.rule());
        if (!finding.why().isEmpty()) {
            say("severity", severity(finding, text), gutter, out);
        }
        if (text.isPresent()) {
            say("why", Printable.of(FirstSentence.of(text.get().why())), gutter, out);
        }
        Finding.Fix fix = finding.fix();
        if (fix != null) {
            say("fix", Printable.of(FirstSentence.ended(fix.summary())), gutter, out);
        }
        if (fold.all().size() > 1) {
            also(fold, gutter, out);
        }
        say("more", "parapet rules show " + Printable.of(finding.rule()), gutter, out);
        out.append('\n');
    }

    private void head(Finding finding, Paint paint, Appendable out) throws IOException {
        String word = finding.severity().word();
        List<String> lines = Wrap.lines(Printable.of(finding.message()), style.width() - word.length() - 2);
        out.append(paint.on(word, style))
                .append(Paint.STRONG.on(": " + lines.getFirst(), style))
                .append('\n');
        for (int i = 1; i < lines.size(); i++) {
            out.append(" ".repeat(word.length() + 2))
                    .append(Paint.STRONG.on(lines.get(i), style))
                    .append('\n');
        }
    }

    private int gutter(Finding finding) {
        int last = Math.max(
                finding.location().start().line(), finding.location().end().line());
        for (Evidence evidence : finding.evidence()) {
            last = Math.max(last, evidence.location().start().line());
        }
        return Integer.toString(last).length();
    }

    private void frames(Finding finding, Paint paint, int gutter, Appendable out) throws IOException {
        Span location = finding.location();
        arrow("-->", location, describe(finding.resource()), gutter, out);
        List<Evidence> elsewhere = new ArrayList<>();
        Optional<Lines> lines = sources.lines(location.path());
        if (lines.isPresent() && location.start().line() <= lines.get().count()) {
            Excerpt excerpt = new Excerpt(lines.get(), style, paint, gutter);
            excerpt.look(location);
            Span head = finding.resource().head();
            if (head.path().equals(location.path())
                    && head.start().line() < location.start().line()) {
                excerpt.show(head.start().line());
            }
            for (Evidence evidence : finding.evidence()) {
                if (evidence.location().path().equals(location.path())) {
                    excerpt.note(evidence.location(), Printable.of(evidence.text()));
                } else {
                    elsewhere.add(evidence);
                }
            }
            frame(gutter, out);
            excerpt.write(out);
        } else {
            elsewhere.addAll(finding.evidence());
        }
        for (Evidence evidence : elsewhere) {
            elsewhere(evidence, paint, gutter, out);
        }
        frame(gutter, out);
    }

    private void elsewhere(Evidence evidence, Paint paint, int gutter, Appendable out) throws IOException {
        Span location = evidence.location();
        Optional<Lines> lines = sources.lines(location.path());
        if (lines.isPresent() && location.start().line() <= lines.get().count()) {
            arrow(":::", location, "", gutter, out);
            Excerpt excerpt = new Excerpt(lines.get(), style, paint, gutter);
            excerpt.note(location, Printable.of(evidence.text()));
            frame(gutter, out);
            excerpt.write(out);
        } else {
            arrow(":::", location, Printable.of(evidence.text()), gutter, out);
        }
    }

    private void arrow(String arrow, Span place, String what, int gutter, Appendable out) throws IOException {
        out.append(" ".repeat(gutter)).append(Paint.FRAME.on(arrow, style)).append(' ');
        out.append(Printable.of(place.toString()));
        if (!what.isEmpty()) {
            out.append(Paint.FAINT.on("  " + what, style));
        }
        out.append('\n');
    }

    private void frame(int gutter, Appendable out) throws IOException {
        out.append(" ".repeat(gutter)).append(Paint.FRAME.on(" |", style)).append('\n');
    }

    private void say(String word, String text, int gutter, Appendable out) throws IOException {
        int indent = gutter + 3 + word.length() + 2;
        List<String> lines = Wrap.lines(text, style.width() - indent);
        out.append(" ".repeat(gutter)).append(Paint.FRAME.on(" =", style)).append(' ');
        out.append(Paint.STRONG.on(word + ":", style))
                .append(' ')
                .append(lines.getFirst())
                .append('\n');
        for (int i = 1; i < lines.size(); i++) {
            out.append(" ".repeat(indent)).append(lines.get(i)).append('\n');
        }
    }

    private static String severity(Finding finding, Optional<RuleText> text) {
        String facts = Printable.of(String.join("; ", finding.why()));
        String word = finding.severity().word();
        if (text.isEmpty() || text.get().severity() == finding.severity()) {
            return word + ", because " + facts;
        }
        String base = text.get().severity().word();
        boolean raised = finding.severity().compareTo(text.get().severity()) > 0;
        return (raised ? "raised from " : "lowered from ") + base + " to " + word + ": " + facts;
    }

    /** {@code OrdersUrl (AWS::Lambda::Url), from Orders}. */
    private static String describe(Resource resource) {
        StringBuilder text = new StringBuilder(resource.id().name());
        text.append(" (").append(resource.type()).append(')');
        String written = resource.writtenAs();
        if (written != null && !written.equals(resource.id().name())) {
            text.append(", generated from ").append(written);
        }
        String construct = resource.construct();
        if (construct != null) {
            text.append(", construct ").append(construct);
        }
        return Printable.of(text.toString());
    }

    /** The others, those of one file in a line. */
    private void also(Fold fold, int gutter, Appendable out) throws IOException {
        List<Finding> others = fold.all().subList(1, fold.all().size());
        String path = fold.first().location().path();
        int indent = gutter + 3 + "also: ".length();
        int from = 0;
        for (int line = 0; from < others.size(); line++) {
            out.append(" ".repeat(line == 0 ? gutter : indent));
            if (line == 0) {
                out.append(Paint.FRAME.on(" =", style))
                        .append(' ')
                        .append(Paint.STRONG.on("also:", style))
                        .append(' ');
            }
            if (line == OTHER_LINES) {
                out.append("and ")
                        .append(Integer.toString(others.size() - from))
                        .append(" more\n");
                return;
            }
            int to = from + 1;
            while (to < others.size()
                    && others.get(to)
                            .location()
                            .path()
                            .equals(others.get(from).location().path())) {
                to++;
            }
            out.append(Places.of(others.subList(from, to), path, style.width() - indent))
                    .append('\n');
            from = to;
        }
    }
}
