package dev.parapet.read.code.function;

import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Value;
import dev.parapet.read.code.CodeLayout;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Layers whose content is beside the template. It is put in {@code /opt}, of which each runtime looks into some folders:
 * https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html. What {@code sam build} builds is put in those folders by it.
 */
final class Layers {
    private static final int MAXIMUM_LAYERS = 5;

    private final Project project;
    private final CodePlaces places;
    private final Function<ResourceId, @Nullable Resource> resources;

    Layers(Project project, CodePlaces places, Function<ResourceId, @Nullable Resource> resources) {
        this.project = project;
        this.places = places;
        this.resources = resources;
    }

    /** The folders of the layers of a function. */
    private List<String> folders(Resource function) {
        List<String> folders = new ArrayList<>();
        if (function.properties().get("Layers") instanceof Value.Sequence layers) {
            for (Value layer : layers.items().subList(0, Math.min(layers.items().size(), MAXIMUM_LAYERS))) {
                Resource resource =
                        layer instanceof Value.Reference reference ? resources.apply(reference.target()) : null;
                if (resource != null
                        && places.of(resource, "Content") instanceof CodePlace.Folder folder
                        && folder.built().isEmpty()) {
                    folders.add(folder.folders().getFirst());
                }
            }
        }
        return folders;
    }

    /** The layout of a function's code with its layers. */
    CodeLayout with(CodeLayout layout, Resource function) {
        List<String> roots = new ArrayList<>(layout.roots());
        List<CodeLayout.Alias> aliases = new ArrayList<>(layout.aliases());
        for (String folder : folders(function)) {
            for (String inside : List.of("python", "nodejs/node_modules", "nodejs", "java", "")) {
                String root = FilePaths.join(folder, inside);
                if (project.paths().isFolder(root)) {
                    roots.add(root);
                }
            }
            roots.addAll(SourceRoots.of(folder, project));
            aliases.add(new CodeLayout.Alias("/opt/*", folder + "/*"));
            aliases.add(new CodeLayout.Alias("/opt/nodejs/*", folder + "/*"));
        }
        return new CodeLayout(roots.stream().distinct().toList(), aliases, layout.inside());
    }
}
