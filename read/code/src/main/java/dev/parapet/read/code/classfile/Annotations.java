package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.TextRange;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Annotations: https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.7.16. Those that only the compiler needs
 * ({@code @Override}) are not in class files.
 */
final class Annotations {
    private static final int MAXIMUM_DEPTH = 8;

    private final TypeNames names;

    Annotations(TypeNames names) {
        this.names = names;
    }

    /** The annotations of a class, field or method. */
    List<Expression> of(AttributedElement element, TextRange range) {
        List<Annotation> annotations = new ArrayList<>();
        element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .ifPresent(it -> annotations.addAll(it.annotations()));
        element.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .ifPresent(it -> annotations.addAll(it.annotations()));
        return all(annotations, range);
    }

    /** The annotations of each parameter of a method, as far as they have any; of methods of some classes the first are left out. */
    List<List<Expression>> ofParameters(AttributedElement method, TextRange range) {
        List<List<Expression>> found = new ArrayList<>();
        method.findAttribute(Attributes.runtimeVisibleParameterAnnotations())
                .ifPresent(it -> it.parameterAnnotations().forEach(one -> found.add(all(one, range))));
        return found;
    }

    private List<Expression> all(List<Annotation> annotations, TextRange range) {
        List<Expression> found = new ArrayList<>();
        annotations.forEach(it -> found.add(annotation(it, range, 0)));
        return found;
    }

    private Expression annotation(Annotation annotation, TextRange range, int depth) {
        String type = annotation.className().stringValue();
        Expression name = names.expression(type.substring(1, Math.max(1, type.length() - 1)), range);
        if (annotation.elements().isEmpty() || depth > MAXIMUM_DEPTH) {
            return name;
        }
        List<Argument> arguments = new ArrayList<>();
        for (AnnotationElement element : annotation.elements()) {
            String key = element.name().stringValue();
            boolean alone = annotation.elements().size() == 1 && key.equals("value");
            arguments.add(new Argument(alone ? null : key, value(element.value(), range, depth + 1)));
        }
        return new Expression.Call(range, name, arguments);
    }

    private Expression value(AnnotationValue value, TextRange range, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return new Expression.Unknown(range, "deep nesting", List.of());
        }
        return switch (value) {
            case AnnotationValue.OfString it -> new Expression.Text(range, it.stringValue());
            case AnnotationValue.OfBoolean it -> new Expression.Bool(range, it.booleanValue());
            case AnnotationValue.OfConstant it -> new Expression.Number(range, String.valueOf(it.resolvedValue()));
            case AnnotationValue.OfClass it -> {
                String type = it.className().stringValue();
                Expression name = type.startsWith("L") && type.length() > 2
                        ? names.expression(type.substring(1, type.length() - 1), range)
                        : new Expression.Name(range, names.descriptor(type).toString());
                yield new Expression.Field(range, name, "class");
            }
            case AnnotationValue.OfEnum it -> {
                String type = it.className().stringValue();
                Expression name = names.expression(type.substring(1, Math.max(1, type.length() - 1)), range);
                yield new Expression.Field(range, name, it.constantName().stringValue());
            }
            case AnnotationValue.OfAnnotation it -> annotation(it.annotation(), range, depth + 1);
            case AnnotationValue.OfArray it -> {
                List<Expression> items = new ArrayList<>();
                it.values().forEach(one -> items.add(value(one, range, depth + 1)));
                yield new Expression.Collection(range, Expression.Collection.Kind.LIST, items);
            }
        };
    }
}
