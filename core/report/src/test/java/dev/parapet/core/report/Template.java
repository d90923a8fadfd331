package dev.parapet.core.report;

import dev.parapet.model.Position;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text in which tests point at places by what stands there. */
public record Template(String path, String text) {
    /** The file. */
    public SourceFile file() {
        return new SourceFile(path, text);
    }

    /** The whole text. */
    public Span whole() {
        return new Span(path, new Position(1, 1), position(text.length()));
    }

    /** The place of {@code what} after the first {@code after}. */
    public Span span(String after, String what) {
        int from = text.indexOf(after);
        int start = text.indexOf(what, from);
        if (from < 0 || start < 0) {
            throw new IllegalArgumentException("'" + what + "' does not stand after '" + after + "' in " + path);
        }
        return new Span(path, position(start), position(start + what.length()));
    }

    /** The place of the first {@code what}. */
    public Span span(String what) {
        return span(what, what);
    }

    private Position position(int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, text.codePointCount(lineStart, offset) + 1);
    }

    /** A resource of this template, its head being the first place where its name and a colon stand. */
    public Resource resource(String name, String type, @Nullable String dialectType, @Nullable String writtenAs) {
        Span head = span((writtenAs == null ? name : writtenAs) + ":");
        Value.Mapping nothing = new Value.Mapping(Map.of(), head);
        return new Resource(
                new ResourceId(path, name),
                type,
                dialectType,
                writtenAs,
                null,
                nothing,
                nothing,
                null,
                new Span(path, head.start(), whole().end()),
                new Span(
                        path,
                        head.start(),
                        new Position(head.end().line(), head.end().column() - 1)));
    }
}
