package dev.parapet.read.code.python;

import dev.parapet.model.code.Expression;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** String literals: https://docs.python.org/3/reference/lexical_analysis.html#f-strings. */
final class PythonStrings {
    private PythonStrings() {}

    /** The parts of one literal: texts, and the expressions of an f-string. */
    static List<Expression> parts(SyntaxNode node, PythonLowering lowering) {
        if (!node.is("string")) {
            return List.of(lowering.expression(node));
        }
        SyntaxNode start = node.child("string_start");
        String prefix = start == null ? "" : start.text();
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            switch (child.kind()) {
                case "string_content" -> parts.add(new Expression.Text(child.range(), content(child, prefix)));
                case "interpolation" -> interpolation(child, lowering, parts);
                default -> {}
            }
        }
        return parts;
    }

    /** The expression in braces, and those that say how it is formatted. */
    private static void interpolation(SyntaxNode node, PythonLowering lowering, List<Expression> parts) {
        for (SyntaxNode child : node.children()) {
            switch (child.kind()) {
                case "type_conversion" -> {}
                case "format_specifier" ->
                    child.children().forEach(format -> parts.addAll(lowering.expressions(format.children())));
                default -> parts.add(lowering.expression(child));
            }
        }
    }

    private static String content(SyntaxNode node, String prefix) {
        String written = node.text();
        if (PythonText.isFormatted(prefix)) {
            written = written.replace("{{", "{").replace("}}", "}");
        }
        return PythonText.isRaw(prefix) ? written : PythonText.unescape(written);
    }
}
