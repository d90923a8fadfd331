package dev.parapet.read.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Templates that want to exhaust the machine: each ends in one fault, and soon. */
@Timeout(20)
class HostileTest {
    private static final String HEAD =
            "Resources:\n  Before:\n    Type: AWS::SNS::Topic\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      A: ";

    private static Reading read(String... pathsAndTexts) {
        return CloudFormationReader.read(MemoryTree.of(pathsAndTexts), Map.of());
    }

    private static void limit(String text) {
        Reading reading = read("t.yaml", text);
        assertThat(reading.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.LIMIT);
        assertThat(reading.templates()).containsExactly("t.yaml");
    }

    @Test
    void aliasesThatMultiply() {
        StringBuilder text = new StringBuilder(HEAD + "1\n      a0: &a0 [x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("      a").append(i).append(": &a").append(i).append(" [");
            text.append(("*a" + (i - 1) + ", ").repeat(8)).append("]\n");
        }
        limit(text.toString());
        assertThat(read("t.yaml", text.toString()).stacks().getFirst().resources())
                .extracting(r -> r.id().name())
                .containsExactly("Before");
    }

    @Test
    void nestingWithoutEnd() {
        limit(HEAD + "[".repeat(10_000) + "]".repeat(10_000));
        limit(HEAD + "!Join ['', [".repeat(3_000) + "]]".repeat(3_000));
        limit(HEAD + "\n        " + "- ".repeat(10_000) + "x\n");
        limit("{\"Resources\": {\"Q\": {\"Type\": \"AWS::SQS::Queue\", \"P\": " + "[".repeat(10_000));
    }

    @Test
    void texts() {
        limit("Parameters: {P: {Type: String, Default: '" + "x".repeat(500_000) + "'}}\n" + HEAD + "\n"
                + "        - !Sub '${P}${P}'\n".repeat(300));
        limit("Parameters: {P: {Type: CommaDelimitedList, Default: '" + "x,".repeat(50_000) + "'}}\n" + HEAD + "\n"
                + "        - !Ref P\n".repeat(200));
        limit(HEAD + "\n" + "# a comment that says nothing\n".repeat(200_000));
    }

    @Test
    void loops() {
        String body = "'Q${A0}${A1}${A2}${A3}': {Type: 'AWS::SQS::Queue'}";
        for (int i = 0; i < 4; i++) {
            body = "'Fn::ForEach::L" + i + "': [A" + i
                    + ", [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t], {" + body + "}]";
        }
        limit("Transform: AWS::LanguageExtensions\nResources: {" + body + "}\n");
    }

    @Test
    void moreResourcesThanAnybodyDeploys() {
        StringBuilder text = new StringBuilder("Resources:\n");
        for (int i = 0; i < 2_500; i++) {
            text.append("  Q").append(i).append(": {Type: 'AWS::SQS::Queue'}\n");
        }
        Reading reading = read("t.yaml", text.toString());
        assertThat(reading.stacks().getFirst().resources()).hasSize(2_000);
        assertThat(reading.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.LIMIT);
    }

    @Test
    void nestedStacks() {
        List<String> files = new ArrayList<>();
        for (int level = 0; level < 12; level++) {
            StringBuilder text = new StringBuilder("Parameters: {P: {Type: String, Default: xxxxx}}\nResources:\n");
            for (int i = 0; i < 8; i++) {
                text.append("  N")
                        .append(i)
                        .append(": {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: t");
                text.append(level + 1).append(".yaml, Parameters: {P: !Sub '${P}${P}${P}'}}}\n");
            }
            files.add("t" + level + ".yaml");
            files.add(text.toString());
        }
        assertThat(read(files.toArray(new String[0])).faults())
                .extracting(Fault::kind)
                .isNotEmpty()
                .containsOnly(Fault.Kind.LIMIT);
    }

    @Test
    void conditionsThatDouble() {
        StringBuilder text =
                new StringBuilder("Parameters: {P: {Type: String}}\nConditions:\n  C0: !Equals [!Ref P, a]\n");
        for (int i = 1; i < 3_000; i++) {
            text.append("  C")
                    .append(i)
                    .append(": !And [!Condition C")
                    .append(i - 1)
                    .append(", !Condition C");
            text.append(i - 1).append("]\n");
        }
        Reading reading = read("t.yaml", text + HEAD + "!If [C2999, 1, 2]\n");
        assertThat(reading.stacks().getFirst().resources()).hasSize(2);
        assertThat(reading.stacks().getFirst().resources().hashCode())
                .isEqualTo(reading.stacks().getFirst().resources().hashCode());
    }

    @Test
    void stacksThatWaitForOneAnother() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            files.add("i" + i + ".yaml");
            files.add("Resources: {Q: {Type: 'AWS::SQS::Queue', Properties: {A: !ImportValue e" + (i + 1) + "}}}\n"
                    + "Outputs: {O: {Value: !ImportValue e" + (i + 1) + ", Export: {Name: e" + i + "}}}\n");
        }
        assertThat(read(files.toArray(new String[0])).stacks()).hasSize(500);
    }
}
