package dev.parapet.read.code.function;

import com.google.re2j.Pattern;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import dev.parapet.read.code.CodeReader;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a resource where its code is: the property that holds it, and what SAM and CDK write beside the properties. */
final class CodePlaces {
    /** A base image of Lambda, a runtime's client or the web adapter: https://docs.aws.amazon.com/lambda/latest/dg/images-create.html. */
    private static final Pattern FOR_LAMBDA = Pattern.compile("(?i)aws/lambda/|aws-lambda|awslambdaric|lambda-adapter");

    /** Files that stand at the root of what is built by itself. */
    private static final List<String> PROJECT_FILES = List.of(
            "package.json",
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "go.mod",
            "Cargo.toml",
            "pyproject.toml",
            "tsconfig.json",
            "cdk.json");

    private final Project project;

    CodePlaces(Project project) {
        this.project = project;
    }

    /**
     * Where the code of a resource is.
     *
     * @param property the property that holds it: {@code Code} of a function, {@code Content} of a layer
     */
    CodePlace of(Resource resource, String property) {
        String base = FilePaths.folder(resource.head().path());
        Value.@Nullable Mapping metadata = metadata(resource);
        Optional<CodePlace> image = image(base, metadata);
        if (image.isPresent()) {
            return image.get();
        }
        Optional<CodePlace> asset = asset(base, metadata, property);
        if (asset.isPresent()) {
            return asset.get();
        }
        return switch (resource.properties().get(property)) {
            case Value.Text path ->
                path.text().contains("://")
                        ? CodePlace.Elsewhere.notLocal("lies at " + path.text())
                        : local(base, path.text());
            case Value.Mapping mapping -> object(mapping, base);
            case Value.Conditional ignored -> CodePlace.Elsewhere.notLocal("depends on a condition");
            // SAM builds the template's folder then: https://github.com/aws/aws-sam-cli, SamFunctionProvider.
            case null -> local(base, ".");
            default -> CodePlace.Elsewhere.notLocal("is named by a value that is not known");
        };
    }

    static Value.@Nullable Mapping metadata(Resource resource) {
        return resource.attributes().get("Metadata") instanceof Value.Mapping mapping ? mapping : null;
    }

    private CodePlace object(Value.Mapping code, String base) {
        Value inline = code.get("ZipFile");
        if (inline != null) {
            return new CodePlace.Inline(inline);
        }
        if (code.get("ImageUri") instanceof Value.Text uri
                && project.paths().isFolder(FilePaths.join(base, uri.text()))) {
            return image(FilePaths.join(base, uri.text()), "Dockerfile", "");
        }
        if (code.has("ImageUri")) {
            return onlyImage(base).orElse(CodePlace.Elsewhere.notLocal("is an image of a registry"));
        }
        // CDK publishes the folder asset.HASH as HASH.zip.
        if (code.get("S3Key") instanceof Value.Text key && key.text().endsWith(".zip")) {
            String hash = FilePaths.name(key.text()).replace(".zip", "");
            String folder = FilePaths.join(base, "asset." + hash);
            if (project.paths().isFolder(folder)) {
                return new CodePlace.Folder(List.of(folder), "");
            }
        }
        return CodePlace.Elsewhere.notLocal(
                code.has("S3Key") || code.has("S3Bucket") ? "lies in Amazon S3" : "is not said");
    }

    /** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build.html#build-container-image. */
    private Optional<CodePlace> image(String base, Value.@Nullable Mapping metadata) {
        if (metadata == null || !(metadata.get("Dockerfile") instanceof Value.Text || metadata.has("DockerContext"))) {
            return Optional.empty();
        }
        String context = FilePaths.join(base, text(metadata, "DockerContext"));
        String file = text(metadata, "Dockerfile").isEmpty() ? "Dockerfile" : text(metadata, "Dockerfile");
        return Optional.of(image(context, file, text(metadata, "DockerBuildTarget")));
    }

    /** The image that a registry names and that is built beside the template, where there is one Dockerfile for Lambda alone. */
    private Optional<CodePlace> onlyImage(String base) {
        List<String> files = project.below(base, path -> FilePaths.name(path).equals("Dockerfile"));
        return files.size() == 1
                        && FOR_LAMBDA.matcher(project.text(files.getFirst())).find()
                ? Optional.of(new CodePlace.Image(files.getFirst(), FilePaths.folder(files.getFirst()), ""))
                : Optional.empty();
    }

    private CodePlace image(String context, String file, String target) {
        String dockerfile = FilePaths.join(context, file);
        return project.exists(dockerfile)
                ? new CodePlace.Image(dockerfile, context, target)
                : CodePlace.Elsewhere.missing("is built by '" + dockerfile + "', which is not there");
    }

    /** https://docs.aws.amazon.com/cdk/v2/guide/assets.html: what the CDK writes for tools that build locally. */
    private Optional<CodePlace> asset(String base, Value.@Nullable Mapping metadata, String property) {
        if (metadata == null
                || !(metadata.get("aws:asset:path") instanceof Value.Text path)
                || !text(metadata, "aws:asset:property").split("\\.", 2)[0].equals(property)) {
            return Optional.empty();
        }
        String folder = FilePaths.join(base, path.text());
        if (metadata.has("aws:asset:dockerfile-path")) {
            return Optional.of(image(
                    folder,
                    text(metadata, "aws:asset:dockerfile-path"),
                    text(metadata, "aws:asset:docker-build-target")));
        }
        return Optional.of(
                project.paths().isFolder(folder)
                        ? new CodePlace.Folder(List.of(folder), "")
                        : CodePlace.Elsewhere.missing("should be in '" + folder + "', which is not there"));
    }

    private static String text(Value.Mapping metadata, String name) {
        return metadata.get(name) instanceof Value.Text text ? text.text() : "";
    }

    /** A path beside the template: a folder, a file, or what a build will put there. */
    private CodePlace local(String base, String written) {
        String path = FilePaths.join(base, written);
        if (path.equals(FilePaths.OUTSIDE)) {
            return CodePlace.Elsewhere.notLocal("lies outside of what is scanned");
        }
        if (project.paths().isFolder(path) || path.isEmpty()) {
            return new CodePlace.Folder(withProject(path, base), "");
        }
        if (project.exists(path) && CodeReader.language(path).isPresent()) {
            return new CodePlace.Folder(List.of(FilePaths.folder(path)), "");
        }
        String existing = FilePaths.folder(path);
        while (!existing.isEmpty() && !project.paths().isFolder(existing)) {
            existing = FilePaths.folder(existing);
        }
        // Above the template nothing says that the files are of its project.
        boolean ours =
                (existing + '/').startsWith(base + '/') || base.isEmpty() || existing.equals(FilePaths.folder(base));
        if (!ours) {
            return CodePlace.Elsewhere.missing("should be in '" + path + "', which is not there");
        }
        String built = existing.isEmpty() ? path : path.substring(existing.length() + 1);
        return new CodePlace.Folder(withProject(existing, base), built);
    }

    /** A folder, then the project around it. */
    private List<String> withProject(String folder, String base) {
        List<String> folders = new ArrayList<>(List.of(folder));
        projectAround(folder, base).filter(it -> !folders.contains(it)).ifPresent(folders::add);
        return folders;
    }

    /** The project that a folder is a part of, not above the template's folder unless the code is above it. */
    private Optional<String> projectAround(String folder, String base) {
        String limit = (folder + '/').startsWith(base + '/') ? base : FilePaths.folder(base);
        return folder.equals(limit)
                ? Optional.empty()
                : project.around(FilePaths.folder(folder), limit, PROJECT_FILES::contains);
    }
}
