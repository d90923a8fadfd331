package dev.parapet.read.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Fault;
import dev.parapet.model.Stack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several templates, and what stands around them. */
class ApplicationTest {
    private static Reading read(String... pathsAndTexts) {
        return CloudFormationReader.read(MemoryTree.of(pathsAndTexts), Map.of());
    }

    @Test
    void aNestedStackHasTheParametersOfThePlaceThatNestsIt() {
        Reading reading = read("app/root.yaml", """
                Resources:
                  One: {Type: "AWS::CloudFormation::Stack", Properties: {TemplateURL: ./inner/queue.yaml, Parameters: {Name: one}}}
                  Two:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: inner/queue.yaml, Parameters: {Name: !GetAtt One.Outputs.Arn}}
                Outputs:
                  Arn: {Value: !GetAtt Two.Outputs.Name}
                """, "app/inner/queue.yaml", """
                Parameters: {Name: {Type: String}}
                Resources: {Queue: {Type: "AWS::SQS::Queue", Properties: {QueueName: !Ref Name}}}
                Outputs: {Arn: {Value: !GetAtt Queue.Arn}, Name: {Value: !Ref Name}}
                """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.stacks())
                .extracting(Stack::id)
                .containsExactly("app/root.yaml", "app/root.yaml/One", "app/root.yaml/Two");
        assertThat(Told.properties(reading.stacks().get(1), "Queue"))
                .isEqualTo("QueueName: \"one\" (parameter Name is \"one\" as app/root.yaml gives it)\n");
        assertThat(Told.properties(reading.stacks().get(2), "Queue"))
                .isEqualTo("QueueName: -> app/root.yaml/One#Queue.Arn\n");
        assertThat(Told.outputs(reading.stacks().get(0))).isEqualTo("Arn: -> app/root.yaml/One#Queue.Arn\n");
        assertThat(reading.stacks().get(1).path()).isEqualTo("app/inner/queue.yaml");
    }

    @Test
    void aDefinitionInAFileStandsWhereItWouldInTheTemplate() {
        Reading reading = read(
                "app/template.yaml",
                """
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Api: {Type: "AWS::Serverless::Api", Properties: {StageName: prod, DefinitionUri: ./open/api.yaml}}
                  Flow: {Type: "AWS::StepFunctions::StateMachine", Properties: {DefinitionS3Location: flow.json}}
                  Gone: {Type: "AWS::ApiGateway::RestApi", Properties: {BodyS3Location: gone.yaml}}
                """,
                "app/open/api.yaml",
                "paths:\n  /a: {}\n",
                "app/flow.json",
                "{\"States\": {}}");
        assertThat(reading.faults())
                .extracting(fault -> fault.path() + ":" + fault.line() + ": " + fault.message())
                .containsExactly(
                        "app/template.yaml:5: the definition of 'Gone' is not among the files that were read; scan it together with the"
                                + " template");
        assertThat(Told.properties(reading.stacks().get(0), "Api"))
                .isEqualTo("BodyS3Location: \"./open/api.yaml\"\nBody: {paths: {/a: {}}}\n");
        assertThat(Told.properties(reading.stacks().get(0), "Flow"))
                .isEqualTo("DefinitionS3Location: \"flow.json\"\nDefinition: {States: {}}\n");
        assertThat(Told.properties(reading.stacks().get(0), "Gone")).isEqualTo("BodyS3Location: \"gone.yaml\"\n");
    }

    @Test
    void stacksThatNestThemselvesEndInAFault() {
        Reading reading = read(
                "a.yaml",
                "Resources: {B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml}}}\n",
                "b.yaml",
                "Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yaml}}, "
                        + "A2: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./a.yaml}}}\n");
        assertThat(reading.faults()).extracting(Fault::kind).containsOnly(Fault.Kind.LIMIT);
        assertThat(reading.stacks()).hasSizeBetween(100, 600);
    }

    @Test
    void anImportIsWhatTheOtherStackExports() {
        Reading reading = read("net.yaml", """
                Parameters: {Env: {Type: String, Default: dev}}
                Resources: {Vpc: {Type: "AWS::EC2::VPC"}}
                Outputs:
                  A: {Value: !Ref Vpc, Export: {Name: !Sub "${Env}-vpc"}}
                  B: {Value: !GetAtt Vpc.CidrBlock, Export: {Name: !Sub "${AWS::StackName}-cidr"}}
                """, "app.yaml", """
                Parameters: {Net: {Type: String, Default: net}}
                Resources:
                  X: {Type: "AWS::X::Y", Properties: {A: !ImportValue dev-vpc, B: !ImportValue {"Fn::Sub": "${Net}-cidr"}, C: !ImportValue no}}
                """);
        assertThat(Told.properties(reading.stacks().getFirst(), "X")).isEqualTo("""
                A: -> net.yaml#Vpc.Ref
                B: -> net.yaml#Vpc.CidrBlock
                C: ?Export no (no template that was read exports no)
                """);
    }

    @Test
    void importsThatGoInACircleStayUnresolved() {
        Reading reading = read(
                "a.yaml",
                "Resources: {X: {Type: A::B::C, Properties: {P: !ImportValue b}}}\nOutputs: {O: {Value: !ImportValue b, Export: {Name: a}}}\n",
                "b.yaml",
                "Resources: {X: {Type: A::B::C}}\nOutputs: {O: {Value: !ImportValue a, Export: {Name: b}}}\n");
        assertThat(Told.properties(reading.stacks().getFirst(), "X"))
                .isEqualTo("P: ?Export b (no template that was read exports b)\n");
    }

    @Test
    void samconfigGivesParameters() {
        String template = """
                Parameters: {Stage: {Type: String, Default: dev}, Name: {Type: String}, Other: {Type: String}}
                Resources: {X: {Type: "AWS::X::Y", Properties: {A: !Ref Stage, B: !Ref Name, C: !Ref Other}}}
                """;
        MemoryTree tree = MemoryTree.of(
                "one/samconfig.toml",
                """
                version = 0.1
                [default.deploy.parameters]
                stack_name = "x"  # the stack
                parameter_overrides = "Stage=\\"prod\\" ParameterKey=Name,ParameterValue='a b'"
                [other.deploy.parameters]
                parameter_overrides = ["Stage=no"]
                """,
                "one/template.yaml",
                template,
                "two/samconfig.toml",
                """
                [default.global]
                parameters = { template_file = "infra/app.yaml", parameter_overrides = [
                  "Stage=test",
                ] }
                """,
                "two/infra/app.yaml",
                template,
                "two/template.yaml",
                template);
        List<Stack> stacks =
                CloudFormationReader.read(tree, Map.of("Other", "given")).stacks();
        assertThat(Told.properties(stacks.get(0), "X")).isEqualTo("""
                A: "prod" (parameter Stage is "prod" by samconfig.toml)
                B: "a b" (parameter Name is "a b" by samconfig.toml)
                C: "given" (parameter Other is "given" as given)
                """);
        assertThat(Told.properties(stacks.get(1), "X"))
                .startsWith("A: \"test\" (parameter Stage is \"test\" by samconfig.toml)");
        assertThat(Told.properties(stacks.get(2), "X"))
                .startsWith("A: \"dev\" (parameter Stage is \"dev\" by default)");
    }

    @Test
    void resourcesOfCdkKnowTheirConstruct() {
        Reading reading = read("cdk.out/manifest.json", """
                {"artifacts": {"S": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "S.template.json"},
                  "metadata": {"/S/Topic/Resource": [{"type": "aws:cdk:logicalId", "data": "Topic1"}]}}}}
                """, "cdk.out/S.template.json", """
                {"Resources": {"Topic1": {"Type": "AWS::SNS::Topic"},
                  "Queue1": {"Type": "AWS::SQS::Queue", "Metadata": {"aws:cdk:path": "S/Queue/Resource"}}}}
                """);
        assertThat(reading.templates()).containsExactly("cdk.out/S.template.json");
        Stack stack = reading.stacks().getFirst();
        assertThat(Told.resource(stack, "Topic1").construct()).isEqualTo("S/Topic/Resource");
        assertThat(Told.resource(stack, "Queue1").construct()).isEqualTo("S/Queue/Resource");
    }

    @Test
    void filesThatLookLikeTemplatesAreNone() {
        Reading reading = read(
                "sdk/cloudformation.json",
                "{\"metadata\": {}, \"shapes\": {\"Resources\": {\"type\": \"list\", \"x\": \"AWS::SQS::Queue\"}}}",
                "events/event.json",
                "{\"Resources\": [\"arn:aws:s3:::x\"], \"Type\": \"AWS::S3::Bucket\"}",
                "openapi.yaml",
                "openapi: 3.0.1\ncomponents:\n  Resources:\n    Type: AWS::X::Y\n",
                "package.json",
                "{\"name\": \"x\"}",
                "appspec.yml",
                "version: 0.0\nResources:\n  - F:\n      Type: AWS::Lambda::Function\n",
                "serverless.yml",
                "service: x\nresources:\n  Resources:\n    Q:\n      Type: AWS::SQS::Queue\n",
                "broken.json",
                "{\"Resources\": {\"AWS::X\": [",
                "notes",
                "Resources: see AWS::X::Y");
        assertThat(reading).isEqualTo(new Reading(List.of(), List.of(), reading.templates()));
        assertThat(reading.templates()).isEmpty();
    }

    @Test
    void aTemplateMayBeCalledAnything() {
        String text = "# comment\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n";
        Reading reading = read("a.cfn", text, "b", text, "c.txt", text, "d.TEMPLATE", text, "e.infrastructure", text);
        assertThat(reading.templates()).hasSize(5);
    }

    @Test
    void anEmptyResourcesSectionIsSaid() {
        Reading reading = read("t.yaml", "AWSTemplateFormatVersion: 2010-09-09\n\nResources:\n");
        assertThat(reading.stacks()).hasSize(1);
        assertThat(reading.faults())
                .containsExactly(
                        new Fault(
                                Fault.Kind.UNREADABLE,
                                "t.yaml",
                                3,
                                "its Resources section is empty, so that there is nothing to judge; add a resource or remove the file"));
    }
}
