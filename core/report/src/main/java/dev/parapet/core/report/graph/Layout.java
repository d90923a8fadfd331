package dev.parapet.core.report.graph;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the nodes of a picture stand: in layers from left to right, so that edges run rightwards as far as the graph has no cycles
 * (K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981). An edge that skips
 * layers bends around the nodes of these; the order within a layer is the mean of the neighbours' places, four times over. Costs
 * nodes plus edges times the layers that they skip; of more than {@link #MAX_BENDS} bends, edges run straight.
 */
final class Layout {
    private static final int MAX_BENDS = 20_000;
    private static final int SWEEPS = 4;
    private static final int HEIGHT = 40;
    private static final int BEND_HEIGHT = 12;
    private static final int ROW_GAP = 14;
    private static final int LAYER_GAP = 110;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int width;
    private int height;

    /**
     * A node in its place, in pixels from the upper left corner.
     *
     * @param text the lines that it shows
     */
    record Box(Node node, List<String> text, int x, int y, int width, int height) {}

    /**
     * An edge in its place.
     *
     * @param bends x and y of each point that it passes, its ends among them
     */
    record Line(Edge edge, List<int[]> bends) {}

    private Layout() {}

    List<Box> boxes() {
        return boxes;
    }

    List<Line> lines() {
        return lines;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The layout of nodes, with the texts they show, and edges between them. */
    static Layout of(Map<Node, List<String>> texts, List<Edge> edges) {
        Layout layout = new Layout();
        layout.place(new ArrayList<>(texts.keySet()), texts, edges);
        return layout;
    }

    /** A place in a layer: of a node, or of a bend of an edge. */
    private static final class Place {
        final int layer;
        final int width;
        final int height;
        final List<Place> left = new ArrayList<>();
        final List<Place> right = new ArrayList<>();
        double order;
        int x;
        int y;

        Place(int layer, int width, int height) {
            this.layer = layer;
            this.width = width;
            this.height = height;
        }
    }

    private void place(List<Node> nodes, Map<Node, List<String>> texts, List<Edge> edges) {
        Map<String, Integer> index = new HashMap<>();
        for (Node node : nodes) {
            index.put(node.id(), index.size());
        }
        int[][] ends = new int[edges.size()][2];
        for (int i = 0; i < ends.length; i++) {
            ends[i][0] = index.getOrDefault(edges.get(i).from(), 0);
            ends[i][1] = index.getOrDefault(edges.get(i).to(), 0);
        }
        boolean[] backwards = backwards(nodes.size(), ends);
        int[] layers = layers(nodes.size(), ends, backwards);
        List<List<Place>> columns = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int widest = 40;
            for (String line : texts.getOrDefault(nodes.get(i), List.of())) {
                widest = Math.max(widest, 16 + 7 * line.length());
            }
            places.add(add(columns, new Place(layers[i], widest, HEIGHT)));
        }
        List<List<Place>> chains = chains(ends, backwards, places, columns);
        order(columns);
        coordinates(columns);
        for (int i = 0; i < nodes.size(); i++) {
            Place place = places.get(i);
            List<String> text = texts.getOrDefault(nodes.get(i), List.of());
            boxes.add(new Box(nodes.get(i), text, place.x, place.y, place.width, place.height));
        }
        for (int i = 0; i < ends.length; i++) {
            lines.add(new Line(edges.get(i), bends(chains.get(i), backwards[i])));
        }
    }

    private static Place add(List<List<Place>> columns, Place place) {
        while (columns.size() <= place.layer) {
            columns.add(new ArrayList<>());
        }
        place.order = columns.get(place.layer).size();
        columns.get(place.layer).add(place);
        return place;
    }

    /** Which edges close a cycle: they are taken the other way round. */
    private static boolean[] backwards(int nodes, int[][] ends) {
        List<List<Integer>> leaving = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            leaving.add(new ArrayList<>());
        }
        for (int i = 0; i < ends.length; i++) {
            leaving.get(ends[i][0]).add(i);
        }
        boolean[] backwards = new boolean[ends.length];
        int[] next = new int[nodes];
        byte[] state = new byte[nodes];
        Deque<Integer> open = new ArrayDeque<>();
        for (int start = 0; start < nodes; start++) {
            if (state[start] == 0) {
                open.push(start);
                state[start] = 1;
            }
            while (!open.isEmpty()) {
                int node = open.peek();
                if (next[node] == leaving.get(node).size()) {
                    state[node] = 2;
                    open.pop();
                    continue;
                }
                int edge = leaving.get(node).get(next[node]++);
                int to = ends[edge][1];
                if (state[to] == 1) {
                    backwards[edge] = true;
                } else if (state[to] == 0) {
                    state[to] = 1;
                    open.push(to);
                }
            }
        }
        return backwards;
    }

    /** The layer of each node: one more than that of the last node with an edge to it. */
    private static int[] layers(int nodes, int[][] ends, boolean[] backwards) {
        int[] layers = new int[nodes];
        int[] waiting = new int[nodes];
        List<List<Integer>> next = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            next.add(new ArrayList<>());
        }
        for (int i = 0; i < ends.length; i++) {
            int from = ends[i][backwards[i] ? 1 : 0];
            int to = ends[i][backwards[i] ? 0 : 1];
            if (from != to) {
                next.get(from).add(to);
                waiting[to]++;
            }
        }
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < nodes; i++) {
            if (waiting[i] == 0) {
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int node = open.poll();
            for (int to : next.get(node)) {
                layers[to] = Math.max(layers[to], layers[node] + 1);
                if (--waiting[to] == 0) {
                    open.add(to);
                }
            }
        }
        return layers;
    }

    /** The places that each edge passes, from left to right. */
    private static List<List<Place>> chains(
            int[][] ends, boolean[] backwards, List<Place> places, List<List<Place>> columns) {
        List<List<Place>> chains = new ArrayList<>();
        int bends = 0;
        for (int i = 0; i < ends.length; i++) {
            Place from = places.get(ends[i][backwards[i] ? 1 : 0]);
            Place to = places.get(ends[i][backwards[i] ? 0 : 1]);
            List<Place> chain = new ArrayList<>(List.of(from));
            for (int layer = from.layer + 1; layer < to.layer && bends < MAX_BENDS; layer++) {
                chain.add(add(columns, new Place(layer, 0, BEND_HEIGHT)));
                bends++;
            }
            chain.add(to);
            for (int k = 1; k < chain.size(); k++) {
                chain.get(k - 1).right.add(chain.get(k));
                chain.get(k).left.add(chain.get(k - 1));
            }
            chains.add(chain);
        }
        return chains;
    }

    private static void order(List<List<Place>> columns) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 0; i < columns.size(); i++) {
                List<Place> column = columns.get(rightwards ? i : columns.size() - 1 - i);
                for (Place place : column) {
                    place.order = mean(rightwards ? place.left : place.right, place.order);
                }
                column.sort(Comparator.comparingDouble(place -> place.order));
                for (int k = 0; k < column.size(); k++) {
                    column.get(k).order = k;
                }
            }
        }
    }

    private static double mean(List<Place> places, double otherwise) {
        double sum = 0;
        for (Place place : places) {
            sum += place.order;
        }
        return places.isEmpty() ? otherwise : sum / places.size();
    }

    private void coordinates(List<List<Place>> columns) {
        int[] heights = new int[columns.size()];
        for (int i = 0; i < heights.length; i++) {
            for (Place place : columns.get(i)) {
                heights[i] += place.height + ROW_GAP;
            }
        }
        height = Arrays.stream(heights).max().orElse(0);
        int x = 0;
        for (int i = 0; i < heights.length; i++) {
            int y = (height - heights[i]) / 2;
            int widest = 0;
            for (Place place : columns.get(i)) {
                place.x = x;
                place.y = y;
                y += place.height + ROW_GAP;
                widest = Math.max(widest, place.width);
            }
            x += widest + LAYER_GAP;
        }
        width = Math.max(0, x - LAYER_GAP);
    }

    private static List<int[]> bends(List<Place> chain, boolean backwards) {
        List<int[]> bends = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            Place place = chain.get(i);
            int x = i == 0 ? place.x + place.width : place.x;
            bends.add(new int[] {x, place.y + place.height / 2});
        }
        return backwards ? bends.reversed() : bends;
    }
}
