package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the stage of a Dockerfile that is built says: https://docs.docker.com/reference/dockerfile/.
 *
 * @param images what the stages up to it begin with, its own last
 * @param folders the folders of the context that files are copied from, the whole context being empty
 * @param entryPoint the words of {@code ENTRYPOINT}
 * @param command the words of {@code CMD}
 */
record Dockerfile(List<String> images, List<String> folders, List<String> entryPoint, List<String> command) {
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*#.*$");
    private static final Pattern CONTINUED = Pattern.compile("\\\\[ \\t\\r]*\\n");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern FLAG = Pattern.compile("--\\S+\\s+");

    Dockerfile {
        images = List.copyOf(images);
        folders = List.copyOf(folders);
        entryPoint = List.copyOf(entryPoint);
        command = List.copyOf(command);
    }

    /**
     * Reads a Dockerfile.
     *
     * @param target the name of the stage that is built; empty for the last
     */
    static Dockerfile read(String text, String target) {
        List<String> images = new ArrayList<>();
        Set<String> folders = new LinkedHashSet<>();
        List<String> entryPoint = List.of();
        List<String> command = List.of();
        String stage = "";
        String plain = CONTINUED.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll(" ");
        for (String line : plain.lines().toList()) {
            String stripped = line.strip();
            String name = words(stripped).getFirst();
            String rest =
                    FLAG.matcher(stripped.substring(name.length()).strip()).replaceAll("");
            switch (name.toUpperCase(Locale.ROOT)) {
                case "FROM" -> {
                    if (!target.isEmpty() && stage.equals(target)) {
                        return new Dockerfile(images, List.copyOf(folders), entryPoint, command);
                    }
                    List<String> from = words(rest);
                    images.add(from.getFirst());
                    stage = from.size() == 3 ? from.getLast() : "";
                    entryPoint = List.of();
                    command = List.of();
                }
                case "COPY", "ADD" -> {
                    if (!stripped.contains("--from=")) {
                        folders.addAll(copied(rest));
                    }
                }
                case "ENTRYPOINT" -> entryPoint = list(rest);
                case "CMD" -> command = list(rest);
                default -> {}
            }
        }
        return new Dockerfile(images, List.copyOf(folders), entryPoint, command);
    }

    private static List<String> words(String text) {
        return List.of(SPACE.split(text));
    }

    /** The folders of the files that an instruction copies; its last word is where to. */
    private static List<String> copied(String rest) {
        List<String> words = list(rest);
        List<String> folders = new ArrayList<>();
        for (String word : words.subList(0, words.size() - 1)) {
            String path = FilePaths.join("", word);
            boolean file = path.contains("*") || FilePaths.name(path).contains(".");
            folders.add(file ? FilePaths.folder(path) : path);
        }
        return folders;
    }

    /** The words of either form: {@code ["a", "b"]} or {@code a b}. */
    private static List<String> list(String rest) {
        List<String> words =
                rest.startsWith("[") ? JsonFile.read(rest).map(JsonFile::texts).orElse(List.of()) : List.of();
        return words.isEmpty() ? words(rest) : words;
    }
}
