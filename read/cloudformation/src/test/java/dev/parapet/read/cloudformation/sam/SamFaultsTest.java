package dev.parapet.read.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Expanded;
import dev.parapet.read.cloudformation.MemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the official transform stops at the first fault of a template, and we tell all of them. */
class SamFaultsTest {
    private static List<String> faults(String text) {
        return switch (CloudFormationReader.expand(MemoryTree.of("t.yaml", text), "t.yaml", Map.of())) {
            case Expanded.Template template -> throw new AssertionError(template);
            case Expanded.Invalid invalid ->
                invalid.problems().stream()
                        .map(problem ->
                                problem.location().start().line() + " " + problem.resource() + " " + problem.message())
                        .toList();
        };
    }

    @Test
    void allFaultsOfGlobalsAndResourcesAreTold() {
        assertThat(faults("""
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  SimpleTable:
                    Name: all
                    Size: 1
                  Table: {}
                Resources:
                  A: text
                  B: {Type: "AWS::Serverless::SimpleTable", Properties: [a]}
                  C: {Type: "AWS::Serverless::SimpleTable", Properties: {Key: a}}
                """))
                .containsExactly(
                        "8  Structure of the SAM template is invalid. All 'Resources' must be Objects. If you're using YAML, this"
                                + " may be an indentation issue.",
                        "9 B Resource with id [B] is invalid. Attribute 'Properties' should be a map.",
                        "4  'Globals' section is invalid. 'Name' is not a supported property of 'SimpleTable'. Must be one of the"
                                + " following values - ['SSESpecification']",
                        "5  'Globals' section is invalid. 'Size' is not a supported property of 'SimpleTable'. Must be one of the"
                                + " following values - ['SSESpecification']",
                        "6  'Globals' section is invalid. 'Table' is not supported. Must be one of the following values - ['Api',"
                                + " 'CapacityProvider', 'Function', 'HttpApi', 'LayerVersion', 'MicrovmImage', 'NetworkConnector',"
                                + " 'SimpleTable', 'StateMachine', 'WebSocketApi']",
                        "10 C Resource with id [C] is invalid. property Key not defined for resource of type"
                                + " AWS::Serverless::SimpleTable");
    }
}
