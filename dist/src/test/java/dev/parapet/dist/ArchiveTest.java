package dev.parapet.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive is unpacked elsewhere, and run where there is no JDK, no PATH and no home. */
final class ArchiveTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path elsewhere;

    private record Answer(int code, String out) {}

    private static Answer run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out);
    }

    private static String file(String name) {
        return elsewhere.resolve("parapet-" + name).toString();
    }

    @BeforeAll
    static void unpack() throws Exception {
        String archive = Objects.requireNonNull(System.getProperty("parapet.archive"));
        assertThat(run(List.of("/bin/tar", "-xzf", archive, "-C", elsewhere.toString())))
                .isEqualTo(new Answer(0, ""));
        try (var folders = Files.list(elsewhere)) {
            Files.move(folders.findFirst().orElseThrow(), elsewhere.resolve("parapet-here"));
        }
    }

    @Test
    void it_runs_without_a_jdk() throws Exception {
        Path template = Files.writeString(elsewhere.resolve("template.yaml"), """
                Resources:
                  Url:
                    Type: AWS::Lambda::Url
                    Properties: { TargetFunctionArn: x, AuthType: NONE }
                """);
        Answer answer = run(List.of(file("here/bin/parapet"), "scan", template.toString(), "--only", "CKV_AWS_258"));
        assertThat(answer.out()).contains("can be invoked by anyone who knows its URL");
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void it_runs_by_a_link() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("parapet"), Path.of("parapet-here/bin/parapet"));
        assertThat(run(List.of(link.toString(), "--version")).out()).startsWith("parapet ");
    }

    @Test
    void its_cache_is_good_where_it_was_unpacked() throws Exception {
        assertThat(run(List.of(
                                file("here/bin/java"),
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:AOTMode=on",
                                "-XX:AOTCache=" + file("here/app/parapet.aot"),
                                "-cp",
                                file("here/app/parapet.jar"),
                                "dev.parapet.cli.Main",
                                "--version"))
                        .out())
                .startsWith("parapet ");
    }

    @Test
    void function_code_is_read_by_the_parser_that_it_brings_along() throws Exception {
        Path tests = Path.of(
                ReadCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        assertThat(run(List.of(
                        file("here/bin/java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        file("here/app/parapet.jar") + File.pathSeparator + tests,
                        ReadCode.class.getName())))
                .isEqualTo(new Answer(0, "let x: int = f(1)\nlet x: number = f(1)\n"));
    }

    @Test
    void its_changes_are_read_from_git_too() throws Exception {
        assertThat(run(List.of(file("here/bin/parapet"), "scan", elsewhere.toString(), "--since", "HEAD")))
                .isEqualTo(
                        new Answer(2, "parapet: --since needs a git repository, and '" + elsewhere + "' is in none\n"));
    }
}
