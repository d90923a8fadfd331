package dev.parapet.core.report.graph;

import dev.parapet.core.graph.Graph;
import java.io.IOException;
import java.util.Locale;

/** The kinds of documents that a graph is written as; the classes of one are loaded when it is asked for. */
public enum GraphFormat {
    /** A Mermaid flowchart, which GitHub and GitLab draw within Markdown. */
    MERMAID,
    /** The language of Graphviz. */
    DOT,
    /** {@code parapet.graph/1}, for programs: always all of the graph. */
    JSON,
    /** A picture; nothing where there is nothing to be drawn. */
    SVG;

    /** The word used on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a graph.
     *
     * @param everything whether a picture shows all nodes and edges, not only those that a person looks for: see {@link Picture}
     */
    public void write(Graph graph, boolean everything, Appendable out) throws IOException {
        switch (this) {
            case MERMAID -> MermaidGraph.write(Picture.of(graph, everything), out);
            case DOT -> DotGraph.write(Picture.of(graph, everything), out);
            case JSON -> JsonGraph.write(graph, out);
            case SVG -> SvgGraph.write(graph, everything, out);
        }
    }
}
