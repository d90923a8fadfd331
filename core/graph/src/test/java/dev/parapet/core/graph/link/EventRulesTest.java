package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Drawn;
import dev.parapet.core.graph.EdgeKind;
import org.junit.jupiter.api.Test;

class EventRulesTest {
    private static final String SENDERS = """
            {"Photos": {"Type": "AWS::S3::Bucket", "Properties": {"NotificationConfiguration": {"EventBridgeConfiguration": {}}}},
             "Labels": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "labels",
               "NotificationConfiguration": {"EventBridgeConfiguration": {"Fn::If": ["Prod", {"EventBridgeEnabled": true}, {"Ref": "AWS::NoValue"}]}}}},
             "Silent": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "silent"}},
             "Build": {"Type": "AWS::CodeBuild::Project", "Properties": {}},
             "Orders": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {}},
             "Rule": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern":
            """;

    private static String delivered(String pattern) {
        return Drawn.edges(SENDERS + pattern + "}}}", EdgeKind.DELIVERS_TO);
    }

    @Test
    void whomThePatternNames() {
        assertThat(delivered("""
                {"source": ["aws.s3"],
                 "detail": {"bucket": {"name": [{"Ref": "Photos"},
                   "labels", "elsewhere"]}}}""")).isEqualTo("""
                9 Photos -delivers-to-> Rule: Photos delivers to Rule
                10 Labels -delivers-to-> Rule: Labels delivers to Rule
                """);
        assertThat(delivered("""
                {"source": ["aws.codebuild", "aws.states"],
                 "detail": {"project-name": [{"Ref": "Build"}]}}""")).isEqualTo("9 Build -delivers-to-> Rule: Build delivers to Rule\n");
        assertThat(delivered("""
                {"source": ["aws.states"],
                 "detail": {"status": ["FAILED"], "stateMachineArn": [{"Ref": "Orders"}]}}""")).isEqualTo("9 Orders -delivers-to-> Rule: Orders delivers to Rule\n");
    }

    @Test
    void objectEventsByCloudTrailNeedNoConsentOfTheBucket() {
        assertThat(delivered("""
                {"source": ["aws.s3"],
                 "detail": {"requestParameters": {"bucketName": ["silent"]}}}""")).isEqualTo("9 Silent -delivers-to-> Rule: Silent delivers to Rule\n");
    }

    @Test
    void whoSendsEventsThatThePatternDoesNotTellApart() {
        assertThat(delivered("""
                {"source": ["aws.s3"], "detail-type": ["Object Created"]}""")).isEqualTo("""
                8 Photos -delivers-to-> Rule: Photos delivers to Rule
                8 Labels -delivers-to-> Rule: Labels delivers to Rule, if Prod
                """);
        assertThat(delivered("""
                {"source": ["aws.s3"], "detail": {"bucket": {"name": [{"prefix": "lab"}]}}}""")).isEqualTo("""
                8 Photos -delivers-to-> Rule: Photos delivers to Rule
                8 Labels -delivers-to-> Rule: Labels delivers to Rule, if Prod
                """);
    }

    @Test
    void whomAPatternDoesNotMean() {
        assertThat(delivered(
                        "{\"source\": [\"aws.s3\"], \"detail\": {\"bucket\": {\"name\": [{\"prefix\": \"out-\"}]}}}"))
                .isEqualTo("8 Photos -delivers-to-> Rule: Photos delivers to Rule\n");
        assertThat(delivered("{\"source\": [\"shop\"], \"detail\": {\"bucket\": {\"name\": [\"labels\"]}}}"))
                .isEmpty();
        assertThat(delivered("{\"detail-type\": [\"Object Created\"]}")).isEmpty();
        assertThat(delivered("{\"source\": \"aws.s3\"}")).isEmpty();
    }
}
