package dev.parapet.core.graph.link;

import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;

/**
 * Event APIs of AppSync: everybody on the Internet may connect, publish to channels by HTTP and subscribe to them by WebSocket who passes one of
 * the modes of authorization of that operation. A channel namespace has its own modes or the defaults of its API
 * (https://docs.aws.amazon.com/appsync/latest/eventapi/configure-event-api-auth.html).
 */
final class EventApis {
    private final Draft draft;
    private final Endpoints endpoints;

    EventApis(Draft draft, Endpoints endpoints) {
        this.draft = draft;
        this.endpoints = endpoints;
    }

    void link() {
        for (Resource api : draft.ofType("AWS::AppSync::Api")) {
            Value auth = auth(api, "EventConfig.ConnectionAuthModes[]");
            endpoints.add(api, "connect", facts(api, "CONNECT", "/event/realtime", auth), api.condition());
        }
        for (Resource channels : draft.ofType("AWS::AppSync::ChannelNamespace")) {
            operation(channels, "publish", "PublishAuthModes", "EventConfig.DefaultPublishAuthModes");
            operation(channels, "subscribe", "SubscribeAuthModes", "EventConfig.DefaultSubscribeAuthModes");
        }
    }

    private void operation(Resource channels, String name, String modes, String defaults) {
        Resource api = draft.target(channels, channels.properties().get("ApiId"));
        boolean own = channels.properties().get(modes) != null;
        Value auth = own || api == null ? auth(channels, modes + "[]") : auth(api, defaults + "[]");
        String path = channels.properties().get("Name") instanceof Value.Text text ? "/" + text.text() + "/*" : "/*";
        endpoints.add(
                channels,
                name,
                facts(channels, name.equals("publish") ? "PUBLISH" : "SUBSCRIBE", path, auth),
                channels.condition());
    }

    private static Facts facts(Resource resource, String method, String path, Value auth) {
        return new Facts(resource.span())
                .with("protocol", "appsync-events")
                .with("method", method)
                .with("path", path)
                .with("auth", auth);
    }

    /** Of several modes the one that asks the least, an API key, else the first; where none is known, what would have to be known. */
    private static Value auth(Resource resource, String path) {
        Span place = resource.head();
        Value least = new Value.Unresolved("the modes of authorization", "they are not in the template", place);
        List<PropertyPath.Hit> modes = PropertyPath.of(path).from(resource.properties(), null);
        for (PropertyPath.Hit mode : modes.reversed()) {
            if (mode.condition() == null) {
                Value word = word(mode.value(), place);
                least = isKey(least) ? least : word;
            }
        }
        for (PropertyPath.Hit mode : modes.reversed()) {
            if (mode.condition() != null && !isKey(least)) {
                least = new Value.Conditional(
                        mode.condition(),
                        word(mode.value(), place),
                        least,
                        mode.value().span());
            }
        }
        return least;
    }

    private static Value word(Value mode, Span place) {
        Value type = mode instanceof Value.Mapping mapping ? mapping.get("AuthType") : null;
        return type == null
                ? new Value.Unresolved("the mode of authorization", "it is not in the template", place)
                : Facts.word(type, OtherEndpoints.APPSYNC, "api-key", place);
    }

    private static boolean isKey(Value word) {
        return word instanceof Value.Text text && text.text().equals("api-key");
    }
}
