package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.graph.Stacks;
import dev.parapet.core.graph.name.ResourceTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Templates that nobody would deploy: the graph is drawn nevertheless, and stays as large as the template. */
class HostileGraphTest {
    private static final List<String> TABLES = List.of(
            "api.txt",
            "identity.txt",
            "invocation.txt",
            "delivery.txt",
            "failure.txt",
            "logging.txt",
            "encryption.txt",
            "network.txt",
            "protection.txt",
            "policies.txt");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "1e400",
            "\"\"",
            "\"x\"",
            "\"{\"",
            "\"{\\\"Statement\\\": [[1, {\\\"Effect\\\": 2}]]}\"",
            "[]",
            "{}",
            "[[null, {\"a\": []}]]",
            "{\"paths\": {\"/\": {\"get\": {\"security\": [1, {\"x\": 1}, [[]]]}}, \"\": 3}}",
            "{\"States\": {\"A\": {\"Type\": \"Task\", \"Resource\": [\"\", \":states:\", \"arn:aws:states:::\"]}, \"B\": 1}}",
            "{\"Ref\": \"R\"}",
            "{\"Fn::Sub\": \"${R}${X}\"}",
            "{\"Fn::If\": [\"C\", {\"Fn::If\": [\"D\", [{\"Ref\": \"X\"}], 1]}, {\"Ref\": \"AWS::NoValue\"}]}");

    /** The properties that the tables look at, by type. */
    private static Map<String, Set<String>> properties() {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String table : TABLES) {
            for (String line : ResourceTypes.lines(EdgeTable.class, table)) {
                List<String> cells = ResourceTypes.cells(line);
                Set<String> names = found.computeIfAbsent(
                        cells.get(0),
                        type -> new LinkedHashSet<>(List.of("Body", "Definition", "Integration", "Target")));
                for (String cell : cells.subList(1, cells.size() > 2 ? Math.min(cells.size(), 5) : 2)) {
                    String name = cell.replaceAll("[^A-Za-z].*", "");
                    if (!name.isEmpty()) {
                        names.add(name);
                    }
                }
            }
        }
        return found;
    }

    @TestFactory
    List<DynamicTest> everyPropertyMayBeAnything() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String value : VALUES) {
            StringBuilder template = new StringBuilder("{");
            int number = 0;
            for (Map.Entry<String, Set<String>> type : properties().entrySet()) {
                String name = number++ == 0 ? "R" : "R" + number;
                template.append("\n\"").append(name).append("\": {\"Type\": \"").append(type.getKey());
                template.append("\", \"Properties\": {");
                String before = "";
                for (String property : type.getValue()) {
                    template.append(before)
                            .append('"')
                            .append(property)
                            .append("\": ")
                            .append(value);
                    before = ", ";
                }
                template.append("}},");
            }
            String whole = template.substring(0, template.length() - 1) + "}";
            tests.add(DynamicTest.dynamicTest(
                    value,
                    () -> assertThat(GraphBuilder.build(List.of(Stacks.of(whole)))
                                    .nodes())
                            .isNotEmpty()));
        }
        return tests;
    }

    @Test
    void whatCoversEverythingDrawsNoEdgeToEverything() {
        StringBuilder template = new StringBuilder("{");
        for (int i = 0; i < 400; i++) {
            template.append("\"T")
                    .append(i)
                    .append("\": {\"Type\": \"AWS::DynamoDB::Table\", \"Properties\": {\"TableName\": \"t")
                    .append(i)
                    .append("\"}},\n\"P")
                    .append(i)
                    .append(
                            "\": {\"Type\": \"AWS::IAM::ManagedPolicy\", \"Properties\": {\"PolicyDocument\": {\"Statement\": {")
                    .append(
                            "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": [\"*\", \"arn:aws:dynamodb:*:*:table/*\", ")
                    .append("\"arn:aws:dynamodb:*:*:table/t")
                    .append(i)
                    .append("\"]}}}},\n");
        }
        Graph graph = GraphBuilder.build(List.of(Stacks.of(template.substring(0, template.length() - 2) + "}")));
        assertThat(graph.edges())
                .filteredOn(edge -> edge.kind() == EdgeKind.COVERS)
                .hasSize(400);
    }

    @Test
    void resourcesThatAreTheirOwnParentsHaveAPath() {
        Graph graph = GraphBuilder.build(List.of(Stacks.of("""
                {"A": {"Type": "AWS::ApiGateway::Resource", "Properties": {"PathPart": "a", "ParentId": {"Ref": "B"}}},
                 "B": {"Type": "AWS::ApiGateway::Resource", "Properties": {"PathPart": "b", "ParentId": {"Ref": "A"}}},
                 "M": {"Type": "AWS::ApiGateway::Method", "Properties": {"HttpMethod": "GET", "ResourceId": {"Ref": "A"}}}}
                """)));
        assertThat(graph.node("template.json#M").orElseThrow().label()).isEqualTo("GET /*/b/a");
    }
}
