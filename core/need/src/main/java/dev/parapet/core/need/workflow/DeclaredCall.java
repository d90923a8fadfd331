package dev.parapet.core.need.workflow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.need.sdk.ApiCall;
import java.util.List;
import java.util.Optional;

/**
 * A call of a cloud's API that a service makes because its configuration says so. What the template says of its arguments stands in them
 * by name, as variables of the environment do in code: {@link TemplateArguments}.
 *
 * @param service the service as botocore names it
 * @param operation the operation as the API names it; empty where it is not known
 * @param parameters the parameters by the API's names
 * @param whyUnknown why the operation is not known, a clause without a full stop; empty where it is
 */
public record DeclaredCall(
        String service, Optional<String> operation, List<FlowArgument> parameters, Optional<String> whyUnknown)
        implements ApiCall {
    public DeclaredCall {
        parameters = List.copyOf(parameters);
    }

    static DeclaredCall of(String service, String operation, List<FlowArgument> parameters) {
        return new DeclaredCall(service, Optional.of(operation), parameters, Optional.empty());
    }

    static DeclaredCall unknown(String service, String why) {
        return new DeclaredCall(service, Optional.empty(), List.of(), Optional.of(why));
    }
}
