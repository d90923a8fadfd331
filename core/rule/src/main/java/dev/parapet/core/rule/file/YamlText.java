package dev.parapet.core.rule.file;

import dev.parapet.model.Decimal;
import dev.parapet.model.Position;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML of a rule file or of a configuration to values with their places: YAML 1.2's core schema without anchors and tags, at
 * most 20 levels deep.
 */
final class YamlText {
    private static final int DEPTH = 20;

    private final String path;
    private final int before;
    private final Iterator<Event> events;

    private YamlText(String path, int before, Iterator<Event> events) {
        this.path = path;
        this.before = before;
        this.events = events;
    }

    /**
     * Reads one document that is a mapping.
     *
     * @param before how many lines of the file stand before the text
     */
    static Value.Mapping read(String path, int before, String text) throws RuleFileException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(path)
                .setCodePointLimit(1_000_000)
                .setParseComments(false)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            YamlText reader = new YamlText(path, before, events);
            events.next();
            Event start = events.next();
            if (start.getEventId() == Event.ID.StreamEnd) {
                Position first = new Position(before + 1, 1);
                return new Value.Mapping(Map.of(), new Span(path, first, first));
            }
            Value value = reader.value(events.next(), 0);
            if (events.next().getEventId() == Event.ID.DocumentEnd
                    && events.next().getEventId() != Event.ID.StreamEnd) {
                throw new RuleFileException(path, before + 1, "holds several YAML documents where one must be");
            }
            if (!(value instanceof Value.Mapping mapping)) {
                throw new RuleFileException(path, before + 1, "must be a mapping from names to values");
            }
            return mapping;
        } catch (YamlEngineException e) {
            int line = before + 1;
            if (e instanceof org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException marked) {
                line = marked.getProblemMark()
                        .map(mark -> before + mark.getLine() + 1)
                        .orElse(line);
                throw new RuleFileException(path, line, "is not valid YAML: " + marked.getProblem());
            }
            throw new RuleFileException(path, line, "is not valid YAML: " + firstLine(e));
        }
    }

    private static String firstLine(YamlEngineException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private Value value(Event event, int depth) throws RuleFileException {
        Span start = span(event.getStartMark(), event.getEndMark());
        if (depth > DEPTH) {
            throw new RuleFileException(path, start.start().line(), "is nested too deeply");
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                refuse(scalar.getAnchor().isPresent(), scalar.getTag().isPresent(), start);
                yield scalar(scalar, start);
            }
            case SequenceStartEvent sequence -> {
                refuse(sequence.getAnchor().isPresent(), sequence.getTag().isPresent(), start);
                List<Value> items = new ArrayList<>();
                Event next = events.next();
                while (next.getEventId() != Event.ID.SequenceEnd) {
                    items.add(value(next, depth + 1));
                    next = events.next();
                }
                yield new Value.Sequence(items, new Span(path, start.start(), end(next, start)));
            }
            case MappingStartEvent mapping -> {
                refuse(mapping.getAnchor().isPresent(), mapping.getTag().isPresent(), start);
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                Event next = events.next();
                while (next.getEventId() != Event.ID.MappingEnd) {
                    Value key = value(next, depth + 1);
                    if (!(next instanceof ScalarEvent name)) {
                        throw new RuleFileException(path, key.span().start().line(), "has a key that is no text");
                    }
                    Value value = value(events.next(), depth + 1);
                    if (entries.put(name.getValue(), new Value.Entry(key.span(), value)) != null) {
                        throw new RuleFileException(
                                path, key.span().start().line(), "has the field " + name.getValue() + " twice");
                    }
                    next = events.next();
                }
                yield new Value.Mapping(entries, new Span(path, start.start(), end(next, start)));
            }
            default -> throw new RuleFileException(path, start.start().line(), "has an alias, which has no place here");
        };
    }

    private void refuse(boolean anchor, boolean tag, Span span) throws RuleFileException {
        if (anchor || tag) {
            throw new RuleFileException(
                    path, span.start().line(), "has " + (anchor ? "an anchor" : "a tag") + ", which has no place here");
        }
    }

    private static Value scalar(ScalarEvent scalar, Span span) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return new Value.Text(text, span);
        }
        return switch (text) {
            case "", "null", "~" -> new Value.Null(span);
            case "true" -> new Value.Bool(true, span);
            case "false" -> new Value.Bool(false, span);
            default -> isNumber(text) ? new Value.Number(Decimal.parse(text), span) : new Value.Text(text, span);
        };
    }

    private static boolean isNumber(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && digits > 0) {
                points++;
            } else if (!(c == '-' && i == 0)) {
                return false;
            }
        }
        return digits > 0 && points <= 1 && text.charAt(text.length() - 1) != '.' && text.length() < 30;
    }

    private Position end(Event event, Span start) {
        Position end = span(event.getStartMark(), event.getEndMark()).end();
        return end.compareTo(start.start()) < 0 ? start.end() : end;
    }

    private Span span(Optional<Mark> start, Optional<Mark> end) {
        Position first = position(start);
        Position last = position(end);
        return new Span(path, first, last.compareTo(first) < 0 ? first : last);
    }

    private Position position(Optional<Mark> mark) {
        return mark.isPresent()
                ? new Position(before + mark.get().getLine() + 1, mark.get().getColumn() + 1)
                : new Position(before + 1, 1);
    }
}
