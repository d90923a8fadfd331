package dev.parapet.read.code.function;

import dev.parapet.model.Value;
import java.util.List;

/** Where a template says that the code of a function or layer is. */
sealed interface CodePlace {
    /**
     * A folder, or what a build makes of one.
     *
     * @param folders where to look: the folder first, then the project around it
     * @param built what is left of the path where it does not exist; empty where it does
     */
    record Folder(List<String> folders, String built) implements CodePlace {}

    /** In the template. */
    record Inline(Value code) implements CodePlace {}

    /**
     * An image that is built from what is scanned.
     *
     * @param dockerfile the Dockerfile
     * @param context the folder that it is built in
     * @param target the stage; empty for the last
     */
    record Image(String dockerfile, String context, String target) implements CodePlace {}

    /** Not among what is scanned. */
    record Elsewhere(FunctionCode.Elsewhere why) implements CodePlace {
        static Elsewhere missing(String why) {
            return new Elsewhere(new FunctionCode.Elsewhere(FunctionCode.Reason.MISSING, why));
        }

        static Elsewhere notLocal(String why) {
            return new Elsewhere(new FunctionCode.Elsewhere(FunctionCode.Reason.NOT_LOCAL, why));
        }
    }
}
