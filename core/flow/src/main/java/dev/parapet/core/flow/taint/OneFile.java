package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.Flow;
import dev.parapet.core.flow.Reached;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A project of one file, whose handler has one of the usual names: an example.
 *
 * @param file the file
 */
public record OneFile(CodeFile file) implements CodeBase {
    /** What handlers are called in the examples of the provider's documentation. */
    private static final List<String> HANDLERS =
            List.of("handler", "lambda_handler", "handleRequest", "HandleRequest", "FunctionHandler", "main");

    /**
     * What is observed in the file, by a function that nothing is known of but its code.
     *
     * @param exchange what it does with the cloud
     */
    public List<Observation> observe(Taint taint, Function<Reached, Exchange> exchange) {
        String symbol = null;
        for (String name : HANDLERS) {
            symbol = symbol == null ? symbol(file.body(), name) : symbol;
        }
        Reached reached = Flow.from(this, file.path(), symbol == null ? HANDLERS.getFirst() : symbol);
        return taint.of(reached, Callers.unknown(), exchange.apply(reached)).certain();
    }

    private static @Nullable String symbol(List<Statement> statements, String name) {
        for (Statement statement : statements) {
            switch (statement) {
                case FunctionDeclaration it
                when name.equals(it.name()) -> {
                    return name;
                }
                case Statement.Export it
                when name.equals(it.name()) -> {
                    return name;
                }
                case ClassDeclaration it -> {
                    String inner = symbol(it.body(), name);
                    if (inner != null) {
                        return it.name() + "." + inner;
                    }
                }
                default -> {}
            }
        }
        return null;
    }

    @Override
    public boolean exists(String path) {
        return path.equals(file.path());
    }

    @Override
    public Optional<CodeFile> file(String path) {
        return exists(path) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public List<String> roots() {
        return List.of("");
    }
}
