package dev.parapet.core.iam.compiled;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where the quotation marks of a text are, a bit for each byte. Found for all of it beforehand, in loops without branches that the compiler turns
 * into vector instructions, since where a text ends is what a processor guesses wrong most often. Used again for the next text.
 */
final class QuotationMarks {
    /** How many bytes must follow a text, as they are looked at as well. */
    static final int SLACK = Long.SIZE;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = EACH << 7;
    private static final long LOW = ~HIGH;
    /** Moves the highest bit of each of eight bytes into the highest byte. */
    private static final long GATHER = 0x0002040810204081L;

    private long[] marks = new long[1 << 7];
    /** The same, eight bits each. */
    private long[] eights = new long[Long.BYTES << 7];

    /**
     * Finds those of a text.
     *
     * @param end where it ends; {@value #SLACK} blanks follow
     * @return whether it is plain: ASCII without backslashes and control characters. In another one marks may be missed.
     */
    boolean find(byte[] text, int end) {
        int blocks = end / Long.SIZE + 1;
        if (marks.length <= blocks) {
            marks = new long[Math.max(blocks + 1, marks.length * 2)];
            eights = new long[marks.length * Long.BYTES];
        }
        eights(text, blocks * Long.BYTES, eights);
        for (int block = 0; block < blocks; block++) {
            int at = block * Long.BYTES;
            marks[block] = eights[at]
                    | eights[at + 1] << 8
                    | eights[at + 2] << 16
                    | eights[at + 3] << 24
                    | eights[at + 4] << 32
                    | eights[at + 5] << 40
                    | eights[at + 6] << 48
                    | eights[at + 7] << 56;
        }
        // What is not closed ends with the text.
        marks[end / Long.SIZE] |= 1L << end;
        marks[blocks] = -1;
        return isPlain(text, blocks * Long.BYTES);
    }

    /** A bit for each byte of the text; those of {@link #next}. */
    long[] marks() {
        return marks;
    }

    /** Where the next one is, at a place or behind it. */
    static int next(long[] marks, int from) {
        int block = from / Long.SIZE;
        long ahead = marks[block] >>> from | marks[block + 1] << 1 << ~from;
        return ahead != 0 ? from + Long.numberOfTrailingZeros(ahead) : far(marks, block + 1);
    }

    private static int far(long[] marks, int from) {
        int block = from;
        while (marks[block] == 0) {
            block++;
        }
        return block * Long.SIZE + Long.numberOfTrailingZeros(marks[block]);
    }

    private static void eights(byte[] text, int count, long[] eights) {
        for (int i = 0; i < count; i++) {
            // A byte without its highest bit is 0 when adding the greatest such number doesn't set that bit.
            long unlike = ((long) LONG.get(text, i * Long.BYTES) ^ EACH * '"') + LOW;
            eights[i] = (~unlike & HIGH) * GATHER >>> Long.SIZE - Long.BYTES;
        }
    }

    private static boolean isPlain(byte[] text, int count) {
        long beyond = 0;
        for (int i = 0; i < count; i++) {
            long eight = (long) LONG.get(text, i * Long.BYTES);
            beyond |= eight | eight - EACH * ' ' | ~((eight ^ EACH * '\\') + LOW);
        }
        return (beyond & HIGH) == 0;
    }
}
