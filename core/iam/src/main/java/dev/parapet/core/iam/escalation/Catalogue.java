package dev.parapet.core.iam.escalation;

import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.model.ShippedFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The techniques that come with Parapet: {@code catalogue/<id>.yaml}, all of which {@code catalogue/index.txt} lists with the actions
 * that they need. A file is read when somebody's policies mention all of them, which is seldom so.
 */
public final class Catalogue {
    private static final class Standard {
        static final List<Entry> ENTRIES = entries();
    }

    private Catalogue() {}

    /** A technique that is read when it is needed. */
    static final class Entry {
        private final String id;
        private final List<String> actions;

        @Nullable
        private volatile Technique technique;

        private Entry(String id, List<String> actions) {
            this.id = id;
            this.actions = List.copyOf(actions);
        }

        /** The entry of a technique that has been read. */
        static Entry of(Technique technique) {
            Entry entry = new Entry(technique.id(), technique.permissions());
            entry.technique = technique;
            return entry;
        }

        String id() {
            return id;
        }

        /** The actions that must be allowed. */
        List<String> actions() {
            return actions;
        }

        Technique technique() {
            Technique known = technique;
            if (known == null) {
                known = read(id);
                technique = known;
            }
            return known;
        }
    }

    /** All techniques, in the order of their ids. */
    public static List<Technique> standard() {
        return entries().stream().map(Entry::technique).toList();
    }

    /** All techniques, none of them read yet. */
    static List<Entry> index() {
        return Standard.ENTRIES;
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String line : ResourceTypes.lines(Catalogue.class, "catalogue/index.txt")) {
            List<String> words = List.of(line.split(" "));
            entries.add(new Entry(words.getFirst(), words.subList(1, words.size())));
        }
        return List.copyOf(entries);
    }

    private static Technique read(String id) {
        return TechniqueReader.read(id, ShippedFile.text(Catalogue.class, "catalogue/" + id + ".yaml"));
    }
}
