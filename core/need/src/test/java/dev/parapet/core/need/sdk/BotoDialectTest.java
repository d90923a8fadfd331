package dev.parapet.core.need.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.need.Code;
import org.junit.jupiter.api.Test;

final class BotoDialectTest {
    private static void calls(String source, String expected) {
        assertThat(Code.of("app.py", source).text("app.py", "handler")).isEqualTo(expected);
    }

    @Test
    void clients_however_they_are_got() {
        calls("""
                import os, boto3, boto3.session
                from boto3 import Session
                from mypy_boto3_sqs import SQSClient
                CLIENTS = {"sns": boto3.client("sns"), "ssm": boto3.client("ssm")}

                def make(name, **more):
                    return Session(profile_name="x").client(service_name=name, **more)

                class Store:
                    def __init__(self, bucket):
                        self.s3 = make("s3", region_name="eu-west-1")
                        self.bucket = bucket
                    def put(self, key):
                        self.s3.put_object(Bucket=self.bucket, Key=key)

                class Sender:
                    sqs: SQSClient
                    def send(self, queue):
                        self.sqs.send_message(QueueUrl=queue, MessageBody="x")

                def handler(event, context):
                    Store(os.environ["BUCKET"]).put(event["key"])
                    role = boto3.client("sts").assume_role(RoleArn=os.environ["ROLE"], RoleSessionName="x")
                    other = boto3.session.Session(aws_access_key_id=role["Credentials"]["AccessKeyId"])
                    other.client("stepfunctions").start_execution(stateMachineArn=os.environ["MACHINE"])
                    CLIENTS["sns"].publish(TopicArn="arn:aws:sns:eu-west-1:1:t")
                    boto3.resource("dynamodb").meta.client.get_item(TableName="t")
                    Sender(**event).send(os.environ["QUEUE"])
                """, """
                s3:PutObject(Bucket: env BUCKET, Key: event.key)
                sqs:SendMessage(QueueUrl: env QUEUE, MessageBody: "x")
                sts:AssumeRole(RoleArn: env ROLE, RoleSessionName: "x")
                stepfunctions:StartExecution(stateMachineArn: env MACHINE)
                sns:Publish(TopicArn: "arn:aws:sns:eu-west-1:1:t")
                dynamodb:GetItem(TableName: "t")
                """);
    }

    @Test
    void resources_and_their_collections() {
        calls("""
                import os, boto3
                s3 = boto3.resource("s3")
                table = boto3.resource("dynamodb").Table(os.environ["TABLE"])

                def handler(event, context):
                    bucket = s3.Bucket("b")
                    for summary in bucket.objects.filter(Prefix="in/"):
                        summary.Object().get()
                        s3.Object(summary.bucket_name, summary.key).delete()
                    bucket.objects.filter(Prefix="out/").delete()
                    bucket.Object("k").copy_from(CopySource="b/l")
                    bucket.upload_file("/tmp/x", event["key"], ExtraArgs={"ACL": "public-read"})
                    with table.batch_writer() as batch:
                        batch.put_item(Item=event)
                    table.query(IndexName="by-date")
                    queue = boto3.resource("sqs").get_queue_by_name(QueueName="q")
                    queue.send_message(MessageBody="x")
                    boto3.resource("dynamodb").batch_get_item(RequestItems={"t": {"Keys": []}})
                """, """
                s3:ListObjects(Bucket: "b", Prefix: "in/")
                s3:GetObject(Bucket: "b")
                s3:DeleteObject(Bucket: boto3.resource("s3").Bucket("b").objects.filter(Prefix: "in/")[].bucket_name, Key: boto3.resource("s3").Bucket("b").objects.filter(Prefix: "in/")[].key)
                s3:DeleteObjects(Bucket: "b")
                s3:ListObjects(Bucket: "b", Prefix: "out/")
                s3:CopyObject(Bucket: "b", Key: "k", CopySource: "b/l")
                s3:PutObject(Bucket: "b", Key: event.key, ACL: "public-read")
                dynamodb:BatchWriteItem(TableName: env TABLE)
                dynamodb:Query(TableName: env TABLE, IndexName: "by-date")
                sqs:GetQueueUrl(QueueName: "q")
                sqs:SendMessage(MessageBody: "x")
                dynamodb:BatchGetItem(RequestItems: {t: {Keys: []}})
                """);
    }

    @Test
    void transfers_paginators_waiters_and_presigned_urls() {
        calls("""
                import boto3
                from functools import partial
                s3 = boto3.client("s3")

                def handler(event, context):
                    s3.upload_file("/tmp/x", "b", "k", ExtraArgs={"Tagging": "a=b"})
                    s3.download_fileobj("b", Key="k", Fileobj=open("/tmp/y", "wb"))
                    s3.copy({"Bucket": "from", "Key": "k"}, "to", "l")
                    pages = s3.get_paginator("list_objects_v2").paginate(Bucket="b")
                    s3.get_waiter("object_exists").wait(Bucket="b", Key="k")
                    s3.generate_presigned_url("get_object", Params={"Bucket": "b", "Key": event["key"]}, ExpiresIn=60)
                    s3.generate_presigned_post("b", event["key"])
                    pool.submit(s3.delete_object, Bucket="b", Key="k")
                    for page in pages.search("Contents"):
                        pass
                """, """
                s3:PutObject(Bucket: "b", Key: "k", Tagging: "a=b")
                s3:GetObject(Bucket: "b", Key: "k")
                s3:CopyObject(CopySource: {Bucket: "from", Key: "k"}, Bucket: "to", Key: "l")
                s3:ListObjectsV2(Bucket: "b")
                s3:HeadObject(Bucket: "b", Key: "k")
                s3:GetObject(Bucket: "b", Key: event.key)
                s3:PutObject(Bucket: "b", Key: event.key)
                s3:DeleteObject(Bucket: "b", Key: "k")
                """);
    }

    @Test
    void asynchronous_clients() {
        calls("""
                import aioboto3, asyncio
                from aiobotocore.session import get_session
                session = aioboto3.Session()

                async def run(event):
                    async with session.client("s3") as s3, get_session().create_client("sqs") as sqs:
                        await s3.get_object(Bucket="b", Key="k")
                        await sqs.receive_message(QueueUrl="q")
                    async with session.resource("dynamodb") as dynamo:
                        table = await dynamo.Table("t")
                        await table.put_item(Item={})

                def handler(event, context):
                    asyncio.run(run(event))
                """, """
                s3:GetObject(Bucket: "b", Key: "k")
                sqs:ReceiveMessage(QueueUrl: "q")
                dynamodb:PutItem(TableName: "t", Item: {})
                """);
    }

    @Test
    void what_is_not_known_is_said() {
        calls("""
                import boto3
                s3 = boto3.client("s3")
                def handler(event, context):
                    getattr(s3, event["method"])(Bucket="b")
                    boto3.client(event["service"]).run()
                    boto3.client("dropbox").get_file()
                    s3.get_objekt(Bucket="b")
                    s3.get_paginator(event["op"]).paginate(Bucket="b")
                    s3.exceptions.NoSuchKey
                    s3.meta.events.register("x", print)
                    s3.close()
                    requests.client("s3").get_object()
                """, """
                s3:?() // the name of the method is computed
                ?:?() // the name of the service is not known: event.service
                ?:?() // boto3 has no service 'dropbox'
                s3:?() // 's3' has no method 'get_objekt'
                ?:?() // what it asks for is not known: event.op
                """);
    }

    @Test
    void libraries_that_call_for_their_users() {
        calls("""
                import os, requests
                from aws_lambda_powertools.utilities import parameters
                from aws_lambda_powertools.utilities.idempotency import DynamoDBPersistenceLayer, idempotent
                from langchain_aws import ChatBedrock
                from smart_open import open as smart
                import awswrangler as wr
                from requests_aws4auth import AWS4Auth
                layer = DynamoDBPersistenceLayer(table_name=os.environ["IDEMPOTENCY"])
                provider = parameters.SSMProvider()

                @idempotent(persistence_store=layer)
                def handler(event, context):
                    parameters.get_secret("db")
                    provider.get_multiple("/app")
                    ChatBedrock(model_id="anthropic.claude").invoke("x")
                    smart("s3://b/" + event["key"], "wb")
                    wr.s3.to_csv(df, f"s3://{os.environ['BUCKET']}/x.csv")
                    requests.get("https://x", auth=AWS4Auth("a", "b", "eu-west-1", "execute-api"))
                """, """
                dynamodb:GetItem(TableName: env IDEMPOTENCY)
                dynamodb:PutItem(TableName: env IDEMPOTENCY)
                dynamodb:UpdateItem(TableName: env IDEMPOTENCY)
                dynamodb:DeleteItem(TableName: env IDEMPOTENCY)
                secretsmanager:GetSecretValue(SecretId: "db")
                ssm:GetParametersByPath(Path: "/app")
                bedrock-runtime:InvokeModel(modelId: "anthropic.claude")
                s3:PutObject(Bucket: "b", Key: event.key)
                s3:PutObject(Bucket: env BUCKET, Key: "x.csv")
                execute-api:SignedRequest()
                """);
    }

    @Test
    void functions_that_a_durable_function_invokes() {
        calls("""
                import os, boto3
                from aws_durable_execution_sdk_python import durable_execution, durable_step, durable_with_child_context, DurableContext
                table = boto3.resource("dynamodb").Table(os.environ["TABLE"])

                @durable_step
                def store(step, name, amount):
                    table.put_item(Item={"name": name, "amount": amount})
                    return name

                @durable_with_child_context
                def ship(child: DurableContext, function):
                    return child.invoke(function, {})

                @durable_execution
                def handler(event, context):
                    name = context.step(store("fixed", event["amount"]))
                    context.invoke(os.environ["PAY"], {"name": name}, name="pay")
                    context.run_in_child_context(ship(os.environ["SHIP"]))
                    context.parallel([lambda inner: inner.invoke(function_name="audit", payload=1)])
                    context.map(event["lines"], lambda inner, line, index: inner.invoke(line["function"], line))
                """, """
                dynamodb:PutItem(TableName: env TABLE, Item: {name: "fixed", amount: event.amount})
                lambda:Invoke(FunctionName: env SHIP)
                lambda:Invoke(FunctionName: env PAY)
                lambda:Invoke(FunctionName: "audit")
                lambda:Invoke(FunctionName: event.lines[].function)
                """);
    }
}
