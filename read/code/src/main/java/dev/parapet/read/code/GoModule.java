package dev.parapet.read.code;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of Go: where the packages of the project are. See https://go.dev/ref/mod#go-mod-file.
 *
 * @param folders the folders of import paths: that of the module itself, and those of modules that are replaced by folders
 */
record GoModule(Map<String, String> folders) {
    /** The name of the file that says it. */
    static final String FILE = "go.mod";

    private static final Pattern MODULE = Pattern.compile("^\\s*module\\s+\"?([^\\s\"]+)");

    private static final Pattern REPLACE = Pattern.compile(
            "^\\s*(?:replace\\s+)?\"?([^\\s\"()]+)\"?(?:\\s+v\\S+)?\\s*=>\\s*\"?(\\.{1,2}(?:/[^\\s\"]*)?)");

    GoModule {
        folders = Map.copyOf(folders);
    }

    /** The module that the text of a file in a folder says. */
    static GoModule of(String folder, String text) {
        Map<String, String> folders = new LinkedHashMap<>();
        for (String line : text.split("\\R", -1)) {
            Matcher module = MODULE.matcher(line);
            Matcher replace = REPLACE.matcher(line);
            if (module.find()) {
                folders.putIfAbsent(module.group(1), folder);
            } else if (replace.find()) {
                folders.putIfAbsent(replace.group(1), FilePaths.join(folder, replace.group(2)));
            }
        }
        return new GoModule(folders);
    }

    /** The folder of a package; empty where it is not of the project. Of modules inside one another, the inner one says it. */
    Optional<String> folder(String importPath) {
        for (String around = importPath; !around.isEmpty(); around = FilePaths.folder(around)) {
            String folder = folders.get(around);
            if (folder != null) {
                String inside = importPath.substring(around.length());
                return Optional.of(FilePaths.join(folder, inside));
            }
        }
        return Optional.empty();
    }
}
