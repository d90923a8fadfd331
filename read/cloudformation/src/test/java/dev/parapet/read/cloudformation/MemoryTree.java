package dev.parapet.read.cloudformation;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files that stand nowhere but here. */
public final class MemoryTree implements SourceTree {
    private final Map<String, String> files = new TreeMap<>();

    /** A tree of paths and texts, in turn. */
    public static MemoryTree of(String... pathsAndTexts) {
        MemoryTree tree = new MemoryTree();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            tree.files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return tree;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<SourceFile> read(String path) {
        String text = files.get(path);
        return text == null ? Optional.empty() : Optional.of(new SourceFile(path, text));
    }

    @Override
    public byte[] peek(String path, int length) {
        byte[] bytes = files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, Math.min(length, bytes.length));
    }

    @Override
    public List<Fault> faults() {
        return List.of();
    }
}
