package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;

/** {@code IoTRule}: messages of devices that a query selects invoke the function. */
final class IotRule implements EventSource {
    private static final PropertyTable PROPERTIES =
            PropertyTable.of("IoTRule").required("Sql", Kind.TEXT).optional("AwsIotSqlVersion", Kind.TEXT);

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        PROPERTIES.check(event, event.properties());
        Values values = event.values();
        String arn = "arn:" + transformation.resolution().partition()
                + ":iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}";
        Value source = values.sub(arn, values.map("RuleName", values.ref(event.id())));
        MappingBuilder payload = values.builder()
                .put("Sql", event.property("Sql"))
                .put("RuleDisabled", values.bool(false))
                .put("Actions", values.list(values.map("Lambda", values.map("FunctionArn", event.targetArn()))));
        Value version = event.property("AwsIotSqlVersion");
        if (!Intrinsics.isEmpty(version)) {
            payload.put("AwsIotSqlVersion", version);
        }
        return List.of(
                Permission.of(event, "iot.amazonaws.com", source).set("SourceAccount", values.sub("${AWS::AccountId}")),
                event.make(event.id(), "AWS::IoT::TopicRule").set("TopicRulePayload", payload.build()));
    }
}
