package dev.parapet.cli.cache;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.binary.Digest;
import dev.parapet.model.binary.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tree that knows what was read of it, so that whatever was made of that can be known again. Threads may share it. */
public final class RecordedTree implements SourceTree {
    private static final int WHOLE = -1;

    private static final Digest NOTHING = new Sha256().text("nothing").digest();

    private static final Digest NO_BYTES = new Sha256().digest();

    /**
     * One question.
     *
     * @param path the file
     * @param length how many bytes of it at most; negative where it was its whole text
     */
    public record Read(String path, int length) implements Comparable<Read> {
        private static final Comparator<Read> ORDER =
                Comparator.comparing(Read::path).thenComparingInt(Read::length);

        @Override
        public int compareTo(Read other) {
            return ORDER.compare(this, other);
        }
    }

    private final SourceTree tree;
    private final boolean peeks;
    private final Map<Read, Digest> answers = new TreeMap<>();

    /**
     * Nothing was read yet.
     *
     * @param peeks whether it counts what files begin with that were never read; it does not where that only decides which are read
     */
    public RecordedTree(SourceTree tree, boolean peeks) {
        this.tree = tree;
        this.peeks = peeks;
    }

    /** What was asked, and a hash of what was answered, in the order of the paths. */
    public synchronized Map<Read, Digest> answers() {
        return new TreeMap<>(answers);
    }

    /** What a tree answers to a question now. */
    public static Digest answer(SourceTree tree, Read read) {
        return read.length() == WHOLE
                ? answer(tree.read(read.path()))
                : new Sha256().bytes(tree.peek(read.path(), read.length())).digest();
    }

    private static Digest answer(Optional<SourceFile> file) {
        return file.map(it -> new Sha256().text(it.text()).digest()).orElse(NOTHING);
    }

    /** Whether the answer was that there is nothing, perhaps because it cannot be read. */
    public static boolean isNothing(Digest answer) {
        return answer.equals(NOTHING) || answer.equals(NO_BYTES);
    }

    private synchronized boolean isNew(Read read) {
        return !answers.containsKey(read);
    }

    private synchronized void put(Read read, Digest answer) {
        answers.put(read, answer);
    }

    @Override
    public List<String> paths() {
        return tree.paths();
    }

    @Override
    public Optional<SourceFile> read(String path) {
        Optional<SourceFile> file = tree.read(path);
        Read read = new Read(path, WHOLE);
        if (isNew(read)) {
            put(read, answer(file));
        }
        return file;
    }

    @Override
    public byte[] peek(String path, int length) {
        byte[] bytes = tree.peek(path, length);
        Read read = new Read(path, length);
        if (peeks && isNew(read)) {
            put(read, new Sha256().bytes(bytes).digest());
        }
        return bytes;
    }

    @Override
    public List<Fault> faults() {
        return tree.faults();
    }
}
