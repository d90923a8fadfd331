package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.knowledge.Wildcards;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which statements are about an action. Patterns are kept by the service that they name, since a policy lists hundreds of actions of
 * which few are of the same service.
 */
final class ActionCover {
    private record Place(int statement, String pattern) {}

    private final List<Statement> statements;
    private final Map<String, List<Place>> byService = new HashMap<>();
    private final List<Place> ofAnyService = new ArrayList<>();
    /** The statements that have a pattern which is partly unknown, and so may list any action. */
    private final BitSet open = new BitSet();

    ActionCover(List<Statement> statements) {
        this.statements = statements;
        for (int i = 0; i < statements.size(); i++) {
            for (TextPattern pattern : statements.get(i).action().patterns()) {
                if (pattern.isPartlyUnknown()) {
                    open.set(i);
                } else {
                    places(pattern.text()).add(new Place(i, pattern.text()));
                }
            }
        }
    }

    private List<Place> places(String pattern) {
        String service = service(pattern);
        return Wildcards.isPattern(service)
                ? ofAnyService
                : byService.computeIfAbsent(service, name -> new ArrayList<>());
    }

    private static String service(String text) {
        int colon = text.indexOf(':');
        return (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    /** Whether something is unknown, so that {@link #surely} and {@link #possibly} may differ. */
    boolean isOpen() {
        return !open.isEmpty();
    }

    /** The places of the statements that are about an action whatever is unknown. */
    BitSet surely(String action) {
        return about(action, false);
    }

    /** The places of the statements that may be about an action. */
    BitSet possibly(String action) {
        return about(action, true);
    }

    private BitSet about(String action, boolean possibly) {
        BitSet listed = new BitSet(statements.size());
        for (Place place : byService.getOrDefault(service(action), List.of())) {
            set(place, action, listed);
        }
        for (Place place : ofAnyService) {
            set(place, action, listed);
        }
        BitSet about = new BitSet(statements.size());
        for (int i = 0; i < statements.size(); i++) {
            about.set(
                    i,
                    statements.get(i).action().negated()
                            ? !listed.get(i) && (possibly || !open.get(i))
                            : listed.get(i) || (possibly && open.get(i)));
        }
        return about;
    }

    private static void set(Place place, String action, BitSet listed) {
        if (!listed.get(place.statement()) && Wildcards.matches(place.pattern(), action)) {
            listed.set(place.statement());
        }
    }
}
