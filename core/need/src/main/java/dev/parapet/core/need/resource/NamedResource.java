package dev.parapet.core.need.resource;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.account.Account;

/**
 * A resource, or some of a kind, as a policy names it.
 *
 * @param expression an ARN in the template's own words, <code>${Orders.Arn}/index/*</code>, as {@code Fn::Sub} takes it
 * @param exact whether it is known when the function is deployed; else a {@code *} stands for what is known at run time only
 * @param shape the ARN with wildcards, each part that only the deployment tells being a mark as {@link TextShape} has it
 */
public record NamedResource(String expression, boolean exact, String shape) {
    /** All resources. */
    public static final NamedResource ALL = new NamedResource("*", true, "*");

    /** All resources, as nothing is known of which are needed. */
    public static final NamedResource UNKNOWN = new NamedResource("*", false, "*");

    /**
     * The ARN with a wildcard for each part that only the deployment tells: whatever these parts turn out to be, it covers what is
     * meant.
     */
    public String widest() {
        return widest(shape);
    }

    /** Whether it is known without the template: of the template there is nothing in it but the account and region. */
    public boolean isWrittenOut() {
        return exact && !expression.replace("${AWS::", "").contains("${");
    }

    /** A shape with a wildcard for each part that only the deployment tells, the number of the account included. */
    static String widest(String shape) {
        StringBuilder widest = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < shape.length(); i++) {
            char c = shape.charAt(i);
            if (c == TextShape.OPEN) {
                inside = true;
            } else if (c == TextShape.CLOSE) {
                inside = false;
                append(widest, '*');
            } else if (!inside) {
                append(widest, c);
            }
        }
        return widest.toString().replace(":" + Account.UNKNOWN + ":", ":*:");
    }

    private static void append(StringBuilder text, char c) {
        if (c != '*' || text.isEmpty() || text.charAt(text.length() - 1) != '*') {
            text.append(c);
        }
    }

    /** Whether all that another names is named by this too. */
    public boolean covers(NamedResource other) {
        return Patterns.covers(shape, other.shape());
    }

    /** Whether something may be named by both. */
    public boolean meets(NamedResource other) {
        return Patterns.meet(widest(), other.widest());
    }
}
