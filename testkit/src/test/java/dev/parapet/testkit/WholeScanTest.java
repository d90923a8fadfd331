package dev.parapet.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.report.Format;
import dev.parapet.core.report.RulePages;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.text.Style;
import dev.parapet.core.rule.Judgement;
import dev.parapet.core.rule.RuleEngine;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.core.triage.Suppressions;
import dev.parapet.core.triage.Triaged;
import dev.parapet.model.Fault;
import dev.parapet.model.Note;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Reading;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All the way from files to documents: what one part says the next one understands. */
final class WholeScanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final String RULE = """
            ---
            title: Function URL answers anyone
            severity: high
            area: gateway
            resource: AWS::Lambda::Url
            same-as: [CKV_AWS_258]
            cwe: [CWE-306]
            controls: { nist-800-53: [AC-3] }
            violated: resource.AuthType == "NONE"
            at: AuthType
            message: "{self.name} can be invoked by anyone"
            fix: { set: AuthType, to: AWS_IAM }
            ---
            Whoever has the URL runs the code. Nothing else is checked.

            ## Fix
            Set `AuthType: AWS_IAM`. Callers must sign.

            ## Examples
            ```yaml bad
            Url:
              Type: AWS::Lambda::Url
              Properties:
                AuthType: NONE # <- violated
            ```
            ```yaml good
            Url:
              Type: AWS::Lambda::Url
              Properties:
                AuthType: AWS_IAM
            ```
            """;

    private static final String TEMPLATE = """
            Parameters:
              Auth: { Type: String, Default: NONE }
              Stage: { Type: String }
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
            Resources:
              ByDefault:
                Type: AWS::Lambda::Url
                Properties: { TargetFunctionArn: x, AuthType: !Ref Auth }
              InProduction:
                Type: AWS::Lambda::Url
                Properties:
                  TargetFunctionArn: x
                  AuthType: !If [IsProd, NONE, AWS_IAM]
              Unknown:
                Type: AWS::Lambda::Url
                Properties: { TargetFunctionArn: x, AuthType: !Ref Stage }
              Closed: # parapet:ignore open-url never was
                Type: AWS::Lambda::Url
                Properties: { TargetFunctionArn: x, AuthType: AWS_IAM }
              Accepted: # checkov:skip=CKV_AWS_258:a public form
                Type: AWS::Lambda::Url
                Properties: { TargetFunctionArn: x, AuthType: NONE }
              Listed:
                Type: AWS::Lambda::Url
                Metadata: { checkov: { skip: [{ id: CKV_AWS_258, comment: another }] } }
                Properties: { TargetFunctionArn: x, AuthType: NONE }
            """;

    private static Scan scan(Path folder) throws PlaceException, RuleFileException {
        FileTree tree = FileTree.of(List.of(folder), Bounds.USUAL);
        Reading reading = CloudFormationReader.read(tree, Map.of());
        Graph graph = GraphBuilder.build(reading.stacks());
        RuleSet rules = RuleSet.of(
                List.of(new RuleFileReader(Set.of()).read("open-url.md", RULE).rule()), Map.of());
        Judgement judgement = new RuleEngine(rules, TODAY).judge(graph, RuleEngine.Wanted.ALL);
        Triaged triaged = Suppressions.read(reading.stacks(), tree::read).apply(judgement.findings(), TODAY);
        List<Note> notes = new ArrayList<>(triaged.notes());
        notes.addAll(triaged.unused());
        List<Fault> faults = new ArrayList<>(reading.faults());
        faults.addAll(judgement.faults());
        faults.addAll(tree.faults());
        return new Scan(
                "0.1.0",
                graph.stacks(),
                () -> graph,
                triaged.findings(),
                notes,
                faults,
                tree.paths().size(),
                judgement.satisfied(),
                tree::read);
    }

    private static String write(Format format, Scan scan) throws IOException {
        StringBuilder out = new StringBuilder();
        format.report(
                        new RulePages(rule -> rule.equals("open-url") ? Optional.of(RULE) : Optional.empty()),
                        Style.PLAIN)
                .write(scan, out);
        return out.toString();
    }

    @Test
    void a_folder_becomes_a_report(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        assertThat(write(Format.TEXT, scan(folder))).isEqualTo("""
                -- Fix now (2) -------------------------------------------------------------------------------------

                high: ByDefault can be invoked by anyone
                 --> template.yaml:9:41  ByDefault (AWS::Lambda::Url)
                  |
                2 |   Auth: { Type: String, Default: NONE }
                  |                                  ---- parameter Auth is "NONE" by default
                ...
                7 |   ByDefault:
                8 |     Type: AWS::Lambda::Url
                9 |     Properties: { TargetFunctionArn: x, AuthType: !Ref Auth }
                  |                                         ^^^^^^^^^^^^^^^^^^^
                  |
                  = reach: an attacker gets here without a credential
                  = why: Whoever has the URL runs the code.
                  = fix: Set `AuthType: AWS_IAM`.
                  = more: parapet rules show open-url

                high: InProduction can be invoked by anyone
                  --> template.yaml:14:7  InProduction (AWS::Lambda::Url)
                   |
                10 |   InProduction:
                ...
                14 |       AuthType: !If [IsProd, NONE, AWS_IAM]
                   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                   |
                   = when: IsProd is true
                   = reach: an attacker gets here without a credential
                   = why: Whoever has the URL runs the code.
                   = fix: Set `AuthType: AWS_IAM`.
                   = more: parapet rules show open-url

                -- Undetermined (1) --------------------------------------------------------------------------------
                Parameter Stage is not known; give --parameter Stage=VALUE to settle whether:
                  high      Unknown can be invoked by anyone (open-url): template.yaml:17:41 Unknown

                -- Notes (1) ---------------------------------------------------------------------------------------
                template.yaml:18: parapet:ignore open-url matches no finding here; remove it

                Found 2 risks: 2 high.
                Besides: 1 undetermined, 2 suppressed.
                Looked at 1 file, 6 resources (0 functions); 1 check is satisfied.
                """);
    }

    @Test
    void what_a_scan_says_is_valid_and_the_same_twice(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        Files.writeString(folder.resolve("broken.yaml"), "Resources:\n  A:\n    Type: AWS::Lambda::Url\n   B: [\n");
        String document = write(Format.JSON, scan(folder));
        String schema = Files.readString(Path.of("..", "docs", "schema", "parapet.scan-1.json"));
        JsonSchema read =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, InputFormat.JSON);
        assertThat(read.validate(document, InputFormat.JSON)).isEmpty();
        for (Format format : Format.values()) {
            assertThat(write(format, scan(folder))).as(format.word()).isEqualTo(write(format, scan(folder)));
        }
    }
}
