package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.List;

/** {@code AlexaSkill}: a skill invokes the function; without a {@code SkillId} any skill does. */
final class AlexaSkill implements EventSource {
    private static final PropertyTable PROPERTIES =
            PropertyTable.of("AlexaSkill").optional("SkillId", Kind.TEXT);

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        PROPERTIES.check(event, event.properties());
        return List.of(Permission.of(event, "alexa-appkit.amazon.com", null)
                .copyAs("EventSourceToken", event.properties(), "SkillId"));
    }
}
