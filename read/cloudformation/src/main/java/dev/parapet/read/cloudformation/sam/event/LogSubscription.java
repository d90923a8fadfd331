package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;

/** {@code CloudWatchLogs}: entries of a log group that a pattern selects invoke the function. */
final class LogSubscription implements EventSource {
    private static final PropertyTable PROPERTIES = PropertyTable.of("CloudWatchLogs")
            .required("LogGroupName", Kind.TEXT)
            .required("FilterPattern", Kind.TEXT);

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        PROPERTIES.check(event, event.properties());
        Values values = event.values();
        String arn = "arn:" + transformation.resolution().partition()
                + ":logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*";
        Value source = values.sub(arn, values.map("__LogGroupName__", event.property("LogGroupName")));
        Made permission = Permission.of(event, "logs.amazonaws.com", source);
        Made filter = event.make(event.id(), "AWS::Logs::SubscriptionFilter")
                .dependsOn(values.texts(permission.id()))
                .copy(event.properties(), "LogGroupName", "FilterPattern")
                .set("DestinationArn", event.targetArn());
        return List.of(permission, filter);
    }
}
