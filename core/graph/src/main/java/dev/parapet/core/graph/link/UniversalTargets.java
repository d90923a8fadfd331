package dev.parapet.core.graph.link;

import dev.parapet.model.Resource;
import dev.parapet.model.Value;

/**
 * Universal targets of schedules: an ARN {@code arn:aws:scheduler:::aws-sdk:lambda:invoke} names the action, {@code Input} its arguments
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html, read 2026-11-25).
 */
final class UniversalTargets {
    private static final String MARK = ":scheduler:::";
    private static final PropertyPath TARGET = PropertyPath.of("Target");
    private static final PropertyPath INPUT = PropertyPath.of("Input");

    private final Draft draft;
    private final ServiceActions actions;

    UniversalTargets(Draft draft) {
        this.draft = draft;
        this.actions = new ServiceActions(draft);
    }

    void link() {
        for (Resource schedule : draft.ofType("AWS::Scheduler::Schedule")) {
            for (PropertyPath.Hit target : TARGET.from(schedule.properties(), schedule.condition())) {
                for (PropertyPath.Hit arn : PropertyPath.of("Arn").from(target.value(), target.condition())) {
                    String action = arn.value() instanceof Value.Text text ? action(text.text()) : "";
                    for (PropertyPath.Hit input : INPUT.from(target.value(), arn.condition())) {
                        actions.link(schedule, action, input);
                    }
                }
            }
        }
    }

    private static String action(String arn) {
        int mark = arn.indexOf(MARK);
        return mark < 0 ? "" : arn.substring(mark + MARK.length());
    }
}
