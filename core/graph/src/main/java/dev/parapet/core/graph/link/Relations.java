package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the edges of {@link EdgeTable}. */
final class Relations {
    private final Draft draft;
    private final Ends ends;

    Relations(Draft draft) {
        this.draft = draft;
        this.ends = new Ends(draft);
    }

    void link(Resource resource) {
        for (EdgeTable.Row row : EdgeTable.of(resource.type())) {
            for (PropertyPath path : row.items()) {
                for (PropertyPath.Hit item : path.from(resource.properties(), resource.condition())) {
                    if (row.isAbout(item.value())) {
                        link(resource, row, item);
                    }
                }
            }
        }
    }

    /** A node at one end. */
    private record Place(
            String id, @Nullable Span span, @Nullable Condition condition) {}

    private void link(Resource resource, EdgeTable.Row row, PropertyPath.Hit item) {
        List<Place> targets = places(resource, row.to(), item);
        if (targets.isEmpty()) {
            return;
        }
        for (Place from : places(resource, row.from(), item)) {
            for (Place to : targets) {
                boolean runs = ends.isCompute(to.id());
                EdgeKind kind = row.otherwise() == null || runs ? row.kind() : row.otherwise();
                Span span = to.span() != null ? to.span() : from.span() != null ? from.span() : resource.head();
                if (!from.id().equals(to.id()) && (runs || !row.computeOnly())) {
                    draft.edge(
                            from.id(),
                            to.id(),
                            kind,
                            span,
                            because(resource, from.id(), row.verb().isEmpty() ? kind.verb() : row.verb(), to.id()),
                            Conditions.and(from.condition(), to.condition()));
                }
            }
        }
    }

    private List<Place> places(Resource resource, EdgeTable.End end, PropertyPath.Hit item) {
        if (end.path() == null) {
            return List.of(new Place(resource.id().toString(), null, item.condition()));
        }
        List<Place> places = new ArrayList<>();
        for (PropertyPath.Hit hit : end.fromRoot()
                ? end.path().from(resource.properties(), item.condition())
                : end.path().from(item.value(), item.condition())) {
            String id = ends.of(resource, hit.value(), end.named());
            if (id != null) {
                places.add(new Place(id, hit.value().span(), hit.condition()));
            }
        }
        return places;
    }

    /** "Orders feeds Worker", and by what, where neither of them says it itself. */
    private String because(Resource resource, String from, String verb, String to) {
        String said = draft.existing(from).label() + " " + verb + " "
                + draft.existing(to).label();
        String self = resource.id().toString();
        return self.equals(from) || self.equals(to)
                ? said
                : said + ", as " + resource.id().name() + " says";
    }
}
