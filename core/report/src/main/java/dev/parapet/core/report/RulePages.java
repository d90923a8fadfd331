package dev.parapet.core.report;

import dev.parapet.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words of rules, taken from their pages: front matter, why it matters, {@code ## Fix}, {@code ## Examples}. It reads just
 * the fields that reports show, so that nothing of the rule language is loaded for them.
 */
public final class RulePages implements RuleTexts {
    private final Function<String, Optional<String>> pages;

    /**
     * The words of some pages.
     *
     * @param pages gives the Markdown of a rule by its id
     */
    public RulePages(Function<String, Optional<String>> pages) {
        this.pages = pages;
    }

    @Override
    public Optional<RuleText> lookup(String rule) {
        Optional<String> page = pages.apply(rule);
        return page.isEmpty() ? Optional.empty() : Optional.of(read(page.get()));
    }

    private static RuleText read(String page) {
        List<String> lines = page.lines().toList();
        Severity severity = Severity.MEDIUM;
        List<String> controls = new ArrayList<>();
        StringBuilder why = new StringBuilder();
        StringBuilder fix = new StringBuilder();
        int at = 1;
        String field = "";
        StringBuilder value = new StringBuilder();
        for (; at < lines.size() && !lines.get(at).equals("---"); at++) {
            String line = lines.get(at);
            boolean begins = !line.isEmpty() && Character.isLetter(line.charAt(0)) && line.indexOf(':') > 0;
            if (begins) {
                if (field.equals("controls")) {
                    controls(value.toString(), controls);
                }
                field = line.substring(0, line.indexOf(':'));
                value.setLength(0);
                value.append(line, line.indexOf(':') + 1, line.length());
                if (field.equals("severity")) {
                    severity = severity(value.toString(), severity);
                }
            } else {
                value.append('\n').append(line);
            }
        }
        if (field.equals("controls")) {
            controls(value.toString(), controls);
        }
        StringBuilder section = why;
        boolean fence = false;
        for (at++; at < lines.size(); at++) {
            String line = lines.get(at);
            fence ^= line.startsWith("```");
            if (!fence && line.startsWith("## ")) {
                if (!line.strip().equals("## Fix")) {
                    break;
                }
                section = fix;
            } else {
                section.append(line).append('\n');
            }
        }
        return new RuleText(severity, why.toString().strip(), fix.toString().strip(), controls);
    }

    private static Severity severity(String text, Severity otherwise) {
        int comment = text.indexOf('#');
        String word = (comment < 0 ? text : text.substring(0, comment)).strip();
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        return otherwise;
    }

    /** Reads {@code { catalogue: [A, B] }}, or the same as a block, to {@code catalogue:A}, {@code catalogue:B}. */
    private static void controls(String text, List<String> controls) {
        String catalogue = "";
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == '"' || c == '\'') {
                int end = text.indexOf(c, at + 1);
                end = end < 0 ? text.length() : end;
                controls.add(catalogue + ":" + text.substring(at + 1, end));
                at = end + 1;
            } else if (isWord(c) && !(c == '-' && at + 1 < text.length() && text.charAt(at + 1) == ' ')) {
                int end = at;
                while (end < text.length() && isWord(text.charAt(end))) {
                    end++;
                }
                String word = text.substring(at, end);
                if (end < text.length() && text.charAt(end) == ':') {
                    catalogue = word;
                } else {
                    controls.add(catalogue + ":" + word);
                }
                at = end;
            } else {
                at++;
            }
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '(' || c == ')';
    }
}
