package dev.parapet.read.code;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All nodes of a file, found without knowing what they mean: by the components of records. */
public final class Walk {
    private final BiConsumer<Object, Integer> visit;

    private Walk(BiConsumer<Object, Integer> visit) {
        this.visit = visit;
    }

    /** Gives each node and how deep it is. */
    public static void nodes(CodeFile file, BiConsumer<Object, Integer> visit) {
        Walk walk = new Walk(visit);
        file.body().forEach(statement -> walk.in(statement, 1));
    }

    /** Where the calls are. */
    public static Set<TextRange> calls(CodeFile file) {
        Set<TextRange> calls = new HashSet<>();
        nodes(file, (node, depth) -> {
            if (node instanceof Expression.Call || node instanceof Expression.Super || node instanceof Expression.New) {
                calls.add(((Expression) node).range());
            }
        });
        return calls;
    }

    private void in(@Nullable Object value, int depth) {
        switch (value) {
            case List<?> list -> list.forEach(item -> in(item, depth));
            case Statement node -> node(node, depth);
            case Expression node -> node(node, depth);
            case Target node -> node(node, depth);
            case Argument argument -> in(argument.value(), depth);
            case Record record -> parts(record, depth);
            case null, default -> {}
        }
    }

    private void node(Object node, int depth) {
        visit.accept(node, depth);
        boolean wrapper = node instanceof Statement.Evaluate;
        parts((Record) node, wrapper ? depth : depth + 1);
    }

    private void parts(Record record, int depth) {
        for (Object part : components(record)) {
            in(part, depth);
        }
    }

    private static List<@Nullable Object> components(Record record) {
        List<@Nullable Object> values = new ArrayList<>();
        try {
            for (var component : record.getClass().getRecordComponents()) {
                values.add(component.getAccessor().invoke(record));
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
        return values;
    }
}
