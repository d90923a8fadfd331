package dev.parapet.read.code.function;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words by which one of several files is told to be a function's own. */
record Hints(Set<String> words) {
    /** Words of every other project, which tell nothing apart. */
    private static final Set<String> COMMON = Set.of(
            "function",
            "lambda",
            "handler",
            "src",
            "main",
            "app",
            "index",
            "java",
            "dist",
            "build",
            "lib",
            "target",
            "js",
            "ts");

    /** The words in some names: {@code PutItemFunction} and {@code put-item} have {@code put} and {@code item}. */
    static Hints of(List<String> names) {
        Set<String> words = new HashSet<>();
        names.forEach(name -> words.addAll(words(name)));
        words.removeAll(COMMON);
        return new Hints(words);
    }

    private static List<String> words(String name) {
        String apart = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return List.of(apart.split("[^a-z0-9]+"));
    }

    /** How many of them a path has. */
    int shared(String path) {
        Set<String> shared = new HashSet<>(words(path));
        shared.retainAll(words);
        shared.remove("");
        return shared.size();
    }
}
