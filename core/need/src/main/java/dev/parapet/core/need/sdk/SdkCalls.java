package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door of this package: the API calls among what a handler reaches. */
public final class SdkCalls {
    /** Each dialect is made when its language is first met. */
    private static final class Python {
        static final SdkDialect DIALECT = new BotoDialect(ServiceTable.standard());
    }

    private static final class Go {
        static final SdkDialect DIALECT = new GoDialect(ServiceTable.standard());
    }

    private static final class Java {
        static final SdkDialect DIALECT = new JavaDialect(ServiceTable.standard());
    }

    private static final class JavaScript {
        static final SdkDialect DIALECT = new JavaScriptDialect(ServiceTable.standard());
    }

    private static final class DotNet {
        static final SdkDialect DIALECT = new DotNetDialect(ServiceTable.standard());
    }

    private SdkCalls() {}

    /** The API calls, by file and place. What is the same of several possible clients is one call. */
    public static List<SdkCall> of(Reached reached) {
        Map<Same, SdkCall> calls = new LinkedHashMap<>();
        Senders senders = new Senders(reached.calls());
        for (FlowCall call : reached.calls()) {
            List<SdkCall> recognised =
                    new ArrayList<>(dialect(call.file().language()).recognise(call));
            if (recognised.isEmpty()) {
                recognised.addAll(ExtensionCalls.of(call));
            }
            for (SdkCall it : recognised) {
                FlowValue.Place place = new FlowValue.Place(call.file(), call.range());
                calls.putIfAbsent(new Same(place, it.service(), it.operation(), it.parameters()), senders.sent(it));
            }
        }
        return List.copyOf(calls.values());
    }

    private record Same(
            FlowValue.Place place, String service, Optional<String> operation, List<FlowArgument> parameters) {}

    private static SdkDialect dialect(Language language) {
        return switch (language) {
            case PYTHON -> Python.DIALECT;
            case JAVASCRIPT, TYPESCRIPT -> JavaScript.DIALECT;
            case JAVA -> Java.DIALECT;
            case GO -> Go.DIALECT;
            case CSHARP -> DotNet.DIALECT;
        };
    }
}
