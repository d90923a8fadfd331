package dev.parapet.core.need.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.need.Code;
import org.junit.jupiter.api.Test;

final class JavaDialectTest {
    private static void calls(String imports, String members, String body, String expected) {
        String source = imports + "\npublic class App {\n" + members
                + "\n  public String handleRequest(Map<String, String> event, Context context) {\n" + body
                + "\n  }\n}\n";
        assertThat(Code.of("App.java", source).text("App.java", "App.handleRequest"))
                .isEqualTo(expected);
    }

    @Test
    void clients_of_the_second_version() {
        calls("""
                import java.util.*;
                import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
                import software.amazon.awssdk.services.dynamodb.model.*;
                import software.amazon.awssdk.services.s3.*;
                import software.amazon.awssdk.services.s3.model.*;
                import software.amazon.awssdk.services.s3.presigner.S3Presigner;
                import software.amazon.awssdk.services.sfn.SfnAsyncClient;
                import software.amazon.awssdk.transfer.s3.S3TransferManager;
                """, """
                  private static final DynamoDbClient DB = DynamoDbClient.builder().region(Region.of("eu-west-1")).build();
                  private final S3Client s3;
                  App() { this(S3Client.create()); }
                  App(S3Client s3) { this.s3 = s3; }
                """, """
                    PutItemRequest put = PutItemRequest.builder().tableName(System.getenv("TABLE")).item(item).build();
                    DB.putItem(put);
                    DB.scanPaginator(b -> b.tableName("t").limit(1)).items().forEach(i -> use(i));
                    DB.waiter().waitUntilTableExists(b -> b.tableName("w"));
                    s3.listObjectsV2Paginator(r -> r.bucket("b"));
                    s3.getObjectAsBytes(GetObjectRequest.builder().bucket("b").key(event.get("key")).build());
                    s3.copyObject(c -> c.sourceBucket("a").sourceKey("k").destinationBucket("b").destinationKey("c"));
                    s3.utilities().getUrl(u -> u.bucket("b"));
                    SfnAsyncClient.create().startExecution(b -> b.stateMachineArn(System.getenv("M")).input("{}")).join();
                    S3Presigner presigner = S3Presigner.create();
                    presigner.presignPutObject(p -> p.signatureDuration(d).putObjectRequest(r -> r.bucket("p").key("k")));
                    S3TransferManager.create().uploadFile(u -> u.putObjectRequest(r -> r.bucket("m")).source(path));
                    s3.mystery(x);
                    s3.deleteObject(request(event));
                    return "";
                """, """
                dynamodb:PutItem(TableName: env TABLE, Item: item)
                dynamodb:Scan(TableName: "t", Limit: 1)
                dynamodb:DescribeTable(TableName: "w")
                s3:ListObjectsV2(Bucket: "b")
                s3:GetObject(Bucket: "b", Key: event.key)
                s3:CopyObject(Bucket: "b", Key: "c", CopySource: "a/k")
                stepfunctions:StartExecution(stateMachineArn: env M, input: "{}")
                s3:PutObject(Bucket: "p", Key: "k")
                s3:PutObject(Bucket: "m")
                s3:?() // 'mystery' is no operation that is known of the service
                s3:DeleteObject(...request(event))
                """);
    }

    @Test
    void what_is_over_the_client_of_dynamodb() {
        calls("""
                import software.amazon.awssdk.enhanced.dynamodb.*;
                import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
                import com.amazonaws.services.dynamodbv2.datamodeling.*;
                import com.amazonaws.services.dynamodbv2.document.*;
                """, """
                  @DynamoDBTable(tableName = "orders") static class Order { String id; }
                  private final DynamoDbEnhancedClient enhanced = DynamoDbEnhancedClient.create();
                  private final DynamoDbTable<Order> table = enhanced.table(System.getenv("T"), TableSchema.fromBean(Order.class));
                """, """
                    table.updateItem(new Order());
                    table.index("by").query(q -> q.queryConditional(c));
                    enhanced.transactWriteItems(w -> w.addPutItem(table, o));
                    Table doc = new DynamoDB(AmazonDynamoDBClientBuilder.standard().build()).getTable("doc");
                    doc.getItem("id", event.get("id"));
                    DynamoDBMapper mapper = new DynamoDBMapper(AmazonDynamoDBClientBuilder.defaultClient());
                    mapper.save(new Order());
                    Order order = mapper.load(Order.class, event.get("id"));
                    return "";
                """, """
                dynamodb:UpdateItem(TableName: env T)
                dynamodb:Query(TableName: env T)
                dynamodb:TransactWriteItems()
                dynamodb:GetItem(TableName: "doc")
                dynamodb:UpdateItem(TableName: "orders")
                dynamodb:GetItem(TableName: "orders")
                """);
    }

    @Test
    void clients_of_the_first_version() {
        calls("""
                import com.amazonaws.services.s3.*;
                import com.amazonaws.services.s3.model.GeneratePresignedUrlRequest;
                import com.amazonaws.services.s3.model.PutObjectRequest;
                import com.amazonaws.services.sqs.AmazonSQS;
                import com.amazonaws.services.sqs.AmazonSQSClientBuilder;
                import com.amazonaws.services.sqs.model.SendMessageRequest;
                import com.amazonaws.services.stepfunctions.AWSStepFunctions;
                import com.amazonaws.services.stepfunctions.AWSStepFunctionsClientBuilder;
                import com.amazonaws.services.stepfunctions.model.StartExecutionRequest;
                """, """
                  private final AmazonS3 s3 = AmazonS3ClientBuilder.standard().withRegion("eu-west-1").build();
                  private final AmazonSQS sqs = AmazonSQSClientBuilder.defaultClient();
                """, """
                    s3.getObject("b", event.get("key"));
                    s3.putObject(new PutObjectRequest("b", "k", file));
                    s3.doesObjectExist("b", "k");
                    s3.copyObject("a", "k", "b", "c");
                    s3.generatePresignedUrl("b", "k", soon);
                    s3.generatePresignedUrl(new GeneratePresignedUrlRequest("b", "k").withMethod(HttpMethod.PUT));
                    sqs.sendMessage(new SendMessageRequest().withQueueUrl(System.getenv("Q")).withMessageBody("x"));
                    sqs.sendMessage("https://q", "x");
                    AWSStepFunctions steps = AWSStepFunctionsClientBuilder.standard().build();
                    steps.startExecution(new StartExecutionRequest().withStateMachineArn("arn"));
                    return "";
                """, """
                s3:GetObject(Bucket: "b", Key: event.key)
                s3:PutObject(Bucket: "b", Key: "k")
                s3:HeadObject(Bucket: "b", Key: "k")
                s3:CopyObject(Bucket: "b", Key: "c", CopySource: "a/k")
                s3:GetObject(Bucket: "b", Key: "k")
                s3:PutObject(Bucket: "b", Key: "k")
                sqs:SendMessage(QueueUrl: env Q, MessageBody: "x")
                sqs:SendMessage(QueueUrl: "https://q", MessageBody: "x")
                stepfunctions:StartExecution(stateMachineArn: "arn")
                """);
    }

    @Test
    void powertools_and_what_is_injected() {
        calls("""
                import jakarta.inject.Inject;
                import software.amazon.awssdk.services.sns.SnsClient;
                import software.amazon.awssdk.enhanced.dynamodb.*;
                import software.amazon.lambda.powertools.parameters.ssm.SSMProvider;
                import software.amazon.lambda.powertools.parameters.ParamManager;
                import software.amazon.lambda.powertools.idempotency.Idempotency;
                import software.amazon.lambda.powertools.idempotency.persistence.dynamodb.DynamoDBPersistenceStore;
                """, """
                  @Inject SnsClient sns;
                  @Inject DynamoDbTable<Object> table;
                  static class Beans {
                    @Produces DynamoDbTable<Object> table(DynamoDbEnhancedClient client) { return client.table("bean", schema); }
                  }
                  App() {
                    Idempotency.config().withPersistenceStore(DynamoDBPersistenceStore.builder().withTableName(System.getenv("I")).build());
                  }
                """, """
                    SSMProvider.builder().build().get("/a");
                    SSMProvider provider = SSMProvider.create();
                    provider.withTransformation(json).getMultiple("/b");
                    ParamManager.getSecretsProvider().get("secret");
                    table.putItem(event);
                    sns.publish(p -> p.topicArn("t").message(event.get("m")));
                    return "";
                """, """
                dynamodb:GetItem(TableName: env I)
                dynamodb:PutItem(TableName: env I)
                dynamodb:UpdateItem(TableName: env I)
                dynamodb:DeleteItem(TableName: env I)
                ssm:GetParameter(Name: "/a")
                ssm:GetParametersByPath(Path: "/b")
                secretsmanager:GetSecretValue(SecretId: "secret")
                dynamodb:PutItem(TableName: "bean")
                sns:Publish(TopicArn: "t", Message: event.m)
                """);
    }

    @Test
    void requests_that_are_filled_after_they_were_made() {
        calls("""
                import java.util.*;
                import com.amazonaws.services.dynamodbv2.*;
                import com.amazonaws.services.dynamodbv2.model.*;
                import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
                import software.amazon.awssdk.services.s3.S3Client;
                import software.amazon.awssdk.services.s3.model.GetObjectRequest;
                """, """
                  private final AmazonDynamoDB first = AmazonDynamoDBClientBuilder.defaultClient();
                  private final S3Client s3 = S3Client.create();
                """, """
                    UpdateItemRequest update = new UpdateItemRequest();
                    update.setTableName(System.getenv("TABLE"));
                    update.withKey(key);
                    first.updateItem(update);
                    GetObjectRequest.Builder get = GetObjectRequest.builder();
                    get.bucket("b");
                    if (event.containsKey("version")) {
                      get.versionId(event.get("version"));
                    }
                    s3.getObject(get.key("k").build());
                    Map<String, KeysAndAttributes> items = new HashMap<>();
                    items.put("orders", keys);
                    first.batchGetItem(new BatchGetItemRequest().withRequestItems(items));
                    return "";
                """, """
                dynamodb:UpdateItem(Key: key, TableName: env TABLE)
                s3:GetObject(Bucket: "b", VersionId: event.version, Key: "k")
                dynamodb:BatchGetItem(RequestItems: {orders: keys})
                """);
    }

    @Test
    void clients_of_kafka_that_sign_in_by_iam() {
        calls("""
                import java.util.*;
                import com.amazonaws.services.schemaregistry.serializers.GlueSchemaRegistryKafkaSerializer;
                import com.amazonaws.services.schemaregistry.utils.AWSSchemaRegistryConstants;
                import org.apache.kafka.clients.consumer.KafkaConsumer;
                import org.apache.kafka.clients.producer.*;
                import org.apache.kafka.clients.producer.KafkaProducer;
                """, "", """
                    Properties properties = new Properties();
                    properties.put("sasl.mechanism", "AWS_MSK_IAM");
                    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, GlueSchemaRegistryKafkaSerializer.class.getName());
                    properties.put(AWSSchemaRegistryConstants.REGISTRY_NAME, System.getenv("REGISTRY"));
                    properties.put(AWSSchemaRegistryConstants.SCHEMA_AUTO_REGISTRATION_SETTING, true);
                    new KafkaProducer<String, String>(properties).send(record);
                    new KafkaProducer<String, String>(Map.of("bootstrap.servers", "b:9092")).send(record);
                    Properties reading = new Properties();
                    reading.setProperty("sasl.mechanism", "AWS_MSK_IAM");
                    new KafkaConsumer<>(reading).poll(d);
                    return "";
                """, """
                kafka-cluster:Produce()
                glue:GetSchemaByDefinition(RegistryName: env REGISTRY)
                glue:CreateSchema(RegistryName: env REGISTRY)
                glue:RegisterSchemaVersion(RegistryName: env REGISTRY)
                glue:PutSchemaVersionMetadata(RegistryName: env REGISTRY)
                kafka-cluster:Consume()
                """);
    }

    @Test
    void methods_of_the_first_version_that_are_named_otherwise_than_operations() {
        calls("""
                import com.amazonaws.services.certificatemanager.*;
                import com.amazonaws.services.s3.*;
                import software.amazon.awssdk.services.config.ConfigClient;
                """, """
                  private final AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();
                """, """
                    s3.listVersions("b", "p");
                    s3.deleteVersion("b", "k", "v");
                    s3.setBucketPolicy("b", "{}");
                    s3.getBucketCrossOriginConfiguration("b");
                    s3.setBucketVersioningConfiguration(request);
                    s3.deleteBucketLifecycleConfiguration("b");
                    AWSCertificateManagerClientBuilder.defaultClient().listCertificates(request);
                    ConfigClient.create().describeConfigRules();
                    return "";
                """, """
                s3:ListObjectVersions(Bucket: "b")
                s3:DeleteObject(Bucket: "b", Key: "k")
                s3:PutBucketPolicy(Bucket: "b")
                s3:GetBucketCors(Bucket: "b")
                s3:PutBucketVersioning(...request)
                s3:DeleteBucketLifecycle(Bucket: "b")
                acm:ListCertificates(...request)
                config:DescribeConfigRules()
                """);
    }

    @Test
    void requests_signed_by_hand() {
        calls("""
                import software.amazon.awssdk.auth.signer.Aws4Signer;
                import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
                import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
                """, """
                  private final Aws4Signer signer = Aws4Signer.create();
                """, """
                    Aws4SignerParams params = Aws4SignerParams.builder().signingName("appsync").signingRegion(region).build();
                    signer.sign(request, params);
                    AwsV4HttpSigner.create().sign(r -> r.request(request));
                    return "";
                """, """
                appsync:SignedRequest()
                ?:?() // the service that the request is signed for is not known
                """);
    }
}
