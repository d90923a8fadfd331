package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar says of a function what the source says that it was made of. */
final class ScanJarsTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Table:
                Type: AWS::DynamoDB::Table
                Properties: {KeySchema: [{AttributeName: id, KeyType: HASH}]}
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: CODE
                  Handler: com.example.Orders::handleRequest
                  Runtime: java21
                  Environment: {Variables: {TABLE: !Ref Table}}
                  Events:
                    Get: {Type: HttpApi, Properties: {Path: /orders, Method: get}}
            """;

    private static final Map<String, String> SOURCES = Map.of(
            "src/main/java/com/example/Orders.java", """
            package com.example;

            import com.amazonaws.services.lambda.runtime.Context;
            import com.amazonaws.services.lambda.runtime.RequestHandler;
            import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
            import java.util.Map;
            import java.util.Set;

            public class Orders implements RequestHandler<APIGatewayV2HTTPEvent, String> {
                private static final Set<String> TOOLS = Set.of("ls", "id");
                private final Store store = new Store(System.getenv("TABLE"));

                @Override
                public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
                    Map<String, String> query = event.getQueryStringParameters();
                    String tool = query.get("tool");
                    try {
                        if (!TOOLS.contains(tool)) {
                            return "no";
                        }
                        Runtime.getRuntime().exec(tool);
                        Runtime.getRuntime().exec("cat " + query.get("name"));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return query.get("id") == null ? "none" : store.get(query.get("id"));
                }
            }
            """,
            "src/main/java/com/example/Store.java", """
            package com.example;

            import java.util.Map;
            import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
            import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

            class Store {
                private final DynamoDbClient client = DynamoDbClient.create();
                private final String table;

                Store(String table) {
                    this.table = table;
                }

                String get(String id) {
                    GetItemRequest request = GetItemRequest.builder()
                            .tableName(table)
                            .build();
                    Object archived = client.getItem(it -> it.tableName(table + "-" + id));
                    return client.getItem(request).toString() + archived;
                }
            }
            """);

    /** As much of the libraries as the sources need to be compiled. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "com/amazonaws/services/lambda/runtime/Context.java",
            "package com.amazonaws.services.lambda.runtime; public interface Context {}",
            "com/amazonaws/services/lambda/runtime/RequestHandler.java",
            "package com.amazonaws.services.lambda.runtime;"
                    + " public interface RequestHandler<I, O> { O handleRequest(I in, Context context); }",
            "com/amazonaws/services/lambda/runtime/events/APIGatewayV2HTTPEvent.java",
            "package com.amazonaws.services.lambda.runtime.events; public class APIGatewayV2HTTPEvent {"
                    + " public java.util.Map<String, String> getQueryStringParameters() { return null; } }",
            "software/amazon/awssdk/services/dynamodb/DynamoDbClient.java",
            "package software.amazon.awssdk.services.dynamodb; import software.amazon.awssdk.services.dynamodb.model.*;"
                    + " public interface DynamoDbClient { static DynamoDbClient create() { return null; }"
                    + " Object getItem(GetItemRequest request);"
                    + " Object getItem(java.util.function.Consumer<GetItemRequest.Builder> request); }",
            "software/amazon/awssdk/services/dynamodb/model/GetItemRequest.java",
            "package software.amazon.awssdk.services.dynamodb.model; public class GetItemRequest {"
                    + " public static Builder builder() { return null; }"
                    + " public interface Builder { Builder tableName(String name); GetItemRequest build(); } }");

    @TempDir
    private Path folder;

    private Path source;
    private Path classes;

    @BeforeEach
    void sources() throws IOException {
        classes = folder.resolve("classes");
        source = folder.resolve("source");
        write(source.resolve("template.yaml"), TEMPLATE.replace("CODE", "."));
        write(source.resolve("pom.xml"), "<project/>");
        for (Map.Entry<String, String> file : SOURCES.entrySet()) {
            write(source.resolve(file.getKey()), file.getValue());
        }
        for (Map.Entry<String, String> file : LIBRARIES.entrySet()) {
            write(folder.resolve("libraries").resolve(file.getKey()), file.getValue());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void compile(String debug) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", debug, "-d", classes.toString()));
        for (String place : List.of("source", "libraries")) {
            try (Stream<Path> files = Files.walk(folder.resolve(place))) {
                files.filter(it -> it.toString().endsWith(".java")).forEach(it -> arguments.add(it.toString()));
            }
        }
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, problems, problems, arguments.toArray(String[]::new));
        assertThat(code).as(problems.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** An application of a jar that holds the libraries too, as they are uploaded. */
    private Path jar() throws IOException {
        Path application = folder.resolve("jar");
        write(application.resolve("template.yaml"), TEMPLATE.replace("CODE", "target/app.jar"));
        Files.createDirectories(application.resolve("target"));
        try (OutputStream out = Files.newOutputStream(application.resolve("target/app.jar"));
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return application;
    }

    /** What is found in code, with its lines. */
    private static List<String> found(Path application) {
        String report = Door.PIPE
                .run("scan", "--format", "json", "--fail-on", "never", "--no-cache", application)
                .out();
        Matcher finding = Pattern.compile(
                        "\"rule\": \"([^\"]+)\"|\"message\": \"([^\"]+)\"|\"path\": \"[^\"]+/(\\w+)\\."
                                + "(?:class|java)\",\\s*\"start\": \\{ \"line\": (\\d+)")
                .matcher(report);
        List<String> found = new ArrayList<>();
        String rule = "";
        while (finding.find()) {
            rule = finding.group(1) == null ? rule : finding.group(1);
            if (finding.group(3) != null) {
                found.add(rule + ' ' + finding.group(3) + ':' + finding.group(4));
            }
        }
        return found;
    }

    @Test
    void what_it_needs() throws IOException {
        compile("-g");
        Door.Answer needs = Door.PIPE.run("iam", "needs", source);
        assertThat(needs.out()).contains("dynamodb:GetItem\n      on ${Table.Arn}");
        assertThat(Door.PIPE.run("iam", "needs", jar())).isEqualTo(needs);
    }

    @Test
    void what_it_needs_where_the_compiler_kept_no_names() throws IOException {
        compile("-g:none");
        assertThat(Door.PIPE.run("iam", "needs", jar())).isEqualTo(Door.PIPE.run("iam", "needs", source));
    }

    @Test
    void what_flows_through_it() throws IOException {
        compile("-g");
        List<String> found = found(source);
        assertThat(found).contains("command-injection Orders:22");
        assertThat(found(jar())).isEqualTo(found);
    }

    @Test
    void classes_in_a_folder() throws IOException {
        compile("-g");
        Path application = folder.resolve("folder");
        write(application.resolve("template.yaml"), TEMPLATE.replace("CODE", "classes"));
        Files.move(classes, application.resolve("classes"));
        assertThat(Door.PIPE.run("iam", "needs", application)).isEqualTo(Door.PIPE.run("iam", "needs", source));
    }

    @Test
    void the_source_comes_first() throws IOException {
        compile("-g");
        Path application = jar();
        write(application.resolve("src/main/java/com/example/Orders.java"), """
                package com.example;
                class Orders { String handleRequest(Object event) { return null; } }
                """);
        write(application.resolve("pom.xml"), "<project/>");
        assertThat(Door.PIPE.run("iam", "needs", application).out()).doesNotContain("dynamodb");
    }

    @Test
    void an_archive_that_is_broken_is_said() throws IOException {
        Path application = folder.resolve("broken");
        write(application.resolve("template.yaml"), TEMPLATE.replace("CODE", "app.jar"));
        write(application.resolve("app.jar"), "no archive");
        assertThat(Door.PIPE.run("iam", "needs", application).out())
                .contains(
                        "the code of 'Orders' lies in 'app.jar', which is not a valid archive, so that what it does is not known");
    }
}
