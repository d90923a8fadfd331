package dev.parapet.read.cloudformation.cdk;

import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.text.TemplateText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cloud assembly, the folder that {@code cdk synth} writes: its {@code manifest.json} names the construct behind each logical
 * id of each template (AWS CDK, "cloud-assembly-schema": artifacts of type {@code aws:cloudformation:stack}).
 */
public final class Assembly {
    private Assembly() {}

    /** The path of the construct behind each logical id of a template; empty when no manifest stands beside it. */
    public static Map<String, String> constructs(SourceTree tree, String template) {
        int slash = template.lastIndexOf('/');
        String folder = template.substring(0, slash + 1);
        String name = template.substring(slash + 1);
        if (!name.endsWith(".template.json")) {
            return Map.of();
        }
        Map<String, String> constructs = new HashMap<>();
        if (json(tree, folder + "manifest.json") instanceof Value.Mapping manifest
                && manifest.get("artifacts") instanceof Value.Mapping artifacts) {
            for (Value.Entry entry : artifacts.entries().values()) {
                if (entry.value() instanceof Value.Mapping artifact
                        && artifact.get("properties") instanceof Value.Mapping properties
                        && properties.get("templateFile") instanceof Value.Text file
                        && file.text().equals(name)) {
                    add(artifact.get("metadata"), constructs);
                    // Newer versions keep the metadata in a file of its own.
                    if (artifact.get("additionalMetadataFile") instanceof Value.Text more
                            && more.text().indexOf('/') < 0) {
                        add(json(tree, folder + more.text()), constructs);
                    }
                }
            }
        }
        return constructs;
    }

    private static @Nullable Value json(SourceTree tree, String path) {
        if (tree.peek(path, 1).length == 0) {
            return null;
        }
        Optional<SourceFile> file = tree.read(path);
        return file.isPresent() ? TemplateText.read(file.get()).root() : null;
    }

    private static void add(@Nullable Value metadata, Map<String, String> constructs) {
        if (!(metadata instanceof Value.Mapping paths)) {
            return;
        }
        for (Map.Entry<String, Value.Entry> path : paths.entries().entrySet()) {
            if (path.getValue().value() instanceof Value.Sequence facts) {
                for (Value fact : facts.items()) {
                    if (fact instanceof Value.Mapping known
                            && known.get("type") instanceof Value.Text type
                            && type.text().equals("aws:cdk:logicalId")
                            && known.get("data") instanceof Value.Text id) {
                        String construct = path.getKey();
                        constructs.put(id.text(), construct.startsWith("/") ? construct.substring(1) : construct);
                    }
                }
            }
        }
    }
}
