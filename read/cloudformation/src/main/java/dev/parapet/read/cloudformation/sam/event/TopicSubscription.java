package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code SNS}: a topic invokes the function, by itself or through a queue that is there or that SAM makes. */
final class TopicSubscription implements EventSource {
    private static final PropertyTable PROPERTIES = PropertyTable.of("SNS")
            .required("Topic", Kind.TEXT)
            .optional("Region", Kind.TEXT)
            .any("FilterPolicy", "FilterPolicyScope")
            .optional("SqsSubscription", Kind.oneOf(Kind.BOOL, Kind.MAP))
            .optional("RedrivePolicy", Kind.MAP);
    private static final int BATCH_SIZE = 10;

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        PROPERTIES.check(event, event.properties());
        Value queue = event.property("SqsSubscription");
        if (Intrinsics.isEmpty(queue)) {
            return List.of(
                    Permission.of(event, "sns.amazonaws.com", event.property("Topic")),
                    subscription(event, "lambda", event.targetArn()));
        }
        if (queue instanceof Value.Bool) {
            return throughNewQueue(event, transformation);
        }
        return throughQueue(event, event.map(queue, "SqsSubscription"), transformation);
    }

    private static List<Made> throughNewQueue(FunctionEvent event, Transformation transformation) {
        Made queue = event.make(event.id() + "Queue", "AWS::SQS::Queue");
        Value fifo = fifo(event, transformation);
        if (!Intrinsics.isEmpty(fifo)) {
            queue.set("FifoQueue", fifo);
        }
        Value arn = queue.getAtt("Arn");
        List<Made> all = new ArrayList<>(mapping(event, arn, null, transformation));
        all.add(queue);
        all.add(queuePolicy(event, event.id() + "QueuePolicy", arn, queue.ref()));
        all.add(subscription(event, "sqs", arn));
        return all;
    }

    private static List<Made> throughQueue(FunctionEvent event, Value.Mapping settings, Transformation transformation) {
        Value arn = settings.get("QueueArn");
        Value url = settings.get("QueueUrl");
        if (arn == null || url == null || Intrinsics.isEmpty(arn) || Intrinsics.isEmpty(url)) {
            throw event.invalid("No QueueARN or QueueURL provided.", settings.span());
        }
        String id = settings.get("QueuePolicyLogicalId") instanceof Value.Text name
                        && !name.text().isEmpty()
                ? name.text()
                : event.id() + "QueuePolicy";
        List<Made> all = new ArrayList<>(mapping(event, arn, settings.get("BatchSize"), transformation));
        all.add(queuePolicy(event, id, arn, url));
        all.add(subscription(event, "sqs", arn));
        return all;
    }

    /** Whether the topic keeps the order of its messages, so that its queue has to do so too. */
    private static @Nullable Value fifo(FunctionEvent event, Transformation transformation) {
        String id = Intrinsics.logicalId(event.property("Topic"));
        Authored topic = id == null ? null : transformation.authored(id);
        return topic == null ? null : transformation.resolution().parametersOrNull(topic.property("FifoTopic"));
    }

    private static Made subscription(FunctionEvent event, String protocol, Value endpoint) {
        return event.make(event.id(), "AWS::SNS::Subscription")
                .set("Endpoint", endpoint)
                .set("Protocol", event.values().text(protocol))
                .copyAs("TopicArn", event.properties(), "Topic")
                .copy(event.properties(), "Region", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy");
    }

    private static Made queuePolicy(FunctionEvent event, String id, Value arn, Value url) {
        Values values = event.values();
        Value topic = event.property("Topic");
        Value source = topic == null ? values.text("") : topic;
        return event.make(id, "AWS::SQS::QueuePolicy")
                .set("PolicyDocument", PolicyDocuments.sendFrom(values, values.text("*"), arn, source))
                .set("Queues", values.list(url));
    }

    private static List<Made> mapping(
            FunctionEvent event, Value queue, @Nullable Value batchSize, Transformation transformation) {
        Values values = event.values();
        Value.Mapping properties = values.map(
                "Queue",
                queue,
                "BatchSize",
                Intrinsics.isEmpty(batchSize) ? values.number(BATCH_SIZE) : batchSize,
                "Enabled",
                values.bool(true));
        return PolledSource.QUEUE.expand(event.named(event.name() + "EventSourceMapping", properties), transformation);
    }
}
