package dev.parapet.core.report.graph;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.report.source.Printable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directed graph after https://graphviz.org/doc/info/lang.html. */
final class DotGraph {
    private DotGraph() {}

    static void write(Picture picture, Appendable out) throws IOException {
        out.append("digraph parapet {\n  rankdir=LR;\n  node [fontname=\"sans-serif\", shape=box];\n");
        out.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        Map<String, String> names = new HashMap<>();
        int group = 0;
        for (Map.Entry<String, List<Node>> stack : picture.stacks().entrySet()) {
            boolean framed = !stack.getKey().isEmpty();
            if (framed) {
                out.append("  subgraph cluster_")
                        .append(String.valueOf(group++))
                        .append(" {\n    label=");
                quote(stack.getKey(), out);
                out.append(";\n");
            }
            for (Node node : stack.getValue()) {
                String name = "n" + names.size();
                names.put(node.id(), name);
                out.append(framed ? "    " : "  ").append(name).append(" [label=");
                quote(Picture.title(node), out);
                out.append(shape(node.kind())).append("];\n");
            }
            if (framed) {
                out.append("  }\n");
            }
        }
        for (Edge edge : picture.edges()) {
            out.append("  ").append(names.get(edge.from())).append(" -> ").append(names.get(edge.to()));
            out.append(" [label=\"").append(edge.kind().word()).append('"');
            out.append(edge.condition() == null ? "];\n" : ", style=dashed];\n");
        }
        out.append("}\n");
    }

    private static String shape(NodeKind kind) {
        return switch (kind) {
            case INTERNET -> ", shape=doublecircle";
            case ENDPOINT -> ", style=rounded";
            case AUTHORIZER -> ", shape=hexagon";
            case COMPUTE -> ", shape=component";
            case IDENTITY -> ", shape=oval";
            case EXTERNAL, PRINCIPAL -> ", style=dashed";
            case STATEMENT, NETWORK, RESOURCE -> "";
        };
    }

    private static void quote(String text, Appendable out) throws IOException {
        out.append('"');
        int from = 0;
        for (int next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', from)) {
            escape(text.substring(from, next), out);
            out.append("\\n");
            from = next + 1;
        }
        escape(text.substring(from), out);
        out.append('"');
    }

    private static void escape(String line, Appendable out) throws IOException {
        out.append(Printable.of(line).replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
