package dev.parapet.read.cloudformation.sam;

import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import java.util.Map;

/**
 * A type of serverless resource.
 *
 * @param name its name
 * @param phase when it is expanded
 * @param expander what it makes
 * @param references names behind a point that stand for a resource made of it, by the type of that resource: {@code
 *     MyFunction.Alias} is its {@code AWS::Lambda::Alias}
 */
record SamType(String name, Phase phase, ResourceExpander expander, Map<String, String> references) {
    /** Events change the APIs that they belong to, and connectors look at what was made of everything else. */
    enum Phase {
        FUNCTION,
        WEB_FUNCTION,
        STATE_MACHINE,
        API,
        OTHER,
        CONNECTOR
    }
}
