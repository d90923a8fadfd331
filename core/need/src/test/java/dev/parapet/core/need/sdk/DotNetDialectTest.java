package dev.parapet.core.need.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.need.Code;
import org.junit.jupiter.api.Test;

final class DotNetDialectTest {
    private static void calls(String body, String expected) {
        String source = """
                using Amazon.S3; using Amazon.S3.Model; using Amazon.DynamoDBv2;
                public class Function
                {
                    static string Table = Environment.GetEnvironmentVariable("TABLE");
                    private readonly IAmazonDynamoDB db; private readonly IAmazonS3 s3 = new AmazonS3Client();
                    IDynamoDBContext context; ISecretsManagerCache cache; IServiceProvider provider;
                    public Function() : this(new AmazonDynamoDBClient()) { }
                    public Function(IAmazonDynamoDB db) { this.db = db; }
                    public async Task Handler(Order e, ILambdaContext c)
                    {
                """ + body + "    }\n}\n";
        assertThat(Code.of("Function.cs", source).text("Function.cs", "Function.Handler"))
                .isEqualTo(expected);
    }

    @Test
    void requests_and_values_by_position() {
        calls("""
                await db.GetItemAsync(new GetItemRequest { TableName = Table, Key = new() { ["id"] = new AttributeValue(e.Id) } });
                var put = new PutItemRequest(); put.TableName = Table; await db.PutItemAsync(put);
                await db.DeleteItemAsync(Table, key);
                await s3.GetObjectAsync("b", e.Key);
                await s3.PutObjectAsync(new() { BucketName = "b", Key = e.Key });
                await s3.GetObjectMetadataAsync("b", "k");
                await s3.CopyObjectAsync("from", "a", "to", "b");
                await foreach (var page in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = "b" })) { }
                s3.GetPreSignedURL(new GetPreSignedUrlRequest { BucketName = "b", Key = "k", Verb = HttpVerb.PUT });
                await new AmazonSimpleNotificationServiceClient().PublishAsync(e.Topic, "text");
                await new AmazonSQSClient(RegionEndpoint.EUWest1).SendMessageAsync(Environment.GetEnvironmentVariable("Q"), "text");
                await new AmazonSecurityTokenServiceClient().GetCallerIdentityAsync(new());
                await new AmazonStepFunctionsClient().StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "m" });
                await s3.MysteryAsync();
                """, """
                dynamodb:GetItem(TableName: env TABLE, Key: {id: new AttributeValue(event.Id)})
                dynamodb:PutItem(TableName: env TABLE)
                dynamodb:DeleteItem(TableName: env TABLE, Key: key)
                s3:GetObject(Bucket: "b", Key: event.Key)
                s3:PutObject(Bucket: "b", Key: event.Key)
                s3:HeadObject(Bucket: "b", Key: "k")
                s3:CopyObject(Bucket: "to", Key: "b")
                s3:ListObjectsV2(Bucket: "b")
                s3:PutObject(Bucket: "b", Key: "k", Verb: HttpVerb.PUT)
                sns:Publish(TopicArn: event.Topic, Message: "text")
                sqs:SendMessage(QueueUrl: env Q, MessageBody: "text")
                sts:GetCallerIdentity()
                stepfunctions:StartExecution(stateMachineArn: "m")
                s3:?() // 'Mystery' is no operation that is known of the service
                """);
    }

    @Test
    void what_stands_above_clients() {
        calls("""
                await context.LoadAsync<Order>(e.Id, new DynamoDBOperationConfig { OverrideTableName = Table });
                await new DynamoDBContext(db).SaveAsync(e);
                var table = Amazon.DynamoDBv2.DocumentModel.Table.LoadTable(db, "documents");
                await table.PutItemAsync(document);
                await new TransferUtility(s3).UploadAsync("/tmp/x", "b", "k");
                await cache.GetSecretString("secret");
                await ParametersManager.SsmProvider.WithMaxAge(x).GetAsync("/p");
                await provider.GetRequiredService<IAmazonLambda>().InvokeAsync(new InvokeRequest { FunctionName = "f" });
                await wrapped.DeleteObjectAsync(new DeleteObjectRequest { BucketName = "w" });
                new OpenSearchClient(new ConnectionSettings(uri, new AwsSigV4HttpConnection(region)));
                new AwsSigV4HttpConnection(region, service: AwsSigV4HttpConnection.OpenSearchServerlessService);
                """, """
                dynamodb:DescribeTable(TableName: env TABLE)
                dynamodb:GetItem(TableName: env TABLE)
                dynamodb:DescribeTable()
                dynamodb:UpdateItem()
                dynamodb:DescribeTable(TableName: "documents")
                dynamodb:PutItem(TableName: "documents")
                s3:PutObject(Bucket: "b", Key: "k")
                secretsmanager:GetSecretValue(SecretId: "secret")
                secretsmanager:DescribeSecret(SecretId: "secret")
                ssm:GetParameter(Name: "/p")
                lambda:Invoke(FunctionName: "f")
                s3:DeleteObject(Bucket: "w")
                es:SignedRequest()
                aoss:SignedRequest()
                """);
    }

    @Test
    void constructors_that_only_tests_call_are_left_out() {
        assertThat(Code.of("Function.cs", """
                        public class Function
                        {
                            private readonly string table; private readonly IAmazonDynamoDB db;
                            public Function() { table = Environment.GetEnvironmentVariable("TABLE"); db = new AmazonDynamoDBClient(); Warm(db); }
                            public Function(IAmazonDynamoDB db, string table) { this.db = db; this.table = table; }
                            void Warm(IAmazonDynamoDB client) { client.DescribeTableAsync(table); }
                            public async Task Handler(Order e)
                            {
                                var keys = new List<string>();
                                keys.Add(e.Id);
                                foreach (var key in keys) { await db.DeleteItemAsync(table ?? throw new Exception("no table"), key); }
                            }
                        }
                        """).text("Function.cs", "Function.Handler"))
                .isEqualTo("""
                        dynamodb:DescribeTable(TableName: env TABLE)
                        dynamodb:DeleteItem(TableName: env TABLE, Key: event.Id)
                        """);
    }

    @Test
    void the_table_names_operations_that_there_are() {
        for (DotNetMethods.Method method : new DotNetMethods().all()) {
            assertThat(ServiceTable.standard()
                            .service(method.service())
                            .flatMap(it -> it.operation(method.operation())))
                    .as(method.service() + ":" + method.operation())
                    .isPresent();
        }
    }

    /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DeclarativeTagsList.html. */
    @Test
    void classes_that_name_their_tables() {
        assertThat(Code.of("Function.cs", """
                        using Amazon.DynamoDBv2; using Amazon.DynamoDBv2.DataModel;
                        [DynamoDBTable("orders")] public class Order { [DynamoDBHashKey] public string Id { get; set; } }
                        public class Cart { public string Id { get; set; } }
                        public class Function
                        {
                            private readonly DynamoDBContext context = new DynamoDBContext(new AmazonDynamoDBClient());
                            public async Task Handler(Request e, ILambdaContext c)
                            {
                                await context.SaveAsync(new Order { Id = e.Id });
                                var cart = await context.LoadAsync<Cart>(e.Id);
                                var batch = context.CreateBatchWrite<Order>();
                            }
                        }
                        """).text("Function.cs", "Function.Handler"))
                .isEqualTo("""
                        dynamodb:DescribeTable(TableName: "orders")
                        dynamodb:UpdateItem(TableName: "orders")
                        dynamodb:DescribeTable(TableName: "Cart")
                        dynamodb:GetItem(TableName: "Cart")
                        dynamodb:DescribeTable(TableName: "orders")
                        dynamodb:BatchWriteItem(TableName: "orders")
                        """);
    }
}
