package dev.parapet.cli.expand;

import dev.parapet.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.serializer.Serializer;

/** Writes a template as YAML, block by block, intrinsic functions in their long form. */
final class YamlTemplate {
    /**
     * Texts that CloudFormation's YAML 1.1 takes for something else, and the library's YAML 1.2 does not: truth values
     * (https://yaml.org/type/bool.html), and whatever begins like a number or a date.
     */
    private static final Pattern OLD_WORD =
            Pattern.compile("(?i:y|yes|n|no|on|off|true|false|null|~)|[-+.]?[0-9].*|[-+]?\\.(?i:inf|nan)|<<|=");

    private YamlTemplate() {}

    static void write(Value.Mapping template, Appendable out) throws IOException {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        StringBuilder text = new StringBuilder();
        Serializer serializer = new Serializer(settings, new Emitter(settings, new Written(text)));
        serializer.emitStreamStart();
        serializer.serializeDocument(node(template));
        serializer.emitStreamEnd();
        out.append(text);
    }

    private static Node node(Value value) {
        return switch (value) {
            case Value.Null ignored -> new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN);
            case Value.Bool bool -> new ScalarNode(Tag.BOOL, String.valueOf(bool.value()), ScalarStyle.PLAIN);
            case Value.Number number -> {
                Tag tag = number.value().scale() <= 0 ? Tag.INT : Tag.FLOAT;
                yield new ScalarNode(tag, JsonTemplate.written(number.value()), ScalarStyle.PLAIN);
            }
            case Value.Text text -> text(text.text());
            case Value.Sequence sequence -> {
                List<Node> items = new ArrayList<>();
                for (Value item : sequence.items()) {
                    items.add(node(item));
                }
                yield new SequenceNode(Tag.SEQ, items, style(items.isEmpty()));
            }
            case Value.Mapping mapping -> {
                List<NodeTuple> entries = new ArrayList<>();
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    entries.add(new NodeTuple(
                            text(entry.getKey()), node(entry.getValue().value())));
                }
                yield new MappingNode(Tag.MAP, entries, style(entries.isEmpty()));
            }
            case Value.Reference other -> throw JsonTemplate.resolved(other);
            case Value.Composed other -> throw JsonTemplate.resolved(other);
            case Value.DynamicReference other -> throw JsonTemplate.resolved(other);
            case Value.Conditional other -> throw JsonTemplate.resolved(other);
            case Value.Absent other -> throw JsonTemplate.resolved(other);
            case Value.Unresolved other -> throw JsonTemplate.resolved(other);
        };
    }

    private static FlowStyle style(boolean empty) {
        return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private static Node text(String text) {
        ScalarStyle style = ScalarStyle.PLAIN;
        if (OLD_WORD.matcher(text).matches()) {
            style = ScalarStyle.DOUBLE_QUOTED;
        } else if (text.indexOf('\n') >= 0) {
            style = ScalarStyle.LITERAL;
        }
        return new ScalarNode(Tag.STR, text, style);
    }

    private record Written(StringBuilder text) implements StreamDataWriter {
        @Override
        public void write(String part) {
            text.append(part);
        }

        @Override
        public void write(String part, int from, int length) {
            text.append(part, from, from + length);
        }
    }
}
