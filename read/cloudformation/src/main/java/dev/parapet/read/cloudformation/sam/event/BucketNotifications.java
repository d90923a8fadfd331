package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Step;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all events add to buckets: the notifications, and that the bucket comes after the permissions that let it notify,
 * since S3 tries whether it may. Where a permission has a condition, a tag takes the place of {@code DependsOn}.
 */
final class BucketNotifications implements Step {
    private static final PropertyTable BUCKET = PropertyTable.of("AWS::S3::Bucket")
            .any("AccessControl", "AccelerateConfiguration", "AnalyticsConfigurations", "BucketEncryption")
            .any("BucketName", "CorsConfiguration", "IntelligentTieringConfigurations", "InventoryConfigurations")
            .any("LifecycleConfiguration", "LoggingConfiguration", "MetricsConfigurations")
            .any("NotificationConfiguration", "ObjectLockConfiguration", "ObjectLockEnabled", "OwnershipControls")
            .any("PublicAccessBlockConfiguration", "ReplicationConfiguration", "Tags", "VersioningConfiguration")
            .any("WebsiteConfiguration");

    /** What is added to one bucket. */
    private static final class Additions {
        private final Set<String> permissions = new LinkedHashSet<>();
        private final List<Value> tags = new ArrayList<>();
        /** By what they say, each once. */
        private final Map<String, Value> notifications = new LinkedHashMap<>();
    }

    private final Map<String, Additions> byBucket = new LinkedHashMap<>();

    void add(Authored bucket, Made permission, List<Value> notifications) {
        Additions additions = byBucket.get(bucket.id());
        if (additions == null) {
            additions = begin(bucket);
        }
        if (permission.attribute("Condition") instanceof Value.Text condition) {
            Values values = permission.values();
            additions.tags.add(values.map(
                    "Key",
                    values.text("sam:ConditionalDependsOn:" + permission.id()),
                    "Value",
                    values.either(condition.text(), permission.ref(), values.text("no dependency"))));
        } else {
            additions.permissions.add(permission.id());
        }
        for (Value notification : notifications) {
            additions.notifications.putIfAbsent(LogicalIds.json(notification), notification);
        }
    }

    private Additions begin(Authored bucket) {
        if (!bucket.type().equals("AWS::S3::Bucket")) {
            throw bucket.invalid(
                    "Resource has incorrect Type; expected 'AWS::S3::Bucket', got '" + bucket.type() + "'",
                    bucket.head());
        }
        BUCKET.check(bucket, bucket.properties());
        Additions additions = new Additions();
        Value written = bucket.property("NotificationConfiguration");
        if (written != null) {
            Value all = bucket.map(written, "NotificationConfiguration").get("LambdaConfigurations");
            if (all instanceof Value.Sequence sequence) {
                sequence.items().forEach(item -> additions.notifications.put(LogicalIds.json(item), item));
            } else if (all != null) {
                throw bucket.invalid("Invalid type for LambdaConfigurations. Must be a list.", all.span());
            }
        }
        byBucket.put(bucket.id(), additions);
        return additions;
    }

    @Override
    public void apply(Transformation transformation) {
        byBucket.forEach((id, additions) -> {
            Value.Mapping bucket = transformation.output().resource(id);
            if (bucket != null) {
                transformation.output().replace(id, changed(bucket, additions));
            }
        });
    }

    private static Value.Mapping changed(Value.Mapping bucket, Additions additions) {
        Values values = Values.of(bucket);
        MappingBuilder changed = MappingBuilder.of(bucket);
        if (!additions.permissions.isEmpty()) {
            changed.put("DependsOn", dependsOn(bucket, additions, values));
        }
        MappingBuilder properties = bucket.get("Properties") instanceof Value.Mapping written
                ? MappingBuilder.of(written)
                : values.builder();
        if (!additions.tags.isEmpty()) {
            List<Value> tags = new ArrayList<>();
            if (properties.get("Tags") instanceof Value.Sequence written) {
                tags.addAll(written.items());
            }
            tags.addAll(additions.tags);
            properties.put("Tags", values.list(tags));
        }
        Value.Sequence all = values.list(List.copyOf(additions.notifications.values()));
        properties.put(
                "NotificationConfiguration",
                properties.get("NotificationConfiguration") instanceof Value.Mapping written
                        ? MappingBuilder.of(written)
                                .put("LambdaConfigurations", all)
                                .build()
                        : values.map("LambdaConfigurations", all));
        return changed.put("Properties", properties.build()).build();
    }

    private static Value dependsOn(Value.Mapping bucket, Additions additions, Values values) {
        Set<String> names = new LinkedHashSet<>();
        Value written = bucket.get("DependsOn");
        for (Value each : written instanceof Value.Sequence sequence ? sequence.items() : Linked.one(written)) {
            if (each instanceof Value.Text name) {
                names.add(name.text());
            }
        }
        names.addAll(additions.permissions);
        return values.list(names.stream().map(values::text).toList());
    }
}
