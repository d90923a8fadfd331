package dev.parapet.cli.need;

import dev.parapet.core.need.FunctionNeeds;
import dev.parapet.core.need.grant.ExcessAction;
import dev.parapet.core.need.grant.Need;
import dev.parapet.core.need.grant.Role;
import dev.parapet.core.need.policy.NeededPolicy;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.report.source.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What functions need, in lines for people. */
final class NeedsText {
    private final Appendable out;

    private NeedsText(Appendable out) {
        this.out = out;
    }

    static void write(List<FunctionNeeds> functions, Appendable out) throws IOException {
        NeedsText writer = new NeedsText(out);
        for (int i = 0; i < functions.size(); i++) {
            if (i > 0) {
                out.append('\n');
            }
            writer.function(functions.get(i));
        }
    }

    private void function(FunctionNeeds needs) throws IOException {
        NeedsWords.Address address = NeedsWords.address(needs);
        String kind = needs.type().map(type -> ", " + type).orElse("");
        line("", address.name() + (address.stack().isEmpty() ? "" : " (" + address.stack() + kind + ")"));
        line("  ", needs.needed().statements().isEmpty() ? "needs no permission that is known" : "needs");
        for (NeededPolicy.Statement statement : needs.needed().statements()) {
            actions(statement.actions(), statement.resources());
        }
        if (!needs.unknown().isEmpty()) {
            line("  ", "and perhaps more:");
            for (FunctionNeeds.Gap gap : needs.unknown()) {
                line(
                        "    ",
                        gap.why()
                                + gap.location().map(span -> " (" + span + ")").orElse(""));
            }
        }
        List<String> notAtHand = needs.role().map(Role::unknown).orElse(List.of());
        if (!notAtHand.isEmpty()) {
            line("  ", "of its role's policies these are not at hand: " + String.join(", ", notAtHand));
        }
        lacking(needs.lacking().orElse(List.of()));
        excess("has, and does not need", needs.excess().orElse(List.of()));
        excess("has on more than it needs", needs.wider());
    }

    private void lacking(List<Need> lacking) throws IOException {
        if (!lacking.isEmpty()) {
            line("  ", "lacks");
            Map<String, List<String>> byResource = new LinkedHashMap<>();
            for (Need need : lacking) {
                byResource
                        .computeIfAbsent(need.resource().expression(), key -> new ArrayList<>())
                        .add(need.action());
            }
            for (Map.Entry<String, List<String>> entry : byResource.entrySet()) {
                actions(entry.getValue(), List.of(entry.getKey()));
            }
        }
    }

    private record Place(String text, String on) {}

    private void excess(String heading, List<ExcessAction> excess) throws IOException {
        if (excess.isEmpty()) {
            return;
        }
        line("  ", heading);
        Map<Place, List<String>> byPlace = new LinkedHashMap<>();
        for (ExcessAction action : excess) {
            String needed = action.needed().isEmpty()
                    ? ""
                    : ", needed on "
                            + String.join(
                                    ", ",
                                    action.needed().stream()
                                            .map(NamedResource::expression)
                                            .toList());
            String place = (action.from().isEmpty() ? "" : action.from() + ", ") + action.span();
            byPlace.computeIfAbsent(new Place(place, action.resource().expression() + needed), key -> new ArrayList<>())
                    .add(action.action());
        }
        for (Map.Entry<Place, List<String>> entry : byPlace.entrySet()) {
            actions(
                    entry.getValue(),
                    List.of(entry.getKey().on() + " (" + entry.getKey().text() + ")"));
        }
    }

    private void actions(List<String> actions, List<String> on) throws IOException {
        line("    ", String.join(", ", actions));
        for (String each : on) {
            line("      on ", each);
        }
    }

    private void line(String indent, String text) throws IOException {
        out.append(indent).append(Printable.of(text)).append('\n');
    }
}
