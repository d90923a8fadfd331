package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clients that send commands of the SDK for JavaScript 3, by where the commands are made. */
final class Senders {
    private final Map<FlowValue.Place, FlowValue> clients = new HashMap<>();

    /** The senders among some calls. */
    Senders(List<FlowCall> calls) {
        for (FlowCall call : calls) {
            if (call.callee() instanceof FlowValue.Member method
                    && method.name().equals("send")) {
                sent(method.of(), call.arguments());
            } else if (call.callee() instanceof FlowValue.Member function
                    && function.name().equals("getSignedUrl")
                    && call.arguments().size() > 1) {
                sent(call.arguments().getFirst().value(), call.arguments().subList(1, 2));
            }
        }
    }

    private void sent(FlowValue client, List<FlowArgument> commands) {
        for (FlowArgument command : commands) {
            for (FlowValue it : Values.alternatives(command.value())) {
                if (it instanceof FlowValue.Instance instance && instance.made() != null) {
                    clients.merge(instance.made(), client, (one, other) -> Values.either(List.of(one, other)));
                }
            }
        }
    }

    /** A call, with the client that sends it where it is a command. */
    SdkCall sent(SdkCall call) {
        FlowCall made = call.call();
        FlowValue client = made.made() ? clients.get(new FlowValue.Place(made.file(), made.range())) : null;
        return client == null ? call : call.sentBy(client);
    }
}
