package dev.parapet.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PythonFlowTest {
    private static void calls(String source, String expected) {
        assertThat(Project.of("app.py", source).calls("app.py", "handler")).isEqualTo(expected);
    }

    @Test
    void a_client_and_a_table_of_the_file() {
        calls("""
                import os, boto3
                from boto3.dynamodb.conditions import Key
                table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
                s3 = boto3.client('s3')

                def handler(event, context):
                    items = table.query(KeyConditionExpression=Key("id").eq(event["pathParameters"]["id"]))
                    for record in event['Records']:
                        s3.put_object(Bucket=os.getenv("BUCKET", "none"), Key=f"in/{record['s3']['object']['key']}")
                """, """
                boto3.resource("dynamodb").Table(env TABLE)
                boto3.resource("dynamodb")
                boto3.client("s3")
                boto3.resource("dynamodb").Table(env TABLE).query(KeyConditionExpression: boto3.dynamodb.conditions.Key("id").eq(event.pathParameters.id))
                boto3.dynamodb.conditions.Key("id").eq(event.pathParameters.id)
                boto3.dynamodb.conditions.Key("id")
                boto3.client("s3").put_object(Bucket: env BUCKET, Key: "in/" + event.Records[].s3.object.key)
                os.getenv("BUCKET", "none")
                """);
    }

    @Test
    void helpers_are_followed_at_each_call() {
        calls("""
                import boto3

                def client(name, region=None):
                    return boto3.client(name)

                def put(bucket, *, key, **more):
                    client("s3").put_object(Bucket=bucket, Key=key, **more)

                def handler(event, context):
                    put("a", key=event.get("name"), Body="x")
                    client("sqs").send_message(QueueUrl="q-%s" % event["stage"], MessageBody="{}/{n}".format(1, n=2))
                """, """
                boto3.client(("sqs" | "s3"))
                boto3.client("s3").put_object(Bucket: "a", Key: event.name, Body: "x")
                event.get("name")
                boto3.client("sqs").send_message(QueueUrl: "q-" + event.stage, MessageBody: "1/2")
                "{}/{n}".format(1, n: 2)
                """);
    }

    @Test
    void objects_keep_what_they_were_made_with() {
        calls("""
                import boto3, os

                class Base:
                    prefix = "p-"
                    def __init__(self, table):
                        self.table = boto3.resource("dynamodb").Table(table)

                class Orders(Base):
                    def __init__(self, table, region):
                        super().__init__(table)
                        self._client = boto3.client("sns", region_name=region)
                    @property
                    def topic(self):
                        return self.prefix + os.environ["TOPIC"]
                    def save(self, item):
                        self.table.put_item(Item=item)
                        self._client.publish(TopicArn=self.topic)

                def handler(event, context):
                    Orders("orders", "eu-west-1").save(event["detail"])
                """, """
                boto3.resource("dynamodb").Table("orders")
                boto3.resource("dynamodb")
                boto3.client("sns", region_name: "eu-west-1")
                boto3.resource("dynamodb").Table("orders").put_item(Item: event.detail)
                boto3.client("sns", region_name: "eu-west-1").publish(TopicArn: "p-" + env TOPIC)
                """);
    }

    @Test
    void modules_of_the_project_are_followed_and_dead_files_are_not() {
        assertThat(Project.of(
                                "src/app.py",
                                """
                                from .shared import store
                                from .shared.names import *
                                import src.lazy
                                def handler(event, context):
                                    store.save(TABLE, event)
                                    src.lazy.run()
                                """,
                                "src/shared/__init__.py",
                                "",
                                "src/shared/store.py",
                                """
                                import boto3
                                def save(table, item):
                                    boto3.client('dynamodb').put_item(TableName=table, Item=item)
                                def unused():
                                    boto3.client('iam').list_users()
                                """,
                                "src/shared/names.py",
                                "TABLE = 'orders' + '-' + str('prod')\n",
                                "src/lazy.py",
                                """
                                def run():
                                    import subprocess
                                    subprocess.run(['ls'], shell=True)
                                """,
                                "src/dead.py",
                                "import boto3\nboto3.client('ec2').run_instances()\n")
                        .calls("src/app.py", "handler"))
                .isEqualTo("""
                        subprocess.run(["ls"], shell: true)
                        str("prod")
                        boto3.client("dynamodb").put_item(TableName: "orders-prod", Item: event)
                        boto3.client("dynamodb")
                        """);
    }

    @Test
    void routes_and_callbacks_run() {
        calls("""
                from aws_lambda_powertools.event_handler import APIGatewayRestResolver
                from functools import lru_cache
                import concurrent.futures
                app = APIGatewayRestResolver()

                @app.get("/items/<id>")
                def read(id):
                    return load(id)

                @lru_cache(maxsize=3)
                def unused():
                    never()

                def handler(event, context):
                    with concurrent.futures.ThreadPoolExecutor() as pool:
                        pool.map(work, [1])
                    return app.resolve(event, context)

                def work(n):
                    os.system(n)
                """, """
                aws_lambda_powertools.event_handler.APIGatewayRestResolver()
                aws_lambda_powertools.event_handler.APIGatewayRestResolver().get("/items/<id>")
                load(event.pathParameters.id)
                functools.lru_cache(maxsize: 3)
                concurrent.futures.ThreadPoolExecutor()
                concurrent.futures.ThreadPoolExecutor().map(function work, [1])
                aws_lambda_powertools.event_handler.APIGatewayRestResolver().resolve(event, unknown<it is the context of the invocation>)
                os.system(1)
                """);
    }

    @Test
    void what_is_put_into_a_map_later_is_in_it() {
        calls("""
                import boto3
                def handler(event, context):
                    params = {"Bucket": "a"}
                    params["Key"] = event["key"]
                    if event.get("kms"):
                        params["SSEKMSKeyId"] = event["kms"]
                    getattr(boto3.client("s3"), "put_object")(**params)
                    boto3.client("s3").copy(**{**params, "x": 1})
                """, """
                event.get("kms")
                boto3.client("s3").put_object(Bucket: "a", Key: event.key, SSEKMSKeyId: event.kms)
                getattr(boto3.client("s3"), "put_object")
                boto3.client("s3")
                boto3.client("s3").copy(Bucket: "a", Key: event.key, SSEKMSKeyId: event.kms, x: 1)
                boto3.client("s3")
                """);
    }

    @Test
    void what_is_put_into_a_list_later_is_in_it() {
        calls("""
                import os
                def handler(event, context):
                    entries = []
                    for record in event["Records"]:
                        entries.append({"Id": record["id"]})
                    client.send_message_batch(QueueUrl=os.environ.get("QUEUE", "none"), Entries=entries)
                """, """
                [{Id: event.Records[].id}].append({Id: event.Records[].id})
                client.send_message_batch(QueueUrl: env QUEUE, Entries: [{Id: event.Records[].id}])
                os.environ.get("QUEUE", "none")
                """);
    }

    @Test
    void recursion_and_loops_end() {
        calls("""
                def f(x, n):
                    return f(x + "a", n - 1) if n else g(x)
                def g(x):
                    return f(x, 1)
                def handler(event, context):
                    text = ""
                    for i in event["list"]:
                        text = text + i
                        text += f(text, 3)
                    run(text)
                """, """
                run(("" | unknown<it depends on itself> + event.list[] | unknown<it depends on itself>))
                """);
    }

    @Test
    void what_is_not_known_says_why() {
        calls("""
                def handler(event, context):
                    event["x"]()
                    context.client.put()
                    make()[0].go(lambda: 1)
                """, """
                event.x()
                unknown<it is the context of the invocation>.client.put()
                make()[0].go(function)
                make()
                """);
        assertThat(Project.of("app.py", "x = 1").calls("app.py", "handler"))
                .isEqualTo("gap: 'handler' is not found in app.py\n");
    }
}
