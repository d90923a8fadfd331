package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.FlowProgram;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.code.Expression;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Regular expressions that let nothing harmful through: from beginning to end, letters, digits and little else. */
final class Patterns {
    /** Characters that do harm in each kind of use; in those that are not named here, all but letters, digits, '_' and '-'. */
    private static final Map<String, String> HARMFUL = Map.of(
            "path", "/\\",
            "log", "\n\r",
            "header", "\n\r",
            "html", "<>\"'&",
            "sql", "'\"\\;()",
            "command", "$`;&|<>()\n'\"\\ *?[]{}!#~%^");

    private Patterns() {}

    /** The text of a pattern that is written out; null where it is not. */
    static @Nullable String text(Expression pattern, Scope scope, FlowProgram program) {
        if (pattern instanceof Expression.Unknown literal && literal.reason().equals("regular expression")) {
            return written(literal, scope);
        }
        return text(program.value(pattern, scope, null), pattern, scope, program);
    }

    private static @Nullable String text(FlowValue value, Expression pattern, Scope scope, FlowProgram program) {
        return switch (value) {
            case FlowValue.Text it -> it.value();
            // re.compile("…"), new RegExp("…"), Pattern.compile("…"), regexp.MustCompile("…")
            case FlowValue.Result it -> first(it.arguments());
            case FlowValue.Instance it -> first(it.arguments());
            case FlowValue.Unknown ignored
            when pattern instanceof Expression.Name name -> {
                Scope owner = scope.lookup(name.name());
                yield owner != null
                                && owner.bindings(name.name()).size() == 1
                                && owner.bindings(name.name()).getFirst()
                                        instanceof dev.parapet.core.flow.scope.Binding.Assigned only
                                && only.value() != pattern
                        ? text(only.value(), only.scope(), program)
                        : null;
            }
            default -> null;
        };
    }

    private static @Nullable String first(List<FlowArgument> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().value() instanceof FlowValue.Text text
                ? text.value()
                : null;
    }

    /** A literal between slashes, without them and its flags. */
    private static @Nullable String written(Expression.Unknown literal, Scope scope) {
        String text = scope.file().source().text();
        String whole = text.substring(literal.range().start(), literal.range().end());
        int end = whole.lastIndexOf('/');
        boolean lines = end > 0 && whole.substring(end).contains("m");
        return whole.startsWith("/") && end > 0 && !lines ? whole.substring(1, end) : null;
    }

    /**
     * Whether what matches is harmless.
     *
     * @param fromStart whether it must match from the beginning anyway
     * @param whole whether it must match to the end anyway
     */
    static boolean isNarrow(String pattern, boolean fromStart, boolean whole, String kind) {
        boolean begins = fromStart || pattern.startsWith("^") || pattern.startsWith("\\A");
        boolean ends = whole
                || pattern.endsWith("$") && !pattern.endsWith("\\$")
                || pattern.endsWith("\\Z")
                || pattern.endsWith("\\z");
        return begins && ends && admitsNothingOf(HARMFUL.get(kind), pattern);
    }

    private static boolean admitsNothingOf(@Nullable String harmful, String pattern) {
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                char escaped = pattern.charAt(++i);
                if ("SDWsnrt".indexOf(escaped) >= 0
                        && !(escaped == 's'
                                && harmful != null
                                && harmful.indexOf('\n') < 0
                                && harmful.indexOf(' ') < 0)) {
                    return false;
                }
                if (!Character.isLetterOrDigit(escaped) && isHarmful(escaped, harmful)) {
                    return false;
                }
            } else if (c == '[') {
                if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '^') {
                    return false;
                }
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '|' && !inClass) {
                // Each branch would have to be bound to beginning and end.
                if (!pattern.startsWith("^(") && !pattern.startsWith("(")) {
                    return false;
                }
            } else if (c == '.' && !inClass) {
                return false;
            } else if (inClass && isHarmful(c, harmful)) {
                return false;
            } else if (!inClass && "^$()?*+{}|,:-".indexOf(c) < 0 && isHarmful(c, harmful)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmful(char c, @Nullable String harmful) {
        return harmful == null
                ? !Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.' && c != '@' && c != '+'
                : harmful.indexOf(c) >= 0;
    }
}
