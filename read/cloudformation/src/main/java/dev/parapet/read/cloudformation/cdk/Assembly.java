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
 * What a cloud assembly, the folder that {@code cdk synth} writes, says of one of its templates: its {@code manifest.json} names the
 * stack and the construct behind each logical id (AWS CDK, "cloud-assembly-schema": artifacts of type {@code aws:cloudformation:stack}).
 *
 * @param stackName what the stack is called once it is deployed; null where no manifest tells
 * @param constructs the path of the construct behind each logical id
 */
public record Assembly(@Nullable String stackName, Map<String, String> constructs) {
    private static final Assembly NONE = new Assembly(null, Map.of());

    /** What stands beside a template; nothing when no manifest does. */
    public static Assembly of(SourceTree tree, String template) {
        int slash = template.lastIndexOf('/');
        String folder = template.substring(0, slash + 1);
        String name = template.substring(slash + 1);
        if (!name.endsWith(".template.json")) {
            return NONE;
        }
        String stackName = null;
        Map<String, String> constructs = new HashMap<>();
        if (json(tree, folder + "manifest.json") instanceof Value.Mapping manifest
                && manifest.get("artifacts") instanceof Value.Mapping artifacts) {
            for (Map.Entry<String, Value.Entry> entry : artifacts.entries().entrySet()) {
                if (entry.getValue().value() instanceof Value.Mapping artifact
                        && artifact.get("properties") instanceof Value.Mapping properties
                        && properties.get("templateFile") instanceof Value.Text file
                        && file.text().equals(name)) {
                    // Where the name is that of the artifact, it is left out.
                    stackName = properties.get("stackName") instanceof Value.Text named ? named.text() : entry.getKey();
                    add(artifact.get("metadata"), constructs);
                    // Newer versions keep the metadata in a file of its own.
                    if (artifact.get("additionalMetadataFile") instanceof Value.Text more
                            && more.text().indexOf('/') < 0) {
                        add(json(tree, folder + more.text()), constructs);
                    }
                }
            }
        }
        return new Assembly(stackName, constructs);
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
