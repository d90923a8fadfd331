package dev.parapet.core.need.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.need.Code;
import org.junit.jupiter.api.Test;

final class JavaScriptDialectTest {
    private static void calls(String source, String expected) {
        assertThat(Code.of("index.ts", source).text("index.ts", "handler")).isEqualTo(expected);
    }

    @Test
    void version_2() {
        calls("""
                const AWSXRay = require('aws-xray-sdk');
                const AWS = AWSXRay.captureAWS(require('aws-sdk'));
                const S3 = require('aws-sdk/clients/s3');
                const { DocumentClient } = require('aws-sdk/clients/dynamodb');
                const { promisify } = require('util');
                const db = new AWS.DynamoDB.DocumentClient({ apiVersion: '2012-08-10' });
                const s3 = new S3({ params: { Bucket: process.env.BUCKET } });
                exports.handler = async (event, context) => {
                  await db.put({ TableName: process.env.TABLE, Item: event }).promise();
                  await new DocumentClient().transactWrite({ TransactItems: [] }).promise();
                  s3.getObject({ Key: event.key }, (err, data) => {});
                  await s3.upload({ Key: 'k', Body: 'x' }).promise();
                  s3.getSignedUrl('putObject', { Key: 'l' });
                  await s3.waitFor('objectExists', { Key: 'm' }).promise();
                  AWSXRay.captureAWSClient(new AWS.StepFunctions()).startExecution({ stateMachineArn: 'x' });
                  new AWS.CognitoIdentityServiceProvider().adminGetUser({ UserPoolId: 'p' });
                  await new AWS.EventBridge().putEvents({ Entries: [] }).promise();
                  const receive = promisify(new AWS.SQS().receiveMessage.bind(sqs));
                  AWS.config.update({ region: 'eu-west-1' });
                  new AWS.S3().flyToTheMoon();
                };
                """, """
                dynamodb:PutItem(TableName: env TABLE, Item: event)
                dynamodb:TransactWriteItems(TransactItems: [])
                s3:GetObject(Bucket: env BUCKET, Key: event.key)
                s3:PutObject(Bucket: env BUCKET, Key: "k", Body: "x")
                s3:PutObject(Bucket: env BUCKET, Key: "l")
                s3:HeadObject(Bucket: env BUCKET, Key: "m")
                stepfunctions:StartExecution(stateMachineArn: "x")
                cognito-idp:AdminGetUser(UserPoolId: "p")
                events:PutEvents(Entries: [])
                sqs:ReceiveMessage(...unknown<the method is handed on>)
                s3:?() // 's3' has no method 'flyToTheMoon'
                """);
    }

    @Test
    void version_3() {
        calls("""
                import { S3Client, S3, GetObjectCommand, paginateListObjectsV2, waitUntilBucketExists } from '@aws-sdk/client-s3';
                import * as sfn from '@aws-sdk/client-sfn';
                import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
                import { DynamoDBDocument, DynamoDBDocumentClient, QueryCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
                import { Upload } from '@aws-sdk/lib-storage';
                import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
                import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
                import { Tracer } from '@aws-lambda-powertools/tracer';
                const client = new Tracer().captureAWSv3Client(new S3Client({}));
                const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
                class Store {
                  constructor(private readonly s3: S3) {}
                  run() { return this.s3.deleteObject({ Bucket: 'a', Key: 'b' }); }
                }
                export const handler = async (event: any) => {
                  await db.send(new QueryCommand({ TableName: process.env.TABLE }));
                  await getSignedUrl(client, new GetObjectCommand({ Bucket: 'b', Key: event.key }));
                  for await (const page of paginateListObjectsV2({ client }, { Bucket: 'b' })) {}
                  for await (const page of paginateScan({ client: db }, { TableName: 't' })) {}
                  await waitUntilBucketExists({ client, maxWaitTime: 3 }, { Bucket: 'b' });
                  await new Upload({ client, params: { Bucket: 'b', Key: 'k' } }).done();
                  await createPresignedPost(client, { Bucket: 'b', Key: 'l' });
                  await DynamoDBDocument.from(new DynamoDBClient({})).get({ TableName: 't', Key: {} });
                  await new sfn.SFNClient({}).send(new sfn.StartSyncExecutionCommand({ stateMachineArn: 'x' }));
                  await container.get(Store).run();
                  await client.send(event.command);
                  await client.send(new sfn.FlyCommand({}));
                };
                """, """
                s3:DeleteObject(Bucket: "a", Key: "b")
                dynamodb:Query(TableName: env TABLE)
                s3:GetObject(Bucket: "b", Key: event.key)
                s3:ListObjectsV2(Bucket: "b")
                dynamodb:Scan(TableName: "t")
                s3:HeadBucket(Bucket: "b")
                s3:PutObject(Bucket: "b", Key: "k")
                s3:PutObject(Bucket: "b", Key: "l")
                dynamodb:GetItem(TableName: "t", Key: {})
                stepfunctions:StartSyncExecution(stateMachineArn: "x")
                s3:?() // the command that is sent is not known: event.command
                stepfunctions:?() // the operation is not in the table of services
                """);
    }

    @Test
    void libraries_that_call_for_their_users() {
        calls("""
                import { getParameter } from '@aws-lambda-powertools/parameters/ssm';
                import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
                import middy from '@middy/core';
                import ssm from '@middy/ssm';
                import dynamoose from 'dynamoose';
                import { SignatureV4 } from '@smithy/signature-v4';
                const layer = new DynamoDBPersistenceLayer({ tableName: process.env.TABLE });
                const Cat = dynamoose.model('Cat', {});
                export const handler = middy(async (event: any) => {
                  await getParameter('/app/key');
                  await Cat.query('id').eq(1).exec();
                  new SignatureV4({ service: 'appsync', region: 'eu-west-1' });
                }).use(ssm({ fetchData: { url: '/app/url' } }));
                """, """
                dynamodb:GetItem(TableName: env TABLE)
                dynamodb:PutItem(TableName: env TABLE)
                dynamodb:UpdateItem(TableName: env TABLE)
                dynamodb:DeleteItem(TableName: env TABLE)
                ssm:GetParameter(Name: "/app/key")
                dynamodb:Query(TableName: "Cat")
                appsync:SignedRequest()
                ssm:GetParameters(Names: ["/app/url"])
                """);
    }

    @Test
    void functions_that_a_durable_function_invokes() {
        calls("""
                import { withDurableExecution } from '@aws/durable-execution-sdk-js';
                import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
                const client = new DynamoDBClient({});
                const shipped = async (child, order) => child.invoke('ship', process.env.SHIP!, order);
                export const handler = withDurableExecution(async (event, context) => {
                  const table = await context.step('table', async () => process.env.TABLE);
                  await client.send(new GetItemCommand({ TableName: table, Key: { id: { S: event.id } } }));
                  await context.invoke(process.env.PAY!, { id: event.id });
                  await context.runInChildContext('all', async child => shipped(child, event));
                  await context.parallel([async branch => branch.invoke('audit')]);
                  await context.map('lines', event.lines, async (inner, line) => inner.invoke(line.function, {}));
                });
                """, """
                lambda:Invoke(FunctionName: env SHIP)
                dynamodb:GetItem(TableName: env TABLE, Key: {id: {S: event.id}})
                lambda:Invoke(FunctionName: env PAY)
                lambda:Invoke(FunctionName: "audit")
                lambda:Invoke(FunctionName: event.lines[].function)
                """);
    }

    @Test
    void the_driver_of_a_ledger() {
        calls("""
                const { QldbDriver } = require('amazon-qldb-driver-nodejs');
                const driver = new QldbDriver(process.env.LEDGER, {});
                exports.handler = async () => driver.executeLambda(async txn => txn.execute('SELECT * FROM Person'));
                """, """
                qldb-session:SendCommand(LedgerName: env LEDGER)
                """);
    }

    @Test
    void credentials_of_the_client_that_sends_a_command() {
        Code code = Code.of("index.ts", """
                import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
                import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
                import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
                import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
                export const handler = async (event) => {
                  const client = new DynamoDBClient({ credentials: { accessKeyId: event.key, secretAccessKey: event.secret } });
                  await DynamoDBDocumentClient.from(client).send(new GetCommand({ TableName: 'orders' }));
                  await getSignedUrl(new S3Client({ credentials: { accessKeyId: process.env.USER_KEY } }), new GetObjectCommand({}));
                  await new DynamoDBClient({}).send(new PutCommand({ TableName: 'orders' }));
                };
                """);
        assertThat(code.calls("index.ts", "handler"))
                .filteredOn(OtherCredentials::sign)
                .extracting(SdkCall::text)
                .containsExactly("dynamodb:GetItem(TableName: \"orders\")", "s3:GetObject()");
    }
}
