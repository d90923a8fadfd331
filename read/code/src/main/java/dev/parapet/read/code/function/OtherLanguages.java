package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.read.code.FilePaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Languages that people write functions in and that are not read, told by their files. */
final class OtherLanguages {
    /** The language that every project may hold scripts in. */
    static final String SCRIPTS = "Bash";

    /** What the files of a language are called; a project's own file comes before what every project may hold. */
    private static final Map<String, Pattern> FILES = new LinkedHashMap<>();

    static {
        FILES.put("Rust", Pattern.compile("(^|/)Cargo\\.toml$|\\.rs$"));
        FILES.put("Kotlin", Pattern.compile("\\.kt$"));
        FILES.put("Scala", Pattern.compile("\\.scala$"));
        FILES.put("Groovy", Pattern.compile("\\.groovy$"));
        FILES.put("Clojure", Pattern.compile("\\.clj$"));
        FILES.put("F#", Pattern.compile("\\.fs(proj)?$"));
        FILES.put("Visual Basic", Pattern.compile("\\.vb(proj)?$"));
        FILES.put("PowerShell", Pattern.compile("\\.ps[dm]?1$"));
        FILES.put("Ruby", Pattern.compile("\\.rb$"));
        FILES.put("Swift", Pattern.compile("\\.swift$"));
        FILES.put("Dart", Pattern.compile("\\.dart$"));
        FILES.put("PHP", Pattern.compile("\\.php$"));
        FILES.put("C++", Pattern.compile("\\.(cpp|cc|cxx)$"));
        FILES.put("C", Pattern.compile("\\.c$"));
        FILES.put("Haskell", Pattern.compile("\\.hs$"));
        FILES.put("Elixir", Pattern.compile("\\.exs?$"));
        FILES.put("Crystal", Pattern.compile("\\.cr$"));
        FILES.put("Nim", Pattern.compile("\\.nim$"));
        FILES.put("Zig", Pattern.compile("\\.zig$"));
        FILES.put("Perl", Pattern.compile("\\.p[lm]$"));
        FILES.put("R", Pattern.compile("\\.[rR]$"));
        FILES.put("COBOL", Pattern.compile("\\.cbl$"));
        FILES.put(SCRIPTS, Pattern.compile("\\.sh$"));
    }

    private static final Pattern SHELL = Pattern.compile("^#!\\s*/\\S*(?:/env\\s+)?(?:/|\\s)?(?:ba|da|z|k)?sh\\b");

    private OtherLanguages() {}

    /** The language of the files in some folders, the first folder that has any; empty when it is none of these. */
    static Optional<String> of(List<String> folders, Project project) {
        for (String folder : folders) {
            List<String> files = project.below(folder, path -> true);
            for (Map.Entry<String, Pattern> language : FILES.entrySet()) {
                if (files.stream()
                        .anyMatch(path -> language.getValue().matcher(path).find())) {
                    return Optional.of(language.getKey());
                }
            }
            String bootstrap = FilePaths.join(folder, "bootstrap");
            if (project.exists(bootstrap) && project.has(bootstrap, SHELL)) {
                return Optional.of(SCRIPTS);
            }
        }
        return Optional.empty();
    }
}
