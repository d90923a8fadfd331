package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Authorizer;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Key;
import dev.parapet.read.cloudformation.sam.definition.KeyOrder;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Node;
import dev.parapet.read.cloudformation.sam.definition.RestAuthorizers;
import dev.parapet.read.cloudformation.sam.definition.RestEditor;
import dev.parapet.read.cloudformation.sam.definition.RestPolicy;
import dev.parapet.read.cloudformation.sam.definition.RestSecurity;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The property {@code Auth} of a REST API: who may call its methods (AWS SAM, "ApiAuth"). */
final class RestAuth {
    private static final String IAM = "AWS_IAM";
    private static final List<String> NAMES = List.of(
            "Authorizers",
            "DefaultAuthorizer",
            "InvokeRole",
            "AddDefaultAuthorizerToCorsPreflight",
            "AddApiKeyRequiredToCorsPreflight",
            "ApiKeyRequired",
            "ResourcePolicy",
            "UsagePlan");

    private final Authored api;
    private final Value.Mapping written;
    private final String partition;
    private final Transformation transformation;

    private RestAuth(Authored api, Value.Mapping written, Transformation transformation) {
        this.api = api;
        this.written = written;
        this.partition = transformation.resolution().partition();
        this.transformation = transformation;
    }

    static RestAuth of(Authored api, Transformation transformation) {
        Resolution resolution = transformation.resolution();
        return new RestAuth(
                api,
                resolution.parametersOrNull(api.property("Auth")) instanceof Value.Mapping mapping
                        ? mapping
                        : new Values(api.head()).map(),
                transformation);
    }

    /** Whether there is anything in it. */
    boolean isSaid() {
        return !written.entries().isEmpty();
    }

    /** All of it, references to parameters resolved. */
    Value.Mapping written() {
        return written;
    }

    /** Whose it is. */
    Authored api() {
        return api;
    }

    /** One property; null when SAM takes it for nothing. */
    @Nullable
    Value get(String name) {
        Value value = written.get(name);
        return Intrinsics.isEmpty(value) ? null : value;
    }

    /** Writes it into the document. */
    void write(RestEditor editor) {
        written.entries().forEach((name, entry) -> {
            if (!NAMES.contains(name)) {
                throw api.invalid("Invalid value for 'Auth' property", entry.keySpan());
            }
        });
        authorizers(editor);
        Value key = get("ApiKeyRequired");
        if (key != null) {
            editor.addApiKey(key.span());
            RestSecurity.defaultKey(editor, isOn("AddApiKeyRequiredToCorsPreflight"), key.span());
        }
        Value policy = get("ResourcePolicy");
        if (policy != null) {
            if (!(policy instanceof Value.Mapping mapping)) {
                throw Definition.invalid("ResourcePolicy must be a map (ResourcePolicyStatement).", policy.span());
            }
            RestPolicy writer = new RestPolicy(editor, mapping, policy.span());
            for (String path : editor.definition().paths().keys()) {
                writer.add(path, stage(editor.definition().at(policy.span())));
            }
            writer.addCustomStatements();
        }
    }

    private @Nullable Node stage(Maker maker) {
        Value name = api.property("StageName");
        boolean implied = api.id().equals(ImplicitApi.Kind.REST.id);
        return name != null && implied ? new Leaf(name, false) : maker.authoredOrNull(name);
    }

    /** A switch that is on unless it says otherwise. */
    private boolean isOn(String name) {
        return !written.has(name) || get(name) != null;
    }

    private void authorizers(RestEditor editor) {
        Value name = get("DefaultAuthorizer");
        Map<String, Authorizer> all = authorizers();
        boolean byIam = name instanceof Value.Text text && text.text().equals(IAM);
        if (all.isEmpty() && !byIam) {
            return;
        }
        KeyOrder order = new KeyOrder();
        if (byIam) {
            order.add(IAM);
        }
        all.keySet().forEach(order::add);
        for (String each : order.keys()) {
            Authorizer authorizer = all.get(each);
            if (authorizer != null) {
                Maker maker = editor.definition().at(authorizer.span());
                editor.securityDefinitions(authorizer.span())
                        .put(Key.authored(authorizer.name()), RestAuthorizers.table(authorizer, maker, partition, api));
            } else if (name instanceof Value.Text text) {
                editor.securityDefinitions(text.span())
                        .put(
                                Key.authored(text),
                                RestAuthorizers.iam(editor.definition().at(text.span())));
            }
        }
        if (name == null) {
            return;
        }
        if (!(name instanceof Value.Text text)) {
            throw api.invalid("DefaultAuthorizer is not a string.", name.span());
        }
        Authorizer chosen = all.get(text.text());
        if (chosen == null && !byIam) {
            throw api.invalid(
                    "Unable to set DefaultAuthorizer because '" + text.text() + "' was not defined in 'Authorizers'.",
                    text.span());
        }
        Maker maker = editor.definition().at(text.span());
        Node scopes = chosen == null ? null : maker.authoredOrNull(chosen.scopes());
        RestSecurity.defaultAuthorizer(
                editor,
                text,
                all.keySet(),
                scopes == null ? maker.list() : scopes,
                isOn("AddDefaultAuthorizerToCorsPreflight"));
    }

    /** The authorizers by name, in SAM's order. */
    private Map<String, Authorizer> authorizers() {
        Map<String, Authorizer> all = new LinkedHashMap<>();
        Value section = get("Authorizers");
        if (section == null) {
            return all;
        }
        Value.Mapping mapping = api.map(section, "Auth.Authorizers");
        for (String name : order(mapping)) {
            Value.Entry entry = mapping.entries().get(name);
            if (entry != null) {
                Authorizer authorizer = new Authorizer(
                        new Value.Text(name, entry.keySpan()), api.map(entry.value(), "Auth.Authorizers." + name));
                RestAuthorizers.check(authorizer, api);
                all.put(name, authorizer);
            }
        }
        return all;
    }

    /** SAM's order of their names; where Globals have some too, SAM copies those first and adds the API's own. */
    private List<String> order(Value.Mapping all) {
        Value section = transformation.template().get("Globals");
        Value global = inside(inside(inside(section, "Api"), "Auth"), "Authorizers");
        Value resources = transformation.template().get("Resources");
        Value own = inside(inside(inside(inside(resources, api.id()), "Properties"), "Auth"), "Authorizers");
        KeyOrder order = new KeyOrder();
        if (global instanceof Value.Mapping shared && own instanceof Value.Mapping local) {
            order.merge(KeyOrder.of(shared.entries().keySet()).keys());
            KeyOrder.of(local.entries().keySet()).keys().forEach(order::add);
        }
        all.entries().keySet().forEach(order::add);
        return order.keys();
    }

    private static @Nullable Value inside(@Nullable Value value, String name) {
        return value instanceof Value.Mapping mapping ? mapping.get(name) : null;
    }

    /** The permissions to call the functions that authorize. */
    List<Made> permissions() {
        List<Made> all = new ArrayList<>();
        authorizers().forEach((name, authorizer) -> {
            Value function = authorizer.function();
            if (function != null && Intrinsics.isEmpty(authorizer.get("DisableFunctionDefaultPermissions"))) {
                String id = api.id() + name + "AuthorizerPermission";
                all.add(Permissions.ofAuthorizer(api, id, function, new Values(authorizer.span()), partition));
            }
        });
        return all;
    }
}
