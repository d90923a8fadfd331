package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.Reached;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.List;

/** The door of this package: the API calls among what a handler reaches. */
public final class SdkCalls {
    /** Each dialect is made when its language is first met. */
    private static final class Python {
        static final SdkDialect DIALECT = new BotoDialect(ServiceTable.standard());
    }

    private static final class Go {
        static final SdkDialect DIALECT = new GoDialect(ServiceTable.standard());
    }

    private static final class JavaScript {
        static final SdkDialect DIALECT = new JavaScriptDialect(ServiceTable.standard());
    }

    private static final class DotNet {
        static final SdkDialect DIALECT = new DotNetDialect(ServiceTable.standard());
    }

    private SdkCalls() {}

    /** The API calls, by file and place. */
    public static List<SdkCall> of(Reached reached) {
        List<SdkCall> calls = new ArrayList<>();
        for (FlowCall call : reached.calls()) {
            calls.addAll(dialect(call.file().language()).recognise(call));
        }
        return calls;
    }

    private static SdkDialect dialect(Language language) {
        return switch (language) {
            case PYTHON -> Python.DIALECT;
            case JAVASCRIPT, TYPESCRIPT -> JavaScript.DIALECT;
            case JAVA -> call -> List.of();
            case GO -> Go.DIALECT;
            case CSHARP -> DotNet.DIALECT;
        };
    }
}
