package dev.parapet.core.graph.name;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon resource name of which some parts may be unknown, after
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 *
 * @param service the service, such as {@code s3}; may be a pattern in a policy
 * @param account the account's number; empty where the service has none
 * @param resource all after the fifth colon
 */
public record Arn(String service, String account, String resource) {
    /** The resource name that a shape is, or null when it is none. */
    public static @Nullable Arn of(String shape) {
        if (!shape.startsWith("arn:")) {
            return null;
        }
        List<String> parts = TextShape.split(shape, ':', 6);
        return parts.size() == 6 ? new Arn(parts.get(2), parts.get(4), parts.get(5)) : null;
    }

    /**
     * The resource name that stands within a shape, as in {@code arn:aws:apigateway:…:lambda:path/…/functions/arn:aws:lambda:…/invocations},
     * else the shape's own, else null.
     */
    public static @Nullable Arn within(String shape) {
        int functions = shape.indexOf("/functions/arn:");
        if (functions >= 0) {
            String inner = shape.substring(functions + "/functions/".length());
            int end = inner.lastIndexOf("/invocations");
            return of(end < 0 ? inner : inner.substring(0, end));
        }
        return of(shape);
    }
}
