package dev.parapet.core.need.resource;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value that stands in an ARN, and whether it is known when the function is deployed. */
record Part(Value value, boolean known) {
    /** The place of what is made here. */
    static final Span NOWHERE = Span.of("code", 1, 1, 1, 1);

    /** What is known at run time only. */
    static final Part ANY = new Part(text("*"), false);

    private static final Pattern PSEUDO = Pattern.compile("\\$\\{(AWS::[A-Za-z]+)}");

    static Value text(String text) {
        return new Value.Text(text, NOWHERE);
    }

    /** A text in which <code>${AWS::Region}</code> and its like stand for what they name. */
    static Value pseudo(String text) {
        Matcher pseudo = PSEUDO.matcher(text);
        List<Value> parts = new ArrayList<>();
        int from = 0;
        while (pseudo.find()) {
            if (pseudo.start() > from) {
                parts.add(text(text.substring(from, pseudo.start())));
            }
            parts.add(new Value.Unresolved(pseudo.group(1), "it is known once the stack is deployed", NOWHERE));
            from = pseudo.end();
        }
        if (parts.isEmpty()) {
            return text(text);
        }
        if (from < text.length()) {
            parts.add(text(text.substring(from)));
        }
        return new Value.Composed(parts, NOWHERE);
    }
}
