package dev.parapet.model.code;

import java.util.List;

/**
 * A type as the source names it, not resolved: {@code Map<String, AttributeValue>} is the name {@code Map} with two arguments.
 * Pointers and nullability are left out ({@code *s3.Client} is {@code s3.Client}), an array is {@code []} with one argument, a
 * union or function type {@code ?}.
 *
 * @param name the name, its parts joined by {@code .}
 * @param arguments the type arguments
 */
public record TypeName(String name, List<TypeName> arguments) {
    public TypeName {
        arguments = List.copyOf(arguments);
    }

    /** The type without arguments that is called {@code name}. */
    public static TypeName of(String name) {
        return new TypeName(name, List.of());
    }

    /** The name with its arguments, as Java would write it. */
    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return name;
        }
        StringBuilder text = new StringBuilder(name);
        String before = "<";
        for (TypeName argument : arguments) {
            text.append(before).append(argument);
            before = ", ";
        }
        return text.append('>').toString();
    }
}
