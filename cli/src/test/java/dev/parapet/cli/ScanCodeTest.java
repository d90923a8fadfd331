package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan says of the code of functions that it cannot look into. */
final class ScanCodeTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: orders/
                  Handler: app.handler
                  Runtime: python3.13
              Returns:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: orders/
                  Handler: app.handler
                  Runtime: python3.13
              Tool:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: tool/
                  Handler: bootstrap
                  Runtime: provided.al2023
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void application() throws IOException {
        write("template.yaml", TEMPLATE);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String faults(String... options) {
        Object[] words = new Object[options.length + 8];
        System.arraycopy(
                new Object[] {"scan", "--format", "json", "--only", "CKV_AWS_258", "--fail-on", "never", folder},
                0,
                words,
                0,
                8);
        System.arraycopy(options, 0, words, 8, options.length);
        Door.Answer answer = Door.PIPE.run(words);
        int start = answer.out().indexOf("\"faults\"");
        return answer.code() + " "
                + answer.out()
                        .substring(start, answer.out().indexOf(']', start))
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    @Test
    void code_that_cannot_be_read_is_said_once_for_all_functions_that_share_it() throws IOException {
        write("orders/app.py", "import os\ndef handler(event, context):\n    print 'old'\n    return os.getcwd(\n");
        write("tool/Cargo.toml", "[package]\nname = \"tool\"\n");
        assertThat(faults()).isEqualTo("""
                        2 "faults": [ { "kind": "unreadable", "path": "orders/app.py", "line": 4, \
                        "message": "is not valid Python here; the rest of the file was read" }, \
                        { "kind": "unsupported", "path": "template.yaml", "line": 15, "message": "the code of 'Tool' is \
                        written in Rust, which Parapet does not read, so that what it does is not known" }""");
    }

    @Test
    void a_bundle_is_said_where_it_is_asked_for_and_fails_nothing() throws IOException {
        String bundle = "var a=1;".repeat(3_000);
        write("orders/app.py", "import os\ndef handler(event, context):\n    return os.getcwd()\n");
        write("orders/vendor/lib.min.js", bundle);
        write("tool/index.js", "exports.handler = async (event) => 1;\n");
        write("template.yaml", TEMPLATE.replace("bootstrap", "index.handler").replace("provided.al2023", "nodejs22.x"));
        assertThat(faults()).isEqualTo("0 \"faults\": [");
        write("tool/lib.js", bundle);
        write("tool/index.js", "const lib = require('./lib');\nexports.handler = async (event) => lib.go();\n");
        assertThat(faults()).isEqualTo("""
                        0 "faults": [ { "kind": "unsupported", "path": "tool/lib.js", "line": 1, "message": \
                        "looks minified or bundled and was not read; scan the sources that it is made of" }""");
    }

    @Test
    void without_code_nothing_is_said_of_it() throws IOException {
        assertThat(faults()).isEqualTo("0 \"faults\": [");
        write("orders/app.py", "def handler(event, context):\n    print 'old'\n");
        assertThat(faults("--no-code")).isEqualTo("0 \"faults\": [");
    }

    @Test
    void what_is_quoted_beside_a_finding_tells_no_secret_of_the_code() throws IOException {
        String url = "      FunctionUrlConfig:\n        AuthType: NONE # as long as it is Zk7pQ2xV9mT4wR8s\n";
        write("template.yaml", TEMPLATE.replace("      CodeUri: tool/\n", url + "      CodeUri: tool/\n"));
        write("tool/main.go", "package main\n");
        assertThat(quoted()).contains("AuthType: NONE # as long as it is Zk7pQ2xV9mT4wR8s");
        write("orders/app.py", "DB_PASSWORD = 'Zk7pQ2xV9mT4wR8s'\ndef handler(event, context):\n    return 1\n");
        assertThat(quoted()).contains("AuthType: NONE # as long as it is ****************");
    }

    private String quoted() {
        return Door.PIPE
                .run("scan", "--only", "CKV_AWS_258", "--fail-on", "never", folder)
                .out();
    }
}
