package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import java.util.List;
import java.util.Optional;

/**
 * A call of a cloud's API in code.
 *
 * @param call the call in the code; one such call can be several of the API, as a transfer manager's are
 * @param service the service as botocore names it: {@code dynamodb}, {@code stepfunctions}, {@code sesv2}; empty where even that is not
 *     known
 * @param operation the operation as the API names it: {@code GetItem}; empty where it is not known
 * @param parameters the parameters by the API's names, whatever the SDK calls them: {@code TableName}; one that is spread is a map of
 *     which the keys are not known
 * @param whyUnknown why the operation is not known, a clause without a full stop; empty where it is
 * @param client what makes the call, as far as that is known: the client, or what was got of it
 */
public record SdkCall(
        FlowCall call,
        String service,
        Optional<String> operation,
        List<FlowArgument> parameters,
        Optional<String> whyUnknown,
        FlowValue client)
        implements ApiCall {
    public SdkCall {
        parameters = List.copyOf(parameters);
        if (operation.isPresent() == whyUnknown.isPresent()) {
            throw new IllegalArgumentException("either the operation is known, or why it is not");
        }
    }

    /** A call of a known operation. */
    public static SdkCall of(FlowCall call, String service, String operation, List<FlowArgument> parameters) {
        return new SdkCall(call, service, Optional.of(operation), parameters, Optional.empty(), call.callee());
    }

    /** A call that is visibly of an SDK, but of which operation is not known. */
    public static SdkCall unknown(FlowCall call, String service, String why) {
        return new SdkCall(call, service, Optional.empty(), List.of(), Optional.of(why), call.callee());
    }

    /** The call, made by another client than what is called tells. */
    SdkCall sentBy(FlowValue other) {
        return new SdkCall(call, service, operation, parameters, whyUnknown, other);
    }

    /** The call in one line: {@code dynamodb:GetItem(TableName: env TABLE)}. */
    public String text() {
        StringBuilder text = new StringBuilder(service.isEmpty() ? "?" : service)
                .append(':')
                .append(operation.orElse("?"))
                .append('(');
        for (int i = 0; i < parameters.size(); i++) {
            FlowArgument parameter = parameters.get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(parameter.spread() ? "..." : parameter.name() == null ? "" : parameter.name() + ": ")
                    .append(parameter.value().text());
        }
        text.append(')');
        whyUnknown.ifPresent(why -> text.append(" // ").append(why));
        return text.toString();
    }
}
