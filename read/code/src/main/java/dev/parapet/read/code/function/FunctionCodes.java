package dev.parapet.read.code.function;

import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.Value;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Handler;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeLayout;
import dev.parapet.read.code.CodeReader;
import dev.parapet.read.code.CodeReading;
import dev.parapet.read.code.FilePaths;
import dev.parapet.read.code.classfile.CompiledCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the code of functions: the door of this package. */
public final class FunctionCodes {
    private final SourceTree tree;
    private final Project project;
    private final CodePlaces places;
    private final Layers layers;
    private final Handlers handlers;
    private final Images images;
    private boolean lasting = true;

    /**
     * Finds code among scanned files.
     *
     * @param tree the files
     * @param paths their paths
     * @param resources the resources that functions refer to, such as layers; null for one that is not known
     */
    public FunctionCodes(SourceTree tree, FilePaths paths, Function<ResourceId, @Nullable Resource> resources) {
        this.tree = tree;
        this.project = new Project(tree, paths);
        this.places = new CodePlaces(project);
        this.layers = new Layers(project, places, resources);
        this.handlers = new Handlers(project);
        this.images = new Images(project, handlers);
    }

    /** Whether there is a file of a language that is read, or one that can hold what was compiled. */
    public boolean anyFile() {
        return project.paths().below("").stream()
                .anyMatch(path -> CodeReader.language(path).isPresent()
                        || CompiledCode.isArchive(path)
                        || CompiledCode.isClass(path));
    }

    /** Where the code of an {@code AWS::Lambda::Function} is. */
    public FunctionCode locate(Resource function) {
        return switch (places.of(function, "Code")) {
            case CodePlace.Elsewhere elsewhere -> elsewhere.why();
            case CodePlace.Inline inline -> inline(function, inline.code());
            case CodePlace.Folder folder -> {
                Sought sought = sought(function, folder.folders(), folder.built());
                yield handlers.find(sought)
                        .<FunctionCode>map(it -> found(it, function))
                        .orElseGet(() -> missing(sought));
            }
            case CodePlace.Image image -> {
                Sought sought = sought(function, List.of(image.context()), "");
                Value.Mapping configured = function.properties().get("ImageConfig") instanceof Value.Mapping mapping
                        ? mapping
                        : new Value.Mapping(Map.of(), function.span());
                yield images.find(sought, image.dockerfile(), image.target(), configured)
                        .<FunctionCode>map(it -> found(it, function))
                        .orElseGet(() -> missing(sought));
            }
        };
    }

    private static Sought sought(Resource function, List<String> folders, String built) {
        return new Sought(
                function.id().name(),
                text(function.properties(), "Handler"),
                Family.of(text(function.properties(), "Runtime")),
                folders,
                built,
                environment(function),
                CodePlaces.metadata(function));
    }

    private static String text(Value.Mapping mapping, String name) {
        return mapping.get(name) instanceof Value.Text text ? text.text() : "";
    }

    private static Map<String, String> environment(Resource function) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (function.properties().get("Environment") instanceof Value.Mapping settings
                && settings.get("Variables") instanceof Value.Mapping variables) {
            variables.entries().forEach((name, entry) -> {
                if (entry.value() instanceof Value.Text text) {
                    environment.put(name, text.text());
                }
            });
        }
        return environment;
    }

    /**
     * The handlers in files that no template names, told by how handlers are written; one for a file.
     *
     * @param named whether a file is a part of a function that is known
     */
    public List<FunctionCode.Found> unnamed(Predicate<String> named) {
        List<FunctionCode.Found> found = new ArrayList<>();
        for (String path : project.below("", it -> CodeReader.language(it).isPresent() && !named.test(it))) {
            HandlerShapes.find(path, project)
                    .map(it -> new FunctionCode.Found(it.handler(), layout(it)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private FunctionCode found(Located located, Resource function) {
        return new FunctionCode.Found(located.handler(), layers.with(layout(located), function));
    }

    private CodeLayout layout(Located located) {
        Handler handler = located.handler();
        List<CodeLayout.Alias> aliases = new ArrayList<>();
        if (handler.language() == Language.TYPESCRIPT || handler.language() == Language.JAVASCRIPT) {
            String folder = FilePaths.folder(handler.path());
            TypeScriptConfig.around(folder, project).ifPresent(config -> aliases.addAll(config.paths()));
            aliases.addAll(Workspaces.around(folder, project));
        }
        return new CodeLayout(located.roots().stream().distinct().toList(), aliases, located.inside());
    }

    private FunctionCode missing(Sought sought) {
        Optional<String> language = switch (sought.family()) {
            case PYTHON, NODE, GO -> Optional.empty();
            case RUBY -> Optional.of("Ruby");
            // Their runtimes start no scripts; those that lie there build and deploy.
            case JAVA, DOTNET ->
                OtherLanguages.of(sought.folders(), project).filter(it -> !it.equals(OtherLanguages.SCRIPTS));
            case CUSTOM, UNKNOWN -> OtherLanguages.of(sought.folders(), project);
        };
        if (language.isPresent()) {
            return new FunctionCode.Elsewhere(
                    FunctionCode.Reason.LANGUAGE, "is written in " + language.get() + ", which Parapet does not read");
        }
        String place = sought.built().isEmpty() ? sought.folder() : FilePaths.join(sought.folder(), sought.built());
        String broken = project.compiled().problem(place);
        if (broken != null) {
            return new FunctionCode.Elsewhere(FunctionCode.Reason.MISSING, "lies in '" + place + "', which " + broken);
        }
        String handler = sought.handler().isEmpty() ? "its handler" : "'" + sought.handler() + "'";
        return new FunctionCode.Elsewhere(
                FunctionCode.Reason.MISSING,
                "was not found: there is no " + handler + " in '" + (place.isEmpty() ? "." : place) + "'");
    }

    /** The code that stands in the template itself; empty where there is none, or it is made of values that are not known. */
    public static Optional<String> inlineText(Resource function) {
        return function.properties().get("Code") instanceof Value.Mapping code
                        && code.get("ZipFile") instanceof Value inline
                ? InlineCode.text(inline)
                : Optional.empty();
    }

    /** Whether all code in templates that was read will be read the same again: see {@link CodeReading#lasting}. */
    public boolean lasting() {
        return lasting;
    }

    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html: ZipFile. */
    private FunctionCode inline(Resource function, Value code) {
        Language language = switch (Family.of(text(function.properties(), "Runtime"))) {
            case PYTHON -> Language.PYTHON;
            case NODE -> Language.JAVASCRIPT;
            case JAVA, DOTNET, GO, RUBY, CUSTOM, UNKNOWN -> null;
        };
        Optional<String> text = InlineCode.text(code);
        String path = code.span().path();
        Optional<SourceFile> template = tree.read(path);
        if (language == null || text.isEmpty() || template.isEmpty()) {
            return new FunctionCode.Elsewhere(
                    FunctionCode.Reason.NOT_LOCAL,
                    language == null
                            ? "is in the template, for a runtime that is not known"
                            : "is in the template, made of values that are not known");
        }
        CodeReading reading = CodeReader.read(new SourceFile(path, text.get()), language);
        lasting &= reading.lasting();
        if (reading.file().isEmpty()) {
            return new FunctionCode.Elsewhere(
                    FunctionCode.Reason.MISSING,
                    "in the template " + reading.fault().orElseThrow().message());
        }
        CodeFile file = InlineCode.within(reading.file().get(), code.span(), template.get());
        CodeReading inside = new CodeReading(Optional.of(file), Optional.empty());
        String handler = text(function.properties(), "Handler");
        String symbol = handler.substring(handler.lastIndexOf('.') + 1);
        return new FunctionCode.Found(
                new Handler(language, path, symbol.isEmpty() ? "handler" : symbol),
                layers.with(new CodeLayout(List.of(), List.of(), Map.of(path, () -> inside)), function));
    }
}
