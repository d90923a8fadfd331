package dev.parapet.cli.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.model.binary.Store;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the code of functions is found, one way after the other. */
final class CodeInspectionTest {
    private static final String SAM = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

    private static final String PYTHON =
            "import boto3\ndef handler(event, context):\n    boto3.client('s3').list_buckets()\n";

    private static final String JAVASCRIPT = "export const handler = async () => fetch('https://example.com');\n";

    @TempDir
    private Path folder;

    /** Paths and texts by turns; what is found of each function, and how many calls its handler reaches. */
    private String inspect(String... files) throws Exception {
        for (int i = 0; i < files.length; i += 2) {
            Path file = folder.resolve(files[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, files[i + 1]);
        }
        FileTree tree = FileTree.of(List.of(folder), Bounds.USUAL);
        Graph graph =
                GraphBuilder.build(CloudFormationReader.read(tree, Map.of()).stacks());
        StringBuilder text = new StringBuilder();
        for (FunctionBehaviour each : new CodeInspection(graph, tree, Store.none()).all()) {
            String name = each.function().substring(each.function().indexOf('#') + 1);
            text.append(name).append(": ");
            each.handler()
                    .ifPresent(it -> text.append(it.language().title())
                            .append(' ')
                            .append(it.path())
                            .append(' ')
                            .append(it.symbol()));
            each.reached()
                    .ifPresent(it -> text.append(", calls ").append(it.calls().size()));
            each.faults().forEach(it -> text.append(it.message()));
            text.append('\n');
        }
        return text.toString();
    }

    private static String function(String name, String... properties) {
        return "  " + name + ":\n    Type: AWS::Serverless::Function\n    Properties:\n      "
                + String.join("\n      ", properties) + "\n";
    }

    @Test
    void a_folder_beside_the_template() throws Exception {
        assertThat(inspect(
                        "app/template.yaml",
                        SAM
                                + function("A", "CodeUri: src/", "Handler: orders.app.handler", "Runtime: python3.13")
                                + function("B", "Handler: web/index.handler", "Runtime: nodejs22.x")
                                + function("C", "CodeUri: src", "Handler: orders.gone.handler", "Runtime: python3.13"),
                        "app/src/orders/app.py",
                        PYTHON,
                        "app/web/index.mjs",
                        JAVASCRIPT))
                .isEqualTo("""
                        A: Python app/src/orders/app.py handler, calls 2
                        B: JavaScript app/web/index.mjs handler, calls 1
                        C: the code of 'C' was not found: there is no 'orders.gone.handler' in 'app/src', so that what it does is not known
                        """);
    }

    @Test
    void code_within_the_template() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function(
                                        "A",
                                        "Handler: index.handler",
                                        "Runtime: python3.13",
                                        "InlineCode: |",
                                        "  import boto3",
                                        "  def handler(event, context):",
                                        "      boto3.client('s3').list_buckets()")))
                .isEqualTo("A: Python template.yaml handler, calls 2\n");
    }

    @Test
    void what_a_build_makes_back_to_its_source() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function(
                                        "A", "CodeUri: dist/", "Handler: handlers/order.handler", "Runtime: nodejs22.x")
                                + function("B", "CodeUri: src/", "Handler: main.handler", "Runtime: nodejs22.x")
                                + "    Metadata:\n      BuildMethod: esbuild\n      BuildProperties:\n        EntryPoints: [handlers/order.ts]\n",
                        "tsconfig.json",
                        "{\"compilerOptions\": {\"outDir\": \"dist\", \"rootDir\": \"src\"}}",
                        "src/handlers/order.ts",
                        JAVASCRIPT))
                .isEqualTo("""
                        A: TypeScript src/handlers/order.ts handler, calls 1
                        B: TypeScript src/handlers/order.ts handler, calls 1
                        """);
    }

    @Test
    void layers_are_looked_into() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function(
                                        "A",
                                        "CodeUri: src/",
                                        "Handler: app.handler",
                                        "Runtime: python3.13",
                                        "Layers: [!Ref L]")
                                + "  L:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: layer/\n",
                        "src/app.py",
                        "from shared import store\ndef handler(event, context):\n    store()\n",
                        "layer/python/shared.py",
                        "import boto3\ndef store():\n    boto3.client('s3').list_buckets()\n"))
                .isEqualTo("A: Python src/app.py handler, calls 2\n");
    }

    @Test
    void an_image_with_its_dockerfile() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function("A", "PackageType: Image")
                                + "    Metadata: {DockerContext: ./service, Dockerfile: Dockerfile}\n",
                        "service/Dockerfile",
                        "FROM public.ecr.aws/lambda/python:3.13\nCOPY app/ ${LAMBDA_TASK_ROOT}/\nCMD [\"main.handler\"]\n",
                        "service/app/main.py",
                        PYTHON))
                .isEqualTo("A: Python service/app/main.py handler, calls 2\n");
    }

    @Test
    void folders_that_an_image_puts_together() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function("A", "PackageType: Image")
                                + "    Metadata: {DockerContext: ./src, Dockerfile: flow/Dockerfile}\n",
                        "src/flow/Dockerfile",
                        "FROM public.ecr.aws/lambda/python:3.13\nCOPY flow/app.py ./\nCOPY shared/*.py ./\nCMD [\"app.handler\"]\n",
                        "src/flow/app.py",
                        "from store import store\ndef handler(event, context):\n    store()\n",
                        "src/shared/store.py",
                        "import boto3\ndef store():\n    boto3.client('s3').list_buckets()\n"))
                .isEqualTo("A: Python src/flow/app.py handler, calls 2\n");
    }

    @Test
    void an_image_that_only_a_registry_names() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function(
                                        "A",
                                        "PackageType: Image",
                                        "ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:1"),
                        "src/Dockerfile",
                        "FROM public.ecr.aws/lambda/python:3.13\nADD . ${LAMBDA_TASK_ROOT}\nCMD [\"main.handler\"]\n",
                        "src/main.py",
                        PYTHON))
                .isEqualTo("A: Python src/main.py handler, calls 2\n");
    }

    @Test
    void java_go_and_csharp_projects() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function(
                                        "A",
                                        "CodeUri: orders",
                                        "Handler: com.example.Orders::handleRequest",
                                        "Runtime: java21")
                                + function("B", "CodeUri: billing", "Handler: bootstrap", "Runtime: provided.al2023")
                                + function(
                                        "C",
                                        "CodeUri: stock",
                                        "Handler: Stock::Shop.Function::Handle",
                                        "Runtime: dotnet8"),
                        "orders/pom.xml",
                        "<project/>",
                        "orders/src/main/java/com/example/Orders.java",
                        "package com.example;\npublic class Orders {\n  public String handleRequest(String s) { return s.trim(); }\n}\n",
                        "billing/go.mod",
                        "module example.com/billing\n",
                        "billing/main.go",
                        "package main\nimport \"github.com/aws/aws-lambda-go/lambda\"\nfunc handle() {}\nfunc main() { lambda.Start(handle) }\n",
                        "stock/Stock.csproj",
                        "<Project/>",
                        "stock/Function.cs",
                        "namespace Shop;\npublic class Function { public string Handle(string s) => s; }\n"))
                .contains("A: Java orders/src/main/java/com/example/Orders.java")
                .contains("B: Go billing/main.go")
                .contains("C: C# stock/Function.cs");
    }

    /** https://github.com/aws/serverless-java-container/wiki/Quick-start---Spring-Boot3: the handler is the library's own class. */
    @Test
    void controllers_behind_the_handler_of_a_container() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function(
                                        "Shop",
                                        "CodeUri: shop",
                                        "Handler: com.amazonaws.serverless.proxy.spring.SpringDelegatingLambdaContainerHandler",
                                        "Runtime: java21"),
                        "shop/pom.xml",
                        "<project/>",
                        "shop/src/main/java/com/example/OrderController.java",
                        """
                        package com.example;
                        import org.springframework.web.bind.annotation.*;
                        @RestController
                        public class OrderController {
                          private final OrderService service;
                          public OrderController(OrderService service) { this.service = service; }
                          @GetMapping("/{id}") public String order(@PathVariable String id) { return service.find(id); }
                        }
                        """,
                        "shop/src/main/java/com/example/OrderService.java",
                        """
                        package com.example;
                        import software.amazon.awssdk.services.s3.S3Client;
                        public class OrderService {
                          public String find(String id) { return S3Client.create().getObject(b -> b.bucket("orders")).toString(); }
                        }
                        """))
                .isEqualTo("Shop: Java shop/src/main/java/com/example/OrderController.java OrderController, calls 5\n");
    }

    @Test
    void languages_without_a_reader_and_code_elsewhere_are_said() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function("A", "CodeUri: tool", "Handler: bootstrap", "Runtime: provided.al2023")
                                + function(
                                        "B",
                                        "CodeUri: s3://bucket/key.zip",
                                        "Handler: app.handler",
                                        "Runtime: python3.13")
                                + function(
                                        "C",
                                        "PackageType: Image",
                                        "ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/a:b"),
                        "tool/Cargo.toml",
                        "[package]\nname = \"tool\"\n",
                        "tool/src/main.rs",
                        "fn main() {}\n"))
                .isEqualTo("""
                        A: the code of 'A' is written in Rust, which Parapet does not read, so that what it does is not known
                        B: the code of 'B' lies in Amazon S3, so that what it does is not known
                        C: the code of 'C' is an image of a registry, so that what it does is not known
                        """);
    }

    @Test
    void files_outside_every_template_that_hold_a_handler() throws Exception {
        assertThat(
                        inspect(
                                "python/app.py",
                                PYTHON,
                                "python/helper.py",
                                "def help(event):\n    return event\n",
                                "python/tests/test_app.py",
                                PYTHON,
                                "node/create.ts",
                                "export const create: APIGatewayProxyHandler = async (event) => fetch('https://example.com');\n",
                                "node/old.js",
                                "exports.run = async function (event, context) { return fetch('https://example.com'); };\n",
                                "java/src/main/java/com/example/Orders.java",
                                "package com.example;\npublic class Orders implements RequestHandler<String, String> {\n  public String handleRequest(String s, Context c) { return s.trim(); }\n}\n",
                                "java/src/main/java/com/example/Broker.java",
                                "package com.example;\nimport com.amazonaws.services.lambda.runtime.events.SNSEvent;\npublic class Broker implements Function<SNSEvent, String> {\n  public String apply(SNSEvent e) { return log.write(e); }\n}\n",
                                "net/Program.cs",
                                "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);\nbuilder.Build().Run();\n",
                                "go/main.go",
                                "package main\nimport \"github.com/aws/aws-lambda-go/lambda\"\nfunc handle() {}\nfunc main() { lambda.Start(handle) }\n",
                                "net/Function.cs",
                                "namespace Shop;\npublic class Function {\n  public string Handle(string s, ILambdaContext context) => s;\n}\n"))
                .isEqualTo("""
                        go/main.go: Go go/main.go handle, calls 1
                        java/src/main/java/com/example/Broker.java: Java java/src/main/java/com/example/Broker.java Broker.apply, calls 1
                        java/src/main/java/com/example/Orders.java: Java java/src/main/java/com/example/Orders.java Orders.handleRequest, calls 1
                        net/Function.cs: C# net/Function.cs Function.Handle, calls 0
                        net/Program.cs: C# net/Program.cs , calls 4
                        node/create.ts: TypeScript node/create.ts create, calls 1
                        node/old.js: JavaScript node/old.js run, calls 1
                        python/app.py: Python python/app.py handler, calls 2
                        """);
    }

    @Test
    void a_file_of_a_template_is_no_function_of_its_own() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM + function("A", "CodeUri: src/", "Handler: app.handler", "Runtime: python3.13"),
                        "src/app.py",
                        "from other import handler\n",
                        "src/other.py",
                        PYTHON))
                .isEqualTo("A: Python src/app.py handler, calls 2\n");
    }

    @Test
    void programs_that_scripts_start() throws Exception {
        assertThat(inspect(
                        "template.yaml",
                        SAM
                                + function("A", "CodeUri: web", "Handler: run.sh", "Runtime: nodejs22.x")
                                + function("B", "CodeUri: loop", "Handler: run.sh", "Runtime: python3.13"),
                        "web/run.sh",
                        "#!/bin/bash\nexec npm start\n",
                        "web/package.json",
                        "{\"scripts\": {\"start\": \"node server.js\"}}",
                        "web/server.js",
                        "fetch('https://example.com');\n",
                        "loop/run.sh",
                        "#!/bin/bash\n" + "./run.sh\n".repeat(3000)))
                .isEqualTo("""
                        A: JavaScript web/server.js , calls 1
                        B: the code of 'B' was not found: there is no 'run.sh' in 'loop', so that what it does is not known
                        """);
    }
}
