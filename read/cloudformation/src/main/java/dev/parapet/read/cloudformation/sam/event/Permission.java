package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Made;
import org.jspecify.annotations.Nullable;

/** The permission of an event's service to invoke the function. */
final class Permission {
    private Permission() {}

    /** For what an event's source sends. */
    static Made of(FunctionEvent event, String service, @Nullable Value sourceArn) {
        return of(event, event.id(), service, sourceArn);
    }

    /** The same with another start of its logical id. */
    static Made of(FunctionEvent event, String prefix, String service, @Nullable Value sourceArn) {
        Made permission = event.make(prefix + "Permission", "AWS::Lambda::Permission");
        return permission
                .set("Action", permission.values().text("lambda:InvokeFunction"))
                .set("FunctionName", event.targetName())
                .set("Principal", permission.values().text(service))
                .set("SourceArn", sourceArn);
    }
}
