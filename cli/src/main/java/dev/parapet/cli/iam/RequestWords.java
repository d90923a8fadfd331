package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Request;
import java.io.IOException;
import java.util.Map;
import java.util.StringJoiner;

/** A request as people and programs read it. */
final class RequestWords {
    private RequestWords() {}

    /** What is done to what, and what the condition keys are that matter. */
    static String sentence(Request request) {
        StringBuilder text = new StringBuilder(request.action());
        if (!request.resource().equals("*")) {
            text.append(" on ").append(NameWords.shown(request.resource()));
        }
        StringJoiner keys = new StringJoiner(" and ");
        for (Map.Entry<String, ContextValue> entry : request.context().said().entrySet()) {
            keys.add(key(entry.getKey(), entry.getValue()));
        }
        if (keys.length() > 0) {
            text.append(" when ").append(keys);
        }
        return text.toString();
    }

    private static String key(String key, ContextValue value) {
        return switch (value) {
            case ContextValue.Absent ignored -> key + " is not there";
            case ContextValue.Unknown ignored -> key + " is anything";
            case ContextValue.One one -> key + " is '" + NameWords.shown(one.value()) + "'";
            case ContextValue.Many many ->
                key + " is the list [" + NameWords.shown(String.join(", ", many.values())) + "]";
        };
    }

    /** Writes it as {@code parapet iam can --batch} reads it, without policies; a key that is null is absent. */
    static void write(Request request, JsonGenerator json) throws IOException {
        json.writeStringField("principal", NameWords.shown(request.principal().text()));
        json.writeStringField("action", request.action());
        json.writeStringField("resource", NameWords.shown(request.resource()));
        json.writeObjectFieldStart("context");
        for (Map.Entry<String, ContextValue> entry : request.context().said().entrySet()) {
            switch (entry.getValue()) {
                case ContextValue.Absent ignored -> json.writeNullField(entry.getKey());
                case ContextValue.Unknown ignored -> {}
                case ContextValue.One one -> json.writeStringField(entry.getKey(), one.value());
                case ContextValue.Many many -> {
                    json.writeArrayFieldStart(entry.getKey());
                    for (String value : many.values()) {
                        json.writeString(value);
                    }
                    json.writeEndArray();
                }
            }
        }
        json.writeEndObject();
    }
}
