package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan says of what flows through the code of functions. */
final class ScanFlowsTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Names:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: src/
                  Handler: app.handler
                  Runtime: python3.13
                  Policies:
                    - Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::names/*"}]
                  Events:
                    Api: {Type: HttpApi, Properties: {Path: /names, Method: GET}}
            """;

    @TempDir
    private Path folder;

    private List<JsonNode> findings(String code) throws IOException {
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/app.py"), code);
        Door.Answer answer =
                Door.PIPE.run("scan", "--format", "json", "--only", "command-injection", "--fail-on", "never", folder);
        List<JsonNode> findings = new ArrayList<>();
        new ObjectMapper().readTree(answer.out()).get("findings").forEach(findings::add);
        return findings;
    }

    @Test
    void a_flow_names_its_function_its_way_its_trigger_and_what_the_role_allows() throws IOException {
        JsonNode finding = findings("""
                        import os
                        def handler(event, context):
                            name = event["queryStringParameters"]["name"]
                            os.system("ls " + name)
                        """).getFirst();
        assertThat(finding.at("/resource/address").asText()).isEqualTo("Names");
        assertThat(finding.at("/location/path").asText()).isEqualTo("src/app.py");
        assertThat(finding.at("/location/start/line").asInt()).isEqualTo(4);
        assertThat(finding.at("/unauthenticated").asBoolean()).isTrue();
        assertThat(finding.at("/severity").asText()).isEqualTo("critical");
        assertThat(finding.at("/message").asText())
                .isEqualTo("os.system() runs a command that holds event.queryStringParameters.name, "
                        + "which a request to an API, GET /names brings");
        assertThat(finding.get("evidence").findValuesAsText("text"))
                .containsExactly(
                        "it comes from a request to an API, GET /names",
                        "event.queryStringParameters.name is taken here",
                        "goes into 'name'",
                        "reaches os.system()",
                        "all of it runs as NamesRole, which may do s3:GetObject");
    }

    @Test
    void tables_of_ones_own_are_heeded() throws IOException {
        String code = """
                import shop
                def handler(event, context):
                    shop.start(event["body"])
                """;
        assertThat(findings(code)).isEmpty();
        Files.writeString(folder.resolve("parapet.yaml"), "flows: [own.flows]\n");
        Files.writeString(folder.resolve("own.flows"), "language python\nsink command\n  shop.start(!command)\n");
        assertThat(findings(code)).hasSize(1);
    }

    @Test
    void comments_beside_a_finding_in_code_silence_it() throws IOException {
        List<JsonNode> findings = findings("""
                import os
                def handler(event, context):
                    name = event["queryStringParameters"]["name"]
                    os.system("a " + name)  # nosec B605
                    os.system("b " + name)  # nosec B101
                    # parapet:ignore command-injection only by hand
                    os.system("c " + name)
                    # nosemgrep: python.aws-lambda.security.dangerous-system-call.dangerous-system-call
                    os.system("d " + name)
                """);
        assertThat(findings).hasSize(4);
        assertThat(findings.stream()
                        .filter(it -> it.hasNonNull("suppressed"))
                        .map(it -> it.at("/location/start/line").asInt()))
                .containsExactlyInAnyOrder(4, 7, 9);
    }
}
