package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;

/** {@code S3}: a bucket of the same template notifies the function. */
final class BucketNotification implements EventSource {
    private static final PropertyTable PROPERTIES = PropertyTable.of("S3")
            .required("Bucket", Kind.TEXT)
            .requiredStrict("Events", Kind.oneOf(Kind.TEXT, Kind.listOf(Kind.TEXT)))
            .optional("Filter", Kind.mapOf(Kind.TEXT));

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        PROPERTIES.check(event, event.properties());
        Authored bucket = Linked.resource(
                event, "Bucket", "S3 events must reference an S3 bucket in the same template.", transformation);
        Values values = event.values();
        Made permission =
                Permission.of(event, "s3.amazonaws.com", null).set("SourceAccount", values.ref("AWS::AccountId"));
        List<Value> notifications = new ArrayList<>();
        Value events = event.property("Events");
        for (Value each : events instanceof Value.Sequence sequence ? sequence.items() : Linked.one(events)) {
            Value notification = Values.of(each)
                    .map("Function", event.targetArn(), "Filter", event.property("Filter"), "Event", each);
            notifications.add(
                    permission.attribute("Condition") instanceof Value.Text condition
                            ? Values.of(each).either(condition.text(), notification, null)
                            : notification);
        }
        transformation
                .together(BucketNotifications.class, BucketNotifications::new)
                .add(bucket, permission, notifications);
        return List.of(permission);
    }
}
