package dev.parapet.core.report.graph;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.report.source.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph as SVG 1.1: a picture for each stack, one below the other; what one touches outside of it is drawn with it. */
public final class SvgGraph {
    private static final int MARGIN = 16;
    private static final int HEADING = 24;
    private static final int LONGEST = 36;

    private SvgGraph() {}

    /**
     * Writes one element {@code svg} without scripts and styles; nothing where there is nothing to be drawn.
     *
     * @param everything as for {@link Picture#of}
     */
    public static void write(Graph graph, boolean everything, Appendable out) throws IOException {
        Map<String, Graph> parts = graph.stacks().isEmpty() ? Map.of("", graph) : StackGraphs.of(graph);
        Map<String, Layout> layouts = new LinkedHashMap<>();
        int width = 0;
        int height = MARGIN;
        for (Map.Entry<String, Graph> part : parts.entrySet()) {
            Picture picture = Picture.of(part.getValue(), everything);
            if (picture.edges().isEmpty()) {
                continue;
            }
            Layout layout = Layout.of(texts(picture), picture.edges());
            layouts.put(part.getKey(), layout);
            width = Math.max(width, layout.width());
            height += layout.height() + MARGIN + (part.getKey().isEmpty() ? 0 : HEADING);
        }
        if (layouts.isEmpty()) {
            return;
        }
        width += 2 * MARGIN;
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                        + "\" viewBox=\"0 0 " + width + " " + height
                        + "\" font-family=\"sans-serif\" font-size=\"12\">\n<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\""
                        + " markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#5b6675\"/></marker></defs>\n");
        int top = MARGIN;
        for (Map.Entry<String, Layout> each : layouts.entrySet()) {
            Layout layout = each.getValue();
            if (!each.getKey().isEmpty()) {
                out.append("<text x=\"" + MARGIN + "\" y=\"" + (top + 12) + "\" font-weight=\"bold\">");
                out.append(text(each.getKey(), 200)).append("</text>\n");
                top += HEADING;
            }
            out.append("<g transform=\"translate(" + MARGIN + " " + top + ")\">\n");
            for (Layout.Line line : layout.lines()) {
                line(line, out);
            }
            for (Layout.Box box : layout.boxes()) {
                box(box, out);
            }
            out.append("</g>\n");
            top += layout.height() + MARGIN;
        }
        out.append("</svg>\n");
    }

    private static Map<Node, List<String>> texts(Picture picture) {
        Map<Node, List<String>> texts = new LinkedHashMap<>();
        for (List<Node> nodes : picture.stacks().values()) {
            for (Node node : nodes) {
                List<String> lines = new ArrayList<>();
                String title = Picture.title(node);
                int from = 0;
                for (int next = title.indexOf('\n'); next >= 0; next = title.indexOf('\n', from)) {
                    lines.add(cut(title.substring(from, next)));
                    from = next + 1;
                }
                lines.add(cut(title.substring(from)));
                texts.put(node, lines);
            }
        }
        return texts;
    }

    private static String cut(String text) {
        String shown = Printable.of(text);
        return shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }

    private static String text(String text, int longest) {
        String shown = Printable.of(text);
        String cut = shown.length() <= longest
                ? shown
                : shown.substring(
                        0, shown.offsetByCodePoints(0, Math.min(longest, shown.codePointCount(0, shown.length()))));
        return cut.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void line(Layout.Line line, Appendable out) throws IOException {
        Edge edge = line.edge();
        List<int[]> bends = line.bends();
        StringBuilder path = new StringBuilder("M" + bends.get(0)[0] + " " + bends.get(0)[1]);
        for (int i = 1; i < bends.size(); i++) {
            int[] from = bends.get(i - 1);
            int[] to = bends.get(i);
            int middle = (from[0] + to[0]) / 2;
            path.append("C" + middle + " " + from[1] + " " + middle + " " + to[1] + " " + to[0] + " " + to[1]);
        }
        out.append("<path d=\"").append(path).append("\" fill=\"none\" stroke=\"#8a94a3\"");
        out.append(edge.condition() == null ? "" : " stroke-dasharray=\"4 3\"");
        out.append(" marker-end=\"url(#arrow)\"><title>").append(text(edge.because(), 300));
        out.append("</title></path>\n");
        int[] from = bends.get(0);
        int[] to = bends.get(1);
        out.append("<text x=\"" + (from[0] + to[0]) / 2 + "\" y=\"" + ((from[1] + to[1]) / 2 - 3)
                + "\" font-size=\"9\" fill=\"#5b6675\" text-anchor=\"middle\">");
        out.append(edge.kind().word()).append("</text>\n");
    }

    private static void box(Layout.Box box, Appendable out) throws IOException {
        String colour = switch (box.node().kind()) {
            case INTERNET -> "#ffd9d2";
            case ENDPOINT -> "#ffe9c7";
            case AUTHORIZER -> "#d9f2d9";
            case COMPUTE -> "#d8e8ff";
            case IDENTITY, STATEMENT, PRINCIPAL -> "#eadcff";
            case NETWORK -> "#dff3f3";
            case RESOURCE -> "#f1f3f6";
            case EXTERNAL -> "#ffffff";
        };
        out.append("<rect x=\"" + box.x() + "\" y=\"" + box.y() + "\" width=\"" + box.width() + "\" height=\""
                + box.height() + "\" rx=\"6\" fill=\"" + colour + "\" stroke=\"#5b6675\"/>\n");
        int line = box.y() + (box.text().size() == 1 ? 24 : 17);
        for (int i = 0; i < box.text().size(); i++) {
            out.append("<text x=\"" + (box.x() + 8) + "\" y=\"" + line + "\""
                    + (i == 0 ? " fill=\"#1b2330\"" : " fill=\"#5b6675\" font-size=\"10\"") + ">");
            out.append(text(box.text().get(i), LONGEST)).append("</text>\n");
            line += 15;
        }
    }
}
