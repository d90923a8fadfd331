package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes into a REST API's document who may call its methods: by an event's own {@code Auth}, or by what the API says for all. */
public final class RestSecurity {
    private static final Set<String> KEYS = Set.of("api_key", "api_key_false");

    private RestSecurity() {}

    /**
     * Gives the methods that have no authorizer of their own the API's. {@code NONE} stands for one that wants none.
     *
     * @param authorizers the names of all authorizers
     * @param scopes the scopes of the default
     * @param preflight whether {@code OPTIONS} gets it too
     */
    public static void defaultAuthorizer(
            RestEditor editor, Value.Text name, Set<String> authorizers, Node scopes, boolean preflight) {
        Definition definition = editor.definition();
        for (String path : definition.paths().keys()) {
            definition.forEachMethod(path, (methodName, method) -> {
                if (preflight || !methodName.equals("options")) {
                    defaultAuthorizer(editor, path, methodName, method, name, authorizers, scopes);
                }
            });
        }
    }

    private static void defaultAuthorizer(
            RestEditor editor,
            String path,
            String methodName,
            Table method,
            Value.Text name,
            Set<String> authorizers,
            Node scopes) {
        List<Node> others = new ArrayList<>();
        List<Node> own = new ArrayList<>();
        boolean none = false;
        for (Node each : security(path, methodName, method)) {
            Table entry = entry(path, methodName, each);
            if (entry.has("AWS_IAM") || entry.keys().stream().anyMatch(authorizers::contains)) {
                own.add(entry);
            } else if (!none && entry.has("NONE")) {
                none = true;
            } else {
                others.add(entry);
            }
        }
        if (!none) {
            others.addAll(
                    own.isEmpty()
                            ? List.of(
                                    editor.definition().at(name.span()).table().put(Key.authored(name), scopes))
                            : own);
        }
        put(editor, method, others, name.span());
    }

    private static void put(RestEditor editor, Table method, List<Node> security, Span cause) {
        if (!security.isEmpty()) {
            method.put("security", new Items(security, security.getFirst().span()));
            if (security.getFirst() instanceof Table first && first.has("AWS_IAM")) {
                editor.addIam(cause);
            }
        }
    }

    /**
     * Lets the methods that do not say otherwise need an API key.
     *
     * @param preflight whether {@code OPTIONS} needs it too
     */
    public static void defaultKey(RestEditor editor, boolean preflight, Span cause) {
        Definition definition = editor.definition();
        for (String path : definition.paths().keys()) {
            definition.forEachMethod(path, (methodName, method) -> {
                List<Node> before = security(path, methodName, method);
                List<Node> after = new ArrayList<>();
                boolean refuses = false;
                for (Node each : before) {
                    Table entry = entry(path, methodName, each);
                    if (entry.keys().stream().noneMatch(KEYS::contains)) {
                        after.add(entry);
                    }
                    refuses |= entry.has("api_key_false");
                }
                boolean wanted = !refuses && (preflight || !methodName.equals("options"));
                if (wanted) {
                    after.add(key(definition, "api_key", cause));
                }
                if (!sameKeys(before, after)) {
                    method.put("security", new Items(after, cause));
                }
            });
        }
    }

    private static boolean sameKeys(List<Node> before, List<Node> after) {
        return before.stream()
                .map(node -> PythonText.str(node))
                .toList()
                .equals(after.stream().map(node -> PythonText.str(node)).toList());
    }

    /** Gives one method an authorizer; {@code known} are the scopes that the API says for it. */
    public static void authorizer(
            RestEditor editor, Value.Text path, String method, Value.Text name, @Nullable Node scopes) {
        Definition definition = editor.definition();
        Maker maker = definition.at(name.span());
        for (Table made : definition.methods(path.text(), method)) {
            List<Node> all = new ArrayList<>(security(path.text(), method, made));
            all.add(maker.table().put(Key.authored(name), scopes == null ? maker.list() : scopes));
            put(editor, made, all, name.span());
        }
    }

    /** Lets one method need an API key, or says that it needs none although the API asks for one. */
    public static void key(RestEditor editor, Value.Text path, String method, boolean required, Span cause) {
        Definition definition = editor.definition();
        for (Table made : definition.methods(path.text(), method)) {
            if (required) {
                editor.addApiKey(cause);
            }
            List<Node> all = new ArrayList<>(security(path.text(), method, made));
            all.add(key(definition, required ? "api_key" : "api_key_false", cause));
            made.put("security", new Items(all, cause));
        }
    }

    private static Table key(Definition definition, String name, Span cause) {
        Maker maker = definition.at(cause);
        return maker.table().put(name, maker.list());
    }

    private static List<Node> security(String path, String method, Table made) {
        Node security = made.get("security");
        if (security == null) {
            return List.of();
        }
        if (security instanceof Items items) {
            return items.all();
        }
        throw Definition.invalid(
                "Type of security for path " + path + " method " + method + " must be a list", security.span());
    }

    private static Table entry(String path, String method, Node each) {
        if (each instanceof Table table) {
            return table;
        }
        throw Definition.invalid(
                PythonText.str(each) + " in Security for path " + path + " method " + method
                        + " is not a valid dictionary.",
                each.span());
    }
}
