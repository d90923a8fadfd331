package dev.parapet.cli.iam;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Lines of a stream as bytes, in the memory that they were read into; they end as those of {@link java.io.BufferedReader}. */
final class ByteLines {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SMALL = 0x2020202020202020L;
    private static final long HIGH = 0x8080808080808080L;

    private final InputStream in;
    private byte[] bytes = new byte[1 << 18];
    private int from;
    private int to;
    private int next;
    private int limit;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Where the line is, from {@link #from()} to {@link #to()}, until the next is asked for. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        from = next;
        to = next;
        while (!isEnd()) {
            if (to == limit && !more()) {
                next = to;
                return to > from;
            }
        }
        next = to + 1;
        if (bytes[to] == '\r' && (next < limit || more()) && bytes[next] == '\n') {
            next++;
        }
        return true;
    }

    /** Goes on to the end of the line, or to where no more is read yet. */
    private boolean isEnd() {
        while (to + Long.BYTES <= limit) {
            long eight = (long) LONG.get(bytes, to);
            long control = (eight - SMALL) & ~eight & HIGH;
            if (control == 0) {
                to += Long.BYTES;
                continue;
            }
            to += Long.numberOfTrailingZeros(control) >>> 3;
            if (isEnd(bytes[to])) {
                return true;
            }
            to++;
        }
        while (to < limit && !isEnd(bytes[to])) {
            to++;
        }
        return to < limit;
    }

    private static boolean isEnd(byte sign) {
        return sign == '\n' || sign == '\r';
    }

    /** Reads more behind what is there of the line, which may move to the front or to a larger memory. */
    private boolean more() throws IOException {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, limit - from);
            to -= from;
            next -= from;
            limit -= from;
            from = 0;
        }
        if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(read, 0);
        return read > 0;
    }
}
