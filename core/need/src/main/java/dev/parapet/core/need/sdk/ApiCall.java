package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.List;
import java.util.Optional;

/** A call of a cloud's API, wherever it is written: in code ({@link SdkCall}), or in the configuration of a service that makes it. */
public interface ApiCall {
    /** The service as botocore names it; empty where even that is not known. */
    String service();

    /** The operation as the API names it; empty where it is not known. */
    Optional<String> operation();

    /** The parameters by the API's names; one that is spread is a map of which the keys are not known. */
    List<FlowArgument> parameters();

    /** Why the operation is not known, a clause without a full stop; empty where it is. */
    Optional<String> whyUnknown();

    /**
     * The value of a parameter; empty where the call has none of that name. Where the parameters are a map that is not known, the
     * value is that map's entry.
     */
    default Optional<FlowValue> parameter(String name) {
        List<FlowValue> values = parameters().stream()
                .filter(it -> name.equals(it.name()))
                .map(FlowArgument::value)
                .toList();
        if (!values.isEmpty()) {
            return Optional.of(Values.either(values));
        }
        return parameters().stream()
                .filter(FlowArgument::spread)
                .findFirst()
                .map(it -> new FlowValue.Item(it.value(), new FlowValue.Text(name)));
    }
}
