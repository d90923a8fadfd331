package dev.parapet.core.flow;

import dev.parapet.model.SourceFile;
import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project in memory, its files written in their own languages. */
final class Project implements CodeBase {
    private final Map<String, CodeFile> files = new LinkedHashMap<>();

    /** Paths and texts by turns. */
    static Project of(String... files) {
        Project project = new Project();
        for (int i = 0; i < files.length; i += 2) {
            String path = files[i];
            CodeFile file = CodeReader.read(
                            new SourceFile(path, files[i + 1]),
                            CodeReader.language(path).orElseThrow())
                    .file()
                    .orElseThrow();
            project.files.put(path, file);
        }
        return project;
    }

    /** The calls that a handler reaches, one a line; gaps come first. */
    String calls(String path, String symbol) {
        Reached reached = Flow.from(this, path, symbol);
        StringBuilder text = new StringBuilder();
        reached.gaps().forEach(gap -> text.append("gap: ").append(gap).append('\n'));
        reached.calls().forEach(call -> text.append(call.text()).append('\n'));
        return text.toString();
    }

    @Override
    public boolean exists(String path) {
        return files.containsKey(path);
    }

    @Override
    public Optional<CodeFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The module is called {@code example.com/app}, and is the root. */
    @Override
    public List<CodeFile> packageFiles(String module, CodeFile from) {
        return module.startsWith("example.com/app") ? in(module.replaceFirst("example.com/app/?", "")) : List.of();
    }

    @Override
    public List<CodeFile> siblings(CodeFile file) {
        return switch (file.language()) {
            case GO -> in(folder(file.path())).stream().filter(it -> it != file).toList();
            case CSHARP -> files.values().stream().filter(it -> it != file).toList();
            case JAVA ->
                in(folder(file.path())).stream().filter(it -> it != file).toList();
            case PYTHON, JAVASCRIPT, TYPESCRIPT -> List.of();
        };
    }

    @Override
    public List<String> paths(Language language) {
        return files.values().stream()
                .filter(it -> it.language() == language)
                .map(CodeFile::path)
                .sorted()
                .toList();
    }

    private List<CodeFile> in(String folder) {
        return files.values().stream()
                .filter(it -> folder(it.path()).equals(folder))
                .toList();
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    @Override
    public List<String> roots() {
        return List.of("");
    }
}
