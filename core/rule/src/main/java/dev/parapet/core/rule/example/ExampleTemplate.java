package dev.parapet.core.rule.example;

import dev.parapet.core.rule.file.Example;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The template that an example stands for: as it is, or its resources wrapped into one, with SAM's transform where it has a
 * resource of SAM.
 *
 * @param file the template
 * @param added how many lines were added before the first line of the example
 */
record ExampleTemplate(SourceFile file, int added) implements SourceTree {
    private static final String TRANSFORM = "AWS::Serverless-2016-10-31";

    static ExampleTemplate of(Example example) {
        String text = example.text();
        boolean sam = text.contains("AWS::Serverless::") && !text.contains("AWS::Serverless-");
        return example.language().equals("json") ? json(text, sam) : yaml(text, sam);
    }

    private static ExampleTemplate json(String text, boolean sam) {
        String transform = sam ? "\"Transform\": \"" + TRANSFORM + "\", " : "";
        String whole;
        if (text.contains("\"Resources\"")) {
            int brace = text.indexOf('{');
            whole = text.substring(0, brace + 1) + transform + text.substring(brace + 1);
        } else {
            whole = "{" + transform + "\"Resources\": " + text.stripTrailing() + "}\n";
        }
        return new ExampleTemplate(new SourceFile("template.json", whole), 0);
    }

    private static ExampleTemplate yaml(String text, boolean sam) {
        StringBuilder whole = new StringBuilder();
        int added = 0;
        if (sam) {
            whole.append("Transform: ").append(TRANSFORM).append('\n');
            added++;
        }
        if (text.startsWith("Resources:") || text.contains("\nResources:")) {
            whole.append(text);
        } else {
            whole.append("Resources:\n");
            added++;
            for (String line : text.split("\n", -1)) {
                whole.append(line.isEmpty() ? "" : "  ").append(line).append('\n');
            }
        }
        return new ExampleTemplate(new SourceFile("template.yaml", whole.toString()), added);
    }

    @Override
    public List<String> paths() {
        return List.of(file.path());
    }

    @Override
    public Optional<SourceFile> read(String path) {
        return path.equals(file.path()) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public byte[] peek(String path, int length) {
        byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
        return path.equals(file.path()) ? Arrays.copyOf(bytes, Math.min(length, bytes.length)) : new byte[0];
    }

    @Override
    public List<Fault> faults() {
        return List.of();
    }
}
