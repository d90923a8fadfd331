package dev.parapet.read.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Stack;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each intrinsic function, as a property of a resource sees it. */
class IntrinsicTest {
    private static final String HEAD = """
            AWSTemplateFormatVersion: "2010-09-09"
            Transform: AWS::LanguageExtensions
            Parameters:
              Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
              Open: {Type: String, AllowedValues: [a, b]}
              Free: {Type: String}
              Names: {Type: CommaDelimitedList, Default: "x, y"}
              Size: {Type: Number, Default: 5}
              Secret: {Type: String, NoEcho: true, Default: hunter2}
              Ami: {Type: "AWS::SSM::Parameter::Value<String>", Default: /ami}
              Amis: {Type: "AWS::SSM::Parameter::Value<List<String>>", Default: /amis}
              Only: {Type: String, AllowedValues: [sole]}
            Mappings:
              Sizes:
                dev: {Memory: 128, Zones: [a, b]}
                prod: {Memory: 512, Zones: [c]}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsA: !Equals [!Ref Open, a]
              IsNever: !Equals [!Ref Open, z]
              Both: !And [!Condition IsA, !Not [!Condition IsProd]]
              Loop: !Not [!Condition Loop]
            Resources:
              Table: {Type: "AWS::DynamoDB::Table"}
              Gone: {Type: "AWS::SQS::Queue", Condition: IsProd}
              T:
                Type: AWS::X::Y
                Properties:
                  V:\s""";

    private static String value(String written) {
        return value(written, Map.of());
    }

    private static String value(String written, Map<String, String> parameters) {
        Reading reading = CloudFormationReader.read(MemoryTree.of("t.yaml", HEAD + written + "\n"), parameters);
        assertThat(reading.faults()).isEmpty();
        Stack stack = reading.stacks().getFirst();
        String told = Told.properties(stack, "T");
        return told.isEmpty() ? "" : told.substring(3, told.length() - 1);
    }

    @Test
    void refs() {
        assertThat(value("!Ref Table")).isEqualTo("-> t.yaml#Table.Ref");
        assertThat(value("!GetAtt Table.StreamArn")).isEqualTo("-> t.yaml#Table.StreamArn");
        assertThat(value("!Ref Stage")).isEqualTo("\"dev\" (parameter Stage is \"dev\" by default)");
        assertThat(value("!Ref Stage", Map.of("Stage", "prod")))
                .isEqualTo("\"prod\" (parameter Stage is \"prod\" as given)");
        assertThat(value("!Ref Size")).isEqualTo("5 (parameter Size is \"5\" by default)");
        assertThat(value("!Ref Free")).isEqualTo("?Parameter Free (parameter Free has no default)");
        assertThat(value("!Ref Secret")).isEqualTo("\"hunter2\" (parameter Secret (NoEcho) has a value by default)");
        assertThat(value("!Ref Ami")).isEqualTo("{{ssm /ami}}");
        assertThat(value("!Ref Amis"))
                .isEqualTo(
                        "?Parameter Amis (parameter Amis is read from the parameter store while the stack is deployed)");
        assertThat(value("!Ref Only")).isEqualTo("\"sole\" (parameter Only is \"sole\" and nothing else)");
        assertThat(value("!Ref Nobody")).isEqualTo("?Resource Nobody (nothing in the template is called Nobody)");
        assertThat(value("!Ref Gone"))
                .isEqualTo(
                        "?Resource Gone (resource Gone is not deployed: IsProd is false because parameter Stage is \"dev\" by"
                                + " default)");
        assertThat(value("!Ref AWS::Region"))
                .isEqualTo("?AWS::Region (AWS::Region is known once the stack is deployed)");
        assertThat(value("!Ref AWS::Region", Map.of("AWS::Region", "eu-west-1")))
                .isEqualTo("\"eu-west-1\" (AWS::Region is \"eu-west-1\" as given)");
        assertThat(value("!Ref AWS::NoValue")).isEmpty();
        assertThat(value("{a: !Ref AWS::NoValue, b: [!Ref AWS::NoValue, 1]}")).isEqualTo("{b: [1]}");
    }

    @Test
    void texts() {
        assertThat(value("!Sub 'a-${Stage}-${!Literal}-${x'"))
                .isEqualTo("\"a-dev-${Literal}-${x\" (parameter Stage is \"dev\" by default)");
        assertThat(value("!Sub ['${a}/${Table}/${Table.Arn}', {a: !Ref Free}]"))
                .isEqualTo(
                        "<?Parameter Free (parameter Free has no default) + \"/\" + -> t.yaml#Table.Ref + \"/\" + -> "
                                + "t.yaml#Table.Arn>");
        assertThat(value("!Sub '${Table}'")).isEqualTo("-> t.yaml#Table.Ref");
        assertThat(value("!Join ['-', [a, 1, true, !Ref AWS::NoValue, b]]")).isEqualTo("\"a-1-true-b\"");
        assertThat(value("!Join ['/', !Ref Names]")).isEqualTo("\"x/y\" (parameter Names is \"x, y\" by default)");
        assertThat(value("!Split ['-', a-b-]")).isEqualTo("[\"a\", \"b\", \"\"]");
        assertThat(value("!Select [1, !Split ['/', !GetAtt Table.Arn]]"))
                .isEqualTo("<-> t.yaml#Table.Arn + ?Table.Arn (only a part of Table.Arn is taken)>");
        assertThat(value("!Base64 {'Fn::Sub': 'echo ${Stage}'}"))
                .isEqualTo("\"echo dev\" (parameter Stage is \"dev\" by default)");
        assertThat(value("{'Fn::ToJsonString': {a: [1, true, 'x\"'], b: !Ref Table}}"))
                .isEqualTo("<\"{\"a\":[1,true,\"x\\\"\"],\"b\":\"\" + -> t.yaml#Table.Ref + \"\"}\">");
    }

    @Test
    void dynamicReferences() {
        assertThat(value("'{{resolve:secretsmanager:name:SecretString:password}}'"))
                .isEqualTo("{{secretsmanager name:SecretString:password}}");
        assertThat(value("'user:{{resolve:ssm:/x}}@host'")).isEqualTo("<\"user:\" + {{ssm /x}} + \"@host\">");
        assertThat(value("!Sub '{{resolve:secretsmanager:${Table}:SecretString:p}}'"))
                .isEqualTo("{{secretsmanager ${Table}:SecretString:p}}");
        assertThat(value("'{{resolve:ssm'")).isEqualTo("\"{{resolve:ssm\"");
        assertThat(value("'a{{resolve:ssm}}b'")).isEqualTo("\"a{{resolve:ssm}}b\"");
        assertThat(value("!Sub '{{resolve:ssm:${Free}'"))
                .isEqualTo("<\"{{resolve:ssm:\" + ?Parameter Free (parameter Free has no default)>");
    }

    @Test
    void lists() {
        assertThat(value("!Select [1, [a, b]]")).isEqualTo("\"b\"");
        assertThat(value("!Select [7, [a]]")).isEqualTo("?Fn::Select (the list has no item 7, counted from 0)");
        assertThat(value("!Select [0, !GetAZs '']"))
                .isEqualTo("?AWS::AvailabilityZones (only a part of AWS::AvailabilityZones is taken)");
        assertThat(value("{'Fn::Length': !Ref Names}")).isEqualTo("2");
        assertThat(value("!Cidr [10.0.0.0/16, 3, 8]")).isEqualTo("[\"10.0.0.0/24\", \"10.0.1.0/24\", \"10.0.2.0/24\"]");
        assertThat(value("!Cidr ['2001:db8::/56', 2, 64]")).isEqualTo("[\"2001:db8::/64\", \"2001:db8:0:1::/64\"]");
        assertThat(value("!Cidr [10.0.0.0/24, 300, 8]"))
                .isEqualTo("?Fn::Cidr (the address block cannot be divided like that)");
    }

    @Test
    void mappings() {
        assertThat(value("!FindInMap [Sizes, !Ref Stage, Memory]")).isEqualTo("128");
        assertThat(value("!FindInMap [Sizes, prod, Zones]")).isEqualTo("[\"c\"]");
        assertThat(value("!FindInMap [Sizes, none, Zones, {DefaultValue: x}]")).isEqualTo("\"x\"");
        assertThat(value("!FindInMap [Sizes, none, Zones]"))
                .isEqualTo("?Fn::FindInMap (there is no mapping Sizes.none)");
        assertThat(value("!FindInMap [Sizes, !Ref Free, Memory]"))
                .isEqualTo("if (Parameter Free = dev) then 128 else 512");
    }

    @Test
    void conditions() {
        assertThat(value("!If [IsProd, 1, 2]"))
                .isEqualTo("2 (IsProd is false because parameter Stage is \"dev\" by default)");
        assertThat(value("!If [IsNever, 1, 2]"))
                .isEqualTo("2 (IsNever is false because parameter Open is never \"z\")");
        assertThat(value("!If [IsA, 1, !If [IsA, 2, 3]]")).isEqualTo("if (IsA: Parameter Open = a) then 1 else 3");
        assertThat(value("!If [Both, x, !Ref AWS::NoValue]"))
                .isEqualTo("if (Both: IsA: Parameter Open = a) then \"x\" else nothing");
        assertThat(value("!If [Loop, 1, 2]")).isEqualTo("if (Loop: not (Loop: Loop refers to itself)) then 1 else 2");
        assertThat(value("!If [Nobody, 1, 2]")).isEqualTo("if (Nobody: Nobody is not declared) then 1 else 2");
    }

    @Test
    void whatCannotBeResolvedSaysWhy() {
        assertThat(value("!ImportValue x")).isEqualTo("?Export x (no template that was read exports x)");
        assertThat(value("!GetStackOutput {StackName: net, OutputName: Vpc}"))
                .isEqualTo("?Output Vpc of stack net (no template that was read is that of stack net)");
        assertThat(value("!GetStackOutput net"))
                .isEqualTo("?Fn::GetStackOutput (the stack or the output of Fn::GetStackOutput is not known)");
        assertThat(value("!Frobnicate x"))
                .isEqualTo("?Fn::Frobnicate (Fn::Frobnicate is not a function that can be resolved here)");
        assertThat(value("!If [x]")).isEqualTo("?Fn::If (Fn::If needs a condition and two values)");
        assertThat(value("!GetAtt Table")).isEqualTo("?Fn::GetAtt (the attribute of Fn::GetAtt is not known)");
    }
}
