package dev.parapet.read.code;

import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.syntax.SyntaxNode;
import dev.parapet.read.code.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What front ends have in common: the bound on depth, and what becomes of nodes that have no word in the small language. A
 * front end extends it, says what each kind of node means in {@link #lowerExpression} and {@link #lowerStatement}, and calls
 * {@link #expression} and {@link #statements} for what is inside.
 */
public abstract class Lowering {
    /** How many nodes deep what one node of syntax means can be, without what is inside it. */
    private static final int STEP = 5;

    private static final int MAXIMUM_NESTING = CodeFile.MAXIMUM_DEPTH - STEP;

    /** How many operands a chain of one operator may have before it is made less deep. */
    private static final int LONG_CHAIN = 4;

    private static final String TOO_DEEP = "deep nesting";
    private static final String SYNTAX_ERROR = "syntax error";

    /** How many nodes deep what is being made can be at most. */
    private int nesting;

    /** Syntax errors that are in nothing that was read yet. */
    private final NavigableMap<Integer, SyntaxNode> unreadErrors;

    /** A front end for one file. */
    protected Lowering(SyntaxTree tree) {
        this.unreadErrors = tree.errors();
    }

    /** What an expression means. */
    protected abstract Expression lowerExpression(SyntaxNode node);

    /** Adds what a statement means. */
    protected abstract void lowerStatement(SyntaxNode node, List<Statement> into);

    /** An expression, or {@link Expression.Unknown} where it is nested too deeply or is none. */
    public final Expression expression(SyntaxNode node) {
        if (nesting >= MAXIMUM_NESTING) {
            return new Expression.Unknown(node.range(), TOO_DEEP, List.of());
        }
        nesting += STEP;
        try {
            return node.is(SyntaxTree.ERROR) ? unknown(node) : lowerExpression(node);
        } finally {
            nesting -= STEP;
        }
    }

    /** The expression of a field of a node; where it is absent, which it is only in a text with errors, unknown. */
    public final Expression expression(SyntaxNode node, String field) {
        SyntaxNode found = node.field(field);
        return found == null ? new Expression.Unknown(node.range(), SYNTAX_ERROR, List.of()) : expression(found);
    }

    /** The expression of a node that may be absent. */
    public final @Nullable Expression optional(@Nullable SyntaxNode node) {
        return node == null ? null : expression(node);
    }

    /** The expressions of nodes. */
    public final List<Expression> expressions(List<SyntaxNode> nodes) {
        List<Expression> lowered = new ArrayList<>(nodes.size());
        for (SyntaxNode node : nodes) {
            lowered.add(expression(node));
        }
        return lowered;
    }

    /** Adds what a statement means, or {@link Statement.Unreadable}. */
    public final void statement(SyntaxNode node, List<Statement> into) {
        if (nesting >= MAXIMUM_NESTING) {
            into.add(tooDeep(node));
            return;
        }
        nesting += STEP;
        try {
            if (node.is(SyntaxTree.ERROR)) {
                unreadErrors.remove(node.number());
                into.add(new Statement.Unreadable(node.range(), SYNTAX_ERROR));
                // What the parser understood of it is read all the same.
                for (SyntaxNode child : node.children()) {
                    statement(child, into);
                }
            } else {
                lowerStatement(node, into);
                errorsIn(node, into);
            }
        } finally {
            nesting -= STEP;
        }
    }

    /** What the parser understood of errors inside a statement comes after it. */
    private void errorsIn(SyntaxNode node, List<Statement> into) {
        NavigableMap<Integer, SyntaxNode> errors = unreadErrors.subMap(node.number(), true, node.after(), false);
        while (!errors.isEmpty()) {
            into.add(new Statement.Evaluate(expression(errors.pollFirstEntry().getValue())));
        }
    }

    /** What the statements in a block mean; nothing where it is absent. */
    public final List<Statement> statements(@Nullable SyntaxNode block) {
        List<Statement> lowered = new ArrayList<>();
        if (block != null) {
            for (SyntaxNode child : block.children()) {
                statement(child, lowered);
            }
        }
        return lowered;
    }

    /** A node that the small language has no word for, with what is in it. */
    public final Expression.Unknown unknown(SyntaxNode node) {
        unreadErrors.remove(node.number());
        String reason = node.is(SyntaxTree.ERROR) ? SYNTAX_ERROR : node.kind().replace('_', ' ');
        return new Expression.Unknown(node.range(), reason, expressions(node.children()));
    }

    /**
     * The operands of a chain such as {@code a + b + c}, joined. A long chain is joined in pairs, which is the same text and
     * less deep.
     */
    public final Expression chain(Operator operator, List<SyntaxNode> operands) {
        int depth = LONG_CHAIN + Integer.SIZE - Integer.numberOfLeadingZeros(operands.size() / LONG_CHAIN);
        nesting += depth;
        try {
            return joined(operator, expressions(operands));
        } finally {
            nesting -= depth;
        }
    }

    /** Operands joined by an operator; they must be as many as those of a {@link #chain} or few. */
    public static Expression joined(Operator operator, List<Expression> operands) {
        if (operands.size() == 1) {
            return operands.getFirst();
        }
        int last = operands.size() > LONG_CHAIN ? operands.size() / 2 : operands.size() - 1;
        Expression left = joined(operator, operands.subList(0, last));
        Expression right = joined(operator, operands.subList(last, operands.size()));
        TextRange range = new TextRange(left.range().start(), right.range().end());
        return new Expression.Binary(range, operator, left, right);
    }

    /**
     * Does something one step deeper than it is now, where the syntax is flat and what it means is not.
     *
     * @param tooDeep what it is instead where that would be too deep
     */
    public final <T> T deeper(Supplier<T> what, Supplier<T> tooDeep) {
        if (nesting >= MAXIMUM_NESTING) {
            return tooDeep.get();
        }
        nesting += STEP;
        try {
            return what.get();
        } finally {
            nesting -= STEP;
        }
    }

    /**
     * An operation with the fields {@code left}, {@code operator} and {@code right}.
     *
     * @param meanings what the symbols mean; one that is not there is {@link Operator#OTHER}
     */
    public final Expression binary(SyntaxNode node, Map<String, Operator> meanings) {
        String symbol = text(node.field("operator"));
        List<SyntaxNode> operands = new ArrayList<>();
        SyntaxNode left = node;
        while (left.is(node.kind()) && text(left.field("operator")).equals(symbol)) {
            SyntaxNode next = left.field("left");
            SyntaxNode right = left.field("right");
            if (next == null || right == null) {
                break;
            }
            operands.addFirst(right);
            left = next;
        }
        operands.addFirst(left);
        return operands.size() == 1 ? unknown(node) : chain(meanings.getOrDefault(symbol, Operator.OTHER), operands);
    }

    /** The expression that is all that a node holds. */
    public final Expression only(SyntaxNode node) {
        SyntaxNode child = node.firstChild();
        return child == null ? unknown(node) : expression(child);
    }

    /**
     * What a place holds before it is changed ({@code a += b} assigns {@code a + b}): the place again, where it only names something. One that calls or
     * changes something is not said twice, which would double it with each such place inside another.
     */
    public static Expression before(Expression place) {
        return isPlain(place) ? place : new Expression.Unknown(place.range(), "element", List.of());
    }

    /** Whether an expression only names something. */
    public static boolean isPlain(Expression expression) {
        return switch (expression) {
            case Expression.Name ignored -> true;
            case Expression.This ignored -> true;
            case Expression.Super ignored -> true;
            case Expression.Text ignored -> true;
            case Expression.Number ignored -> true;
            case Expression.Field it -> isPlain(it.of());
            case Expression.Index it -> isPlain(it.of()) && isPlain(it.key());
            case Expression.Cast it -> isPlain(it.of());
            default -> false;
        };
    }

    /** What is assigned to, where it was read as an expression. */
    public static Target place(Expression place) {
        return switch (place) {
            case Expression.Name name -> new Target.Variable(name.range(), name.name(), false, null);
            case Expression.Field field -> new Target.Member(field);
            case Expression.Index index -> new Target.Item(index);
            case Expression.Cast cast -> place(cast.of());
            default -> new Target.Unknown(place.range());
        };
    }

    /** Parts of a text as one, neighbouring texts joined. */
    public static Expression text(TextRange range, List<Expression> parts) {
        List<Expression> joined = new ArrayList<>();
        for (Expression part : parts) {
            if (part instanceof Expression.Text text
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Expression.Text before) {
                joined.removeLast();
                joined.add(new Expression.Text(
                        new TextRange(before.range().start(), text.range().end()), before.value() + text.value()));
            } else {
                joined.add(part);
            }
        }
        if (joined.isEmpty()) {
            return new Expression.Text(range, "");
        }
        return joined.size() == 1 && joined.getFirst() instanceof Expression.Text text
                ? new Expression.Text(range, text.value())
                : new Expression.Template(range, joined);
    }

    /** What is written in a node that may be absent. */
    public static String text(@Nullable SyntaxNode node) {
        return node == null ? "" : node.text();
    }

    /** What stands where syntax is nested too deeply. */
    public static Statement tooDeep(SyntaxNode node) {
        return new Statement.Unreadable(node.range(), TOO_DEEP);
    }
}
