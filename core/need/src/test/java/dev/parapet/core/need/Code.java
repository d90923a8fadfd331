package dev.parapet.core.need;

import dev.parapet.core.flow.Flow;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.need.sdk.SdkCall;
import dev.parapet.core.need.sdk.SdkCalls;
import dev.parapet.model.SourceFile;
import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code of a function in memory, its files written in their own languages. */
public final class Code implements CodeBase {
    private final Map<String, CodeFile> files = new LinkedHashMap<>();

    private Code() {}

    /** Paths and texts by turns. */
    public static Code of(String... files) {
        Code code = new Code();
        for (int i = 0; i < files.length; i += 2) {
            String path = files[i];
            code.files.put(
                    path,
                    CodeReader.read(
                                    new SourceFile(path, files[i + 1]),
                                    CodeReader.language(path).orElseThrow())
                            .file()
                            .orElseThrow());
        }
        return code;
    }

    /** The API calls that a handler makes. */
    public List<SdkCall> calls(String path, String symbol) {
        Reached reached = Flow.from(this, path, symbol);
        if (!reached.gaps().isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", reached.gaps()));
        }
        return SdkCalls.of(reached);
    }

    /** The API calls that a handler makes, one a line. */
    public String text(String path, String symbol) {
        StringBuilder text = new StringBuilder();
        calls(path, symbol).forEach(call -> text.append(call.text()).append('\n'));
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

    @Override
    public List<String> paths(Language language) {
        return files.values().stream()
                .filter(it -> it.language() == language)
                .map(CodeFile::path)
                .sorted()
                .toList();
    }

    /** All files of a language without imports of files are of one package or project. */
    @Override
    public List<CodeFile> siblings(CodeFile file) {
        return switch (file.language()) {
            case GO, CSHARP -> files.values().stream().filter(it -> it != file).toList();
            case JAVA, PYTHON, JAVASCRIPT, TYPESCRIPT -> List.of();
        };
    }

    @Override
    public List<String> roots() {
        return List.of("");
    }
}
