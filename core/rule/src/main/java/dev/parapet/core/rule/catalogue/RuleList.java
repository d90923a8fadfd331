package dev.parapet.core.rule.catalogue;

import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code parapet rules list}: all rules, for people or as {@code parapet.rules/1}. */
public final class RuleList {
    private RuleList() {}

    /**
     * A line for each rule: severity, id and title.
     *
     * @throws IOException when {@code out} does
     */
    public static void text(RuleSet rules, Appendable out) throws IOException {
        List<Rule> all = rules.all();
        int width = 0;
        for (Rule rule : all) {
            width = Math.max(width, rule.id().length());
        }
        for (Rule rule : all) {
            out.append(padded(rule.severity().word(), 8)).append("  ");
            out.append(padded(rule.id(), width))
                    .append("  ")
                    .append(rule.title())
                    .append('\n');
        }
        out.append(String.valueOf(all.size())).append(all.size() == 1 ? " rule\n" : " rules\n");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /**
     * The document {@code parapet.rules/1}; a control is written {@code catalogue:control}.
     *
     * @throws IOException when {@code out} does
     */
    public static void json(RuleSet rules, Appendable out) throws IOException {
        out.append("{\n  \"schema\": \"parapet.rules/1\",\n  \"rules\": [");
        boolean first = true;
        for (Rule rule : rules.all()) {
            out.append(first ? "\n    " : ",\n    ");
            first = false;
            json(rule, out);
        }
        out.append(first ? "]\n}\n" : "\n  ]\n}\n");
    }

    private static void json(Rule rule, Appendable out) throws IOException {
        out.append("{ \"id\": ");
        quote(rule.id(), out);
        out.append(", \"title\": ");
        quote(rule.title(), out);
        out.append(", \"severity\": ");
        quote(rule.severity().word(), out);
        out.append(", \"area\": ");
        quote(rule.area().word(), out);
        out.append(", \"sameAs\": ");
        list(rule.sameAs(), out);
        out.append(", \"differs\": {");
        boolean first = true;
        for (Map.Entry<String, String> entry : new TreeMap<>(rule.differs()).entrySet()) {
            out.append(first ? " " : ", ");
            first = false;
            quote(entry.getKey(), out);
            out.append(": ");
            quote(entry.getValue(), out);
        }
        out.append(first ? "}" : " }").append(", \"resourceTypes\": ");
        list(rule.isAboutCode() ? List.of("AWS::Lambda::Function") : rule.resourceTypes(), out);
        List<String> controls = new ArrayList<>();
        for (Map.Entry<String, List<String>> catalogue : rule.controls().entrySet()) {
            for (String control : catalogue.getValue()) {
                controls.add(catalogue.getKey() + ":" + control);
            }
        }
        out.append(", \"controls\": ");
        list(controls, out);
        out.append(", \"cwe\": ");
        list(rule.cwe(), out);
        out.append(", \"hygiene\": ").append(String.valueOf(rule.hygiene()));
        out.append(", \"fix\": ")
                .append(String.valueOf(rule.fix().set() != null))
                .append(" }");
    }

    private static void list(List<String> texts, Appendable out) throws IOException {
        out.append('[');
        for (int i = 0; i < texts.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            quote(texts.get(i), out);
        }
        out.append(']');
    }

    private static void quote(String text, Appendable out) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f && c < 0xa0 || Character.isSurrogate(c)) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 15, 16));
                }
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
