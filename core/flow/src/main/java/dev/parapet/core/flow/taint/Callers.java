package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who calls the function, and what they choose of its event.
 *
 * @param triggers what the templates say sends events to it; empty where nothing is known of that
 * @param verified whether requests come to it only after something in front has checked who sends them
 */
public record Callers(List<Trigger> triggers, boolean verified) {
    public Callers {
        triggers = List.copyOf(triggers);
    }

    /** Nothing is known of who calls it. */
    public static Callers unknown() {
        return new Callers(List.of(), false);
    }

    /** Whether somebody chooses this part of the event. */
    boolean choose(FlowValue.Event part, FlowTable table, String kind) {
        if (!triggers.isEmpty() && triggers.stream().noneMatch(it -> it.source().isChosen())) {
            return false;
        }
        List<String> path = CalleePath.of(part);
        return table.isChosen(path, kind);
    }

    /** Whether what is chosen comes from outside of the application, not from whoever may invoke the function anyway. */
    boolean areOutside(FlowValue part) {
        return !(part instanceof FlowValue.Event event)
                || EventSource.ofShape(event.path()) != EventSource.INVOCATION
                || triggers.stream().anyMatch(it -> it.source().isOutside());
    }

    /** Whether what the function returns gets to whoever called; null where nothing is known of them. */
    @Nullable
    Boolean areAnswered() {
        return triggers.isEmpty()
                ? null
                : triggers.stream()
                        .anyMatch(it -> it.source() == EventSource.API || it.source() == EventSource.APPSYNC);
    }

    /** What a part of the event comes from, as people say it. */
    String describe(FlowValue part) {
        EventSource guessed =
                part instanceof FlowValue.Event event ? EventSource.ofShape(event.path()) : EventSource.API;
        for (Trigger trigger : triggers) {
            if (trigger.source() == guessed) {
                return trigger.text();
            }
        }
        for (Trigger trigger : triggers) {
            if (trigger.source().isChosen()) {
                return trigger.text();
            }
        }
        return guessed.text();
    }
}
