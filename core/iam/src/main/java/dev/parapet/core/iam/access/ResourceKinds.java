package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.iam.lint.ArnForm;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.knowledge.ActionFacts;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.ServiceAuthorization;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What actions are about: a resource itself, or what is in it (<a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 * Authorization Reference</a>).
 */
final class ResourceKinds {
    private static final Span NOWHERE = Span.of("resource", 1, 1, 1, 1);
    private static final TextPattern.Syntax WILDCARDS = new TextPattern.Syntax(true, false);

    /** What was found out so far, by pattern and action. */
    private final Map<String, Map<String, Boolean>> known = new HashMap<>();

    /**
     * What stands behind a resource's ARN where an action is about what is in it: objects of a bucket, methods of an API; the streams of
     * a log group, with which policies name it too (<a
     * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html">log groups in policies</a>).
     */
    static String inside(AccountResource resource, String action) {
        return switch (resource.type()) {
            case "AWS::S3::Bucket" ->
                !isAbout(action, itself(resource)) && isAbout(action, pattern(resource.arn() + "/x")) ? "/*" : "";
            case "AWS::Logs::LogGroup" -> ":*";
            case "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api" -> "/*";
            default -> "";
        };
    }

    /**
     * Those of some actions that can be about what a pattern of ARNs covers.
     *
     * @param resource the resource that the pattern is about; null when none is known
     */
    List<ActionTable.Action> fitting(List<ActionTable.Action> actions, String arn, @Nullable AccountResource resource) {
        if (arn.equals("*")) {
            return actions;
        }
        Map<String, Boolean> byAction = known.computeIfAbsent(arn, text -> new HashMap<>());
        TextPattern pattern = resource != null && resource.arn().equals(arn) ? itself(resource) : pattern(arn);
        return actions.stream()
                .filter(action -> byAction.computeIfAbsent(action.name(), name -> isAbout(name, pattern)))
                .toList();
    }

    /** A resource whose name is not known whole is one resource all the same. */
    private static TextPattern itself(AccountResource resource) {
        return pattern(resource.arn().replace('*', 'x'));
    }

    private static TextPattern pattern(String arn) {
        return TextPattern.of(new Value.Text(arn, NOWHERE), WILDCARDS);
    }

    private static boolean isAbout(String action, TextPattern pattern) {
        ActionFacts facts = ServiceAuthorization.ofAction(action);
        if (facts == null || facts.resources().isEmpty()) {
            return true;
        }
        String service = action.substring(0, action.indexOf(':'));
        return facts.resources().stream()
                .flatMap(use -> ArnForm.of(service, use.type()).stream())
                .anyMatch(form -> form.mayBe(pattern));
    }
}
