package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowRow;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.Evidence;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What would run what it is given, in functions beside the handler that nothing calls: an attacker does not get there today, and does as
 * soon as somebody calls them. Nothing but what is run outright is told.
 */
final class Uncalled {
    private static final Set<String> KINDS = Set.of("command", "code", "deserialization");

    private final Reached reached;
    private final FlowTable.Tables tables;
    private final Set<FunctionDeclaration> ran = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Flows.Uncalled> found = new ArrayList<>();

    Uncalled(Reached reached, FlowTable.Tables tables) {
        this.reached = reached;
        this.tables = tables;
        ran.addAll(reached.functions());
    }

    /** The files that handlers are in. */
    private Set<CodeFile> files() {
        Set<CodeFile> files = new LinkedHashSet<>();
        for (ProjectValue.FunctionValue handler : reached.program().handlers()) {
            files.add(handler.scope().file());
        }
        return files;
    }

    /** What is to be told of functions that this handler does not call; others may. */
    List<Flows.Uncalled> find() {
        for (CodeFile file : files()) {
            for (Statement statement : file.body()) {
                if (statement instanceof FunctionDeclaration function && !ran.contains(function)) {
                    Scope scope = reached.program().scope(file).scopes().of(function);
                    block(function.body(), scope, function);
                }
            }
        }
        return found;
    }

    /** The functions of these files that run. */
    Set<String> ran() {
        Set<String> keys = new HashSet<>();
        for (CodeFile file : files()) {
            for (Statement statement : file.body()) {
                if (statement instanceof FunctionDeclaration function && ran.contains(function)) {
                    keys.add(key(file, function));
                }
            }
        }
        return keys;
    }

    private static String key(CodeFile file, FunctionDeclaration function) {
        return file.path() + ':' + function.range().start();
    }

    private void block(List<Statement> statements, Scope scope, FunctionDeclaration function) {
        for (Statement statement : statements) {
            Children.expressions(statement, expression -> expression(expression, scope, function));
            Children.blocks(statement, block -> block(block, scope, function));
        }
    }

    private void expression(Expression expression, Scope scope, FunctionDeclaration function) {
        if (expression instanceof Expression.Call call) {
            call(call, scope, function);
        }
        if (!(expression instanceof FunctionDeclaration)) {
            Children.of(expression, inner -> expression(inner, scope, function));
        }
    }

    private void call(Expression.Call call, Scope scope, FunctionDeclaration function) {
        FlowTable table = tables.of(scope.file().language());
        for (FlowValue callee : Values.alternatives(reached.program().value(call.callee(), scope, null))) {
            List<String> path = CalleePath.of(callee);
            List<FlowArgument> arguments = reached.program().arguments(call.arguments(), scope, null);
            for (FlowRow row : table.calls(Word.SINK, path, arguments)) {
                String kind =
                        row.kinds().stream().filter(KINDS::contains).findFirst().orElse(null);
                boolean open = row.uses(arguments).stream().anyMatch(use -> !isWrittenOut(use.value()));
                if (kind != null && open) {
                    add(kind, path, call, scope, function);
                    return;
                }
            }
        }
    }

    /** Whether a value stands in the code or is given at deployment, so that no caller of the function has a say in it. */
    private static boolean isWrittenOut(FlowValue value) {
        return switch (value) {
            case FlowValue.Text ignored -> true;
            case FlowValue.Scalar ignored -> true;
            case FlowValue.Nothing ignored -> true;
            case FlowValue.Environment ignored -> true;
            case FlowValue.Library ignored -> true;
            case FlowValue.Global ignored -> true;
            case ProjectValue ignored -> true;
            case FlowValue.Member it -> isWrittenOut(it.of());
            case FlowValue.Instance it -> areWrittenOut(it.arguments());
            case FlowValue.Result it -> isWrittenOut(it.of()) && areWrittenOut(it.arguments());
            case FlowValue.Item it -> isWrittenOut(it.of());
            case FlowValue.ListOf it -> it.items().stream().allMatch(Uncalled::isWrittenOut);
            case FlowValue.MapOf it -> areWrittenOut(it.entries());
            case FlowValue.Concatenation it -> it.parts().stream().allMatch(Uncalled::isWrittenOut);
            case FlowValue.Derived it -> it.from().stream().allMatch(Uncalled::isWrittenOut);
            case FlowValue.Either it -> it.values().stream().allMatch(Uncalled::isWrittenOut);
            case FlowValue.Event ignored -> false;
            case FlowValue.Unknown ignored -> false;
        };
    }

    private static boolean areWrittenOut(List<FlowArgument> arguments) {
        return arguments.stream().map(FlowArgument::value).allMatch(Uncalled::isWrittenOut);
    }

    private void add(String kind, List<String> path, Expression.Call call, Scope scope, FunctionDeclaration function) {
        String name = function.name() + "()";
        String what = CalleePath.text(path) + "()";
        CodeFile file = scope.file();
        Observation observation = new Observation(
                "flow:" + kind,
                file.span(call.range()),
                what,
                "what " + name + " works on",
                "whoever calls it",
                List.of(
                        new Evidence("nothing calls " + name, file.span(function.head())),
                        new Evidence("reaches " + what, file.span(call.range()))),
                List.of("who calls " + name + ": nothing in the code does"));
        found.add(new Flows.Uncalled(key(file, function), observation));
    }
}
