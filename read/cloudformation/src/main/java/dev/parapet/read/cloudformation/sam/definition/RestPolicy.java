package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes an API's resource policy ({@code ResourcePolicy} of its {@code Auth}, or of an event's): for each path statements that
 * let in or keep out accounts, addresses, networks and endpoints, and the author's own.
 */
public final class RestPolicy {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-zA-Z0-9._-]+\\+?)}");

    private final RestEditor editor;
    private final Value.Mapping written;
    private final Maker maker;
    private final Span span;

    /** A policy as it is written. */
    public RestPolicy(RestEditor editor, Value.Mapping written, Span cause) {
        this.editor = editor;
        this.written = written;
        this.span = cause;
        this.maker = editor.definition().at(cause);
    }

    /** The path as ARNs have it: an asterisk for each path parameter. */
    public static String inArn(String path) {
        return PATH_PARAMETER.matcher(path).replaceAll("*");
    }

    /** Adds the statements for one path. */
    public void add(String path, @Nullable Node stage) {
        accounts("AwsAccountWhitelist", "Allow", path, stage);
        accounts("AwsAccountBlacklist", "Deny", path, stage);
        addresses("IpRangeWhitelist", "NotIpAddress", path, stage);
        addresses("IpRangeBlacklist", "IpAddress", path, stage);
        networks("Blacklist", "StringEquals", path, stage);
        networks("Whitelist", "StringNotEquals", path, stage);
        editor.putPolicy(span);
    }

    /** Adds the author's own statements. */
    public void addCustomStatements() {
        Value custom = written.get("CustomStatements");
        if (Intrinsics.isEmpty(custom) || custom == null) {
            return;
        }
        Node statements = maker.authored(custom);
        Table policy = versioned();
        if (policy.has("Statement")) {
            List<Node> all = statements instanceof Items items ? items.all() : List.of(statements);
            addMissing(all);
        } else {
            policy.put("Statement", statements);
        }
        editor.putPolicy(span);
    }

    private void accounts(String property, String effect, String path, @Nullable Node stage) {
        Value accounts = written.get(property);
        if (accounts == null || Intrinsics.isEmpty(accounts)) {
            return;
        }
        if (!(accounts instanceof Value.Sequence) && !(accounts instanceof Value.Mapping)) {
            throw Definition.invalid(
                    "Type of '" + Definition.written(accounts) + "' must be a list or dictionary", accounts.span());
        }
        Table statement = maker.table()
                .put("Effect", maker.text(effect))
                .put("Action", maker.text("execute-api:Invoke"))
                .put("Resource", resources(path, stage))
                .put("Principal", maker.table().put("AWS", list(accounts)));
        Table policy = versioned();
        Node known = policy.get("Statement");
        if (known == null) {
            policy.put("Statement", statement);
        } else {
            statements(policy, known).all().add(statement);
        }
    }

    private void addresses(String property, String operator, String path, @Nullable Node stage) {
        Value addresses = written.get(property);
        if (addresses != null && !Intrinsics.isEmpty(addresses)) {
            allowUnless(maker.plain(operator, maker.plain("aws:SourceIp", list(addresses))), path, stage);
        }
    }

    private void networks(String which, String operator, String path, @Nullable Node stage) {
        Items networks = maker.list();
        Items endpoints = maker.list();
        Value ids = written.get("SourceVpc" + which);
        if (ids != null && !(ids instanceof Value.Null)) {
            for (Value id : ids instanceof Value.Sequence sequence ? sequence.items() : List.of(ids)) {
                if (!(id instanceof Value.Text text)) {
                    throw Definition.invalid(
                            "SourceVpc" + which + " must be a list of strings. Use IntrinsicVpc" + which
                                    + " instead for values that use Intrinsic Functions",
                            id.span());
                }
                if (text.text().startsWith("vpce-")) {
                    endpoints.all().add(maker.authored(id));
                } else if (text.text().startsWith("vpc-")) {
                    networks.all().add(maker.authored(id));
                }
            }
        }
        addAll(networks, written.get("IntrinsicVpc" + which));
        addAll(endpoints, written.get("IntrinsicVpce" + which));
        if (networks.all().isEmpty() && endpoints.all().isEmpty()) {
            return;
        }
        Table condition = maker.table();
        if (!networks.all().isEmpty()) {
            condition.put("aws:SourceVpc", networks);
        }
        if (!endpoints.all().isEmpty()) {
            condition.put("aws:SourceVpce", endpoints);
        }
        allowUnless(maker.plain(operator, condition), path, stage);
    }

    private void addAll(Items items, @Nullable Value more) {
        if (more instanceof Value.Sequence sequence) {
            sequence.items().forEach(item -> items.all().add(maker.authored(item)));
        }
    }

    private void allowUnless(Table condition, String path, @Nullable Node stage) {
        Items resources = resources(path, stage);
        List<Node> both = List.of(
                statement("Allow", resources), statement("Deny", resources).put("Condition", condition));
        versioned();
        addMissing(both);
    }

    private Table statement(String effect, Items resources) {
        return maker.table()
                .put("Effect", maker.text(effect))
                .put("Action", maker.text("execute-api:Invoke"))
                .put("Resource", resources)
                .put("Principal", maker.text("*"));
    }

    /** Adds the statements that are not there already. */
    private void addMissing(List<Node> more) {
        Table policy = versioned();
        Node known = policy.get("Statement");
        if (known == null) {
            policy.put("Statement", new Items(new ArrayList<>(more), span));
            return;
        }
        Items all = statements(policy, known);
        for (Node each : more) {
            String text = PythonText.comparable(each);
            if (all.all().stream()
                    .noneMatch(other -> PythonText.comparable(other).equals(text))) {
                all.all().add(each);
            }
        }
    }

    private static Items statements(Table policy, Node known) {
        if (known instanceof Items items) {
            return items;
        }
        Items items = new Items(new ArrayList<>(List.of(known)), known.span());
        policy.put("Statement", items);
        return items;
    }

    private Table versioned() {
        Table policy = editor.policy(span);
        policy.put("Version", maker.text("2012-10-17"));
        return policy;
    }

    private Items list(Value value) {
        return maker.authored(value) instanceof Items items ? items : maker.list(maker.authored(value));
    }

    /** The ARNs of all methods of a path, without the part that says which API it is. */
    private Items resources(String path, @Nullable Node stage) {
        Items all = maker.list();
        for (Table item : editor.definition().pathItems(path)) {
            for (String name : item.keys()) {
                boolean any = name.equals(Definition.ANY) || name.equalsIgnoreCase("any");
                String method = any ? "*" : name.toUpperCase(Locale.ROOT);
                Table resource = maker.plain();
                Leaf text = maker.authoredText("execute-api:/${__Stage__}/" + method + inArn(path));
                Node variable = stage == null ? maker.text("") : stage;
                resource.put("Fn::Sub", maker.list(text, maker.plain("__Stage__", variable)));
                all.all().add(resource);
            }
        }
        return all;
    }
}
