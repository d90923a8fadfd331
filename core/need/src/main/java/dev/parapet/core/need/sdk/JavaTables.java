package dev.parapet.core.need.sdk;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the libraries over the clients of Java call, and what methods without a request are given. */
final class JavaTables {
    /** https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/ddb-en-client-use.html. */
    static final Map<String, String> ENHANCED_CLIENT = Map.of(
            "batchGetItem", "BatchGetItem",
            "batchWriteItem", "BatchWriteItem",
            "transactGetItems", "TransactGetItems",
            "transactWriteItems", "TransactWriteItems",
            "transactWriteItemsWithResponse", "TransactWriteItems");

    static final Map<String, String> ENHANCED = Map.ofEntries(
            Map.entry("getItem", "GetItem"),
            Map.entry("getItemWithResponse", "GetItem"),
            Map.entry("putItem", "PutItem"),
            Map.entry("putItemWithResponse", "PutItem"),
            Map.entry("updateItem", "UpdateItem"),
            Map.entry("updateItemWithResponse", "UpdateItem"),
            Map.entry("deleteItem", "DeleteItem"),
            Map.entry("deleteItemWithResponse", "DeleteItem"),
            Map.entry("query", "Query"),
            Map.entry("scan", "Scan"),
            Map.entry("createTable", "CreateTable"),
            Map.entry("deleteTable", "DeleteTable"),
            Map.entry("describeTable", "DescribeTable"));

    /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/JavaDocumentAPIItemCRUD.html. */
    static final Map<String, String> DOCUMENT_CLIENT = Map.of(
            "batchGetItem", "BatchGetItem",
            "batchGetItemUnprocessed", "BatchGetItem",
            "batchWriteItem", "BatchWriteItem",
            "batchWriteItemUnprocessed", "BatchWriteItem",
            "createTable", "CreateTable",
            "listTables", "ListTables");

    static final Map<String, String> DOCUMENT = Map.ofEntries(
            Map.entry("getItem", "GetItem"),
            Map.entry("getItemOutcome", "GetItem"),
            Map.entry("putItem", "PutItem"),
            Map.entry("updateItem", "UpdateItem"),
            Map.entry("deleteItem", "DeleteItem"),
            Map.entry("query", "Query"),
            Map.entry("scan", "Scan"),
            Map.entry("describe", "DescribeTable"),
            Map.entry("delete", "DeleteTable"),
            Map.entry("updateTable", "UpdateTable"),
            Map.entry("waitForActive", "DescribeTable"),
            Map.entry("waitForDelete", "DescribeTable"));

    /** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBMapper.Methods.html. */
    static final Map<String, String> MAPPER = Map.ofEntries(
            Map.entry("load", "GetItem"),
            Map.entry("save", "UpdateItem"),
            Map.entry("delete", "DeleteItem"),
            Map.entry("query", "Query"),
            Map.entry("queryPage", "Query"),
            Map.entry("scan", "Scan"),
            Map.entry("scanPage", "Scan"),
            Map.entry("parallelScan", "Scan"),
            Map.entry("batchLoad", "BatchGetItem"),
            Map.entry("batchSave", "BatchWriteItem"),
            Map.entry("batchDelete", "BatchWriteItem"),
            Map.entry("batchWrite", "BatchWriteItem"),
            Map.entry("transactionWrite", "TransactWriteItems"),
            Map.entry("transactionLoad", "TransactGetItems"));

    /**
     * What methods of S3's client of version 1 call that are not named as operations are: <a
     * href="https://github.com/aws/aws-sdk-java-v2/blob/master/v2-migration/src/main/java/software/amazon/awssdk/v2migration/internal/utils/NamingConversionUtils.java">what
     * the migration tool makes of them</a>.
     */
    static final Map<String, String> FIRST_S3 = Map.ofEntries(
            Map.entry("doesObjectExist", "HeadObject"),
            Map.entry("getObjectMetadata", "HeadObject"),
            Map.entry("getObjectAsString", "GetObject"),
            Map.entry("doesBucketExist", "HeadBucket"),
            Map.entry("doesBucketExistV2", "GetBucketAcl"),
            Map.entry("listNextBatchOfObjects", "ListObjects"),
            Map.entry("listVersions", "ListObjectVersions"),
            Map.entry("listNextBatchOfVersions", "ListObjectVersions"),
            Map.entry("deleteVersion", "DeleteObject"),
            Map.entry("initiateMultipartUpload", "CreateMultipartUpload"),
            Map.entry("generatePresignedUrl", "GetObject"),
            Map.entry("setObjectTagging", "PutObjectTagging"),
            Map.entry("setObjectAcl", "PutObjectAcl"),
            Map.entry("copyPart", "UploadPartCopy"),
            Map.entry("restoreObjectV2", "RestoreObject"));

    /** Which parameters version 1 takes without a request, one after another, in methods and constructors of requests. */
    static final Map<String, List<String>> POSITIONS = Map.ofEntries(
            Map.entry("s3:CopyObject", List.of("SourceBucket", "SourceKey", "Bucket", "Key")),
            Map.entry("dynamodb:GetItem", List.of("TableName", "Key")),
            Map.entry("dynamodb:PutItem", List.of("TableName", "Item")),
            Map.entry("dynamodb:UpdateItem", List.of("TableName", "Key")),
            Map.entry("dynamodb:DeleteItem", List.of("TableName", "Key")),
            Map.entry("dynamodb:Query", List.of("TableName")),
            Map.entry("dynamodb:Scan", List.of("TableName")),
            Map.entry("dynamodb:DescribeTable", List.of("TableName")),
            Map.entry("dynamodb:DeleteTable", List.of("TableName")),
            Map.entry("sqs:SendMessage", List.of("QueueUrl", "MessageBody")),
            Map.entry("sqs:SendMessageBatch", List.of("QueueUrl", "Entries")),
            Map.entry("sqs:ReceiveMessage", List.of("QueueUrl")),
            Map.entry("sqs:DeleteMessage", List.of("QueueUrl", "ReceiptHandle")),
            Map.entry("sqs:GetQueueUrl", List.of("QueueName")),
            Map.entry("sns:Publish", List.of("TopicArn", "Message", "Subject")),
            Map.entry("kinesis:PutRecord", List.of("StreamName", "Data", "PartitionKey")));

    /** What S3's methods without a request begin with. */
    static final List<String> OBJECT = List.of("Bucket", "Key");

    /** Methods of clients that send nothing. */
    static final Set<String> LOCAL = Set.of(
            "close",
            "shutdown",
            "serviceName",
            "utilities",
            "waiter",
            "waiters",
            "serviceClientConfiguration",
            "builder",
            "create",
            "setRegion",
            "setEndpoint",
            "withRegion",
            "withEndpoint",
            "getRegion",
            "getRegionName",
            "getCachedResponseMetadata",
            "getUrl",
            "hashCode",
            "equals",
            "toString",
            "getClass",
            "batchManager");

    private JavaTables() {}
}
