package dev.parapet.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ServiceAuthorizationTest {
    private static List<String> resources(String action) {
        return facts(action).resources().stream()
                .map(use ->
                        (use.required() ? "must " : "may ") + use.type().arns().getFirst())
                .toList();
    }

    private static ActionFacts facts(String action) {
        return Objects.requireNonNull(ServiceAuthorization.ofAction(action), action);
    }

    @Test
    void actionsTakeResourcesOfSomeTypes() {
        assertThat(resources("s3:GetObject"))
                .containsExactly(
                        "may arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}",
                        "may arn:${Partition}:s3:::${BucketName}/${ObjectName}");
        assertThat(resources("DynamoDB:query"))
                .containsExactly(
                        "may arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}/index/${IndexName}",
                        "must arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}");
        assertThat(resources("s3:ListAllMyBuckets")).isEmpty();
        assertThat(ServiceAuthorization.ofAction("s3:Nothing")).isNull();
        assertThat(ServiceAuthorization.ofAction("nobody:Get")).isNull();
        assertThat(ServiceAuthorization.ofAction("GetObject")).isNull();
    }

    @Test
    void actionsHaveConditionKeys() {
        assertThat(facts("dynamodb:Query").keys())
                .contains("dynamodb:LeadingKeys")
                .doesNotContain("dynamodb:Nothing");
        assertThat(facts("ec2:RunInstances").resources())
                .filteredOn(use -> use.type().name().equals("instance"))
                .allSatisfy(use -> assertThat(use.keys()).contains("ec2:InstanceType"));
    }

    @Test
    void keysHaveTypes() {
        ServiceAuthorization s3 = Objects.requireNonNull(ServiceAuthorization.of("S3"));
        assertThat(s3.key("s3:MAX-keys")).isEqualTo(new ConditionKey("s3:max-keys", ConditionKey.Type.NUMERIC, false));
        assertThat(s3.key("s3:ExistingObjectTag/owner"))
                .isEqualTo(new ConditionKey("s3:ExistingObjectTag/<key>", ConditionKey.Type.STRING, false));
        assertThat(s3.key("s3:ExistingObjectTag/")).isNull();
        assertThat(s3.key("s3:nothing")).isNull();
        assertThat(ServiceAuthorization.of("*")).isNull();
    }

    @Test
    void aTypeGoesNoFurtherThanWhereAnotherOneBegins() {
        ServiceAuthorization s3 = Objects.requireNonNull(ServiceAuthorization.of("s3"));
        assertThat(s3.separatorsBehind("arn:${Partition}:s3:::${BucketName}")).isEqualTo("/");
        assertThat(s3.separatorsBehind("arn:${Partition}:s3:::${BucketName}/${ObjectName}"))
                .isEmpty();
    }

    @Test
    void globalKeysAreOfNoService() {
        assertThat(ServiceAuthorization.globalKey("aws:sourceip"))
                .isEqualTo(new ConditionKey("aws:SourceIp", ConditionKey.Type.IP_ADDRESS, false));
        assertThat(ServiceAuthorization.globalKey("aws:PrincipalTag/team"))
                .isEqualTo(new ConditionKey("aws:PrincipalTag/${TagKey}", ConditionKey.Type.STRING, false));
        assertThat(ServiceAuthorization.globalKey("aws:CalledVia"))
                .isEqualTo(new ConditionKey("aws:CalledVia", ConditionKey.Type.STRING, true));
        assertThat(ServiceAuthorization.globalKey("aws:Nothing")).isNull();
    }

    @Test
    void dependentActionsAreThoseThatTheCallerNeedsBesides() {
        assertThat(facts("ecs:RunTask").dependent()).containsExactly("iam:PassRole");
        assertThat(facts("scheduler:CreateSchedule").dependent()).containsExactly("iam:PassRole");
        assertThat(facts("s3:GetObject").dependent()).isEmpty();
    }

    @Test
    void everyServiceCanBeRead() {
        for (String service : AuthorizationTable.standard().services()) {
            for (ActionTable.Action action : ActionTable.standard().matching(service + ":*")) {
                assertThat(facts(action.name()).resources().isEmpty() && action.hasResource())
                        .as(action.name())
                        .isFalse();
            }
        }
    }
}
