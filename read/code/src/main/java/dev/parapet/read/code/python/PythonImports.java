package dev.parapet.read.code.python;

import dev.parapet.model.code.Statement;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.List;

/** Imports: https://docs.python.org/3/reference/simple_stmts.html#the-import-statement. */
final class PythonImports {
    private PythonImports() {}

    static void lower(SyntaxNode node, List<Statement> into) {
        switch (node.kind()) {
            case "import_statement" -> node.fields("name").forEach(name -> module(name, into));
            case "future_import_statement" -> members(node, "__future__", into);
            default -> members(node, written(Lowering.text(node.field("module_name"))), into);
        }
    }

    /** {@code import a.b} loads {@code a.b} and gives {@code a} a name; {@code import a.b as c} gives {@code a.b} one. */
    private static void module(SyntaxNode name, List<Statement> into) {
        if (name.is("aliased_import")) {
            String module = written(Lowering.text(name.field("name")));
            String alias = Lowering.text(name.field("alias"));
            into.add(new Statement.Import(name.range(), module, null, alias));
            return;
        }
        String module = written(name.text());
        int dot = module.indexOf('.');
        String top = dot < 0 ? module : module.substring(0, dot);
        into.add(new Statement.Import(name.range(), top, null, top));
        if (dot >= 0) {
            into.add(new Statement.Import(name.range(), module, null, null));
        }
    }

    private static void members(SyntaxNode node, String module, List<Statement> into) {
        if (node.has("wildcard_import")) {
            into.add(new Statement.Import(node.range(), module, "*", null));
        }
        for (SyntaxNode name : node.fields("name")) {
            boolean aliased = name.is("aliased_import");
            String symbol = written(aliased ? Lowering.text(name.field("name")) : name.text());
            String alias = aliased ? Lowering.text(name.field("alias")) : symbol;
            into.add(new Statement.Import(name.range(), module, symbol, alias));
        }
    }

    /** A dotted name without the blanks that may stand in it. */
    private static String written(String text) {
        return text.replaceAll("\\s", "");
    }
}
