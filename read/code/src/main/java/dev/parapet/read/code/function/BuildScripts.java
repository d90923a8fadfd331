package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.read.code.CodeReader;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sources that the commands of a build name: of package.json's scripts, a Makefile, the configuration of a bundler. */
final class BuildScripts {
    private static final List<String> FILES = List.of(
            "Makefile",
            "build.sh",
            "webpack.config.js",
            "webpack.config.ts",
            "webpack.config.cjs",
            "rollup.config.js",
            "rollup.config.mjs",
            "esbuild.js",
            "esbuild.mjs",
            "build.js",
            "build.mjs",
            "build.ts",
            "tsup.config.ts",
            "vite.config.ts");

    private static final int MAXIMUM_SOURCES = 50;

    private static final Pattern WORD = Pattern.compile("([A-Za-z0-9_@./*-]+)");

    private BuildScripts() {}

    /** The files of code that are named, where they exist, in the order in which they are. */
    static List<String> sources(String folder, Project project) {
        Set<String> sources = new LinkedHashSet<>();
        List<String> texts = new ArrayList<>();
        JsonFile.read(project.text(FilePaths.join(folder, "package.json")))
                .ifPresent(json ->
                        texts.addAll(json.at("scripts").map(JsonFile::texts).orElse(List.of())));
        FILES.forEach(name -> texts.add(project.text(FilePaths.join(folder, name))));
        for (String text : texts) {
            for (String word : Words.of(text, WORD)) {
                String path = FilePaths.join(folder, word);
                if (sources.size() < MAXIMUM_SOURCES
                        && CodeReader.language(path).isPresent()
                        && !FILES.contains(word)
                        && project.exists(path)) {
                    sources.add(path);
                }
            }
        }
        return List.copyOf(sources);
    }
}
