package dev.parapet.rules;

import dev.parapet.core.rule.Fact;
import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.file.RuleFile;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.core.rule.pack.RulePack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks all rule files and packs them. Run by the build: {@code RuleCompiler SOURCES TARGET}, where SOURCES holds
 * {@code facts.yaml} and the rule files, and TARGET is the folder of this package's classes.
 */
public final class RuleCompiler {
    private RuleCompiler() {}

    /** Runs it; each mistake is a line on standard error, and the exit code is then 1. */
    public static void main(String[] arguments) throws IOException {
        Path sources = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        int mistakes = compile(sources, target, System.err);
        if (mistakes > 0) {
            System.err.println(mistakes + (mistakes == 1 ? " rule file is" : " rule files are") + " not valid");
            System.exit(1);
        }
    }

    /** Packs the rules unless the pack is newer than all of them; the number of files that are not valid. */
    static int compile(Path sources, Path target, PrintStream errors) throws IOException {
        List<Path> files = files(sources);
        Path pack = target.resolve("rules.pack");
        if (isUpToDate(pack, sources, files)) {
            return 0;
        }
        Path factsFile = sources.resolve("facts.yaml");
        Map<String, Fact> facts;
        try {
            facts = RuleFileReader.readFacts(factsFile.toString(), Files.readString(factsFile));
        } catch (RuleFileException e) {
            errors.println(e.described());
            return 1;
        }
        RuleFileReader reader = new RuleFileReader(facts.keySet());
        List<Rule> rules = new ArrayList<>();
        Map<String, Path> seen = new HashMap<>();
        Path pages = Files.createDirectories(target.resolve("pages"));
        clear(pages);
        int mistakes = 0;
        for (Path file : files) {
            try {
                RuleFile read = reader.read(file.toString(), Files.readString(file));
                Path other = seen.put(read.rule().id(), file);
                if (other != null) {
                    throw new RuleFileException(file.toString(), 1, "has the same id as " + other);
                }
                rules.add(read.rule());
                Files.writeString(pages.resolve(read.rule().id() + ".md"), read.text());
            } catch (RuleFileException e) {
                errors.println(e.described());
                mistakes++;
            }
        }
        if (mistakes == 0) {
            Files.write(pack, RulePack.write(RuleSet.of(rules, facts)));
        }
        return mistakes;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path page : old.toList()) {
                Files.delete(page);
            }
        }
    }

    private static List<Path> files(Path sources) throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static boolean isUpToDate(Path pack, Path sources, List<Path> files) throws IOException {
        if (!Files.exists(pack)) {
            return false;
        }
        long made = Files.getLastModifiedTime(pack).toMillis();
        List<Path> inputs = new ArrayList<>(files);
        // A folder changes when a file in it comes or goes.
        try (Stream<Path> all = Files.walk(sources)) {
            all.filter(Files::isDirectory).forEach(inputs::add);
        }
        inputs.add(sources.resolve("facts.yaml"));
        for (String entry : System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (entry.contains("parapet") || entry.contains("target")) {
                if (Files.isDirectory(path)) {
                    try (Stream<Path> classes = Files.walk(path)) {
                        classes.filter(file -> file.toString().endsWith(".class"))
                                .forEach(inputs::add);
                    }
                } else if (Files.exists(path)) {
                    inputs.add(path);
                }
            }
        }
        for (Path input : inputs) {
            if (Files.getLastModifiedTime(input).toMillis() > made) {
                return false;
            }
        }
        return true;
    }
}
