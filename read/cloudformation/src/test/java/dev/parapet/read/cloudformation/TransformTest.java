package dev.parapet.read.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Fault;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static Reading read(String... pathsAndTexts) {
        return CloudFormationReader.read(MemoryTree.of(pathsAndTexts), Map.of());
    }

    @Test
    void aLoopIsWrittenOut() {
        Stack stack = read("t.yaml", """
                Transform: AWS::LanguageExtensions
                Parameters: {Names: {Type: CommaDelimitedList, Default: "a-1,b"}}
                Resources:
                  Fn::ForEach::Topics:
                    - Name
                    - !Ref Names
                    - Topic&{Name}:
                        Type: AWS::SNS::Topic
                        Properties:
                          TopicName: !Ref Name
                          DisplayName: !Sub "${Name} of ${AWS::StackName}"
                          Fn::ForEach::Tags:
                            - Key
                            - [x, y]
                            - "${Key}${Name}": 1
                """).stacks().getFirst();
        assertThat(stack.resources()).extracting(r -> r.id().name()).containsExactly("Topica1", "Topicb");
        assertThat(Told.properties(stack, "Topica1")).isEqualTo("""
                TopicName: "a-1"
                DisplayName: <"a-1 of " + ?AWS::StackName (AWS::StackName is known once the stack is deployed)>
                xa-1: 1
                ya-1: 1
                """);
        assertThat(Told.resource(stack, "Topicb").head()).isEqualTo(Span.of("t.yaml", 7, 7, 7, 19));
    }

    @Test
    void aLoopOverTheUnknownIsAFault() {
        Reading reading = read("t.yaml", """
                Transform: AWS::LanguageExtensions
                Parameters: {Names: {Type: CommaDelimitedList}}
                Resources:
                  Q: {Type: "AWS::SQS::Queue"}
                  Fn::ForEach::Topics: [Name, !Ref Names, {"T${Name}": {Type: "AWS::SNS::Topic"}}]
                """);
        assertThat(reading.stacks().getFirst().resources()).hasSize(1);
        assertThat(reading.faults())
                .containsExactly(new Fault(
                        Fault.Kind.UNSUPPORTED,
                        "t.yaml",
                        5,
                        "Fn::ForEach::Topics goes over a collection that is not known: parameter Names has no default, and was"
                                + " left out; give what is missing or write its resources out"));
    }

    @Test
    void anIncludedFileTakesThePlaceOfItsFunction() {
        Reading reading = read(
                "app/t.yaml",
                """
                Resources:
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: ../shared/queues.yaml}}
                  T: {Type: "AWS::SNS::Topic", Properties: {"Fn::Transform": {Name: AWS::Include, Parameters: {Location: p.json}}, A: 1}}
                """,
                "shared/queues.yaml",
                "Q:\n  Type: AWS::SQS::Queue\n",
                "app/p.json",
                "{\"A\": 2, \"B\": {\"Ref\": \"Q\"}}");
        assertThat(reading.faults()).isEmpty();
        Stack stack = reading.stacks().getFirst();
        assertThat(Told.properties(stack, "T")).isEqualTo("A: 1\nB: -> app/t.yaml#Q.Ref\n");
        assertThat(Told.resource(stack, "Q").span()).isEqualTo(Span.of("shared/queues.yaml", 1, 1, 2, 24));
    }

    @Test
    void macrosAndFilesThatAreNotHereAreFaults() {
        assertThat(read("t.yaml", "Transform: [MyMacro]\nResources: {Q: {Type: \"AWS::SQS::Queue\"}}\n")
                        .faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.UNSUPPORTED);
        assertThat(read(
                                "t.yaml",
                                "Resources: {Q: {Type: \"AWS::SQS::Queue\", Properties: {\"Fn::Transform\": {Name: M}}}}\n")
                        .faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.UNSUPPORTED);
        assertThat(read("t.yaml", """
                Resources: {Q: {Type: "AWS::SQS::Queue", Properties: {"Fn::Transform": {Name: AWS::Include, Parameters: {Location: ../../x}}}}}
                """).faults()).extracting(Fault::kind).containsExactly(Fault.Kind.UNSUPPORTED);
    }

    @Test
    void expandingLeavesAFileThatIsNotHereToTheProvider() {
        Expanded expanded = CloudFormationReader.expand(MemoryTree.of("t.yaml", """
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          T: {Type: "AWS::Serverless::SimpleTable"}
                          Q: {Type: "AWS::SQS::Queue", Properties: {"Fn::Transform": {Name: AWS::Include, Parameters: {Location: "s3://b/k"}}}}
                        """), "t.yaml", Map.of());
        assertThat(expanded)
                .isInstanceOfSatisfying(
                        Expanded.Template.class,
                        template -> assertThat(Told.value(template.root()))
                                .contains("AWS::DynamoDB::Table")
                                .contains(
                                        "Fn::Transform: {Name: \"AWS::Include\", Parameters: {Location: \"s3://b/k\"}}"));
    }

    @Test
    void expandingDoesTheTransformsAndLeavesTheFunctions() {
        Expanded expanded = CloudFormationReader.expand(MemoryTree.of("t.yaml", """
                        Transform: AWS::LanguageExtensions
                        Parameters: {Stage: {Type: String, Default: dev}}
                        Resources:
                          Fn::ForEach::Qs:
                            - N
                            - [A, B]
                            - Q${N}:
                                Type: AWS::SQS::Queue
                                Properties: {QueueName: !Sub "${Stage}-${N}", Tag: !Ref Stage, Size: {Fn::Length: [1, 2]}}
                        """), "t.yaml", Map.of());
        assertThat(expanded)
                .isInstanceOfSatisfying(
                        Expanded.Template.class,
                        template -> assertThat(Told.value(template.root()))
                                .isEqualTo(
                                        "{Parameters: {Stage: {Type: \"String\", Default: \"dev\"}}, Resources: {QA: {Type: \"AWS::SQS::Queue\", "
                                                + "Properties: {QueueName: {Fn::Sub: \"${Stage}-A\"}, Tag: {Ref: \"Stage\"}, Size: 2}}, QB: {Type: "
                                                + "\"AWS::SQS::Queue\", Properties: {QueueName: {Fn::Sub: \"${Stage}-B\"}, Tag: {Ref: \"Stage\"}, Size: 2}}}}"));
        assertThat(CloudFormationReader.expand(MemoryTree.of("x.yaml", "a: 1"), "x.yaml", Map.of()))
                .isInstanceOf(Expanded.Invalid.class);
    }
}
