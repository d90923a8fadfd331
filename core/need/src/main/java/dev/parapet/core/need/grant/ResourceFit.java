package dev.parapet.core.need.grant;

import dev.parapet.core.iam.lint.ArnForm;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.knowledge.ActionFacts;
import dev.parapet.core.knowledge.ServiceAuthorization;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;

/** Whether an action can be done to what a policy names, after the resources that the Service Authorization Reference lists. */
final class ResourceFit {
    private static final Span NOWHERE = Span.of("resource", 1, 1, 1, 1);
    private static final TextPattern.Syntax WILDCARDS = new TextPattern.Syntax(true, false);

    private ResourceFit() {}

    /** Whether it can; what is not known may. */
    static boolean fits(String action, NamedResource resource) {
        ActionFacts facts = ServiceAuthorization.ofAction(action);
        if (facts == null || !resource.shape().startsWith("arn:")) {
            return true;
        }
        if (facts.resources().isEmpty()) {
            return resource.shape().equals("*");
        }
        String service = action.substring(0, action.indexOf(':'));
        TextPattern pattern = TextPattern.of(new Value.Text(resource.shape(), NOWHERE), WILDCARDS);
        return facts.resources().stream()
                .flatMap(use -> ArnForm.of(service, use.type()).stream())
                .anyMatch(form -> form.mayBe(pattern));
    }
}
