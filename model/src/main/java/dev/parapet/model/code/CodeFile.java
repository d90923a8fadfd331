package dev.parapet.model.code;

import dev.parapet.model.Position;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code of one file. */
public final class CodeFile {
    /** How many nodes can be inside one another; a front end puts {@link Expression.Unknown} where a text goes deeper. */
    public static final int MAXIMUM_DEPTH = 1_000;

    private final SourceFile source;
    private final Language language;
    private final @Nullable String namespace;
    private final List<Statement> body;
    private final @Nullable Outside outside;
    private int @Nullable [] lineStarts;

    /** The text that the code is a part of, and for each {@code char} of the code and for its end, where it stands there. */
    private static final class Outside {
        private final String text;
        private final int[] offsets;

        Outside(String text, int[] offsets) {
            this.text = text;
            this.offsets = offsets;
        }
    }

    /**
     * The code of one file.
     *
     * @param source what it was read from
     * @param language the language that it is written in
     * @param namespace the package (Java, Go) or namespace (C#) that it says it belongs to
     * @param body what runs when the file is loaded, its imports, functions and classes among it
     */
    public CodeFile(SourceFile source, Language language, @Nullable String namespace, List<Statement> body) {
        this(source, language, namespace, List.copyOf(body), null);
    }

    private CodeFile(
            SourceFile source,
            Language language,
            @Nullable String namespace,
            List<Statement> body,
            @Nullable Outside outside) {
        this.source = source;
        this.language = language;
        this.namespace = namespace;
        this.body = body;
        this.outside = outside;
    }

    /**
     * The same code as a part of another text, such as a template that holds it: what it says of places is where they are there.
     *
     * @param text all the text of the file
     * @param offsets for each {@code char} of the code and for its end, where it stands in that text; where that goes back and forth, as what a
     *     compiler made does, a stretch begins at the first place that is in it and ends at the last
     */
    public CodeFile within(String text, int[] offsets) {
        if (offsets.length != source.text().length() + 1) {
            throw new IllegalArgumentException("each character has one place");
        }
        return new CodeFile(source, language, namespace, body, new Outside(text, offsets.clone()));
    }

    /** The path of the file, relative to the scanned root. */
    public String path() {
        return source.path();
    }

    /** What it was read from: the code itself, also where it is a part of another text. */
    public SourceFile source() {
        return source;
    }

    /** The language that it is written in. */
    public Language language() {
        return language;
    }

    /** The package (Java, Go) or namespace (C#) that the file says it belongs to; null in other languages. */
    public @Nullable String namespace() {
        return namespace;
    }

    /** What runs when the file is loaded, in the order of the text, imports, functions and classes among it. */
    public List<Statement> body() {
        return body;
    }

    /** Where a stretch of the text is, in lines and columns. */
    public Span span(TextRange range) {
        int first = range.start();
        int last = range.end();
        if (outside != null) {
            first = outside.offsets[first];
            last = outside.offsets[last];
            for (int i = range.start(); i < range.end(); i++) {
                first = Math.min(first, outside.offsets[i]);
                last = Math.max(last, outside.offsets[i]);
            }
        }
        return new Span(source.path(), position(first), position(last));
    }

    private Position position(int offset) {
        String text = outside == null ? source.text() : outside.text;
        int[] starts = lineStarts;
        if (starts == null) {
            starts = lineStarts(text);
            lineStarts = starts;
        }
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(starts[line], offset) + 1);
    }

    /** Where lines begin; they end with a line feed, a carriage return or both, as in templates. */
    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
