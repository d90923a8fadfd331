package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source that Lambda polls for the function (AWS Lambda Developer Guide, "event source mappings"): the mapping, and what the
 * function's role must be allowed for it.
 *
 * @param type the event's type
 * @param table the properties that the event may have
 * @param source the property that names the source; null when it is named by its servers
 * @param managedPolicy the managed policy for the role; null when there is none
 * @param needs what the role needs besides
 */
record PolledSource(
        String type,
        PropertyTable table,
        @Nullable String source,
        @Nullable String managedPolicy,
        Needs needs) implements EventSource {
    /** What a role needs to poll a source; null for nothing. */
    @FunctionalInterface
    interface Needs {
        /** The inline policy. */
        Value.@Nullable Mapping of(FunctionEvent event, Transformation transformation);
    }

    static final PolledSource QUEUE = new PolledSource(
            "SQS",
            table("SQS").required("Queue", Kind.ANY),
            "Queue",
            "service-role/AWSLambdaSQSQueueExecutionRole",
            (event, transformation) -> null);

    static final List<PolledSource> ALL = List.of(
            QUEUE,
            new PolledSource(
                    "Kinesis",
                    stream("Kinesis"),
                    "Stream",
                    "service-role/AWSLambdaKinesisExecutionRole",
                    (event, transformation) -> null),
            new PolledSource(
                    "DynamoDB",
                    stream("DynamoDB"),
                    "Stream",
                    "service-role/AWSLambdaDynamoDBExecutionRole",
                    (event, transformation) -> null),
            new PolledSource(
                    "MSK",
                    stream("MSK"),
                    "Stream",
                    "service-role/AWSLambdaMSKExecutionRole",
                    KafkaNeeds::ofManagedCluster),
            new PolledSource("SelfManagedKafka", table("SelfManagedKafka"), null, null, KafkaNeeds::ofOwnServers),
            new PolledSource(
                    "MQ",
                    table("MQ").required("Broker", Kind.ANY).strict("DynamicPolicyName", Kind.BOOL),
                    "Broker",
                    null,
                    BrokerNeeds::ofBroker),
            new PolledSource(
                    "DocumentDB",
                    table("DocumentDB")
                            .required("Cluster", Kind.ANY)
                            .required("DatabaseName", Kind.ANY)
                            .any("CollectionName", "FullDocument"),
                    "Cluster",
                    null,
                    BrokerNeeds::ofDocumentDatabase));

    private static final Set<String> DESTINATIONS = Set.of("SQS", "SNS", "S3", "Kafka");

    private static PropertyTable stream(String type) {
        return table(type).required("StartingPosition", Kind.ANY).required("Stream", Kind.ANY);
    }

    private static PropertyTable table(String type) {
        return PropertyTable.of(type)
                .optional("BatchSize", Kind.INTEGER)
                .any("StartingPosition", "StartingPositionTimestamp")
                .optional("Enabled", Kind.BOOL)
                .optional("MaximumBatchingWindowInSeconds", Kind.INTEGER)
                .optional("MaximumRetryAttempts", Kind.INTEGER)
                .optional("BisectBatchOnFunctionError", Kind.BOOL)
                .optional("MaximumRecordAgeInSeconds", Kind.INTEGER)
                .optional("DestinationConfig", Kind.MAP)
                .optional("ParallelizationFactor", Kind.INTEGER)
                .optional("Topics", Kind.LIST)
                .optional("Queues", Kind.LIST)
                .optional("SourceAccessConfigurations", Kind.LIST)
                .optional("SecretsManagerKmsKeyId", Kind.TEXT)
                .optional("TumblingWindowInSeconds", Kind.INTEGER)
                .optional("FunctionResponseTypes", Kind.LIST)
                .optional("KafkaBootstrapServers", Kind.LIST)
                .optional("FilterCriteria", Kind.MAP)
                .any("KmsKeyArn")
                .optional("ConsumerGroupId", Kind.TEXT)
                .optional("ScalingConfig", Kind.MAP)
                .optional("ProvisionedPollerConfig", Kind.MAP)
                .optional("SchemaRegistryConfig", Kind.MAP)
                .optional("MetricsConfig", Kind.MAP)
                .optional("LoggingConfig", Kind.MAP);
    }

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        table.check(event, event.properties());
        Made mapping = event.make(event.id(), "AWS::Lambda::EventSourceMapping");
        mapping.set("FunctionName", event.targetName());
        if (source != null) {
            mapping.copyAs("EventSourceArn", event.properties(), source);
        }
        mapping.copy(
                event.properties(),
                "StartingPosition",
                "StartingPositionTimestamp",
                "BatchSize",
                "Enabled",
                "MaximumBatchingWindowInSeconds",
                "MaximumRetryAttempts",
                "BisectBatchOnFunctionError",
                "MaximumRecordAgeInSeconds",
                "ParallelizationFactor",
                "Topics",
                "Queues",
                "SourceAccessConfigurations",
                "TumblingWindowInSeconds",
                "FunctionResponseTypes",
                "FilterCriteria",
                "KmsKeyArn",
                "ScalingConfig",
                "ProvisionedPollerConfig",
                "MetricsConfig",
                "LoggingConfig");
        filter(event);
        kafka(event, mapping, transformation);
        Value.Mapping destination = destination(event, mapping);
        if (type.equals("DocumentDB")) {
            mapping.set("DocumentDBEventSourceConfig", documents(event));
        }
        if (managedPolicy != null) {
            event.role().managed(managedPolicy, transformation);
        }
        Value.Mapping needed = needs.of(event, transformation);
        if (needed != null) {
            event.role().policyOnce(needed);
        }
        if (destination != null) {
            event.role().policyOnce(destination);
        }
        return List.of(mapping);
    }

    private static void filter(FunctionEvent event) {
        Value criteria = event.property("FilterCriteria");
        if (criteria instanceof Value.Mapping mapping
                && !Intrinsics.isEmpty(mapping)
                && !Intrinsics.is(mapping)
                && !mapping.entries().keySet().equals(Set.of("Filters"))) {
            throw event.invalid("FilterCriteria field has a wrong format", mapping.span());
        }
    }

    private void kafka(FunctionEvent event, Made mapping, Transformation transformation) {
        Value servers = event.property("KafkaBootstrapServers");
        if (servers != null && !Intrinsics.isEmpty(servers)) {
            Values values = Values.of(servers);
            mapping.set(
                    "SelfManagedEventSource", values.map("Endpoints", values.map("KafkaBootstrapServers", servers)));
        }
        Value group = event.property("ConsumerGroupId");
        Value registry = event.property("SchemaRegistryConfig");
        MappingBuilder config = event.values().builder();
        if (group != null && !Intrinsics.isEmpty(group)) {
            if (!type.equals("MSK") && !type.equals("SelfManagedKafka")) {
                throw event.invalidById(
                        "Property ConsumerGroupId not defined for resource of type " + type + ".", group.span());
            }
            config.put("ConsumerGroupId", group);
        }
        if (registry != null && !Intrinsics.isEmpty(registry)) {
            config.put("SchemaRegistryConfig", SchemaRegistry.written(registry, transformation));
        }
        if (!config.isEmpty()) {
            switch (type) {
                case "MSK" -> mapping.set("AmazonManagedKafkaEventSourceConfig", config.build());
                case "SelfManagedKafka" -> mapping.set("SelfManagedKafkaEventSourceConfig", config.build());
                default -> {}
            }
        }
    }

    /** Where records end that the function fails on, and the policy by which the role may send them there. */
    private static Value.@Nullable Mapping destination(FunctionEvent event, Made mapping) {
        if (!(event.property("DestinationConfig") instanceof Value.Mapping written) || Intrinsics.isEmpty(written)) {
            return null;
        }
        if (!(written.get("OnFailure") instanceof Value.Mapping onFailure)) {
            throw event.invalidById("Property 'DestinationConfig.OnFailure' should be a map.", written.span());
        }
        Value destinationType = onFailure.get("Type");
        if (destinationType == null || Intrinsics.isEmpty(destinationType)) {
            mapping.set("DestinationConfig", written);
            return null;
        }
        String name = destinationType instanceof Value.Text text ? text.text() : "";
        if (!DESTINATIONS.contains(name)) {
            throw event.invalidById(
                    "The only valid values for 'Type' are 'SQS', 'SNS', 'S3', and 'Kafka'", destinationType.span());
        }
        Value.Mapping sent = MappingBuilder.of(onFailure).remove("Type").build();
        mapping.set(
                "DestinationConfig",
                MappingBuilder.of(written).put("OnFailure", sent).build());
        Values values = Values.of(onFailure);
        Value arn = onFailure.get("Destination");
        Value to = arn == null ? new Value.Null(onFailure.span()) : arn;
        return switch (name) {
            case "SQS" -> PolicyDocuments.sendMessage(values, event.id(), to);
            case "SNS" -> PolicyDocuments.publish(values, event.id(), to);
            case "S3" -> PolicyDocuments.putObject(values, event.id(), to);
            default -> null;
        };
    }

    private static Value documents(FunctionEvent event) {
        List<String> names = new ArrayList<>(List.of("DatabaseName"));
        for (String name : List.of("CollectionName", "FullDocument")) {
            if (!Intrinsics.isEmpty(event.property(name))) {
                names.add(name);
            }
        }
        MappingBuilder config = event.values().builder();
        names.forEach(name -> config.put(name, event.property(name)));
        return config.build();
    }
}
