package dev.parapet.core.flow;

import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.List;

/**
 * What a handler reaches.
 *
 * @param calls the calls of what is not of the project, by file and place
 * @param functions the functions of the project that can run, in the order in which they were found
 * @param files the files that are loaded, in the order in which they were found
 * @param gaps why something may be missing, clauses without a full stop; none when nothing is
 * @param program the code itself, to be asked for values
 */
public record Reached(
        List<FlowCall> calls,
        List<FunctionDeclaration> functions,
        List<CodeFile> files,
        List<String> gaps,
        FlowProgram program) {
    public Reached {
        calls = List.copyOf(calls);
        functions = List.copyOf(functions);
        files = List.copyOf(files);
        gaps = List.copyOf(gaps);
    }
}
