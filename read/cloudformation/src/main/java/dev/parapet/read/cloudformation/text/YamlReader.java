package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML, from the parser's events: its composer recurses and would exhaust the stack. The first document of the text counts.
 * Aliases share the value of their anchor, whose spans stay where it was written; how much they may multiply is bounded.
 */
final class YamlReader {
    /** How many values aliases may add to those that are written. */
    private static final long MAX_ALIASED = 100_000;

    private record Anchored(Value value, long size, int height) {}

    private final String text;
    private final Places places;
    private final Problems problems;
    private final Tree tree;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long aliased;

    YamlReader(SourceFile file, Places places) {
        this.text = file.text();
        this.places = places;
        this.problems = new Problems(file.path());
        this.tree = new Tree(problems);
    }

    Document read() {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setParseComments(false)
                .build();
        int documents = 0;
        try {
            ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, text));
            while (parser.hasNext() && !problems.hasEnded()) {
                Event event = parser.next();
                if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                    problems.passed(
                            Fault.Kind.UNSUPPORTED,
                            places.line(start(event)),
                            "a second document begins here, and a template has one; put it into a file of its own");
                    break;
                }
                take(event);
            }
        } catch (MarkedYamlEngineException problem) {
            Optional<Mark> mark = problem.getProblemMark();
            int line = mark.isPresent() ? places.line(offset(mark.get())) : 1;
            problems.ended(Fault.Kind.UNREADABLE, line, "it is not YAML: " + words(problem.getProblem()));
        } catch (ReaderException problem) {
            int line = places.line(places.offset(problem.getPosition()));
            problems.ended(Fault.Kind.UNREADABLE, line, "it holds a character that YAML does not allow; remove it");
        } catch (YamlEngineException problem) {
            problems.ended(Fault.Kind.UNREADABLE, 1, "it is not YAML: " + words(problem.getMessage()));
        }
        Value root = problems.hasEnded() ? tree.salvage(places) : tree.root();
        return new Document(
                root == null ? new Value.Null(places.span(0, 0)) : root, problems.fault(), !problems.hasEnded());
    }

    private static String words(@Nullable String problem) {
        String words = problem == null ? "the text ends too early" : problem.strip();
        return Tree.shown(words.length() > 200 ? words.substring(0, 200) : words) + "; correct it";
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart -> open((CollectionStartEvent) event, true);
            case SequenceStart -> open((CollectionStartEvent) event, false);
            case MappingEnd, SequenceEnd -> close(event);
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        }
    }

    private int offset(Mark mark) {
        return places.offset(mark.getIndex());
    }

    private int start(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.isPresent() ? offset(mark.get()) : 0;
    }

    private int end(Event event) {
        Optional<Mark> mark = event.getEndMark();
        return mark.isPresent() ? offset(mark.get()) : text.length();
    }

    private void scalar(ScalarEvent event) {
        int start = start(event);
        int end = end(event);
        String written = event.getValue();
        if (event.isLiteral() || event.isFolded()) {
            written = withoutAddedBreak(written, end);
            end = trimmed(start, end);
        }
        String tag = event.getTag().orElse(null);
        int content = skipProperties(start, end);
        Tree.Frame top = tree.top();
        if (top != null && top.wantsKey()) {
            tree.key(written, places.span(content, end), event.isPlain());
            String anchor = name(event.getAnchor());
            if (anchor != null) {
                anchors.put(anchor, new Anchored(new Value.Text(written, places.span(content, end)), 1, 1));
            }
            return;
        }
        Span span = places.span(content, end);
        Value value;
        if (tag == null) {
            value = event.isPlain() ? PlainScalar.read(written, span) : new Value.Text(written, span);
        } else {
            value = switch (tag) {
                case "tag:yaml.org,2002:int",
                        "tag:yaml.org,2002:float",
                        "tag:yaml.org,2002:bool",
                        "tag:yaml.org,2002:null" -> PlainScalar.read(written, span);
                default -> new Value.Text(written, span);
            };
        }
        finish(value, start, content, end, tag, name(event.getAnchor()), 1, 1);
    }

    /** A block that ends with the file has no line break at its end where the file has none, as for the AWS command line. */
    private String withoutAddedBreak(String written, int end) {
        boolean added = written.endsWith("\n") && end >= text.length() && !text.endsWith("\n") && !text.endsWith("\r");
        return added ? written.substring(0, written.length() - 1) : written;
    }

    private static @Nullable String name(Optional<Anchor> anchor) {
        return anchor.isPresent() ? anchor.get().getValue() : null;
    }

    /** A value with its anchor and tag, ready to be put in its place. */
    private void finish(
            Value bare,
            int start,
            int content,
            int end,
            @Nullable String tag,
            @Nullable String anchor,
            long size,
            int height) {
        Value value = bare;
        long fullSize = size;
        int fullHeight = height;
        if (tag != null && tag.length() > 1 && tag.charAt(0) == '!') {
            int tagEnd = content;
            while (tagEnd > start && text.charAt(tagEnd - 1) <= ' ') {
                tagEnd--;
            }
            value = ShortForm.expand(tag, bare, places.span(start, end), places.span(start, tagEnd));
            fullSize += 2;
            fullHeight += 2;
        }
        if (anchor != null) {
            anchors.put(anchor, new Anchored(value, fullSize, fullHeight));
        }
        tree.add(value, end, fullSize, fullHeight);
    }

    private void alias(AliasEvent event) {
        Anchored anchored = anchors.get(event.getAlias().getValue());
        int end = end(event);
        int line = places.line(start(event));
        if (anchored == null) {
            String name = Tree.shown(event.getAlias().getValue());
            problems.ended(
                    Fault.Kind.UNREADABLE,
                    line,
                    "the alias '*" + name + "' refers to an anchor that does not stand before it; define '&" + name
                            + "' first");
            return;
        }
        Tree.Frame top = tree.top();
        if (top != null && top.wantsKey()) {
            if (anchored.value() instanceof Value.Text key) {
                tree.key(key.text(), places.span(start(event), end), false);
            } else {
                skipKey(top, line);
            }
            return;
        }
        aliased += anchored.size();
        if (aliased > MAX_ALIASED) {
            problems.ended(
                    Fault.Kind.LIMIT,
                    line,
                    "its aliases stand for more than " + MAX_ALIASED
                            + " values, and the rest was not read; write fewer of them");
        } else if (tree.depth() + anchored.height() > Tree.MAX_DEPTH) {
            tooDeep(line);
        } else {
            tree.add(anchored.value(), end, anchored.size(), anchored.height());
        }
    }

    private void skipKey(Tree.Frame top, int line) {
        top.skipNext = true;
        problems.passed(
                Fault.Kind.UNREADABLE,
                line,
                "a mapping or a list stands where a name must stand, and it was passed over; write a name");
    }

    private void tooDeep(int line) {
        problems.ended(
                Fault.Kind.LIMIT,
                line,
                "it is nested more than " + Tree.MAX_DEPTH + " levels deep, and the rest was not read; nest it less");
    }

    private void open(CollectionStartEvent event, boolean mapping) {
        int start = start(event);
        Tree.Frame top = tree.top();
        boolean isKey = top != null && top.wantsKey();
        if (tree.depth() >= Tree.MAX_DEPTH) {
            tooDeep(places.line(start));
            return;
        }
        tree.push(new Tree.Frame(
                mapping, start, name(event.getAnchor()), event.getTag().orElse(null), event.isFlow(), isKey));
    }

    private void close(Event event) {
        Tree.Frame frame = tree.pop();
        int content = skipProperties(frame.start, text.length());
        int end = frame.flow ? end(event) : Math.max(content, frame.end);
        Tree.Frame top = tree.top();
        if (frame.isKey && top != null) {
            top.end = Math.max(top.end, end);
            skipKey(top, places.line(frame.start));
            return;
        }
        Span span = places.span(content, end);
        Value value = frame.mapping ? new Value.Mapping(frame.entries, span) : new Value.Sequence(frame.items, span);
        finish(value, frame.start, content, end, frame.tag, frame.anchor, frame.size, frame.height);
    }

    /** Behind the anchor and the tag that stand at {@code start}: the offset of the value itself. */
    private int skipProperties(int start, int end) {
        int at = start;
        while (at < end && (text.charAt(at) == '!' || text.charAt(at) == '&')) {
            int property = at;
            while (at < end && text.charAt(at) > ' ' && (text.charAt(property) == '!' || !isFlow(text.charAt(at)))) {
                at++;
            }
            int behind = at;
            at = skipSpace(at, end);
            if (at >= end) {
                return behind;
            }
        }
        return at;
    }

    private static boolean isFlow(char c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    private int skipSpace(int start, int end) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (c > ' ') {
                break;
            } else {
                at++;
            }
        }
        return at;
    }

    private int trimmed(int start, int end) {
        int at = Math.min(end, text.length());
        while (at > start && text.charAt(at - 1) <= ' ') {
            at--;
        }
        return at;
    }
}
