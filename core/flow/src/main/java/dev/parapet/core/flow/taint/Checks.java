package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.FlowProgram;
import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Caught;
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
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which checks make what callers choose harmless: lists of what is allowed, patterns, types, and functions of the project that ask these. */
final class Checks {
    private static final int MAXIMUM_DEPTH = 6;

    /** Methods of lists, sets, maps and texts that say whether something is in them. */
    private static final Set<String> CONTAINS = Set.of(
            "includes",
            "has",
            "contains",
            "Contains",
            "containsKey",
            "ContainsKey",
            "hasOwnProperty",
            "__contains__",
            "hasOwn");

    /** Functions that say whether something is in the list that they are given first. */
    private static final Set<String> CONTAINS_FUNCTIONS =
            Set.of("slices.Contains", "golang.org/x/exp/slices.Contains", "github.com/samber/lo.Contains");

    private static final Set<String> MATCHES = Set.of("re.match", "re.fullmatch", "re.search", "regexp.MatchString");

    private final FlowProgram program;
    private final FlowTable table;
    private @Nullable String doubt;

    Checks(FlowProgram program, FlowTable table) {
        this.program = program;
        this.table = table;
    }

    /** Whether the value of an expression is harmless where it stands, whatever a caller chose. */
    boolean clean(Expression expression, Scope scope, String kind) {
        if (kind.equals("error-text") && expression instanceof Expression.Name name) {
            Statement.Handler handler = Order.handler(scope, expression.range(), name.name());
            return handler != null && !Caught.isAny(handler);
        }
        Subject subject = Subject.of(expression, scope);
        return subject != null && clean(subject, expression.range(), scope, kind);
    }

    /** What would settle whether the last value that was asked of is harmless, a clause; null where nothing is left open. */
    @Nullable
    String doubt() {
        return doubt;
    }

    private boolean clean(Subject subject, TextRange place, Scope scope, String kind) {
        doubt = null;
        for (Scope around = scope; around != null; around = around.parent()) {
            if (around.function() != null && isDecorated(around.function(), around, subject, kind)) {
                return true;
            }
            for (Known known : Order.at(around, place)) {
                if (proves(known.condition(), known.truth(), subject, known.scope(), kind, 0)
                        && !changed(subject, known.condition().range(), place)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the variable gets another value between the check and the use. */
    private static boolean changed(Subject subject, TextRange check, TextRange use) {
        if (subject.root() == null) {
            return false;
        }
        String name = subject.path().split("\\.", 2)[0];
        for (Binding binding : subject.root().bindings(name)) {
            if (binding instanceof Binding.Assigned it
                    && it.value().range().start() >= check.end()
                    && it.value().range().end() <= use.start()) {
                return true;
            }
        }
        return false;
    }

    private boolean proves(Expression condition, boolean truth, Subject subject, Scope scope, String kind, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return false;
        }
        int next = depth + 1;
        return switch (condition) {
            case Expression.Unary it -> proves(it.operand(), !truth, subject, scope, kind, next);
            case Expression.Binary it -> binary(it, truth, subject, scope, kind, next);
            case Expression.Await it -> proves(it.of(), truth, subject, scope, kind, next);
            case Expression.Call it -> call(it, truth, subject, scope, kind, next);
            case Expression.Name it -> {
                Scope owner = scope.lookup(it.name());
                List<Binding> bindings = owner == null ? List.of() : owner.bindings(it.name());
                yield bindings.size() == 1
                        && bindings.getFirst() instanceof Binding.Assigned only
                        && only.steps().isEmpty()
                        && proves(only.value(), truth, subject, only.scope(), kind, next);
            }
            default -> false;
        };
    }

    private boolean binary(Expression.Binary it, boolean truth, Subject subject, Scope scope, String kind, int depth) {
        return switch (it.operator()) {
            case AND -> junction(it, truth, true, subject, scope, kind, depth);
            case OR -> junction(it, truth, false, subject, scope, kind, depth);
            case IN -> truth && isAbout(it.left(), subject, scope) && isClosed(it.right(), scope);
            case EQUAL -> truth ? equal(it, subject, scope) : negligible(it, subject, scope, kind, depth);
            case NOT_EQUAL -> truth ? negligible(it, subject, scope, kind, depth) : equal(it, subject, scope);
            case GREATER, GREATER_OR_EQUAL ->
                truth && position(it.left()) != null && proves(it.left(), true, subject, scope, kind, depth);
            default -> false;
        };
    }

    private boolean junction(
            Expression.Binary it, boolean truth, boolean and, Subject subject, Scope scope, String kind, int depth) {
        boolean left = proves(it.left(), truth, subject, scope, kind, depth);
        boolean right = proves(it.right(), truth, subject, scope, kind, depth);
        return truth == and ? left || right : left && right;
    }

    private boolean equal(Expression.Binary it, Subject subject, Scope scope) {
        return isAbout(it.left(), subject, scope) && isConstant(it.right(), scope)
                || isAbout(it.right(), subject, scope) && isConstant(it.left(), scope);
    }

    /** {@code match == null}, {@code list.indexOf(x) != -1}, {@code check(x) != false}: what is compared is the check. */
    private boolean negligible(Expression.Binary it, Subject subject, Scope scope, String kind, int depth) {
        boolean nothing = it.right() instanceof Expression.Null
                || it.right() instanceof Expression.Bool bool && !bool.value()
                || it.right() instanceof Expression.Unary minus && minus.operand() instanceof Expression.Number
                || it.right() instanceof Expression.Number number
                        && number.written().startsWith("-");
        // Equal to null in the negative is a match; the question is asked of the other side.
        return nothing && proves(it.left(), true, subject, scope, kind, depth);
    }

    private static @Nullable Expression position(Expression expression) {
        return expression instanceof Expression.Call call
                        && call.callee() instanceof Expression.Field field
                        && (field.name().equals("indexOf") || field.name().equals("IndexOf"))
                ? call
                : null;
    }

    private boolean call(Expression.Call it, boolean truth, Subject subject, Scope scope, String kind, int depth) {
        FlowValue callee = program.value(it.callee(), scope, null);
        for (FlowValue one : Values.alternatives(callee)) {
            if (one instanceof ProjectValue.FunctionValue function) {
                return predicate(it, function, truth, subject, scope, kind, depth);
            }
        }
        if (!truth) {
            return false;
        }
        List<String> path = CalleePath.of(callee);
        List<FlowArgument> arguments = program.arguments(it.arguments(), scope, null);
        for (Schemas.Check check : Schemas.of(table, callee, arguments)) {
            Subject checked = check.data() < it.arguments().size()
                    ? Subject.of(it.arguments().get(check.data()).value(), scope)
                    : null;
            if (checked != null && admitsNothing(check.schema(), checked, subject, path, kind)) {
                return true;
            }
        }
        for (FlowRow row : table.calls(Word.CHECK, path, arguments)) {
            if (row.isAbout(kind) && isOf(row, it, subject, scope, arguments)) {
                return true;
            }
        }
        return contains(it, CalleePath.text(path), subject, scope)
                || matches(it, CalleePath.text(path), subject, scope, kind);
    }

    /** Whether a schema lets nothing harmful through of a part of what it checks; leaves a doubt where it cannot be read. */
    private boolean admitsNothing(
            @Nullable FlowValue schema, Subject checked, Subject subject, List<String> callee, String kind) {
        if (!subject.isWithin(checked)) {
            return false;
        }
        String rest = subject.path().substring(checked.path().length());
        List<String> part =
                rest.isEmpty() ? List.of() : List.of(rest.substring(1).split("\\.", -1));
        Schemas.Admits admits = Schemas.at(schema, part, kind);
        if (admits == Schemas.Admits.UNKNOWN) {
            doubt = "what " + CalleePath.text(callee) + "() lets through";
        }
        return admits == Schemas.Admits.NARROW;
    }

    /** Whether a decorator of the function checks what it is called with: {@code @validator(inbound_schema=ORDER)}. */
    private boolean isDecorated(FunctionDeclaration function, Scope scope, Subject subject, String kind) {
        String event = function.parameters().isEmpty()
                ? null
                : Parameters.name(function.parameters().getFirst().target());
        for (Expression decorator : event == null ? List.<Expression>of() : function.decorators()) {
            if (decorator instanceof Expression.Call call && scope.parent() != null) {
                FlowValue callee = program.value(call.callee(), scope.parent(), null);
                List<FlowArgument> arguments = program.arguments(call.arguments(), scope.parent(), null);
                for (FlowRow row : table.calls(Word.SCHEMA, callee, arguments)) {
                    if (row.kinds().contains("decorator")
                            && admitsNothing(
                                    Schemas.schema(row, callee, arguments),
                                    new Subject(scope, String.valueOf(event)),
                                    subject,
                                    CalleePath.of(callee),
                                    kind)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isOf(
            FlowRow row, Expression.Call call, Subject subject, Scope scope, List<FlowArgument> arguments) {
        if (row.parameters().isEmpty()) {
            return call.callee() instanceof Expression.Field method && isAbout(method.of(), subject, scope);
        }
        for (int index : row.marked(arguments)) {
            if (index < call.arguments().size()
                    && isAbout(call.arguments().get(index).value(), subject, scope)) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(Expression.Call call, String callee, Subject subject, Scope scope) {
        if (CONTAINS_FUNCTIONS.contains(callee) && call.arguments().size() == 2) {
            return isAbout(call.arguments().getLast().value(), subject, scope)
                    && isClosed(call.arguments().getFirst().value(), scope);
        }
        if (!(call.callee() instanceof Expression.Field method)) {
            return false;
        }
        boolean asks = CONTAINS.contains(method.name()) || position(call) != null;
        return asks
                && !call.arguments().isEmpty()
                && isAbout(call.arguments().getLast().value(), subject, scope)
                && isClosed(method.of(), scope);
    }

    private boolean matches(Expression.Call call, String callee, Subject subject, Scope scope, String kind) {
        List<Argument> arguments = call.arguments();
        if (MATCHES.contains(callee) && arguments.size() > 1) {
            return isAbout(arguments.get(1).value(), subject, scope)
                    && isNarrow(arguments.get(0).value(), scope, callee, kind);
        }
        if (!(call.callee() instanceof Expression.Field method) || arguments.isEmpty()) {
            return false;
        }
        Expression argument = arguments.getFirst().value();
        return switch (method.name()) {
            case "test", "exec", "fullmatch", "MatchString", "IsMatch" ->
                isAbout(argument, subject, scope) && isNarrow(method.of(), scope, method.name(), kind);
            case "match", "matches" ->
                isAbout(method.of(), subject, scope) && isNarrow(argument, scope, method.name(), kind)
                        || isAbout(argument, subject, scope) && isNarrow(method.of(), scope, "re.match", kind);
            default -> false;
        };
    }

    private boolean isNarrow(Expression pattern, Scope scope, String how, String kind) {
        String text = Patterns.text(pattern, scope, program);
        boolean whole = how.endsWith("fullmatch") || how.equals("matches");
        boolean fromStart = whole || how.equals("re.match");
        return text != null && Patterns.isNarrow(text, fromStart, whole, kind);
    }

    /** A function of the project that says whether it is given something harmless. */
    private boolean predicate(
            Expression.Call call,
            ProjectValue.FunctionValue function,
            boolean truth,
            Subject subject,
            Scope scope,
            String kind,
            int depth) {
        FunctionDeclaration declaration = function.function();
        for (int i = 0;
                i < call.arguments().size() && i < declaration.parameters().size();
                i++) {
            if (!isAbout(call.arguments().get(i).value(), subject, scope)) {
                continue;
            }
            String name = Parameters.name(declaration.parameters().get(i).target());
            if (name == null) {
                continue;
            }
            Subject parameter = new Subject(function.scope(), name);
            List<Statement.Return> results = new ArrayList<>();
            collect(declaration.body(), results);
            boolean all = !results.isEmpty();
            for (Statement.Return result : results) {
                all &= provesResult(result, truth, parameter, function.scope(), kind, depth);
            }
            return all;
        }
        return false;
    }

    private boolean provesResult(
            Statement.Return result, boolean truth, Subject parameter, Scope scope, String kind, int depth) {
        Expression value = result.value();
        if (value == null || value instanceof Expression.Null) {
            return truth;
        }
        if (value instanceof Expression.Bool bool && bool.value() != truth) {
            return true;
        }
        return proves(value, truth, parameter, scope, kind, depth) || clean(parameter, result.range(), scope, kind);
    }

    private static void collect(List<Statement> statements, List<Statement.Return> into) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Return it) {
                into.add(it);
            }
            Children.blocks(statement, block -> collect(block, into));
        }
    }

    private static boolean isAbout(Expression expression, Subject subject, Scope scope) {
        Subject checked = Subject.of(expression, scope);
        return checked != null && subject.isWithin(checked) && checked.path().equals(subject.path());
    }

    private boolean isConstant(Expression expression, Scope scope) {
        return isConstant(program.value(expression, scope, null));
    }

    private static boolean isConstant(FlowValue value) {
        return switch (value) {
            case FlowValue.Text ignored -> true;
            case FlowValue.Scalar ignored -> true;
            case FlowValue.Environment ignored -> true;
            case FlowValue.Either it -> it.values().stream().allMatch(Checks::isConstant);
            default -> false;
        };
    }

    /** Whether an expression is a list, set or map of what is written out. */
    private boolean isClosed(Expression expression, Scope scope) {
        return isClosed(program.value(expression, scope, null), 0);
    }

    private static boolean isClosed(FlowValue value, int depth) {
        return depth < MAXIMUM_DEPTH
                && switch (value) {
                    case FlowValue.ListOf it ->
                        !it.items().isEmpty() && it.items().stream().allMatch(Checks::isConstant);
                    case FlowValue.MapOf it ->
                        !it.entries().isEmpty() && it.entries().stream().allMatch(entry -> entry.name() != null);
                    case FlowValue.Either it -> it.values().stream().allMatch(one -> isClosed(one, depth + 1));
                    case FlowValue.Instance it -> made(it.arguments(), depth);
                    case FlowValue.Result it -> made(it.arguments(), depth) || keys(it, depth);
                    default -> false;
                };
    }

    /** A list of values that a constructor or function is given: {@code new Set([…])}, {@code List.of(…)}. */
    private static boolean made(List<FlowArgument> arguments, int depth) {
        return !arguments.isEmpty()
                && arguments.stream().allMatch(one -> isConstant(one.value()) || isClosed(one.value(), depth + 1));
    }

    private static boolean keys(FlowValue.Result result, int depth) {
        return result.of() instanceof FlowValue.Member method
                && Set.of("keys", "values").contains(method.name())
                && isClosed(method.of(), depth + 1);
    }
}
