package dev.parapet.read.code.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.model.Fault;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.FilePaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Whatever the files of a project say, looking for a handler ends, and what is found is there. */
class LocatingFuzzTest {
    private static final Span PLACE = Span.of("template.yaml", 1, 1, 1, 2);

    private static final List<String> CONFIGURATION = List.of(
            "a/Dockerfile",
            "a/package.json",
            "a/tsconfig.json",
            "a/Makefile",
            "a/run.sh",
            "a/main.go",
            "a/F.cs",
            "a/x.ts");

    private static final List<String> RUNTIMES =
            List.of("python3.13", "nodejs22.x", "java21", "dotnet8", "provided.al2023", "");

    private record Files(Map<String, String> texts) implements SourceTree {
        @Override
        public List<String> paths() {
            return List.copyOf(texts.keySet());
        }

        @Override
        public Optional<SourceFile> read(String path) {
            return Optional.ofNullable(texts.get(path)).map(text -> new SourceFile(path, text));
        }

        @Override
        public byte[] peek(String path, int length) {
            return new byte[0];
        }

        @Override
        public List<Fault> faults() {
            return List.of();
        }
    }

    @FuzzTest(maxDuration = "20s")
    void anyProjectIsSearched(FuzzedDataProvider data) {
        Map<String, Value> properties = new LinkedHashMap<>();
        properties.put("Runtime", text(data.pickValue(RUNTIMES)));
        properties.put("Handler", text(data.consumeString(40)));
        properties.put("Code", text(data.consumeBoolean() ? "a" : data.consumeString(20)));
        boolean image = data.consumeBoolean();
        Map<String, String> texts = new TreeMap<>();
        for (String path : CONFIGURATION) {
            texts.put(path, data.consumeString(400));
        }
        Files tree = new Files(texts);
        Map<String, Value> beside = image
                ? Map.of("Metadata", mapping(Map.of("DockerContext", text("a"), "Dockerfile", text("Dockerfile"))))
                : Map.of();
        FunctionCodes codes = new FunctionCodes(tree, new FilePaths(tree.paths()), id -> null);
        check(codes.locate(function(mapping(properties), mapping(beside))), tree);
        codes.unnamed(path -> false).forEach(found -> check(found, tree));
    }

    @FuzzTest(maxDuration = "20s")
    void anyCodeInATemplateIsPlaced(FuzzedDataProvider data) {
        String code = data.consumeString(200);
        String template = data.consumeRemainingAsString();
        Span all = Span.of("template.yaml", 1, 1, (int) template.lines().count() + 1, 1);
        Value.Mapping inline = mapping(Map.of("ZipFile", new Value.Text(code, all)));
        Files tree = new Files(Map.of("template.yaml", template));
        FunctionCodes codes = new FunctionCodes(tree, new FilePaths(tree.paths()), id -> null);
        FunctionCode found = codes.locate(function(
                mapping(Map.of("Runtime", text("python3.13"), "Handler", text("index.handler"), "Code", inline)),
                mapping(Map.of())));
        if (found instanceof FunctionCode.Found it) {
            Objects.requireNonNull(it.layout().inside().get("template.yaml"))
                    .get()
                    .file()
                    .orElseThrow()
                    .span(new TextRange(0, code.length()));
        }
    }

    private static void check(FunctionCode code, Files tree) {
        if (code instanceof FunctionCode.Found found) {
            assertThat(tree.texts()).containsKey(found.handler().path());
        }
    }

    private static Resource function(Value.Mapping properties, Value.Mapping attributes) {
        return new Resource(
                new ResourceId("template.yaml", "F"),
                "AWS::Lambda::Function",
                null,
                null,
                null,
                properties,
                attributes,
                null,
                PLACE,
                PLACE);
    }

    private static Value text(String text) {
        return new Value.Text(text, PLACE);
    }

    private static Value.Mapping mapping(Map<String, Value> values) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        values.forEach((name, value) -> entries.put(name, new Value.Entry(PLACE, value)));
        return new Value.Mapping(entries, PLACE);
    }
}
