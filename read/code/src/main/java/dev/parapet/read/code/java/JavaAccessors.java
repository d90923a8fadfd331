package dev.parapet.read.code.java;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions that a class has without their being written: a record's, and those that Lombok makes of annotations
 * (https://projectlombok.org/features/).
 */
final class JavaAccessors {
    private static final Set<String> GETTERS = Set.of("Getter", "Data", "Value");
    private static final Set<String> SETTERS = Set.of("Setter", "Data");
    private static final Set<String> ALL_ARGUMENTS = Set.of("AllArgsConstructor", "Value");
    private static final Set<String> REQUIRED_ARGUMENTS = Set.of("RequiredArgsConstructor", "Data");

    private JavaAccessors() {}

    /** A field of a class. */
    private record Field(Target.Variable variable, boolean isFinal, boolean hasValue, Set<String> annotations) {}

    /** Adds to the members of a class what its annotations make. */
    static void add(List<Expression> annotations, @Nullable SyntaxNode block, List<Statement> members) {
        Set<String> ofClass = names(annotations);
        List<Field> fields = fields(block);
        Set<String> written = new HashSet<>();
        for (Statement member : members) {
            if (member instanceof FunctionDeclaration function && function.name() != null) {
                written.add(function.name());
            }
        }
        List<Statement> made = new ArrayList<>();
        for (Field field : fields) {
            Target.Variable variable = field.variable();
            boolean truth = variable.type() != null && variable.type().name().equals("boolean");
            String getter = (truth ? "is" : "get") + capital(variable.name());
            String setter = "set" + capital(variable.name());
            if (isAny(GETTERS, ofClass, field.annotations()) && written.add(getter)) {
                made.add(getter(variable, getter));
            }
            if (isAny(SETTERS, ofClass, field.annotations()) && !field.isFinal() && written.add(setter)) {
                made.add(setter(variable, setter));
            }
        }
        boolean all = isAny(ALL_ARGUMENTS, ofClass, Set.of());
        if ((all || isAny(REQUIRED_ARGUMENTS, ofClass, Set.of())) && !written.contains(JavaFunctions.CONSTRUCTOR)) {
            List<Target.Variable> given = new ArrayList<>();
            for (Field field : fields) {
                boolean required = field.isFinal() || field.annotations().contains("NonNull");
                if (!(field.isFinal() && field.hasValue()) && (all || required && !field.hasValue())) {
                    given.add(field.variable());
                }
            }
            List<Parameter> parameters = new ArrayList<>();
            given.forEach(it -> parameters.add(new Parameter(it, List.of())));
            TextRange range = block == null ? new TextRange(0, 0) : block.range();
            made.add(constructor(range, parameters, assignments(given)));
        }
        members.addAll(made);
    }

    private static boolean isAny(Set<String> wanted, Set<String> ofClass, Set<String> ofField) {
        return ofClass.stream().anyMatch(wanted::contains) || ofField.stream().anyMatch(wanted::contains);
    }

    /** The names of annotations, without their packages. */
    private static Set<String> names(List<Expression> annotations) {
        Set<String> names = new HashSet<>();
        for (Expression annotation : annotations) {
            Expression called = annotation instanceof Expression.Call call ? call.callee() : annotation;
            switch (called) {
                case Expression.Name name -> names.add(name.name());
                case Expression.Field field -> names.add(field.name());
                default -> {}
            }
        }
        return names;
    }

    /** The fields of the objects of a class. */
    private static List<Field> fields(@Nullable SyntaxNode block) {
        List<Field> fields = new ArrayList<>();
        for (SyntaxNode member : block == null ? List.<SyntaxNode>of() : block.children()) {
            if (!member.is("field_declaration") || JavaAnnotations.has(member, "static")) {
                continue;
            }
            Set<String> annotations = new HashSet<>();
            SyntaxNode modifiers = member.child("modifiers");
            for (SyntaxNode modifier : modifiers == null ? List.<SyntaxNode>of() : modifiers.children()) {
                SyntaxNode name = modifier.field("name");
                if (name != null) {
                    String path = JavaTypes.name(name.text());
                    annotations.add(path.substring(path.lastIndexOf('.') + 1));
                }
            }
            TypeName type = JavaTypes.declared(member.field("type"));
            for (SyntaxNode declarator : member.fields("declarator")) {
                SyntaxNode name = declarator.field("name");
                if (name != null) {
                    fields.add(new Field(
                            new Target.Variable(name.range(), name.text(), true, type),
                            JavaAnnotations.has(member, "final"),
                            declarator.field("value") != null,
                            annotations));
                }
            }
        }
        return fields;
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Expression.Field field(Target.Variable variable) {
        TextRange range = variable.range();
        return new Expression.Field(range, new Expression.This(range), variable.name());
    }

    /** A constructor that is not written. */
    static FunctionDeclaration constructor(TextRange range, List<Parameter> parameters, List<Statement> body) {
        TextRange head = new TextRange(range.start(), range.start());
        return new FunctionDeclaration(
                range,
                head,
                JavaFunctions.CONSTRUCTOR,
                null,
                Set.of(Modifier.CONSTRUCTOR),
                parameters,
                null,
                List.of(),
                body);
    }

    /** Assigns to each field the parameter of its name. */
    static List<Statement> assignments(List<Target.Variable> fields) {
        List<Statement> body = new ArrayList<>();
        for (Target.Variable it : fields) {
            body.add(assignment(it));
        }
        return body;
    }

    private static Statement assignment(Target.Variable field) {
        Expression parameter = new Expression.Name(field.range(), field.name());
        return new Statement.Evaluate(new Expression.Assign(field.range(), new Target.Member(field(field)), parameter));
    }

    /** A function that returns a field. */
    static FunctionDeclaration getter(Target.Variable field, String name) {
        TextRange range = field.range();
        Statement result = new Statement.Return(range, field(field));
        return new FunctionDeclaration(
                range, range, name, null, Set.of(), List.of(), field.type(), List.of(), List.of(result));
    }

    private static FunctionDeclaration setter(Target.Variable field, String name) {
        TextRange range = field.range();
        return new FunctionDeclaration(
                range,
                range,
                name,
                null,
                Set.of(),
                List.of(new Parameter(field, List.of())),
                null,
                List.of(),
                List.of(assignment(field)));
    }
}
