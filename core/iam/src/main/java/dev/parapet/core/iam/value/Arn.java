package dev.parapet.core.iam.value;

import org.jspecify.annotations.Nullable;

/**
 * An ARN in its six parts (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>): {@code
 * arn:partition:service:region:account:resource}, of which the last is all the rest.
 */
public final class Arn {
    private static final int COLONS = 5;

    private final String text;
    /** Where the colons between the parts are. */
    private final int[] colons;

    private Arn(String text, int[] colons) {
        this.text = text;
        this.colons = colons;
    }

    /** Parts a text; null when it has fewer than six parts. What the parts hold is not looked at. */
    public static @Nullable Arn parse(String text) {
        int[] colons = new int[COLONS];
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ':') {
                colons[found++] = i;
                if (found == COLONS) {
                    return new Arn(text, colons);
                }
            }
        }
        return null;
    }

    /** A part, counted from 0. */
    public String part(int index) {
        return text.substring(start(index), end(index));
    }

    /** Where a part begins in the text. */
    public int start(int index) {
        return index == 0 ? 0 : colons[index - 1] + 1;
    }

    /** Where a part ends in the text. */
    public int end(int index) {
        return index == COLONS ? text.length() : colons[index];
    }

    /** Whether a part is this text. */
    public boolean isPart(int index, String part) {
        return end(index) - start(index) == part.length() && text.startsWith(part, start(index));
    }

    /** {@code aws}, {@code aws-cn}. */
    public String partition() {
        return part(1);
    }

    /** The prefix of the service. */
    public String service() {
        return part(2);
    }

    /** The region; empty where the resource has none. */
    public String region() {
        return part(3);
    }

    /** The account; empty where the ARN doesn't say it. */
    public String account() {
        return part(4);
    }

    /** What the service calls the resource. */
    public String resource() {
        return part(COLONS);
    }
}
