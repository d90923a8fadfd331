package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Authorizer;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.HttpAuthorizers;
import dev.parapet.read.cloudformation.sam.definition.HttpEditor;
import dev.parapet.read.cloudformation.sam.definition.Key;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The property {@code Auth} of an HTTP API: who may call its routes (AWS SAM, "HttpApiAuth"). */
final class HttpAuth {
    private static final String IAM = "AWS_IAM";
    private static final List<String> NAMES = List.of("Authorizers", "DefaultAuthorizer", "EnableIamAuthorizer");

    private final Authored api;
    private final Value.Mapping written;
    private final boolean iam;

    private HttpAuth(Authored api, Value.Mapping written) {
        this.api = api;
        this.written = written;
        this.iam = written.get("EnableIamAuthorizer") instanceof Value.Bool bool && bool.value();
    }

    static HttpAuth of(Authored api) {
        return new HttpAuth(
                api, api.property("Auth") instanceof Value.Mapping mapping ? mapping : new Values(api.head()).map());
    }

    /** Writes it into the document. */
    void write(@Nullable Definition definition, String partition) {
        if (written.entries().isEmpty()) {
            return;
        }
        if (definition == null) {
            throw api.invalid(
                    "Auth works only with inline OpenApi specified in the 'DefinitionBody' property.", written.span());
        }
        written.entries().forEach((name, entry) -> {
            if (!NAMES.contains(name)) {
                throw api.invalid("Invalid value for 'Auth' property", entry.keySpan());
            }
        });
        if (!definition.isOpenApi3()) {
            throw api.invalid(
                    "Unable to add Auth configuration because 'DefinitionBody' does not contain a valid OpenApi definition.",
                    written.span());
        }
        HttpEditor editor = new HttpEditor(definition);
        Value.Entry enable = written.entries().get("EnableIamAuthorizer");
        if (iam && enable != null) {
            editor.addAuthorizer(Key.made(IAM, enable.keySpan()), HttpAuthorizers.iam(definition.at(enable.keySpan())));
        }
        Map<String, Authorizer> all = authorizers();
        all.values()
                .forEach(authorizer -> editor.addAuthorizer(
                        Key.authored(authorizer.name()),
                        HttpAuthorizers.table(authorizer, definition.at(authorizer.span()), partition, api)));
        Value chosen = written.get("DefaultAuthorizer");
        if (chosen == null || Intrinsics.isEmpty(chosen) || Intrinsics.isNoValue(chosen)) {
            return;
        }
        Value.Text name = api.text(chosen, "Auth.DefaultAuthorizer");
        Authorizer authorizer = all.get(name.text());
        if (authorizer == null && !(iam && name.text().equals(IAM))) {
            throw api.invalid(
                    "Unable to set DefaultAuthorizer because '" + name.text() + "' was not defined in 'Authorizers'.",
                    name.span());
        }
        editor.defaultAuthorizer(name, authorizer == null ? null : authorizer.scopes());
    }

    private Map<String, Authorizer> authorizers() {
        Map<String, Authorizer> all = new LinkedHashMap<>();
        Value section = written.get("Authorizers");
        if (section != null && !Intrinsics.isEmpty(section)) {
            api.map(section, "Auth.Authorizers").entries().forEach((name, entry) -> {
                Authorizer authorizer = new Authorizer(
                        new Value.Text(name, entry.keySpan()), api.map(entry.value(), "Auth.Authorizers." + name));
                HttpAuthorizers.check(authorizer, api);
                all.put(name, authorizer);
            });
        }
        return all;
    }

    /** The permissions to call the functions that authorize, which an HTTP API only gets when it asks for them. */
    List<Made> permissions() {
        List<Made> all = new ArrayList<>();
        authorizers().forEach((name, authorizer) -> {
            Value function = authorizer.function();
            if (function != null && !Intrinsics.isEmpty(authorizer.get("EnableFunctionDefaultPermissions"))) {
                String id = api.id() + name + "AuthorizerPermission";
                all.add(Permissions.ofAuthorizer(
                        api, id, function, new Values(authorizer.span()), "${AWS::Partition}"));
            }
        });
        return all;
    }
}
