package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowValue;
import java.util.Map;

/** What calls of boto3 are made on. */
sealed interface BotoHandle {
    /** A client of a service. */
    record Client(SdkService service) implements BotoHandle {}

    /**
     * A client or resource of a service that is not known.
     *
     * @param why a clause without a full stop
     */
    record AnyClient(String why) implements BotoHandle {}

    /**
     * A resource.
     *
     * @param type {@link BotoResources#SERVICE} for the service itself
     */
    record Resource(SdkService service, String type, Map<String, FlowValue> identifiers) implements BotoHandle {}

    /**
     * A collection of resources.
     *
     * @param of whose it is
     * @param step what it lists, and the type of its elements
     * @param listed whether a call that lists it was made on the way here
     */
    record Collection(Resource of, BotoResources.Step step, boolean listed) implements BotoHandle {}

    /** A paginator or waiter: its only method calls the operation. */
    record Prepared(SdkService service, SdkOperation operation, String method) implements BotoHandle {}

    /** What an object gathers to send it in batches, by the call that made it. */
    record Batch() implements BotoHandle {}
}
