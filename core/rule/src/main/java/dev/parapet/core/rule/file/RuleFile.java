package dev.parapet.core.rule.file;

import dev.parapet.core.rule.Rule;
import java.util.List;

/**
 * A rule file that was read.
 *
 * @param path the file
 * @param rule the rule
 * @param why why it matters, Markdown
 * @param fix how to fix it, Markdown
 * @param examples the examples, in order
 * @param text all of the file
 */
public record RuleFile(String path, Rule rule, String why, String fix, List<Example> examples, String text) {
    public RuleFile {
        examples = List.copyOf(examples);
    }
}
