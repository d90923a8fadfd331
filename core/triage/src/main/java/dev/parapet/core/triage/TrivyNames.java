package dev.parapet.core.triage;

import dev.parapet.model.ShippedFile;
import java.util.HashMap;
import java.util.Map;

/**
 * The names that Trivy and tfsec give to a check besides its id, such as {@code aws-lambda-enable-tracing}: the metadata of
 * trivy-checks, as {@code tools/trivy-names.py} reads it into {@code trivy-names.tsv}.
 */
final class TrivyNames {
    private static final Map<String, String> ID_BY_NAME = read();

    private TrivyNames() {}

    /** The id of a name; the name itself where it is nobody's. */
    static String id(String name) {
        return ID_BY_NAME.getOrDefault(name, name);
    }

    private static Map<String, String> read() {
        Map<String, String> ids = new HashMap<>();
        for (String line : ShippedFile.text(TrivyNames.class, "trivy-names.tsv").split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0 && !line.startsWith("#")) {
                ids.put(line.substring(tab + 1), line.substring(0, tab));
            }
        }
        return ids;
    }
}
