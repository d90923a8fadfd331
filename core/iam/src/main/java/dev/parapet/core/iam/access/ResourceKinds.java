package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.knowledge.ActionTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What actions are about: a resource itself, or what is in it (<a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">objects of a bucket</a>, <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html">log groups in policies</a>, <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html">methods
 * of an API</a>).
 */
final class ResourceKinds {
    private static final Set<String> OF_OBJECTS = Set.of(
            "s3:bypassgovernanceretention",
            "s3:initiatereplication",
            "s3:objectowneroverridetobucketowner",
            "s3:replicatedelete",
            "s3:replicatetags");

    private ResourceKinds() {}

    /** What stands behind a resource's ARN where an action is about what is in it. */
    static String inside(AccountResource resource, String action) {
        return switch (resource.type()) {
            case "AWS::S3::Bucket" -> isOfObjects(action) ? "/*" : "";
            case "AWS::Logs::LogGroup" -> ":*";
            case "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api" -> "/*";
            default -> "";
        };
    }

    /** Those of some actions that can be about what a pattern of ARNs covers. */
    static List<ActionTable.Action> fitting(List<ActionTable.Action> actions, String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[2].equals("s3") || parts[5].indexOf('/') < 0 && parts[5].indexOf('*') >= 0) {
            return actions;
        }
        boolean object = parts[5].indexOf('/') >= 0;
        return actions.stream()
                .filter(action -> isOfObjects(action.name()) == object)
                .toList();
    }

    private static boolean isOfObjects(String action) {
        String name = action.toLowerCase(Locale.ROOT);
        boolean named = (name.contains("object") || name.contains("multipartupload")) && !name.contains("bucket");
        return named || OF_OBJECTS.contains(name);
    }
}
