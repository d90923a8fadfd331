package dev.parapet.read.code.go;

import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports, constants, variables and types: https://go.dev/ref/spec#Declarations_and_scope. */
final class GoDeclarations {
    private final GoLowering lowering;
    private final String text;
    /** The number of the constant in its group. */
    private int iota;

    GoDeclarations(GoLowering lowering, String text) {
        this.lowering = lowering;
        this.text = text;
    }

    /** The value of {@code iota} here. */
    int iota() {
        return iota;
    }

    void imports(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode child : node.children()) {
            switch (child.kind()) {
                case "import_spec_list" -> imports(child, into);
                case "import_spec" -> {
                    SyntaxNode path = child.field("path");
                    if (path != null) {
                        into.add(imported(child, GoText.of(path), child.field("name")));
                    }
                }
                default -> lowering.statement(child, into);
            }
        }
    }

    private Statement imported(SyntaxNode node, String module, @Nullable SyntaxNode name) {
        String kind = name == null ? "" : name.kind();
        return new Statement.Import(
                node.range(),
                module,
                kind.equals("dot") ? "*" : null,
                switch (kind) {
                    case "" -> packageName(module);
                    case "dot", "blank_identifier" -> null;
                    default -> Lowering.text(name);
                });
    }

    /**
     * The name of a package, which only its own files say: most often the last part of its path, without what says a version or
     * that it is for Go. Of several possible names, the one that this file uses.
     */
    private String packageName(String module) {
        String path = module.replaceAll("/v\\d+$", "").replaceAll("\\.v\\d+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String plain = last.replaceAll("^go-|[-.]go$", "");
        // The packages of aws-lambda-go-api-proxy are called after what they adapt, which is imported beside them:
        // https://github.com/awslabs/aws-lambda-go-api-proxy.
        List<String> candidates = List.of(
                module.contains("/aws-lambda-go-api-proxy/") ? plain + "adapter" : last,
                last,
                plain,
                plain.replace("-", ""),
                plain.replace('-', '_'),
                plain.substring(plain.lastIndexOf('-') + 1));
        for (String candidate : candidates) {
            if (uses(candidate)) {
                return candidate;
            }
        }
        return last;
    }

    private boolean uses(String name) {
        int at = -1;
        while (!name.isEmpty() && (at = text.indexOf(name + ".", at + 1)) >= 0) {
            if (at == 0
                    || !Character.isJavaIdentifierPart(text.charAt(at - 1))
                            && text.charAt(at - 1) != '.'
                            && text.charAt(at - 1) != '/') {
                return true;
            }
        }
        return false;
    }

    /** Constants of one group; those without a value repeat the last: https://go.dev/ref/spec#Constant_declarations. */
    void constants(SyntaxNode node, List<Statement> into) {
        int outer = iota;
        iota = 0;
        @Nullable SyntaxNode last = null;
        for (SyntaxNode spec : node.children()) {
            SyntaxNode value = spec.field("value");
            boolean repeats = value == null && last != null && GoAssignments.isShort(last);
            last = value == null ? last : value;
            List<SyntaxNode> names = names(spec);
            if (value != null || repeats) {
                List<SyntaxNode> values = GoAssignments.list(last);
                lowering.assignments().assign(names, values, true, GoTypes.optional(spec.field("type")), into);
            } else {
                declare(names, null, into);
            }
            iota++;
        }
        iota = outer;
    }

    void variables(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode spec : node.children()) {
            if (spec.is("var_spec_list")) {
                variables(spec, into);
                continue;
            }
            TypeName type = GoTypes.optional(spec.field("type"));
            SyntaxNode value = spec.field("value");
            if (value == null) {
                declare(names(spec), type, into);
            } else {
                lowering.assignments().assign(names(spec), GoAssignments.list(value), true, type, into);
            }
        }
    }

    /** The names of a declaration; commas between them have the same field. */
    private static List<SyntaxNode> names(SyntaxNode spec) {
        List<SyntaxNode> names = new ArrayList<>(spec.fields("name"));
        names.removeIf(name -> !name.isNamed());
        return names;
    }

    private static void declare(List<SyntaxNode> names, @Nullable TypeName type, List<Statement> into) {
        for (SyntaxNode name : names) {
            if (!name.text().equals("_")) {
                into.add(new Statement.Declare(new Target.Variable(name.range(), name.text(), true, type)));
            }
        }
    }

    void types(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode spec : node.children()) {
            SyntaxNode name = spec.field("name");
            SyntaxNode type = spec.field("type");
            if (name == null || type == null) {
                into.add(new Statement.Evaluate(lowering.unknown(spec)));
            } else if (spec.is("type_alias")) {
                into.add(new Statement.Evaluate(new Expression.Assign(
                        spec.range(),
                        new Target.Variable(name.range(), name.text(), true, null),
                        lowering.literals().type(type))));
            } else {
                into.add(type(spec, name, type));
            }
        }
    }

    /** A type is a class: of a struct its fields, of an interface its methods, of any other type what it is made of. */
    private ClassDeclaration type(SyntaxNode spec, SyntaxNode name, SyntaxNode type) {
        List<TypeName> supers = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        switch (type.kind()) {
            case "struct_type" -> fields(type.child("field_declaration_list"), supers, body);
            case "interface_type" -> methods(type, supers, body);
            default -> supers.add(GoTypes.type(type));
        }
        return new ClassDeclaration(spec.range(), name.range(), name.text(), supers, List.of(), body);
    }

    /** The fields of a struct. An embedded one has the name of its type, and gives its members to the struct. */
    private void fields(@Nullable SyntaxNode list, List<TypeName> supers, List<Statement> body) {
        for (SyntaxNode field : list == null ? List.<SyntaxNode>of() : list.children()) {
            SyntaxNode type = field.field("type");
            SyntaxNode tag = field.field("tag");
            if (type == null) {
                lowering.statement(field, body);
                continue;
            }
            if (tag != null) {
                body.add(new Statement.Evaluate(lowering.expression(tag)));
            }
            TypeName typeName = GoTypes.type(type);
            List<SyntaxNode> names = names(field);
            declare(names, typeName, body);
            if (names.isEmpty()) {
                supers.add(typeName);
                String called = typeName.name().substring(typeName.name().lastIndexOf('.') + 1);
                body.add(new Statement.Declare(new Target.Variable(type.range(), called, true, typeName)));
            }
        }
    }

    private void methods(SyntaxNode type, List<TypeName> supers, List<Statement> body) {
        for (SyntaxNode element : type.children()) {
            if (element.is("method_elem")) {
                FunctionDeclaration method = lowering.functions().function(element);
                body.add(method);
            } else if (element.is("type_elem") && element.children().size() == 1) {
                supers.add(GoTypes.type(element));
            }
        }
    }
}
