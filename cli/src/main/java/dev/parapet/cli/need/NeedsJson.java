package dev.parapet.cli.need;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.need.FunctionNeeds;
import dev.parapet.core.need.grant.ExcessAction;
import dev.parapet.core.need.grant.GrantedStatement;
import dev.parapet.core.need.grant.Need;
import dev.parapet.core.need.grant.Role;
import dev.parapet.core.need.implied.ImpliedAction;
import dev.parapet.core.need.policy.NeededPolicy;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.core.report.json.JsonDocument;
import dev.parapet.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The document {@code parapet.needs/1}, as {@code docs/schema/parapet.needs-1.json} describes it. */
final class NeedsJson {
    private static final int LEVELS = 5;

    private final JsonGenerator json;

    private NeedsJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(List<FunctionNeeds> functions, Appendable out) throws IOException {
        try (JsonGenerator json = JsonDocument.open(out, LEVELS)) {
            NeedsJson writer = new NeedsJson(json);
            json.writeStartObject();
            json.writeStringField("schema", "parapet.needs/1");
            json.writeArrayFieldStart("functions");
            for (FunctionNeeds function : functions) {
                writer.function(function);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void function(FunctionNeeds needs) throws IOException {
        json.writeStartObject();
        NeedsWords.Address address = NeedsWords.address(needs);
        json.writeStringField("function", address.name());
        if (!address.stack().isEmpty()) {
            json.writeStringField("stack", address.stack());
        }
        if (needs.type().isPresent()) {
            json.writeStringField("type", needs.type().get());
        }
        if (needs.language().isPresent()) {
            json.writeStringField("language", needs.language().get());
        }
        if (needs.handler().isPresent()) {
            json.writeObjectFieldStart("handler");
            json.writeStringField("path", needs.handler().get().path());
            json.writeStringField("symbol", needs.handler().get().symbol());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("calls");
        for (FunctionNeeds.Call call : needs.calls()) {
            call(call);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("implied");
        for (ImpliedAction implied : needs.implied()) {
            json.writeStartObject();
            json.writeStringField("action", implied.action());
            json.writeStringField("resource", implied.resource().expression());
            json.writeStringField("because", implied.because());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unknown");
        for (FunctionNeeds.Gap gap : needs.unknown()) {
            json.writeStartObject();
            json.writeStringField("why", gap.why());
            if (gap.location().isPresent()) {
                JsonDocument.location(json, gap.location().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        needed(needs.needed());
        if (needs.role().isPresent()) {
            granted(needs.role().get());
        }
        if (needs.excess().isPresent()) {
            excess("excess", needs.excess().get());
            if (!needs.wider().isEmpty()) {
                excess("wider", needs.wider());
            }
        }
        if (needs.lacking().isPresent()) {
            json.writeArrayFieldStart("lacking");
            for (Need need : needs.lacking().get()) {
                json.writeStartObject();
                json.writeStringField("action", need.action());
                json.writeStringField("resource", need.resource().expression());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void call(FunctionNeeds.Call call) throws IOException {
        json.writeStartObject();
        json.writeStringField("service", call.service());
        json.writeStringField("operation", call.operation());
        JsonDocument.texts(json, "actions", call.actions());
        if (call.resource().isPresent()) {
            json.writeObjectFieldStart("resource");
            json.writeStringField("arn", call.resource().get().expression());
            json.writeBooleanField("exact", call.resource().get().exact());
            json.writeEndObject();
        }
        JsonDocument.location(json, call.location());
        json.writeEndObject();
    }

    private void needed(NeededPolicy policy) throws IOException {
        json.writeObjectFieldStart("needed");
        json.writeStringField("Version", "2012-10-17");
        json.writeArrayFieldStart("Statement");
        for (NeededPolicy.Statement statement : policy.statements()) {
            json.writeStartObject();
            json.writeStringField("Effect", "Allow");
            JsonDocument.texts(json, "Action", statement.actions());
            JsonDocument.texts(json, "Resource", statement.resources());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void granted(Role role) throws IOException {
        json.writeObjectFieldStart("granted");
        json.writeStringField("Version", "2012-10-17");
        json.writeArrayFieldStart("Statement");
        for (GrantedStatement statement : role.statements()) {
            json.writeStartObject();
            if (statement.sid() != null) {
                json.writeStringField("Sid", statement.sid());
            }
            json.writeStringField("Effect", statement.isAllow() ? "Allow" : "Deny");
            JsonDocument.texts(json, statement.isNotAction() ? "NotAction" : "Action", statement.actions());
            JsonDocument.texts(
                    json,
                    statement.isNotResource() ? "NotResource" : "Resource",
                    statement.resources().stream()
                            .map(NamedResource::expression)
                            .toList());
            if (statement.condition() != null) {
                json.writeFieldName("Condition");
                value(statement.condition());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void excess(String field, List<ExcessAction> actions) throws IOException {
        json.writeArrayFieldStart(field);
        for (ExcessAction action : actions) {
            json.writeStartObject();
            json.writeStringField("action", action.action());
            json.writeStringField("resource", action.resource().expression());
            if (!action.needed().isEmpty()) {
                JsonDocument.texts(
                        json,
                        "needed",
                        action.needed().stream().map(NamedResource::expression).toList());
            }
            if (!action.from().isEmpty()) {
                json.writeStringField("policy", action.from());
            }
            JsonDocument.location(json, action.span());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A value of a template, texts in the template's own words. */
    private void value(Value value) throws IOException {
        if (value instanceof Value.Mapping mapping) {
            json.writeStartObject();
            for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                json.writeFieldName(entry.getKey());
                value(entry.getValue().value());
            }
            json.writeEndObject();
        } else if (value instanceof Value.Sequence sequence) {
            json.writeStartArray();
            for (Value item : sequence.items()) {
                value(item);
            }
            json.writeEndArray();
        } else {
            json.writeString(TemplateWords.words(value));
        }
    }
}
