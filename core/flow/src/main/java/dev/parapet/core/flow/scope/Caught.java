package dev.parapet.core.flow.scope;

import dev.parapet.model.code.Statement;
import java.util.Set;

/** Which exceptions a handler catches. */
public final class Caught {
    /** Classes of which exceptions are that nobody thought of. */
    private static final Set<String> ANY = Set.of(
            "Exception",
            "BaseException",
            "Throwable",
            "RuntimeException",
            "Error",
            "any",
            "unknown",
            "System.Exception");

    private Caught() {}

    /** Whether it catches exceptions of every kind, and not only those that the code has a name for. */
    public static boolean isAny(Statement.Handler handler) {
        return handler.types().isEmpty() || handler.types().stream().anyMatch(type -> ANY.contains(type.name()));
    }
}
