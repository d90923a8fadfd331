package dev.parapet.core.report.graph;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A flowchart after https://mermaid.js.org/syntax/flowchart.html; what could mean something there is written as {@code #code;}. */
final class MermaidGraph {
    private static final String PLAIN = " -_./,:+*=@$%'";

    private MermaidGraph() {}

    static void write(Picture picture, Appendable out) throws IOException {
        out.append("flowchart LR\n");
        Map<String, String> names = new HashMap<>();
        int group = 0;
        for (Map.Entry<String, List<Node>> stack : picture.stacks().entrySet()) {
            boolean framed = !stack.getKey().isEmpty();
            if (framed) {
                out.append("  subgraph s").append(String.valueOf(group++)).append("[\"");
                escape(stack.getKey(), out);
                out.append("\"]\n");
            }
            for (Node node : stack.getValue()) {
                String name = "n" + names.size();
                names.put(node.id(), name);
                out.append(framed ? "    " : "  ").append(name);
                shape(node.kind(), Picture.title(node), out);
                out.append('\n');
            }
            if (framed) {
                out.append("  end\n");
            }
        }
        for (Edge edge : picture.edges()) {
            out.append("  ").append(names.get(edge.from()));
            out.append(edge.condition() == null ? " -->" : " -.->");
            out.append("|").append(edge.kind().word()).append("| ");
            out.append(names.get(edge.to())).append('\n');
        }
    }

    private static void shape(NodeKind kind, String title, Appendable out) throws IOException {
        String[] brackets = switch (kind) {
            case INTERNET -> new String[] {"((", "))"};
            case ENDPOINT -> new String[] {"([", "])"};
            case AUTHORIZER -> new String[] {"{{", "}}"};
            case COMPUTE -> new String[] {"[[", "]]"};
            case IDENTITY -> new String[] {"(", ")"};
            case EXTERNAL, PRINCIPAL -> new String[] {">", "]"};
            case STATEMENT, NETWORK, RESOURCE -> new String[] {"[", "]"};
        };
        out.append(brackets[0]).append('"');
        escape(title, out);
        out.append('"').append(brackets[1]);
    }

    private static void escape(String text, Appendable out) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n') {
                out.append("<br>");
            } else if ((c < 0x80 && Character.isLetterOrDigit(c)) || PLAIN.indexOf(c) >= 0) {
                out.append((char) c);
            } else {
                out.append('#').append(String.valueOf(c)).append(';');
            }
        }
    }
}
