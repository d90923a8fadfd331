package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpandCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static final String TEMPLATE = """
            Transform: AWS::LanguageExtensions
            Parameters:
              Names: { Type: CommaDelimitedList, Default: "a,b" }
            Resources:
              Fn::ForEach::Topics:
                - Name
                - !Ref Names
                - Topic${Name}:
                    Type: AWS::SNS::Topic
                    Properties:
                      DisplayName: "${Name}"
                      Switch: "yes"
                      Date: "2026-11-24"
                      Number: 1.50
                      Lines: |
                        one
                        two
                      Nothing: {}
                      Where: !Sub "${AWS::Region}"
            """;

    @Test
    void a_template_is_written_as_it_would_be_deployed() throws Exception {
        Path template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        assertThat(Door.PIPE.run("expand", template, "--parameter", "Names=c")).isEqualTo(new Door.Answer(0, """
                        Parameters:
                          Names:
                            Type: CommaDelimitedList
                            Default: a,b
                        Resources:
                          Topicc:
                            Type: AWS::SNS::Topic
                            Properties:
                              DisplayName: c
                              Switch: "yes"
                              Date: "2026-11-24"
                              Number: 1.50
                              Lines: |
                                one
                                two
                              Nothing: {}
                              Where:
                                Fn::Sub: ${AWS::Region}
                        """, ""));
    }

    @Test
    void json_and_yaml_say_the_same() throws Exception {
        Path template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        String json = Door.PIPE.run("expand", template, "--format", "json").out();
        assertThat(json).contains("\"Number\": 1.50", "\"Lines\": \"one\\ntwo\\n\"", "\"Topicb\": {");
        Path yaml = folder.resolve("expanded.yaml");
        assertThat(Door.PIPE.run("expand", template, "-o", yaml)).isEqualTo(new Door.Answer(0, "", ""));
        assertThat(Door.PIPE.run("expand", yaml, "--format", "json").out()).isEqualTo(json);
    }

    @Test
    void what_is_wrong_is_a_document_or_a_sentence() throws Exception {
        Path template = Files.writeString(folder.resolve("template.yaml"), "Resources: [\n");
        Door.Answer json = Door.PIPE.run("expand", template, "--format=json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.err()).isEmpty();
        Schema.check("parapet.expand-faults-1", json.out());
        Door.Answer yaml = Door.PIPE.run("expand", template);
        assertThat(yaml.code()).isEqualTo(2);
        assertThat(yaml.out()).isEmpty();
        assertThat(yaml.err()).startsWith("parapet: template.yaml:2:1: it is not YAML: ");
    }
}
