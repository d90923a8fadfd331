package dev.parapet.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JavaFlowTest {
    private static final String HANDLER = "src/main/java/com/example/App.java";

    /** The calls whose text has a word in it. */
    private static String calls(String word, String... files) {
        return Project.of(files)
                .calls(HANDLER, "App.handleRequest")
                .lines()
                .filter(it -> it.contains(word))
                .reduce("", (all, line) -> all + line + "\n");
    }

    @Test
    void clients_in_fields_requests_and_what_configures_them() {
        assertThat(calls("bucket(", HANDLER, """
                        package com.example;
                        import java.util.*;
                        import software.amazon.awssdk.services.s3.S3Client;
                        import software.amazon.awssdk.services.s3.model.*;
                        public class App implements RequestHandler<S3Event, String> {
                          private static final S3Client S3 = S3Client.create();
                          private final String bucket = System.getenv().getOrDefault("BUCKET", "b");
                          public String handleRequest(S3Event event, Context context) {
                            for (var record : event.getRecords()) {
                              String key = record.getS3().getObject().getKey();
                              S3.getObject(b -> b.bucket(bucket).key(key));
                              S3.deleteObject(b -> { b.bucket("x"); });
                              S3.putObject(PutObjectRequest.builder().bucket(String.format("%s-out", bucket)).build(), "body");
                            }
                            return "";
                          }
                        }
                        """)).isEqualTo("""
                        software.amazon.awssdk.services.s3.S3Client.create().getObject(software.amazon.awssdk.services.s3.S3Client.create().getObject.builder().bucket(env BUCKET).key(event.Records[].s3.object.key))
                        unknown<it is given by a caller outside of the project>.bucket(env BUCKET).key(event.Records[].s3.object.key)
                        unknown<it is given by a caller outside of the project>.bucket(env BUCKET)
                        software.amazon.awssdk.services.s3.S3Client.create().deleteObject(software.amazon.awssdk.services.s3.S3Client.create().deleteObject.builder().bucket("x"))
                        unknown<it is given by a caller outside of the project>.bucket("x")
                        software.amazon.awssdk.services.s3.S3Client.create().putObject(software.amazon.awssdk.services.s3.model.PutObjectRequest.builder().bucket(env BUCKET + "-out").build(), "body")
                        software.amazon.awssdk.services.s3.model.PutObjectRequest.builder().bucket(env BUCKET + "-out").build()
                        software.amazon.awssdk.services.s3.model.PutObjectRequest.builder().bucket(env BUCKET + "-out")
                        """);
    }

    @Test
    void interfaces_are_what_the_project_implements_and_overloads_differ_by_how_much_they_take() {
        assertThat(calls(
                        "run",
                        HANDLER,
                        """
                        package com.example;
                        import com.example.store.*;
                        public class App extends Base {
                          private final Store store;
                          public App() { this(new TableStore(System.getenv("TABLE"))); }
                          public App(Store store) { this.store = store; }
                          public String handleRequest(Map<String, String> event, Context context) {
                            store.save(event.get("id"), 1);
                            log("one");
                            return work();
                          }
                          protected String process() { return Tool.run(Names.PREFIX + "process"); }
                        }
                        abstract class Base {
                          abstract String process();
                          String work() { return process(); }
                          void log(String a) { Tool.run("a", a); }
                          void log(String a, int b) { Tool.run("b", a); }
                        }
                        class Other extends Base { String process() { return Tool.run("other"); } }
                        """,
                        "src/main/java/com/example/Names.java",
                        """
                        package com.example;
                        interface Names { String PREFIX = "p-"; }
                        """,
                        "src/main/java/com/example/store/Store.java",
                        """
                        package com.example.store;
                        public interface Store { void save(String id, int n); }
                        """,
                        "src/main/java/com/example/store/TableStore.java",
                        """
                        package com.example.store;
                        public class TableStore implements Store {
                          private final String table;
                          public TableStore(String table) { this.table = table; }
                          @Override public void save(String id, int n) { Tool.run(table, id); }
                          public void unused() { Tool.run("unused"); }
                        }
                        """))
                .isEqualTo("""
                        Tool.run("p-process")
                        Tool.run("a", "one")
                        Tool.run(env TABLE, event.id)
                        """);
    }

    @Test
    void what_a_framework_injects_is_of_its_declared_type() {
        assertThat(calls("tableName", HANDLER, """
                        package com.example;
                        import jakarta.inject.Inject;
                        import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
                        public class App implements RequestHandler<Order, String> {
                          @Inject Orders orders;
                          public String handleRequest(Order order, Context context) { orders.add(order); return ""; }
                        }
                        interface Orders { void add(Order order); }
                        @ApplicationScoped class TableOrders implements Orders {
                          private final DynamoDbClient client;
                          TableOrders(DynamoDbClient client) { this.client = client; }
                          public void add(Order order) { client.putItem(b -> b.tableName(order.id() + order.getBy().name)); }
                        }
                        record Order(String id, Person by) { Person getBy() { return by; } }
                        class Person { String name; }
                        """)).startsWith("""
                        new software.amazon.awssdk.services.dynamodb.DynamoDbClient().putItem(new software.amazon.awssdk.services.dynamodb.DynamoDbClient().putItem.builder().tableName(event.id + event.by.name))
                        """);
    }

    @Test
    void objects_and_functions_that_libraries_get_are_called() {
        assertThat(calls("run", HANDLER, """
                        package com.example;
                        public class App {
                          public String handleRequest(Map<String, String> event, Context context) {
                            new Thread(new Runnable() { @Override public void run() { Tool.run("anonymous"); } }).start();
                            pool.submit(new Job("job"));
                            Supplier<String> lazy = () -> "lazy";
                            Tool.run(lazy.get());
                            List.of("a").forEach(this::each);
                            return Optional.ofNullable(System.getenv("X")).orElse("x");
                          }
                          private void each(String a) { Tool.run(a); }
                        }
                        class Job implements Callable<String> {
                          private final String name;
                          Job(String name) { this.name = name; }
                          @Override public String call() { Tool.run(name); return name; }
                          void unused() { Tool.run("unused"); }
                        }
                        """)).isEqualTo("""
                        Tool.run("anonymous")
                        Tool.run("lazy")
                        Tool.run("a")
                        Tool.run("job")
                        """);
    }

    @Test
    void a_class_is_a_handler_by_the_method_of_its_interface() {
        Project project = Project.of("App.java", """
                public class App implements RequestStreamHandler {
                  public void handleRequest(InputStream in, OutputStream out, Context context) { Tool.run(in); }
                  static class Nested implements Function<String, String> { public String apply(String s) { return Tool.go(s); } }
                }
                """);
        assertThat(project.calls("App.java", "App")).isEqualTo("Tool.run(event)\n");
        assertThat(project.calls("App.java", "App$Nested")).isEqualTo("Tool.go(event)\n");
        assertThat(project.calls("App.java", "App.missing")).isEqualTo("Tool.run(event)\n");
    }

    @Test
    void a_framework_finds_methods_by_their_annotations() {
        assertThat(calls("run", HANDLER, """
                        package com.example;
                        import com.amazonaws.serverless.proxy.spring.SpringBootLambdaContainerHandler;
                        public class App implements RequestStreamHandler {
                          public void handleRequest(InputStream in, OutputStream out, Context context) { handler.proxyStream(in, out, context); }
                        }
                        """, "src/main/java/com/example/Pets.java", """
                        package com.example;
                        import org.springframework.web.bind.annotation.GetMapping;
                        @RestController public class Pets {
                          private final Store store = new Store("pets");
                          @GetMapping("/pets") public String list(@RequestParam String name) { return store.find(name); }
                          public void unused() { Tool.run("unused"); }
                        }
                        class Store { String table; Store(String table) { this.table = table; } String find(String n) { return Tool.run(table); } }
                        """))
                .isEqualTo("Tool.run(\"pets\")\n");
    }
}
