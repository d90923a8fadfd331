package dev.parapet.core.flow.value;

import dev.parapet.core.flow.scope.Scope;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that code of the project declares. Declarations are compared by identity. */
public sealed interface ProjectValue extends FlowValue {
    /**
     * A function, with what the names around it stand for.
     *
     * @param scope its own scope
     * @param receiver the object whose method it is; null where it is none, or any
     * @param around the call in which it was made; null where that is any
     */
    record FunctionValue(
            FunctionDeclaration function,
            Scope scope,
            @Nullable FlowValue receiver,
            @Nullable Frame around) implements ProjectValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FunctionValue that
                    && function == that.function
                    && around == that.around
                    && Objects.equals(receiver, that.receiver);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(function);
        }
    }

    /** A class. */
    record ClassValue(ClassDeclaration type, Scope scope) implements ProjectValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ClassValue that && type == that.type;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(type);
        }
    }

    /**
     * An object of a class.
     *
     * @param arguments what its constructor was given; null where that is any that is given anywhere
     * @param from what a library made it of: the event, a text that was parsed. Fields that the code of the class gives no value are
     *     parts of that; null where it is made by the project
     */
    record ObjectValue(
            ClassValue type,
            @Nullable List<FlowArgument> arguments,
            @Nullable FlowValue from) implements ProjectValue {
        /** An object that the project makes. */
        public ObjectValue(ClassValue type, @Nullable List<FlowArgument> arguments) {
            this(type, arguments, null);
        }
    }

    /** A file as others import it. */
    record ModuleValue(CodeFile file) implements ProjectValue {}
}
