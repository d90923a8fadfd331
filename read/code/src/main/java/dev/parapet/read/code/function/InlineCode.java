package dev.parapet.read.code.function;

import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.model.code.CodeFile;
import java.util.Arrays;
import java.util.Optional;

/**
 * Code inside a template, and where each of its characters stands there. A block of YAML indents it, JSON and quoted texts escape
 * it, {@code Fn::Join} tears it apart; so each line is looked for behind the one before.
 */
final class InlineCode {
    /** How far behind the last line the next may be; what stands between are quotes, commas and indentation. */
    private static final int WINDOW = 2_000;

    private InlineCode() {}

    /** The text of code, in which what is only known once it is deployed is {@code ${Name}}; empty when none of it is known. */
    static Optional<String> text(Value value) {
        return switch (value) {
            case Value.Text text -> Optional.of(text.text());
            case Value.Composed composed -> {
                StringBuilder all = new StringBuilder();
                composed.parts().forEach(part -> all.append(part(part)));
                yield Optional.of(all.toString());
            }
            default -> Optional.empty();
        };
    }

    private static String part(Value part) {
        return switch (part) {
            case Value.Text text -> text.text();
            case Value.Reference reference ->
                "${" + reference.target().name()
                        + (reference.attribute().equals("Ref") ? "" : "." + reference.attribute()) + "}";
            case Value.Unresolved unresolved ->
                "${" + unresolved.missing().substring(unresolved.missing().lastIndexOf(' ') + 1) + "}";
            case Value.DynamicReference secret -> "{{resolve:" + secret.service() + ":" + secret.key() + "}}";
            default -> "${}";
        };
    }

    /** The same code with the places of a template. */
    static CodeFile within(CodeFile code, Span span, SourceFile template) {
        return code.within(template.text(), offsets(code.source().text(), span, template.text()));
    }

    private static int[] offsets(String code, Span span, String template) {
        int[] offsets = new int[code.length() + 1];
        int end = offset(template, span.end().line(), span.end().column());
        int at = Math.min(offset(template, span.start().line(), span.start().column()), end);
        int start = 0;
        while (start <= code.length()) {
            int next = code.indexOf('\n', start);
            int stop = next < 0 ? code.length() : next;
            at = line(code, start, stop, template, at, end, offsets);
            if (stop < offsets.length) {
                offsets[stop] = at;
            }
            start = stop + 1;
        }
        return offsets;
    }

    /** Places one line, and says where it ends. */
    private static int line(String code, int start, int stop, String template, int from, int end, int[] offsets) {
        String line = code.substring(start, stop);
        String bare = line.strip();
        int indent = bare.isEmpty() ? line.length() : line.indexOf(bare);
        int limit = Math.min(end, from + WINDOW + bare.length() * 2);
        for (Escape escape : Escape.values()) {
            String written = escape.of(bare);
            int found = bare.isEmpty() ? from : template.indexOf(written, from, Math.max(from, limit));
            if (found >= 0) {
                int at = found;
                for (int i = start; i < stop; i++) {
                    boolean inside = i >= start + indent && i < start + indent + bare.length();
                    offsets[i] = inside ? at : Math.clamp(found - (start + indent - i), from, at);
                    at += inside ? escape.of(code.substring(i, i + 1)).length() : 0;
                }
                return at;
            }
        }
        // What a parameter was put into is written otherwise; it stands where the next line begins.
        int next = template.indexOf('\n', from);
        int at = next < 0 || next >= end ? from : next + 1;
        Arrays.fill(offsets, start, stop, at);
        return at;
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        int remaining = Math.min(column - 1, text.codePointCount(at, text.length()));
        return text.offsetByCodePoints(at, remaining);
    }

    /** How a line of code is written in a template. */
    private enum Escape {
        PLAIN,
        /** As in JSON and double quotes. */
        DOUBLE_QUOTED,
        /** As in single quotes. */
        SINGLE_QUOTED;

        String of(String text) {
            return switch (this) {
                case PLAIN -> text;
                case DOUBLE_QUOTED ->
                    text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
                case SINGLE_QUOTED -> text.replace("'", "''");
            };
        }
    }
}
