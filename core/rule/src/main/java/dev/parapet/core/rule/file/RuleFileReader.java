package dev.parapet.core.rule.file;

import dev.parapet.core.rule.Fact;
import dev.parapet.core.rule.Message;
import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.expression.Expression;
import dev.parapet.core.rule.expression.ExpressionException;
import dev.parapet.core.rule.expression.ExpressionParser;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.core.rule.function.Functions;
import dev.parapet.model.Area;
import dev.parapet.model.Severity;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rule files and the table of facts; {@code docs/rule-language.md} is what it follows. */
public final class RuleFileReader {
    private static final Set<String> FIELDS = Set.of(
            "title",
            "severity",
            "raised",
            "lowered",
            "area",
            "resource",
            "flow",
            "code",
            "same-as",
            "differs",
            "cwe",
            "controls",
            "hygiene",
            "applies",
            "violated",
            "at",
            "message",
            "fix");

    private final ExpressionParser conditions;
    private final ExpressionParser messages;
    private final ExpressionParser codeMessages;
    private final Set<String> facts;

    /**
     * A reader.
     *
     * @param facts the names of the facts that may move a severity
     */
    public RuleFileReader(Set<String> facts) {
        List<Signature> functions = Functions.signatures();
        this.conditions = new ExpressionParser(List.of("resource", "self"), functions);
        this.messages = new ExpressionParser(List.of("resource", "self", "item", "items"), functions);
        this.codeMessages = new ExpressionParser(List.of("code"), functions);
        this.facts = Set.copyOf(facts);
    }

    /**
     * Reads a rule file.
     *
     * @param path its path; the name of the file without {@code .md} is the rule's id
     * @throws RuleFileException at the first thing that is wrong
     */
    public RuleFile read(String path, String text) throws RuleFileException {
        String id = id(path);
        String clean = text.replace("\r\n", "\n");
        List<String> lines = List.of(clean.split("\n", -1));
        if (!lines.get(0).strip().equals("---")) {
            throw new RuleFileException(path, 1, "must start with a line '---' and the front matter");
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals("---")) {
            end++;
        }
        if (end == lines.size()) {
            throw new RuleFileException(path, 1, "lacks the line '---' that ends the front matter");
        }
        String front = String.join("\n", lines.subList(1, end)) + "\n";
        Fields fields = new Fields(path, YamlText.read(path, 1, front), FIELDS);
        Body body = Body.read(path, lines, end + 1);
        return new RuleFile(path, rule(path, id, fields, clean, body), body.why(), body.fix(), body.examples(), clean);
    }

    /** The id of the rule in a file: its name without {@code .md}. */
    public static String id(String path) throws RuleFileException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.endsWith(".md")) {
            throw new RuleFileException(path, 1, "is no rule file: its name must end in .md");
        }
        String id = name.substring(0, name.length() - 3);
        boolean kebab =
                !id.isEmpty() && id.charAt(0) >= 'a' && id.charAt(0) <= 'z' && !id.endsWith("-") && !id.contains("--");
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            kebab &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
        }
        if (!kebab) {
            throw new RuleFileException(
                    path,
                    1,
                    "must have a name in kebab case, such as lambda-function-url-without-auth.md, for it is the rule's id");
        }
        return id;
    }

    private Rule rule(String path, String id, Fields fields, String text, Body body) throws RuleFileException {
        List<String> sameAs = fields.texts("same-as");
        Map<String, String> differs = fields.textMap("differs");
        for (String other : differs.keySet()) {
            if (!sameAs.contains(other)) {
                throw fields.wrong("differs", "differs from " + other + ", which does not stand in same-as");
            }
        }
        boolean aboutCode = fields.value("flow") != null || fields.value("code") != null;
        List<String> resourceTypes = aboutCode ? subjects(fields) : fields.texts("resource");
        if (resourceTypes.isEmpty()) {
            throw fields.wrong("resource", "lacks the field resource, or flow or code where it is about code");
        }
        for (String type : resourceTypes) {
            if (type.startsWith("AWS::Serverless::")) {
                throw fields.wrong(
                        "resource", "is about " + type + ", which SAM expands; name the type that it becomes");
            }
        }
        List<String> cwe = fields.texts("cwe");
        for (String weakness : cwe) {
            if (!weakness.startsWith("CWE-")) {
                throw fields.wrong("cwe", "has the weakness " + weakness + "; write it as CWE-306");
            }
        }
        String applies = fields.text("applies");
        return new Rule(
                id,
                fields.required("title"),
                severity(fields, "severity", fields.required("severity")),
                moved(path, fields, "raised"),
                moved(path, fields, "lowered"),
                area(fields),
                resourceTypes,
                sameAs,
                differs,
                cwe,
                fields.textLists("controls"),
                fields.flag("hygiene"),
                applies == null ? null : condition(path, fields, "applies", applies, text),
                aboutCode
                        ? new Expression.Literal(true)
                        : condition(path, fields, "violated", fields.required("violated"), text),
                fields.text("at"),
                message(path, fields, aboutCode ? codeMessages : messages),
                fix(fields, body));
    }

    /** What a rule about code is about, which leaves nothing to ask of the template. */
    private static List<String> subjects(Fields fields) throws RuleFileException {
        for (String field : List.of("resource", "applies", "violated", "at")) {
            if (fields.value(field) != null) {
                throw fields.wrong(field, "is about code, which has no " + field);
            }
        }
        List<String> subjects = new ArrayList<>(List.of(Rule.CODE));
        for (String flow : fields.texts("flow")) {
            subjects.add("flow:" + flow);
        }
        for (String fact : fields.texts("code")) {
            subjects.add("code:" + fact);
        }
        return subjects;
    }

    private static Area area(Fields fields) throws RuleFileException {
        String word = fields.required("area");
        try {
            return Area.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw fields.wrong("area", "has the area " + word + "; " + areas());
        }
    }

    private static String areas() {
        StringBuilder words = new StringBuilder("there are ");
        for (Area area : Area.values()) {
            words.append(area.ordinal() == 0 ? "" : ", ").append(area.word());
        }
        return words.toString();
    }

    private static Severity severity(Fields fields, String field, String word) throws RuleFileException {
        try {
            return Severity.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw fields.wrong(field, "has the severity " + word + "; there are info, low, medium, high and critical");
        }
    }

    private Map<String, Severity> moved(String path, Fields fields, String field) throws RuleFileException {
        Map<String, Severity> moved = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : fields.textMap(field).entrySet()) {
            if (!facts.contains(entry.getKey())) {
                List<String> known = new ArrayList<>(facts);
                known.sort(null);
                throw new RuleFileException(
                        path,
                        fields.line(field),
                        "is " + field + " by the fact " + entry.getKey() + ", which nobody declares; there are "
                                + String.join(", ", known));
            }
            moved.put(entry.getKey(), severity(fields, field, entry.getValue()));
        }
        return moved;
    }

    private Expression condition(String path, Fields fields, String field, String expression, String text)
            throws RuleFileException {
        try {
            return conditions.parseCondition(expression);
        } catch (ExpressionException e) {
            throw new RuleFileException(
                    path,
                    fields.linesBefore(field, text) + e.line(),
                    "has an expression in " + field + " that is not valid: " + e.getMessage());
        }
    }

    private static Message message(String path, Fields fields, ExpressionParser parser) throws RuleFileException {
        String text = fields.required("message");
        List<Message.Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{' && at + 1 < text.length() && text.charAt(at + 1) == '{') {
                words.append('{');
                at += 2;
            } else if (c == '{') {
                int end = endOfPlaceholder(text, at + 1);
                if (end < 0) {
                    throw fields.wrong(
                            "message", "has a message with a '{' that does not end; write '{{' for the sign itself");
                }
                if (!words.isEmpty()) {
                    pieces.add(new Message.Words(words.toString()));
                    words.setLength(0);
                }
                try {
                    pieces.add(new Message.Placeholder(parser.parse(text.substring(at + 1, end))));
                } catch (ExpressionException e) {
                    throw new RuleFileException(
                            path,
                            fields.line("message"),
                            "has an expression in message that is not valid: " + e.getMessage());
                }
                at = end + 1;
            } else {
                words.append(c == '\n' ? ' ' : c);
                at++;
            }
        }
        if (!words.isEmpty()) {
            String last = words.toString().stripTrailing();
            pieces.add(new Message.Words(last.endsWith(".") ? last.substring(0, last.length() - 1) : last));
        }
        return new Message(pieces);
    }

    /** The place of the brace that closes a placeholder, those in texts and in nested braces aside; -1 for none. */
    private static int endOfPlaceholder(String text, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Rule.Fix fix(Fields fields, Body body) throws RuleFileException {
        Value fix = fields.value("fix");
        String summary = body.firstSentence();
        return switch (fix) {
            case null -> new Rule.Fix(null, null, summary);
            case Value.Text text -> new Rule.Fix(null, null, text.text());
            case Value.Mapping mapping
            when mapping.get("set") instanceof Value.Text set
                    && mapping.has("to")
                    && mapping.entries().size() == 2 ->
                new Rule.Fix(set.text(), json(fields, mapping.entries().get("to")), summary);
            default -> throw fields.wrong("fix", "must have a text in fix, or a mapping with set and to");
        };
    }

    private static String json(Fields fields, Value.@Nullable Entry entry) throws RuleFileException {
        StringBuilder json = new StringBuilder();
        if (entry == null || !json(entry.value(), json)) {
            throw fields.wrong("fix", "cannot set the value in fix");
        }
        return json.toString();
    }

    private static boolean json(Value value, StringBuilder json) {
        switch (value) {
            case Value.Null ignored -> json.append("null");
            case Value.Bool bool -> json.append(bool.value());
            case Value.Number number -> json.append(number.value().toPlainString());
            case Value.Text text -> quote(text.text(), json);
            case Value.Sequence sequence -> {
                json.append('[');
                for (int i = 0; i < sequence.items().size(); i++) {
                    json.append(i > 0 ? "," : "");
                    json(sequence.items().get(i), json);
                }
                json.append(']');
            }
            case Value.Mapping mapping -> {
                json.append('{');
                boolean first = true;
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    json.append(first ? "" : ",");
                    first = false;
                    quote(entry.getKey(), json);
                    json.append(':');
                    json(entry.getValue().value(), json);
                }
                json.append('}');
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c >= ' ') {
                json.append(c);
            }
        }
        json.append('"');
    }

    /**
     * Reads the table of facts: a mapping from the name of each to {@code says} and {@code holds}.
     *
     * @throws RuleFileException at the first thing that is wrong
     */
    public static Map<String, Fact> readFacts(String path, String text) throws RuleFileException {
        ExpressionParser parser = new ExpressionParser(List.of("resource", "self"), Functions.signatures());
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (Map.Entry<String, Value.Entry> entry :
                YamlText.read(path, 0, text).entries().entrySet()) {
            if (!(entry.getValue().value() instanceof Value.Mapping mapping)) {
                throw new RuleFileException(
                        path, entry.getValue().keySpan().start().line(), "must have says and holds for each fact");
            }
            Fields fields = new Fields(path, mapping, Set.of("says", "holds"));
            try {
                facts.put(
                        entry.getKey(),
                        new Fact(
                                entry.getKey(),
                                fields.required("says"),
                                parser.parseCondition(fields.required("holds"))));
            } catch (ExpressionException e) {
                throw new RuleFileException(
                        path, fields.line("holds"), "has an expression in holds that is not valid: " + e.getMessage());
            }
        }
        return facts;
    }
}
