package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./parapet}, in a copy of the repository that holds nothing else, with JDKs that only look like some, and usual folders of its own. */
final class LauncherTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private record Answer(int code, String out) {}

    @BeforeEach
    void copy() throws IOException {
        String script = Files.readString(Path.of("..", "parapet"))
                .replace(" /usr/", " " + root + "/usr/")
                .replace(" /opt/", " " + root + "/opt/")
                .replace(" /Library/", " " + root + "/Library/");
        Files.writeString(root.resolve("parapet"), script);
        assertThat(root.resolve("parapet").toFile().setExecutable(true)).isTrue();
        Files.writeString(root.resolve("pom.xml"), "<project/>");
    }

    private Answer run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new java.util.ArrayList<>(List.of(root.resolve("parapet").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", root.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out);
    }

    /** A folder that the script takes for a JDK, whose java prints its arguments. */
    private Path jdk(String name, String version) throws IOException {
        Path jdk = root.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(jdk.resolve("bin/" + tool), "#!/bin/sh\necho \"" + name + " $*\"\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return jdk;
    }

    /** What a build leaves behind; its cache is there too, so that no rehearsal begins. */
    private void built(String version) throws IOException {
        Path target = Files.createDirectories(root.resolve("cli/target"));
        Files.writeString(target.resolve("built"), "");
        Path cache = Files.writeString(target.resolve("parapet-" + version + ".aot"), "");
        assertThat(cache.toFile().setLastModified(System.currentTimeMillis() + 10_000))
                .isTrue();
    }

    /** A PATH on which there is neither java nor Maven. */
    private String tools() throws IOException {
        Path tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : List.of("find", "head", "readlink", "mkdir")) {
            Path file = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return tools.toString();
    }

    @Test
    void it_starts_the_jdk_that_is_named_and_passes_the_arguments_on() throws Exception {
        Path jdk = jdk("named", "25.0.1+8");
        jdk("other", "26");
        built("25.0.1+8");
        Answer answer = run(
                Map.of("PATH", "/usr/bin:/bin", "PARAPET_JAVA", jdk.toString(), "JAVA_HOME", root + "/other"),
                "scan",
                "a folder");
        assertThat(answer.out())
                .startsWith("named ")
                .contains(" -XX:AOTCache=" + root.toRealPath() + "/cli/target/parapet-25.0.1+8.aot ")
                .endsWith(" dev.parapet.cli.Main scan a folder\n");
        assertThat(answer.code()).isEqualTo(0);
    }

    @Test
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        Path old = jdk("old", "17.0.9+9");
        jdk("usr/lib/jvm/new", "25+36");
        built("25+36");
        assertThat(run(Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", old.toString()), "--version")
                        .out())
                .startsWith("usr/lib/jvm/new ");
    }

    @Test
    void it_says_that_there_is_no_jdk() throws Exception {
        Path old = jdk("old", "17.0.9+9");
        assertThat(run(Map.of("PATH", tools(), "JAVA_HOME", old.toString()), "--version"))
                .isEqualTo(new Answer(
                        2,
                        "parapet: no JDK 25 or later was found; install one (https://adoptium.net),"
                                + " or name its folder in PARAPET_JAVA\n"));
    }

    @Test
    void it_says_that_maven_is_missing() throws Exception {
        Path jdk = jdk("named", "25.0.1+8");
        assertThat(run(Map.of("PATH", tools(), "PARAPET_JAVA", jdk.toString()), "--version"))
                .isEqualTo(new Answer(
                        2,
                        "parapet: Maven is needed to build Parapet the first time and was not found;"
                                + " install Maven 3.8 or later\n"));
    }
}
