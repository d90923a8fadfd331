package dev.parapet.core.rule.file;

import dev.parapet.model.Severity;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code parapet.yaml} says of rules.
 *
 * @param rules folders of rule files, relative to the file
 * @param skip rules that are not asked, by their id or the id that another tool gives them
 * @param only the rules that alone are asked; empty for all
 * @param flows tables of what flows through code, files relative to the file
 * @param severity the severity of rules where it is not the rule's own
 */
public record Config(
        List<String> rules, List<String> skip, List<String> only, List<String> flows, Map<String, Severity> severity) {
    private static final Set<String> FIELDS = Set.of("rules", "skip", "only", "flows", "severity");

    public Config {
        rules = List.copyOf(rules);
        skip = List.copyOf(skip);
        only = List.copyOf(only);
        flows = List.copyOf(flows);
        severity = Map.copyOf(severity);
    }

    /** No wishes at all. */
    public static Config none() {
        return new Config(List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /**
     * Reads {@code parapet.yaml}.
     *
     * @throws RuleFileException at the first thing that is wrong
     */
    public static Config read(String path, String text) throws RuleFileException {
        Fields fields = new Fields(path, YamlText.read(path, 0, text), FIELDS);
        Map<String, Severity> severity = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry : fields.entries("severity").entrySet()) {
            int line = entry.getValue().keySpan().start().line();
            if (!(entry.getValue().value() instanceof Value.Text word)) {
                throw new RuleFileException(path, line, "must have a severity for " + entry.getKey());
            }
            try {
                severity.put(entry.getKey(), Severity.ofWord(word.text()));
            } catch (IllegalArgumentException e) {
                throw new RuleFileException(
                        path,
                        line,
                        "has the severity " + word.text() + "; there are info, low, medium, high and critical");
            }
        }
        List<String> folders = fields.texts("rules");
        for (String folder : folders) {
            if (isOutside(folder)) {
                throw new RuleFileException(
                        path, fields.line("rules"), "has the folder " + folder + "; name one below the file itself");
            }
        }
        List<String> flows = fields.texts("flows");
        for (String table : flows) {
            if (isOutside(table)) {
                throw new RuleFileException(
                        path, fields.line("flows"), "has the table " + table + "; name a file below the file itself");
            }
        }
        return new Config(folders, fields.texts("skip"), fields.texts("only"), flows, severity);
    }

    private static boolean isOutside(String path) {
        return path.startsWith("/") || path.contains("..") || path.contains("\\");
    }
}
