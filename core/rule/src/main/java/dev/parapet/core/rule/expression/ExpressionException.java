package dev.parapet.core.rule.expression;

/** An expression that is not valid, with the place inside its own text. */
public final class ExpressionException extends Exception {
    private final int line;
    private final int column;

    /**
     * An invalid expression.
     *
     * @param line counted from 1 in the expression's text
     * @param column counted from 1
     */
    public ExpressionException(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** The line, counted from 1 in the expression's own text. */
    public int line() {
        return line;
    }

    /** The column, counted from 1. */
    public int column() {
        return column;
    }
}
