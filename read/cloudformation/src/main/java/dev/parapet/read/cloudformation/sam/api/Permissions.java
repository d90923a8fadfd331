package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Table;
import dev.parapet.read.cloudformation.sam.event.FunctionEvent;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Values;

/** Permissions for API Gateway to call functions, and the addresses under which it calls them. */
final class Permissions {
    private static final String TYPE = "AWS::Lambda::Permission";

    private Permissions() {}

    /** The permission for an event's route, without what it is restricted to. */
    static Made of(FunctionEvent event, String suffix) {
        String prefix = event.id() + "Permission";
        String id = isAlphanumeric(suffix) ? prefix + suffix : LogicalIds.of(prefix, suffix);
        return fill(event.make(id, TYPE), event.values().ref(event.target().id()));
    }

    /** The permission for an API to call a function that authorizes its requests. */
    static Made ofAuthorizer(Authored api, String id, Value function, Values values, String partition) {
        String source = "arn:" + partition + ":execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*";
        return fill(api.make(id, TYPE, values.span()), function)
                .set("SourceArn", values.sub(source, values.map("__ApiId__", values.ref(api.id()))));
    }

    /** The permission for a route. */
    static Made fill(Made permission, Value function) {
        Values values = permission.values();
        return permission
                .set("Action", values.text("lambda:InvokeFunction"))
                .set("FunctionName", function)
                .set("Principal", values.text("apigateway.amazonaws.com"));
    }

    /** Whether a text has letters and digits only, and one at least. */
    static boolean isAlphanumeric(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(Character::isLetterOrDigit);
    }

    /** The address of an event's function, or of its alias. */
    static Table integrationUri(FunctionEvent event, Maker maker, String partition, boolean streams) {
        String name = event.alias() == null
                ? event.lambda().id() + ".Arn"
                : event.alias().id();
        String text = "arn:" + partition + ":apigateway:${AWS::Region}:lambda:path/"
                + (streams ? "2021-11-15" : "2015-03-31") + "/functions/${" + name + "}"
                + (streams ? "/response-streaming-invocations" : "/invocations");
        Leaf arn = event.alias() == null ? maker.authoredText(text) : maker.text(text);
        return maker.table().put("Fn::Sub", arn);
    }
}
