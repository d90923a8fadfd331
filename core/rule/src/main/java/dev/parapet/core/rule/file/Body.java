package dev.parapet.core.rule.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The Markdown after the front matter: why, how to fix it, examples. */
record Body(String why, String fix, List<Example> examples) {
    private static final String VIOLATED = "<- violated";
    private static final String UNDETERMINED = "<- undetermined";
    private static final Set<String> TEMPLATES = Set.of("yaml", "json");
    private static final Set<String> CODE = Set.of("python", "javascript", "typescript", "java", "go", "csharp");

    /**
     * Reads the body.
     *
     * @param lines the lines of the whole file
     * @param from the first line of the body, counted from 0
     */
    static Body read(String path, List<String> lines, int from) throws RuleFileException {
        StringBuilder why = new StringBuilder();
        StringBuilder fix = new StringBuilder();
        List<Example> examples = new ArrayList<>();
        String section = "";
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                section = line.substring(3).strip().toLowerCase(Locale.ROOT);
                if (!section.equals("fix") && !section.equals("examples")) {
                    throw new RuleFileException(
                            path,
                            i + 1,
                            "has no section '" + line.substring(3).strip() + "'; there are Fix and Examples");
                }
                continue;
            }
            if (line.startsWith("```") && section.equals("examples")) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith("```")) {
                    end++;
                }
                if (end == lines.size()) {
                    throw new RuleFileException(path, i + 1, "has an example that does not end");
                }
                examples.add(example(path, line.substring(3).strip(), lines, i + 1, end));
                i = end;
                continue;
            }
            switch (section) {
                case "" -> why.append(line).append('\n');
                case "fix" -> fix.append(line).append('\n');
                default -> {}
            }
        }
        if (why.toString().isBlank()) {
            throw new RuleFileException(path, from + 1, "lacks the text that says why it matters");
        }
        if (fix.toString().isBlank()) {
            throw new RuleFileException(path, lines.size(), "lacks the section '## Fix'");
        }
        return new Body(why.toString().strip(), fix.toString().strip(), examples);
    }

    private static Example example(String path, String info, List<String> lines, int from, int to)
            throws RuleFileException {
        String[] words = info.split("\\s+");
        String kind = words.length < 2 ? "" : words[1];
        Example.Kind verdict = switch (kind) {
            case "bad" -> Example.Kind.BAD;
            case "good" -> Example.Kind.GOOD;
            case "undetermined" -> Example.Kind.UNDETERMINED;
            case "fixed" -> Example.Kind.FIXED;
            default ->
                throw new RuleFileException(
                        path,
                        from,
                        "has an example marked '" + info
                                + "'; write its language, such as yaml, then bad, good, undetermined or fixed, then a name if you like");
        };
        boolean code = CODE.contains(words[0]);
        if (!code && !TEMPLATES.contains(words[0])) {
            throw new RuleFileException(
                    path,
                    from,
                    "has an example in '" + words[0]
                            + "'; there are yaml, json, python, javascript, typescript, java, go and csharp");
        }
        String comment = code && !words[0].equals("python") ? "// " : "# ";
        StringBuilder text = new StringBuilder();
        List<Integer> marks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String line = lines.get(i);
            if (line.contains(comment + VIOLATED) || line.contains(comment + UNDETERMINED)) {
                boolean violated = line.contains(comment + VIOLATED);
                if (verdict != (violated ? Example.Kind.BAD : Example.Kind.UNDETERMINED)) {
                    throw new RuleFileException(
                            path, i + 1, "has a mark that does not go with an example called " + kind);
                }
                marks.add(i - from + 1);
                if (words[0].equals("json")) {
                    // JSON knows no comments: the mark is taken out.
                    line = line.substring(0, line.indexOf("# <-"));
                }
            }
            text.append(line).append('\n');
        }
        if (marks.isEmpty() && verdict == Example.Kind.BAD) {
            throw new RuleFileException(path, from, "has a bad example without the mark '" + comment + VIOLATED + "'");
        }
        String name = words.length < 3 ? "" : String.join(" ", List.of(words).subList(2, words.length));
        return new Example(verdict, name, words[0], text.toString(), from + 1, marks);
    }

    /** The first sentence of the fix, as plain text. */
    String firstSentence() {
        String text = fix.replace('\n', ' ');
        int end = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.'
                    && (i + 1 == text.length() || text.charAt(i + 1) == ' ')
                    && !abbreviation(text, i)) {
                end = i;
                break;
            }
        }
        return text.substring(0, end).strip();
    }

    private static boolean abbreviation(String text, int dot) {
        return dot >= 3 && (text.startsWith("e.g", dot - 3) || text.startsWith("i.e", dot - 3));
    }
}
