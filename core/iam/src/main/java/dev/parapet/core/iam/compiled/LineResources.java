package dev.parapet.core.iam.compiled;

/** Patterns of {@code Resource} elements of a line, held against the resource of the request part by part. */
final class LineResources {
    private static final int COLONS = 5;
    private static final byte[] ARN = Ascii.of("arn");

    /** Which ARNs of fewer than six parts stand for something. */
    enum ShortArns {
        COMPLETED,
        COMPLETED_BEHIND_WILDCARD,
        NOTHING
    }

    private final JsonLine line;
    private final Missing missing;
    private final FilledPattern filled;
    private final int[] colons = new int[COLONS];
    private byte[] resource = new byte[0];
    private int from;
    private int to;
    private boolean isArn;

    LineResources(JsonLine line, Missing missing, FilledPattern filled) {
        this.line = line;
        this.missing = missing;
        this.filled = filled;
    }

    /** Sets the resource that is asked for. */
    void ask(byte[] text, int from, int to) {
        resource = text;
        this.from = from;
        this.to = to;
        int at = from;
        int found = 0;
        while (found < COLONS && (at = Ascii.indexOf((byte) ':', text, at, to)) < to) {
            colons[found++] = at++;
        }
        isArn = found == COLONS;
    }

    /** Whether a pattern is one {@code *}. */
    boolean isEverything(int pattern) {
        return line.to(pattern) - line.from(pattern) == 1 && line.text()[line.from(pattern)] == '*';
    }

    /**
     * Whether a pattern covers the resource; {@link Three#NEITHER} where it is nothing in this kind of policy, or a variable has no value.
     *
     * @param variables whether policy variables mean something in it
     * @param negated whether it matters that it is nothing; {@link Three#NO} may be said instead otherwise
     */
    byte covers(int pattern, ShortArns shortArns, boolean variables, boolean negated) {
        if (isEverything(pattern)) {
            return Three.YES;
        }
        byte[] text = line.text();
        int start = line.from(pattern);
        int end = line.to(pattern);
        if (variables && FilledPattern.hasVariable(text, start, end)) {
            return filled(start, end, shortArns);
        }
        int sign = start;
        int at = from;
        int parted = 0;
        boolean covers = isArn;
        for (int part = colon(text, sign, end); parted < COLONS && part < end; part = colon(text, sign, end)) {
            covers = covers && Ascii.covers(text, sign, part, resource, at, colons[parted], true);
            if (!covers && !negated) {
                return Three.NO;
            }
            at = colons[parted++] + 1;
            sign = part + 1;
        }
        if (parted < COLONS
                && !(isArn(text, start, colon(text, start, end)) && isCompleted(shortArns, text[end - 1]))) {
            return Three.NEITHER;
        }
        int given = parted < COLONS ? colons[parted] : to;
        return Three.of(covers && Ascii.covers(text, sign, end, resource, at, given, parted < COLONS));
    }

    private static int colon(byte[] text, int from, int to) {
        return Ascii.indexOf((byte) ':', text, from, to);
    }

    private static boolean isArn(byte[] text, int from, int to) {
        return Ascii.isSame(text, from, to, ARN, 0, ARN.length);
    }

    private static boolean isCompleted(ShortArns shortArns, byte last) {
        return switch (shortArns) {
            case COMPLETED -> true;
            case COMPLETED_BEHIND_WILDCARD -> last == '*';
            case NOTHING -> false;
        };
    }

    /** A pattern with variables: parted at its own colons, before the values are in it. */
    private byte filled(int start, int end, ShortArns shortArns) {
        if (!filled.fill(start, end, true)) {
            return Three.NEITHER;
        }
        byte[] text = filled.text();
        int[] parts = filled.colons();
        int parted = filled.parted();
        if (parted < COLONS) {
            byte[] written = line.text();
            if (!isArn(written, start, colon(written, start, end)) || !isCompleted(shortArns, written[end - 1])) {
                return Three.NEITHER;
            }
        }
        if (!isArn) {
            return Three.NO;
        }
        int sign = 0;
        int at = from;
        for (int i = 0; i <= parted; i++) {
            int part = i < parted ? parts[i] : filled.length();
            int given = i < COLONS ? colons[i] : to;
            if (!Ascii.covers(text, sign, part, resource, at, given, i < COLONS, Ascii.ANY, Ascii.ONE)) {
                return Three.NO;
            }
            sign = part + 1;
            at = given + 1;
        }
        missing.noteAll(filled.unknown());
        return filled.unknown().isEmpty() ? Three.YES : Three.UNKNOWN;
    }
}
