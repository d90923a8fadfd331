package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one scan keeps for the next changes nothing that is said, whatever becomes of it. */
final class ScanCacheTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: orders/
                  Handler: app.handler
                  Runtime: python3.13
                  Policies: [{ DynamoDBCrudPolicy: { TableName: !Ref Table } }]
                  Events: { Api: { Type: HttpApi } }
              Table:
                Type: AWS::Serverless::SimpleTable
            """;

    /** One more resource of the template. */
    private static final String INLINE = """
            #
              Inline:
                Type: AWS::Lambda::Function
                Properties:
                  Runtime: python3.13
                  Handler: index.handler
                  Role: arn:aws:iam::123456789012:role/inline
                  Code:
                    ZipFile: |
                      import os
                      def handler(event, context):
                          os.popen(event["x"])
            """;

    private static final String CODE = """
            import os
            import boto3
            PASSWORD = "correct-horse-battery-staple"
            def handler(event, context):
                os.system("convert " + event["body"])
                boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path application;
    private Path caches;

    @BeforeEach
    void application() throws IOException {
        application = folder.resolve("application");
        caches = folder.resolve("caches");
        write("template.yaml", TEMPLATE);
        write("orders/app.py", CODE);
    }

    private void write(String path, String text) throws IOException {
        Path file = application.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String scan(Object... more) {
        return scan(caches, more);
    }

    private String scan(Path cacheHome, Object... more) {
        Object[] words = Stream.concat(
                        Stream.of("scan", "--format", "json", "--verdicts", "all", "--fail-on", "never", application),
                        Stream.of(more))
                .toArray();
        Door.Answer answer = new Door(false, Map.of("XDG_CACHE_HOME", cacheHome.toString())).run(words);
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer.out();
    }

    private List<Path> packs() throws IOException {
        if (Files.notExists(caches)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(caches)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path pack() throws IOException {
        assertThat(packs()).hasSize(1);
        return packs().getFirst();
    }

    @Test
    void the_next_scan_says_the_same() throws IOException {
        String plain = scan("--no-cache");
        assertThat(packs()).isEmpty();
        assertThat(scan()).isEqualTo(plain).contains("os.system()");
        byte[] kept = Files.readAllBytes(pack());
        assertThat(scan()).isEqualTo(plain);
        assertThat(Files.readAllBytes(pack())).isEqualTo(kept);
    }

    @Test
    void what_changed_is_read() throws IOException {
        scan();
        write("orders/app.py", CODE.replace("os.system", "os.popen"));
        assertThat(scan()).isEqualTo(scan("--no-cache")).contains("os.popen()");
        write("orders/app.py", CODE);
        assertThat(scan()).isEqualTo(scan("--no-cache")).contains("os.system()");
    }

    @Test
    void what_is_new_or_gone_or_said_otherwise_is_seen() throws IOException {
        write(
                "orders/app.py",
                CODE.replace("import os", "import os\nfrom helper import run").replace("os.system(", "run("));
        scan();
        write("orders/helper.py", "import os\ndef run(it):\n    os.system(it)\n");
        assertThat(scan()).isEqualTo(scan("--no-cache")).contains("os.system()");
        write("orders/helper.py", "import os\ndef run(it):\n    os.popen(it)\n");
        assertThat(scan()).isEqualTo(scan("--no-cache")).contains("os.popen()");
        write("template.yaml", TEMPLATE.replace("HttpApi", "Schedule, Properties: { Schedule: rate(1 day) }"));
        assertThat(scan()).isEqualTo(scan("--no-cache")).doesNotContain("os.popen()");
        write("template.yaml", TEMPLATE);
        Files.delete(application.resolve("orders/helper.py"));
        assertThat(scan()).isEqualTo(scan("--no-cache")).doesNotContain("os.popen()");
        write("alone/worker.py", CODE);
        assertThat(scan()).isEqualTo(scan("--no-cache")).contains("alone/worker.py");
        assertThat(scan("--only", "command-injection")).isEqualTo(scan("--no-cache", "--only", "command-injection"));
        assertThat(scan("--only", "CKV_AWS_258")).isEqualTo(scan("--no-cache", "--only", "CKV_AWS_258"));
    }

    @Test
    void faults_and_credentials_are_told_and_hidden_alike() throws IOException {
        String secret = "AKIAIOSFODNN7EXAMPLE/wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";
        write(
                "orders/app.py",
                CODE.replace("import os", "import os\nfrom broken import x\nfrom binary import y")
                        .replace("convert ", "curl https://me:" + secret + "@example.com "));
        write("orders/broken.py", "def f(:\n");
        Files.write(application.resolve("orders/binary.py"), new byte[] {(byte) 0xC3, 0x28, 0});
        Door door = new Door(false, Map.of("XDG_CACHE_HOME", caches.toString()));
        Door.Answer plain = door.run("scan", "--format", "json", "--no-cache", application);
        assertThat(plain.code()).isEqualTo(ExitCode.FAILED);
        assertThat(plain.out()).contains("broken.py").contains("binary.py").doesNotContain(secret);
        for (int i = 0; i < 3; i++) {
            Door.Answer answer = door.run("scan", "--format", "json", application);
            assertThat(answer).isEqualTo(plain);
        }
        assertThat(Files.readString(pack(), StandardCharsets.ISO_8859_1)).doesNotContain(secret);
        // One file less is asked for, and its fault is not told.
        write("orders/app.py", CODE);
        Files.delete(application.resolve("orders/broken.py"));
        assertThat(door.run("scan", "--format", "json", application))
                .isEqualTo(door.run("scan", "--format", "json", "--no-cache", application));
    }

    @Test
    void code_in_templates_is_the_same_with_and_without() throws IOException {
        write("template.yaml", TEMPLATE + INLINE);
        String plain = scan("--no-cache");
        assertThat(plain).contains("os.popen()");
        assertThat(scan()).isEqualTo(plain);
        assertThat(scan()).isEqualTo(plain);
    }

    @Test
    void the_example_is_the_same_with_and_without() {
        application = Path.of("..", "examples", "order-service");
        String plain = scan("--no-cache");
        assertThat(scan()).isEqualTo(plain);
        assertThat(scan()).isEqualTo(plain);
    }

    @Test
    void needs_are_the_same_with_and_without() throws IOException {
        Door door = new Door(false, Map.of("XDG_CACHE_HOME", caches.toString()));
        String plain = door.run("iam", "needs", "--format", "json", "--no-cache", application)
                .out();
        assertThat(packs()).isEmpty();
        assertThat(plain).contains("dynamodb:PutItem");
        for (int i = 0; i < 2; i++) {
            assertThat(door.run("iam", "needs", "--format", "json", application).out())
                    .isEqualTo(plain);
            pack();
        }
    }

    /** All bytes of a small one are tried in PackTest. */
    @Test
    void a_changed_byte_changes_nothing() throws IOException {
        String plain = scan();
        byte[] whole = Files.readAllBytes(pack());
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(pack(), changed);
            assertThat(scan()).as("byte %d", at).isEqualTo(plain);
        }
    }

    @Test
    void a_cut_or_foreign_file_changes_nothing() throws IOException {
        String plain = scan();
        byte[] whole = Files.readAllBytes(pack());
        for (int length : new int[] {0, 7, 8, 40, 41, 100, whole.length / 2, whole.length - 1}) {
            Files.write(pack(), Arrays.copyOf(whole, length));
            assertThat(scan()).as("%d bytes", length).isEqualTo(plain);
        }
        Files.writeString(pack(), "not at all\n".repeat(100));
        assertThat(scan()).isEqualTo(plain);
    }

    @Test
    void it_is_for_the_user_alone() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        scan();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pack())))
                .isEqualTo("rw-------");
        Path home = pack().getParent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(pack(), StandardCharsets.ISO_8859_1)).doesNotContain("correct-horse");
        byte[] before = Files.readAllBytes(pack());
        write("orders/app.py", CODE + "\n");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(scan()).isEqualTo(scan("--no-cache"));
        assertThat(Files.readAllBytes(pack())).isEqualTo(before);
    }

    @Test
    void links_are_not_followed() throws IOException {
        scan();
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(pack(), elsewhere);
        Path home = caches.resolve("parapet/code");
        Path link = home.resolve(elsewhere.getFileName());
        Files.createSymbolicLink(link, elsewhere);
        assertThat(scan()).isEqualTo(scan("--no-cache"));
        Files.delete(link);
        Files.move(home, folder.resolve("moved"));
        Files.createSymbolicLink(home, folder.resolve("moved"));
        assertThat(scan()).isEqualTo(scan("--no-cache"));
    }

    @Test
    void nothing_is_written_where_it_would_be_scanned() throws IOException {
        caches = application.resolve("caches");
        assertThat(scan()).isEqualTo(scan("--no-cache"));
        assertThat(Files.exists(caches)).isFalse();
    }

    @Test
    void a_place_that_cannot_be_written_costs_nothing_else() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(scan(file)).isEqualTo(scan("--no-cache"));
        assertThat(scan(Path.of("relative"))).isEqualTo(scan("--no-cache"));
        assertThat(Files.exists(Path.of("relative"))).isFalse();
    }

    @Test
    void unfinished_files_go_and_too_much_is_not_kept() throws IOException {
        scan();
        Path abandoned = Files.writeString(pack().resolveSibling(".x.part"), "");
        Files.setLastModifiedTime(abandoned, FileTime.fromMillis(0));
        write("orders/app.py", CODE + "# changed");
        scan();
        assertThat(packs()).hasSize(1);
    }

    @Test
    void without_code_nothing_is_kept() throws IOException {
        scan("--no-code");
        assertThat(packs()).isEmpty();
        Files.delete(application.resolve("orders/app.py"));
        scan();
        assertThat(packs()).isEmpty();
    }
}
