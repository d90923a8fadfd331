package dev.parapet.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CSharpFlowTest {
    /** What is given to {@code Seen.Use}, which no file declares. */
    private static String used(String symbol, String... files) {
        return Project.of(files)
                .calls(files[0], symbol)
                .lines()
                .filter(line -> line.startsWith("Seen.Use(") || line.startsWith("gap"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void handlers_with_clients_in_fields() {
        assertThat(Project.of("Function.cs", """
                        using Amazon.S3;
                        namespace My.App;
                        public class Function
                        {
                            private readonly IAmazonS3 _s3;
                            private static readonly string Bucket = Environment.GetEnvironmentVariable("BUCKET")!;
                            public Function() : this(new AmazonS3Client()) { }
                            public Function(IAmazonS3 s3) { _s3 = s3; }
                            public async Task<string> Handler(S3Event e, ILambdaContext context)
                            {
                                foreach (var record in e.Records)
                                {
                                    var request = new GetObjectRequest { BucketName = Bucket };
                                    request.Key = $"in/{record.S3.Object.Key}";
                                    using var response = await _s3.GetObjectAsync(request).ConfigureAwait(false);
                                }
                                return "x";
                            }
                        }
                        """).calls("Function.cs", "Function.Handler"))
                .isEqualTo("""
                        Environment.GetEnvironmentVariable("BUCKET")
                        new AmazonS3Client()
                        new GetObjectRequest(BucketName: env BUCKET)
                        new AmazonS3Client().GetObjectAsync(new GetObjectRequest(BucketName: env BUCKET, Key: "in/" + event.Records[].S3.Object.Key)).ConfigureAwait(false)
                        new AmazonS3Client().GetObjectAsync(new GetObjectRequest(BucketName: env BUCKET, Key: "in/" + event.Records[].S3.Object.Key))
                        """);
    }

    @Test
    void names_of_the_project_injected_services_and_inherited_members() {
        assertThat(used("Function.Handler", "Function.cs", """
                        namespace My.App;
                        public class Function(IStore store) : Base
                        {
                            public void Handler(Order order) { store.Save(order.Id, Table); Log(); Helper.Run(Names.Queue); order.Tag = "t"; }
                        }
                        """, "Base.cs", """
                        namespace My.App;
                        public abstract class Base { protected string Table => Environment.GetEnvironmentVariable("TABLE") ?? "none"; }
                        public static partial class Helper { static string prefix = "p"; }
                        public static class Names { public const string Queue = "q"; }
                        """, "Store.cs", """
                        namespace My.App;
                        public interface IStore { void Save(string id, string table); }
                        public class Store : IStore { public void Save(string id, string table) { Seen.Use(id, table); } }
                        public class Unused { public void Save(string id, string table) { Seen.Use("dead"); } }
                        public static partial class Helper { public static void Run(string queue) { Seen.Use(prefix + queue); } }
                        """))
                .isEqualTo("""
                        Seen.Use(event.Id, (env TABLE | "none"))
                        Seen.Use("pq")""");
    }

    @Test
    void programs_that_start_themselves() {
        assertThat(used("", "Program.cs", """
                        using Amazon.Lambda.RuntimeSupport;
                        var queue = string.Format("{0}-{1}", "q", Environment.GetEnvironmentVariable("STAGE"));
                        var handler = (SQSEvent e, ILambdaContext c) => { Seen.Use(queue, e.Records[0].Body); };
                        await LambdaBootstrapBuilder.Create(handler, new Serializer()).Build().RunAsync();
                        """)).isEqualTo("Seen.Use(\"q-\" + env STAGE, event.Records[].Body)");
        assertThat(used("Program.Main", "Program.cs", """
                        class Program
                        {
                            static async Task Main() { await LambdaBootstrapBuilder.Create<string>(Handle, new S()).Build().RunAsync(); }
                            static void Handle(string input) { new List<string> { input }.ForEach(x => Seen.Use(x)); }
                        }
                        """)).isEqualTo("Seen.Use(event)");
    }

    @Test
    void annotations_and_asp_net() {
        assertThat(used("Functions.Add", "Functions.cs", """
                        public class Functions
                        {
                            [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/add/{x}")]
                            public int Add([FromRoute] string x, [FromBody] Order order, ILambdaContext context) { Seen.Use(x, order.Id); return 1; }
                        }
                        """))
                .isEqualTo("Seen.Use(event.pathParameters.x, event.body.Id)");
        assertThat(used("", "Program.cs", """
                        var builder = WebApplication.CreateBuilder(args);
                        builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);
                        builder.Services.AddSingleton(sp => Seen.Use("made"));
                        var app = builder.Build();
                        app.MapGet("/x/{id}", (string id) => Seen.Use("mapped"));
                        app.MapControllers();
                        app.Run();
                        """, "Controllers/Orders.cs", """
                        namespace Web.Controllers;
                        public class Orders : ControllerBase { [HttpGet] public void Get(string id) { Seen.Use("controller"); } }
                        """)).isEqualTo("""
                        Seen.Use("controller")
                        Seen.Use("made")
                        Seen.Use("mapped")""");
        assertThat(used("LambdaEntryPoint.FunctionHandlerAsync", "LambdaEntryPoint.cs", """
                        public class LambdaEntryPoint : APIGatewayProxyFunction
                        {
                            protected override void Init(IWebHostBuilder builder) { builder.UseStartup<Startup>(); }
                        }
                        """, "Startup.cs", """
                        public class Startup { public void Configure(IApplicationBuilder app) { Seen.Use("configured"); } }
                        """))
                .isEqualTo("Seen.Use(\"configured\")");
    }

    @Test
    void classes_that_name_each_other_are_followed() {
        assertThat(used("A.Run", "A.cs", """
                        public partial class A : B, A { public void Run() { Seen.Use(x, Missing, base.Run); } }
                        public class B : A { public void Go() { Missing(); } }
                        public interface I : I { } public class C : I { I other; void F() { other.F(); } }
                        """)).startsWith("Seen.Use(");
    }

    /** https://learn.microsoft.com/dotnet/csharp/whats-new/tutorials/primary-constructors. */
    @Test
    void primary_constructors() {
        assertThat(used("Function.Handler", "Function.cs", """
                        public class Function(IConfigurationRoot? configuration = null)
                        {
                            private static readonly string Table =
                                System.Environment.GetEnvironmentVariable("TABLE") ?? throw new InvalidOperationException("not set");
                            private readonly string _bucket =
                                (configuration != null ? configuration["B"] : Environment.GetEnvironmentVariable("BUCKET")) ?? throw new Exception();
                            private readonly Repository _repository = new(new AmazonDynamoDBClient(), Table);
                            public async Task Handler(Order e, ILambdaContext c)
                            {
                                await _repository.Save(e);
                                Seen.Use(_bucket);
                            }
                        }
                        """, "Repository.cs", """
                        public sealed class Repository(IAmazonDynamoDB db, string table)
                        {
                            private readonly IAmazonDynamoDB _db = db;
                            private readonly string _table = table;
                            public Task Save(Order order) { Seen.Use(_db, _table, table); }
                        }
                        """))
                .isEqualTo("""
                        Seen.Use((null["B"] | env BUCKET))
                        Seen.Use(new AmazonDynamoDBClient(), env TABLE, env TABLE)""");
    }
}
