package dev.parapet.read.code;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceTree;
import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.classfile.CompiledCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The code of scanned files as one function sees it. Each file is asked for once, and kept as long as this is. */
public final class SourceCodeBase implements CodeBase {
    /** The files that say how a project of Java is built. */
    private static final List<String> BUILDS =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    private final CodeFiles code;
    private final FilePaths paths;
    private final CodeLayout layout;
    private final Map<String, Optional<CodeFile>> files = new HashMap<>();
    private final Map<String, Optional<GoModule>> modules = new HashMap<>();
    private final Map<String, Fault> faults = new TreeMap<>();

    /**
     * The code of scanned files.
     *
     * @param code what they say
     * @param paths their paths
     * @param layout how they find each other
     */
    public SourceCodeBase(CodeFiles code, FilePaths paths, CodeLayout layout) {
        this.code = code;
        this.paths = paths;
        this.layout = layout;
    }

    /** The code of scanned files that look for modules in some folders. */
    public static SourceCodeBase of(SourceTree tree, List<String> roots) {
        return new SourceCodeBase(new CodeFiles(tree), new FilePaths(tree.paths()), CodeLayout.of(roots));
    }

    /** A file of an installed library is none of the project's: it is only there for whoever names its path. */
    @Override
    public boolean exists(String path) {
        return isThere(path) && !code.isInstalled(path);
    }

    private boolean isThere(String path) {
        return layout.inside().containsKey(path) || (CodeReader.language(path).isPresent() && paths.exists(path));
    }

    @Override
    public Optional<CodeFile> file(String path) {
        Optional<CodeFile> known = files.get(path);
        if (known == null) {
            known = isThere(path) ? read(path) : Optional.empty();
            files.put(path, known);
        }
        return known;
    }

    private Optional<CodeFile> read(String path) {
        Supplier<CodeReading> inside = layout.inside().get(path);
        return (inside == null ? code.read(path) : Optional.of(inside.get())).flatMap(reading -> {
            reading.fault().ifPresent(fault -> faults.put(path, fault));
            return reading.file();
        });
    }

    @Override
    public List<String> roots() {
        return layout.roots();
    }

    @Override
    public List<String> aliases(String module) {
        return layout.places(module);
    }

    /** Files of one folder are of one package in Java and Go; files below the folder of a project's file are of one project in C#. */
    @Override
    public List<CodeFile> siblings(CodeFile file) {
        String folder = FilePaths.folder(file.path());
        List<String> candidates = switch (file.language()) {
            case JAVA -> CompiledCode.isClass(file.path()) ? compiled(folder) : paths.in(folder);
            case GO -> paths.in(folder);
            case CSHARP -> paths.below(project(folder));
            case PYTHON, JAVASCRIPT, TYPESCRIPT -> List.of();
        };
        List<CodeFile> siblings = new ArrayList<>();
        for (String candidate : candidates) {
            boolean part = layout.inside().containsKey(candidate) || isPart(candidate, file.language());
            if (part && !candidate.equals(file.path())) {
                file(candidate)
                        .filter(it ->
                                file.language() == Language.CSHARP || Objects.equals(it.namespace(), file.namespace()))
                        .ifPresent(siblings::add);
            }
        }
        return siblings;
    }

    /** What was compiled and lies in a folder, sorted. */
    private List<String> compiled(String folder) {
        return layout.inside().keySet().stream()
                .filter(path ->
                        CompiledCode.isClass(path) && FilePaths.folder(path).equals(folder))
                .sorted()
                .toList();
    }

    /** The files of a package of Go by its import path, as the module around says it: see {@link GoModule}. */
    @Override
    public List<CodeFile> packageFiles(String module, CodeFile from) {
        if (from.language() != Language.GO) {
            return List.of();
        }
        Optional<String> folder = goModule(FilePaths.folder(from.path())).flatMap(it -> it.folder(module));
        if (folder.isEmpty()) {
            return List.of();
        }
        List<CodeFile> files = new ArrayList<>();
        for (String path : paths.in(folder.get())) {
            if (isPart(path, Language.GO)) {
                file(path).ifPresent(files::add);
            }
        }
        return files;
    }

    /** The module of Go that a folder is in. */
    private Optional<GoModule> goModule(String folder) {
        for (String around = folder; ; around = FilePaths.folder(around)) {
            String file = FilePaths.join(around, GoModule.FILE);
            if (paths.exists(file)) {
                String home = around;
                return modules.computeIfAbsent(
                        file, ignored -> code.tree().read(file).map(source -> GoModule.of(home, source.text())));
            }
            if (around.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    /** Of Java: the files of the build that the roots are part of, without its tests, and what was compiled. */
    @Override
    public List<String> paths(Language language) {
        if (language != Language.JAVA) {
            return List.of();
        }
        Set<String> found = new TreeSet<>(layout.inside().keySet());
        found.removeIf(path -> !CompiledCode.isClass(path));
        for (String root : layout.roots()) {
            for (String path : paths.below(build(root))) {
                if (CodeReader.language(path).equals(Optional.of(language)) && !path.contains("src/test/")) {
                    found.add(path);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The outermost folder around a folder of code that a build with Maven or Gradle goes through, or the folder itself. */
    private String build(String folder) {
        String outermost = folder;
        boolean inside = false;
        for (String around = folder; !around.isEmpty(); around = FilePaths.folder(around)) {
            if (builds(around)) {
                outermost = around;
                inside = true;
            } else if (inside) {
                return outermost;
            }
        }
        return outermost;
    }

    private boolean builds(String folder) {
        return BUILDS.stream().anyMatch(name -> paths.exists(folder + '/' + name));
    }

    /** Tests of Go are compiled apart (https://pkg.go.dev/cmd/go#hdr-Test_packages); what is below obj is made by the compiler. */
    private static boolean isPart(String path, Language language) {
        return CodeReader.language(path).equals(Optional.of(language))
                && !path.endsWith("_test.go")
                && !(language == Language.CSHARP && ('/' + path).matches(".*/(obj|bin)/.*"));
    }

    /** The folder around that holds a project of C#, or the folder itself where there is none. */
    private String project(String folder) {
        for (String around = folder; ; around = FilePaths.folder(around)) {
            if (paths.in(around).stream().anyMatch(path -> path.endsWith(".csproj"))) {
                return around;
            }
            if (around.isEmpty()) {
                return folder;
            }
        }
    }

    /** What of the code could not be read so far, sorted by path. */
    public List<Fault> faults() {
        return List.copyOf(faults.values());
    }
}
