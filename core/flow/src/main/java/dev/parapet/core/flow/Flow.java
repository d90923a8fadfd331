package dev.parapet.core.flow;

import dev.parapet.model.code.CodeBase;
import java.util.List;

/** The door of this package: what a handler of a project does. */
public final class Flow {
    private Flow() {}

    /**
     * What is reached from a handler.
     *
     * @param code the project
     * @param path the file that the handler is in
     * @param symbol what the handler is called there: {@code handler}, {@code Orders.handle} for a method; of JavaScript, the name
     *     by which it is exported; empty where nothing is called and the file itself is what runs
     */
    public static Reached from(CodeBase code, String path, String symbol) {
        return new Reach(code).from(path, symbol);
    }

    /**
     * What is reached where nothing says what is called: from all functions that the files declare.
     *
     * @param paths the files
     */
    public static Reached fromAll(CodeBase code, List<String> paths) {
        return new Reach(code).fromAll(paths);
    }
}
