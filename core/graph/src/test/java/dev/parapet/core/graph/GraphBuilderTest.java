package dev.parapet.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
    private static final String ORDERS = """
            {"Function": {"Type": "AWS::Lambda::Function", "Properties": {
               "Role": {"Fn::GetAtt": ["Role", "Arn"]},
               "Environment": {"Variables": {"TABLE": {"Ref": "Orders"}}}}},
             "Role": {"Type": "AWS::IAM::Role", "Properties": {}},
             "Orders": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": {"Fn::Sub": "orders-${Stage}"}}},
             "Uploads": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::Sub": "up-${Stage}"}}},
             "Policy": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {"Statement": [
               {"Effect": "Allow", "Action": "s3:GetObject", "Resource": {"Fn::Sub": "arn:aws:s3:::up-${Stage}/*"}},
               {"Effect": "Allow", "Action": "dynamodb:Query",
                "Resource": {"Fn::Sub": "arn:aws:dynamodb:${AWS::Region}:1:table/orders-${Stage}/index/*"}},
               {"Effect": "Allow", "Action": "s3:GetObject", "Resource": {"Fn::Sub": "arn:aws:s3:::up-${Other}/*"}}]}}}}
            """;

    @Test
    void referencesBecomeEdgesWithTheirPlace() {
        Graph graph = GraphBuilder.build(List.of(Stacks.of(ORDERS)));
        assertThat(graph.edges())
                .filteredOn(edge -> edge.kind() == EdgeKind.REFERS_TO)
                .extracting(edge ->
                        edge.location().start().line() + " " + edge.from() + " -> " + edge.to() + ": " + edge.because())
                .containsExactly(
                        "2 template.json#Function -> template.json#Role: Role refers to Role.Arn",
                        "3 template.json#Function -> template.json#Orders: Environment.Variables.TABLE refers to Orders",
                        "8 template.json#Policy -> template.json#Uploads: PolicyDocument.Statement.Resource refers to Uploads",
                        "10 template.json#Policy -> template.json#Orders: PolicyDocument.Statement.Resource refers to Orders");
    }

    @Test
    void aValueFindsItsTarget() {
        Graph graph = GraphBuilder.build(List.of(Stacks.of(ORDERS)));
        Node function = graph.node("template.json#Function").orElseThrow();
        Value role = function.resource().properties().get("Role");
        assertThat(graph.target(function, role)).map(Node::label).contains("Role");
        assertThat(graph.target(function, new Value.Text("arn:aws:s3:::elsewhere", function.span())))
                .isEmpty();
        assertThat(graph.referring(graph.node("template.json#Orders").orElseThrow(), List.of()))
                .extracting(Node::label)
                .containsExactly("Function", "Policy");
        assertThat(graph.referring(graph.node("template.json#Orders").orElseThrow(), List.of("AWS::Lambda::Function")))
                .extracting(Node::label)
                .containsExactly("Function");
    }

    @Test
    void namesDoNotCrossStacks() {
        String bucket = """
                {"B": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "shared"}}}""";
        String policy = """
                {"P": {"Type": "AWS::SQS::QueuePolicy", "Properties": {"A": "arn:aws:s3:::shared"}}}""";
        assertThat(GraphBuilder.build(List.of(Stacks.of("a.json", bucket), Stacks.of("b.json", policy)))
                        .edges())
                .isEmpty();
    }
}
