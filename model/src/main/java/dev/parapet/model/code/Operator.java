package dev.parapet.model.code;

/** The operators, alike in all languages: {@code and} is {@code &&}; {@code ===}, {@code is} and {@code ==} are one. */
public enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    /** The remainder; of a text in Python, formatting. */
    REMAINDER("%"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    AND("&&"),
    OR("||"),
    NOT("!"),
    /** The left value unless it is null or undefined. */
    COALESCE("??"),
    /** Whether the right contains the left, as element, key or part of a text. */
    IN("in"),
    /** Whether the left is of the type on the right. */
    INSTANCE_OF("instanceof"),
    /** Any other: bits, powers, shifts. */
    OTHER("#");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written in the text form. */
    public String symbol() {
        return symbol;
    }
}
