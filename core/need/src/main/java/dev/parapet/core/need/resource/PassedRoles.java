package dev.parapet.core.need.resource;

import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The roles that a call passes without naming them, since what it starts names them: a task runs with those of its definition (<a
 * href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html">Task roles</a>).
 */
public final class PassedRoles {
    private static final Map<String, List<String>> PROPERTIES =
            Map.of("AWS::ECS::TaskDefinition", List.of("TaskRoleArn", "ExecutionRoleArn"));

    private PassedRoles() {}

    /**
     * The roles that resources of a template name.
     *
     * @param stack whose words are spoken
     * @param started what the call starts
     * @return the roles, perhaps none; null where something that is started is not of the template
     */
    public static @Nullable Set<NamedResource> of(
            TemplateWords words, String stack, Collection<NamedResource> started) {
        Set<NamedResource> roles = new LinkedHashSet<>();
        for (NamedResource each : started) {
            Resource resource = words.resource(stack, each);
            List<String> properties = resource == null ? null : PROPERTIES.get(resource.type());
            if (resource == null || properties == null) {
                return null;
            }
            for (String property : properties) {
                Value role = resource.properties().get(property);
                if (role != null) {
                    roles.addAll(words.of(stack, role, true));
                }
            }
        }
        return started.isEmpty() ? null : roles;
    }
}
