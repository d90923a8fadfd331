package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;

/**
 * Reads the text of one template, be it YAML or JSON. Columns count code points; short forms of intrinsic functions become long
 * ones; of a text with a fault as much is read as can be.
 */
public final class TemplateText {
    private TemplateText() {}

    /** Reads a text. It never fails: what is wrong with it is the document's fault. */
    public static Document read(SourceFile file) {
        Places places = new Places(file.path(), file.text());
        if (!beginsLikeJson(file.text())) {
            return new YamlReader(file, places).read();
        }
        Document json = new JsonReader(file, places).read();
        if (json.whole() || json.fault() == null || json.fault().kind() == Fault.Kind.LIMIT) {
            return json;
        }
        // CloudFormation takes YAML that begins with a brace too: names without quotes, comments, a comma too many.
        Document yaml = new YamlReader(file, places).read();
        return yaml.whole() ? yaml : json;
    }

    private static boolean beginsLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                return c == '{' || c == '[';
            }
        }
        return false;
    }
}
