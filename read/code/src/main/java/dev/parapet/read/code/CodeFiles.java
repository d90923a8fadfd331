package dev.parapet.read.code;

import dev.parapet.model.SourceTree;
import dev.parapet.model.binary.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The code of scanned files, read once for all the functions that share it. What was asked for last is kept, up to a bound, since
 * functions of one application follow each other. Not for several threads.
 */
public final class CodeFiles {
    /** Characters of code that are kept; as the small language they take some fifty bytes each. */
    private static final int MAXIMUM_KEPT = 2_000_000;

    private final SourceTree tree;
    private final Store store;
    private final Map<String, Optional<Kept>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int characters;
    private boolean lasting = true;
    private @Nullable InstalledPackages installed;

    private record Kept(CodeReading reading, int characters) {}

    /** The code among some files. */
    public CodeFiles(SourceTree tree) {
        this(tree, Store.none());
    }

    /** The code among some files, of which a store keeps from run to run what they say. */
    public CodeFiles(SourceTree tree, Store store) {
        this.tree = tree;
        this.store = store;
    }

    /** The files. */
    SourceTree tree() {
        return tree;
    }

    /** Whether a file is part of a library that an installer put there. */
    boolean isInstalled(String path) {
        InstalledPackages known = installed;
        if (known == null) {
            known = new InstalledPackages(tree);
            installed = known;
        }
        return known.hold(path);
    }

    /** What a file of code says; empty when it is no code of a language that is read, or no text. */
    Optional<CodeReading> read(String path) {
        Optional<Kept> known = kept.get(path);
        if (known == null) {
            known = CodeReader.language(path)
                    .flatMap(language -> tree.read(path)
                            .map(source -> new Kept(
                                    KeptReading.read(source, language, store),
                                    source.text().length())));
            lasting &= known.map(it -> it.reading().lasting()).orElse(true);
            kept.put(path, known);
            characters += known.map(Kept::characters).orElse(0);
            drop();
        }
        return known.map(Kept::reading);
    }

    /** Whether all that was read will be read the same again: see {@link CodeReading#lasting}. */
    public boolean lasting() {
        return lasting;
    }

    /** Drops what was not asked for the longest, but never what was asked for last. */
    private void drop() {
        var oldest = kept.values().iterator();
        while (characters > MAXIMUM_KEPT && kept.size() > 1) {
            characters -= oldest.next().map(Kept::characters).orElse(0);
            oldest.remove();
        }
    }
}
