package dev.parapet.read.code.csharp;

import dev.parapet.model.code.Expression;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** String literals: https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/lexical-structure#6456-string-literals. */
final class CSharpText {
    private CSharpText() {}

    /** What a literal without parts says. */
    static String of(SyntaxNode literal) {
        String written = literal.text().replaceFirst("[uU]8$", "");
        return switch (literal.kind()) {
            case "verbatim_string_literal" ->
                written.length() < 3
                        ? ""
                        : written.substring(2, written.length() - 1).replace("\"\"", "\"");
            case "raw_string_literal" ->
                Lowering.text(literal.child("raw_string_content")).strip();
            default -> written.length() < 2 ? "" : unescape(written.substring(1, written.length() - 1));
        };
    }

    /** An interpolated string. */
    static Expression interpolated(SyntaxNode node, CSharpLowering lowering) {
        String start = Lowering.text(node.child("interpolation_start"));
        boolean verbatim = start.contains("@")
                || Lowering.text(node.child("interpolation_quote")).length() > 2;
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            switch (child.kind()) {
                case "string_content",
                        "interpolated_string_text",
                        "interpolated_verbatim_string_text",
                        "escape_sequence" -> {
                    String text = child.text().replace("{{", "{").replace("}}", "}");
                    parts.add(
                            new Expression.Text(child.range(), verbatim ? text.replace("\"\"", "\"") : unescape(text)));
                }
                case "interpolation" -> {
                    for (SyntaxNode inner : child.children()) {
                        switch (inner.kind()) {
                            case "interpolation_brace",
                                    "interpolation_format_clause",
                                    "interpolation_alignment_clause" -> {}
                            default -> parts.add(lowering.expression(inner));
                        }
                    }
                }
                default -> {}
            }
        }
        return Lowering.text(node.range(), parts);
    }

    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            int most = switch (kind) {
                case 'x', 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            int end = i + 1;
            while (end < text.length() && end - i <= most && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            if (most > 0 && end > i + 1) {
                long code = Long.parseLong(text, i + 1, end, 16);
                out.appendCodePoint(code <= Character.MAX_CODE_POINT ? (int) code : 0xFFFD);
                i = end - 1;
            } else {
                out.append(simple(kind));
            }
        }
        return out.toString();
    }

    private static char simple(char kind) {
        return switch (kind) {
            case '0' -> '\0';
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000B';
            default -> kind;
        };
    }
}
