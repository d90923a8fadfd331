package dev.parapet.core.iam.compiled;

/** Kleene's three values as small numbers. */
final class Three {
    static final byte NO = 0;
    static final byte UNKNOWN = 1;
    static final byte YES = 2;
    /** A comparison of things that cannot be compared: it satisfies neither an operator nor its opposite. */
    static final byte NEITHER = -1;

    private Three() {}

    static byte and(byte first, byte second) {
        return first < second ? first : second;
    }

    static byte or(byte first, byte second) {
        return first > second ? first : second;
    }

    static byte not(byte value) {
        return (byte) (YES - value);
    }

    static byte of(boolean value) {
        return value ? YES : NO;
    }
}
