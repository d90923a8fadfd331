package dev.parapet.read.code.function;

import dev.parapet.read.code.CodeLayout;
import dev.parapet.read.code.FilePaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The packages of one repository that are imported by their names: workspaces (https://docs.npmjs.com/cli/using-npm/workspaces) and
 * dependencies of the form {@code file:…}; and the names that a package gives to its own files ({@code imports}).
 */
final class Workspaces {
    private static final int MAXIMUM_PACKAGES = 200;

    private Workspaces() {}

    /** The other names of modules that the package.json of a folder and of those around it make. */
    static List<CodeLayout.Alias> around(String folder, Project project) {
        List<CodeLayout.Alias> aliases = new ArrayList<>();
        for (String at = folder; ; at = FilePaths.folder(at)) {
            String here = at;
            JsonFile.read(project.text(FilePaths.join(at, "package.json"))).ifPresent(json -> {
                for (String inner : packages(here, json, project)) {
                    aliases.addAll(named(inner, project));
                }
                if (aliases.isEmpty() || here.equals(folder)) {
                    aliases.addAll(own(here, json));
                }
            });
            if (at.isEmpty()) {
                return aliases;
            }
        }
    }

    private static Set<String> packages(String folder, JsonFile json, Project project) {
        Set<String> packages = new LinkedHashSet<>();
        Optional<JsonFile> list = json.at("workspaces", "packages").or(() -> json.at("workspaces"));
        for (String pattern : list.map(JsonFile::texts).orElse(List.of())) {
            String place = FilePaths.join(folder, pattern);
            int star = place.indexOf('*');
            if (packages.size() >= MAXIMUM_PACKAGES) {
                break;
            }
            if (star < 0) {
                packages.add(place);
                continue;
            }
            for (String path : project.paths().below(FilePaths.folder(place.substring(0, star + 1)))) {
                if (path.endsWith("/package.json") && packages.size() < MAXIMUM_PACKAGES) {
                    packages.add(FilePaths.folder(path));
                }
            }
        }
        for (String kind : List.of("dependencies", "devDependencies")) {
            for (String version : json.at(kind).map(JsonFile::texts).orElse(List.of())) {
                boolean local = version.startsWith("file:") || version.startsWith("link:");
                if (local && packages.size() < MAXIMUM_PACKAGES) {
                    packages.add(FilePaths.join(folder, version.substring("file:".length())));
                }
            }
        }
        return packages;
    }

    private static List<CodeLayout.Alias> named(String folder, Project project) {
        List<CodeLayout.Alias> aliases = new ArrayList<>();
        JsonFile.read(project.text(FilePaths.join(folder, "package.json"))).ifPresent(json -> {
            String name = json.text("name");
            if (name.isEmpty()) {
                return;
            }
            for (String main :
                    List.of(json.text("source"), json.text("main"), json.text("module"), json.text("types"))) {
                if (!main.isEmpty()) {
                    aliases.add(new CodeLayout.Alias(name, FilePaths.join(folder, main)));
                }
            }
            for (String main : List.of("src/index", "index", "lib/index", "src/main")) {
                aliases.add(new CodeLayout.Alias(name, FilePaths.join(folder, main)));
            }
            aliases.add(new CodeLayout.Alias(name + "/*", FilePaths.join(folder, "*")));
            aliases.add(new CodeLayout.Alias(name + "/*", FilePaths.join(folder, "src/*")));
        });
        return aliases;
    }

    /** https://nodejs.org/api/packages.html#subpath-imports. */
    private static List<CodeLayout.Alias> own(String folder, JsonFile json) {
        List<CodeLayout.Alias> aliases = new ArrayList<>();
        json.at("imports").ifPresent(imports -> {
            for (String name : imports.names()) {
                for (String place : imports.at(name).orElseThrow().texts()) {
                    aliases.add(new CodeLayout.Alias(name, FilePaths.join(folder, place)));
                }
            }
        });
        return aliases;
    }
}
