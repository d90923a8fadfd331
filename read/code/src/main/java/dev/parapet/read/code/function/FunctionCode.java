package dev.parapet.read.code.function;

import dev.parapet.model.Fault;
import dev.parapet.model.Resource;
import dev.parapet.model.code.Handler;
import dev.parapet.read.code.CodeLayout;

/** Where the code of a function is. */
public sealed interface FunctionCode {
    /**
     * It is among the scanned files, or in the template.
     *
     * @param handler where it begins
     * @param layout how its files find each other
     */
    record Found(Handler handler, CodeLayout layout) implements FunctionCode {}

    /**
     * It was not found, or is not read.
     *
     * @param reason what sort of reason there is
     * @param why a clause without subject and full stop: {@code lies in Amazon S3}
     */
    record Elsewhere(Reason reason, String why) implements FunctionCode {
        /** The same, as a fault at the line that names the function. */
        public Fault fault(Resource function) {
            String message =
                    "the code of '" + function.id().name() + "' " + why + ", so that what it does is not known";
            return new Fault(
                    Fault.Kind.UNSUPPORTED,
                    function.head().path(),
                    function.head().start().line(),
                    message);
        }
    }

    /** Why code is not read. */
    enum Reason {
        /** It is not among what was scanned: an object in S3, an image of a registry, a value that is not known. */
        NOT_LOCAL,
        /** It is there, in a language that is not read. */
        LANGUAGE,
        /** It should be there and was not found. */
        MISSING
    }
}
