package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in the slots of a method: variables by the names that the compiler kept, else one variable for each slot, which may have been several in
 * the source.
 */
final class Variables {
    private final MethodCode code;
    private final TypeNames names;
    private final String suffix;
    private final boolean hasThis;
    private final Map<Integer, String> parameters = new HashMap<>();
    private final Map<Integer, String> parameterTypes = new HashMap<>();
    private final Map<Integer, Expression> captured = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> iterators = new HashSet<>();

    /**
     * The variables of a method.
     *
     * @param suffix what is added to names that the compiler did not keep, different in functions inside one another
     */
    Variables(MethodCode code, TypeNames names, boolean hasThis, String suffix) {
        this.code = code;
        this.names = names;
        this.hasThis = hasThis;
        this.suffix = suffix;
    }

    /** Says that a slot holds what the function around has under a name. */
    void capture(int slot, Expression value) {
        captured.put(slot, value);
    }

    /**
     * The variable that a parameter is.
     *
     * @param descriptor its type as the class file says it
     * @param type its type with what arguments it has
     */
    Target.Variable parameter(int slot, @Nullable String name, String descriptor, TypeName type, TextRange range) {
        Optional<LocalVariableInfo> kept = code.variable(slot, 0);
        parameterTypes.put(slot, descriptor);
        String called = kept.map(it -> it.name().stringValue()).orElse(name == null ? fallback(slot) : name);
        parameters.put(slot, called);
        declared.add(called);
        return new Target.Variable(range, called, true, type);
    }

    private String fallback(int slot) {
        return "local" + slot + suffix;
    }

    private String name(int slot, int number) {
        Optional<LocalVariableInfo> kept = code.variable(slot, number);
        return kept.map(it -> it.name().stringValue()).orElseGet(() -> parameters.getOrDefault(slot, fallback(slot)));
    }

    /** What an instruction reads from a slot. */
    Expression read(int slot, int number, TextRange range) {
        if (hasThis && slot == 0) {
            return new Expression.This(range);
        }
        Expression outer = captured.get(slot);
        if (outer != null) {
            return outer instanceof Expression.Name name ? new Expression.Name(range, name.name()) : outer;
        }
        return new Expression.Name(range, name(slot, number));
    }

    /** The descriptor of what is in a slot; empty where it is not known. */
    String descriptor(int slot, int number) {
        return code.variable(slot, number)
                .map(it -> it.type().stringValue())
                .orElseGet(() -> parameterTypes.getOrDefault(slot, ""));
    }

    /** What an instruction writes to. The name of a variable that gets its value here is only kept from the next instruction on. */
    Target.Variable written(int slot, int number, TextRange range) {
        int after = number + 1;
        String name = name(slot, after);
        if (!declared.add(name)) {
            return new Target.Variable(range, name, false, null);
        }
        return new Target.Variable(
                range, name, true, code.variable(slot, after).map(this::type).orElse(null));
    }

    /** Whether the compiler kept the name of a variable. */
    boolean isNamed(int slot, int number) {
        return code.variable(slot, number).isPresent();
    }

    /** Says that a variable is the iterator of a loop over what it holds. */
    void iterate(String name) {
        iterators.add(name);
    }

    /** Whether a variable is the iterator of a loop, which holds what the loop goes over. */
    boolean isIterator(String name) {
        return iterators.contains(name);
    }

    /** A new variable for a value that is needed twice. */
    Target.Variable temporary(TextRange range) {
        return new Target.Variable(range, "temporary@" + range.end(), true, null);
    }

    private TypeName type(LocalVariableInfo variable) {
        Optional<String> signature = code.signature(variable).filter(TypeNames::isReadable);
        return signature.isPresent()
                ? names.signature(Signature.parseFrom(signature.get()))
                : names.descriptor(variable.type().stringValue());
    }
}
