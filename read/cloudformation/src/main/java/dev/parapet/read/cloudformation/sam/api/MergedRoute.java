package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Key;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Node;
import dev.parapet.read.cloudformation.sam.definition.Table;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import org.jspecify.annotations.Nullable;

/** {@code MergeDefinitions}: what SAM writes for a route goes into the author's own document and wins where both say something. */
final class MergedRoute {
    private MergedRoute() {}

    static void merge(Definition document, Definition made, Route route) {
        Value.Text path = route.path();
        Value.Text method = route.method();
        Table generated = methodOf(made.paths().get(path.text()), Definition.method(method.text()));
        if (generated == null) {
            return;
        }
        Maker maker = document.at(path.span());
        Table paths = document.paths();
        Table item = paths.table(path.text());
        if (paths.has(path.text()) && item == null) {
            throw wrong(route, path.text());
        }
        Table merged = maker.plain();
        Node before = item == null ? null : item.get(method.text());
        if (before instanceof Table known) {
            merged.merge(known);
        } else if (!Node.isEmpty(before)) {
            throw route.api()
                    .invalid(
                            "Property 'DefinitionBody.paths." + path.text() + "." + method.text()
                                    + "' should be a map.",
                            before == null ? path.span() : before.span());
        }
        merged.merge(generated);
        if (item == null) {
            item = maker.plain();
            paths.put(Key.authored(path), item);
        }
        item.put(Key.authored(method), merged);
    }

    private static @Nullable Table methodOf(@Nullable Node item, String method) {
        return item instanceof Table table ? table.table(method) : null;
    }

    private static InvalidResource wrong(Route route, String path) {
        return route.api()
                .invalid(
                        "Property 'DefinitionBody' is invalid: The value of '" + path + "' should be a map",
                        route.path().span());
    }
}
