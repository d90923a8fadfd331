package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Allowance;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document of one API. A path, and a method of a path, may stand behind an {@code Fn::If}; what is said of it then
 * holds for both branches.
 */
public final class Definition {
    /** The method that stands for all. */
    public static final String ANY = "x-amazon-apigateway-any-method";
    /** What API Gateway calls for a method. */
    public static final String INTEGRATION = "x-amazon-apigateway-integration";

    private static final Pattern OPENAPI_3 = Pattern.compile("3(\\.\\d)(\\.\\d)?");
    private static final List<String> NO_METHODS = List.of("summary", "description", "parameters");

    private final Table root;
    private final Copies copies;

    private Definition(Table root, Copies copies) {
        this.root = root;
        this.copies = copies;
    }

    /** A document of the template. */
    public static Definition authored(Value.Mapping document, Allowance allowance) {
        Copies copies = new Copies(allowance);
        return new Definition(new Maker(copies, document.span()).authored(document), copies);
    }

    /** In the place of a document, where it stands: SAM makes the keys, their values come from the template. */
    public static Definition location(Value.Mapping location, Allowance allowance) {
        Copies copies = new Copies(allowance);
        Maker maker = new Maker(copies, location.span());
        Table root = maker.table();
        location.entries()
                .forEach((name, entry) -> root.put(Key.made(name, entry.keySpan()), maker.authored(entry.value())));
        return new Definition(root, copies);
    }

    /** An empty document: {@code swagger} or {@code openapi} with its version, a title and no paths. */
    public static Definition empty(String kind, String version, Span span, Allowance allowance) {
        Copies copies = new Copies(allowance);
        Maker maker = new Maker(copies, span);
        Table info = maker.table().put("version", maker.text("1.0")).put("title", maker.ref("AWS::StackName"));
        return new Definition(
                maker.table().put(kind, maker.text(version)).put("info", info).put("paths", maker.table()), copies);
    }

    /** All of it. */
    public Table root() {
        return root;
    }

    /** Its paths; none when it has no mapping of such. */
    public Table paths() {
        Table paths = root.table("paths");
        return paths == null ? at(root.span()).table() : paths;
    }

    /** Notes that SAM copies the document at this point. */
    public void copied() {
        copies.copy();
    }

    /** Makes parts of this document that a text causes. */
    public Maker at(Span span) {
        return new Maker(copies, span);
    }

    /** Whether it has paths and says that it is OpenAPI 3. */
    public boolean isOpenApi3() {
        return root.table("paths") != null && isOpenApi3(root.get("openapi"));
    }

    /** Whether it has paths and says that it is Swagger 2 or OpenAPI 3. */
    public boolean isSwagger() {
        return root.table("paths") != null && (!Node.isEmpty(root.get("swagger")) || isOpenApi3(root.get("openapi")));
    }

    /** Whether a version is one of OpenAPI 3. */
    public static boolean isOpenApi3(@Nullable Node version) {
        return version instanceof Leaf leaf && !leaf.isEmpty() && isOpenApi3(leaf.value());
    }

    /** Whether a version is one of OpenAPI 3. */
    public static boolean isOpenApi3(Value version) {
        return OPENAPI_3.matcher(written(version)).matches();
    }

    /** A version as text; a number as it is written. */
    public static String written(Value version) {
        return switch (version) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.value().toPlainString();
            default -> "";
        };
    }

    /** The name of a method as documents have it; what is no method stays as it is. */
    public static String method(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("any") ? ANY : lower;
    }

    /** What stands behind an {@code Fn::If}, or the node itself. */
    public static List<Node> branches(@Nullable Node node) {
        List<Node> branches = new ArrayList<>();
        if (node instanceof Table table && table.has("Fn::If")) {
            if (!(table.get("Fn::If") instanceof Items items)) {
                throw invalid("Value of Fn::If must be a list.", table.span());
            }
            for (Node branch : items.all()
                    .subList(Math.min(1, items.all().size()), items.all().size())) {
                if (!Intrinsics.isNoValue(branch.value())) {
                    branches.add(branch);
                }
            }
        } else if (node != null) {
            branches.add(node);
        }
        return branches;
    }

    /** The mappings from methods that a path stands for. */
    public List<Table> pathItems(String path) {
        List<Table> all = new ArrayList<>();
        for (Node branch : branches(paths().get(path))) {
            if (!(branch instanceof Table item)) {
                throw invalid(
                        "Value of '" + path + "' path must be a dictionary according to Swagger spec.", branch.span());
            }
            all.add(item);
        }
        return all;
    }

    /** What one method of a path stands for, as far as it has an integration. */
    public List<Table> methods(String path, String method) {
        List<Table> all = new ArrayList<>();
        for (Table item : pathItems(path)) {
            addMethods(path, method, item.get(method(method)), all, item.span());
        }
        return all;
    }

    /** All methods of a path that have an integration, each with its name. */
    public void forEachMethod(String path, BiConsumer<String, Table> action) {
        for (Table item : pathItems(path)) {
            for (String name : item.keys()) {
                if (!NO_METHODS.contains(name)) {
                    List<Table> all = new ArrayList<>();
                    addMethods(path, name, item.get(name), all, item.span());
                    all.forEach(method -> action.accept(method(name), method));
                }
            }
        }
    }

    private static void addMethods(String path, String name, @Nullable Node node, List<Table> all, Span span) {
        if (node == null) {
            throw invalidMethod(path, name, span);
        }
        for (Node branch : branches(node)) {
            if (!(branch instanceof Table method)) {
                throw invalidMethod(path, name, branch.span());
            }
            if (!Node.isEmpty(method.get(INTEGRATION))) {
                all.add(method);
            }
        }
    }

    private static InvalidResource invalidMethod(String path, String name, Span span) {
        return invalid("Definition of method '" + name + "' for path '" + path + "' should be a map.", span);
    }

    /** Whether every branch of a path has the method with an integration. */
    public boolean hasIntegration(String path, String method) {
        List<Node> items = branches(paths().get(path));
        if (!paths().has(path)) {
            return false;
        }
        for (Node branch : items) {
            if (!(branch instanceof Table item) || !isIntegrated(item.get(method(method)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIntegrated(@Nullable Node method) {
        if (!(method instanceof Table)) {
            return false;
        }
        for (Node branch : branches(method)) {
            if (branch instanceof Table table && !Node.isEmpty(table.get(INTEGRATION))) {
                return true;
            }
        }
        return false;
    }

    /** Adds a path and a method of it, unless they are there. */
    public void addPath(Value.Text path, Value.Text method) {
        Maker maker = at(path.span());
        if (!paths().has(path.text())) {
            paths().put(Key.authored(path), maker.table());
        }
        String name = method(method.text());
        for (Table item : pathItems(path.text())) {
            if (!item.has(name)) {
                item.put(
                        new Key(name, method.span(), !name.equals(ANY)),
                        at(method.span()).table());
            }
        }
    }

    /** Something that SAM says of the template as a whole. */
    public static InvalidResource invalid(String detail, Span span) {
        return new InvalidResource(Problem.ofTemplate(detail, span));
    }
}
