package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import java.util.List;

/**
 * A call of a cloud's API, told by whoever knows the SDKs. Tables name it as <code>aws.s3.GetObject(!.Bucket)</code>, whatever the
 * language and the SDK of the code.
 *
 * @param call the call in the code
 * @param service the service: {@code dynamodb}; {@link #PRESIGNED} for a link to an object
 * @param operation the operation as the API names it: {@code GetItem}
 * @param parameters the parameters by the API's names; one that is spread is a map of which the keys are not known
 */
public record ApiCall(FlowCall call, String service, String operation, List<FlowArgument> parameters) {
    public ApiCall {
        parameters = List.copyOf(parameters);
    }

    /** How a call of Amazon S3 is named that makes no request but a link to it. */
    public static final String PRESIGNED = "presigned";

    /** How tables name it. */
    List<String> path() {
        return List.of("aws", service, operation);
    }
}
