package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Value;
import org.jspecify.annotations.Nullable;

/** Writes into a document what API Gateway calls for a method. */
public final class Integrations {
    private Integrations() {}

    /** Fills the integration of one method, and what goes along with it, for each branch of a path. */
    @FunctionalInterface
    public interface Filling {
        /**
         * Fills them.
         *
         * @param method the method
         * @param integration its integration, which is empty
         */
        void fill(Table method, Table integration);
    }

    /**
     * Adds an integration.
     *
     * @param condition the condition under which what it calls exists; null when there always is such
     */
    public static void add(
            Definition definition, Value.Text path, Value.Text method, @Nullable Leaf condition, Filling filling) {
        definition.addPath(path, method);
        String name = Definition.method(method.text());
        for (Table item : definition.pathItems(path.text())) {
            Maker maker = definition.at(method.span());
            Table made = item.table(name);
            if (made == null) {
                made = maker.table();
                item.put(name, made);
            }
            Table integration = maker.table();
            made.put(Definition.INTEGRATION, integration);
            filling.fill(made, integration);
            if (condition != null) {
                item.put(name, maker.onlyIf(condition, made));
            }
        }
    }
}
