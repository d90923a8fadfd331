package dev.parapet.core.need.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ServiceTableTest {
    private static final ServiceTable TABLE = ServiceTable.standard();

    private static String named(Sdk sdk, String name) {
        return String.join(
                " ", TABLE.services(sdk, name).stream().map(SdkService::name).toList());
    }

    @Test
    void each_sdk_has_its_own_names() {
        assertThat(named(Sdk.JAVASCRIPT_2, "StepFunctions")).isEqualTo("stepfunctions");
        assertThat(named(Sdk.JAVASCRIPT_3, "sfn")).isEqualTo("stepfunctions");
        assertThat(named(Sdk.JAVA_1, "dynamodbv2")).isEqualTo("dynamodb dynamodbstreams");
        assertThat(named(Sdk.JAVA_1, "certificatemanager")).isEqualTo("acm");
        assertThat(named(Sdk.JAVA_2, "sfn")).isEqualTo("stepfunctions");
        assertThat(named(Sdk.JAVA_2, "databasemigration")).isEqualTo("dms");
        assertThat(named(Sdk.GO_1, "transcribeservice")).isEqualTo("transcribe");
        assertThat(named(Sdk.GO_2, "cloudwatchlogs")).isEqualTo("logs");
        assertThat(named(Sdk.DOTNET, "SimpleNotificationService")).isEqualTo("sns");
        assertThat(named(Sdk.DOTNET, "OpenSearchService")).isEqualTo("opensearch");
        assertThat(named(Sdk.JAVASCRIPT_3, "left-pad")).isEmpty();
        assertThat(TABLE.service("events").orElseThrow().names(Sdk.DOTNET))
                .containsExactly("EventBridge", "CloudWatchEvents");
    }

    @Test
    void operations_and_parameters_are_found_in_any_spelling() {
        SdkService s3 = TABLE.service("s3").orElseThrow();
        SdkOperation put = s3.operation("put_object").orElseThrow();
        assertThat(put.name()).isEqualTo("PutObject");
        assertThat(put.parameter("ssekmsKeyId")).contains("SSEKMSKeyId");
        assertThat(put.required()).containsExactlyInAnyOrder("Bucket", "Key");
        assertThat(s3.operation("putObject")).contains(put);
        assertThat(s3.operation("flyToTheMoon")).isEmpty();
        assertThat(s3.waiter("bucket_exists").orElseThrow().name()).isEqualTo("HeadBucket");
        assertThat(TABLE.operation(Sdk.JAVA_1, "dynamodbv2", "getShardIterator")
                        .orElseThrow()
                        .service())
                .isEqualTo("dynamodbstreams");
    }

    @Test
    void actions_are_the_operations_own_or_those_of_the_reference() {
        assertThat(TABLE.service("stepfunctions")
                        .flatMap(it -> it.operation("StartExecution"))
                        .orElseThrow()
                        .actions())
                .isEqualTo(List.of("states:StartExecution"));
        assertThat(TABLE.service("lambda")
                        .flatMap(it -> it.operation("Invoke"))
                        .orElseThrow()
                        .actions())
                .isEqualTo(List.of("lambda:InvokeFunction"));
        assertThat(TABLE.service("lambda")
                        .flatMap(it -> it.operation("CreateFunction"))
                        .orElseThrow()
                        .besides())
                .isEqualTo(List.of("iam:PassRole", "lambda:TagResource"));
    }
}
