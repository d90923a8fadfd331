package dev.parapet.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JavaScriptFlowTest {
    private static void calls(String source, String expected) {
        assertThat(Project.of("index.mjs", source).calls("index.mjs", "handler"))
                .isEqualTo(expected);
    }

    @Test
    void clients_and_commands() {
        calls("""
                import { S3Client, PutObjectCommand as Put } from "@aws-sdk/client-s3";
                import * as dynamo from "@aws-sdk/client-dynamodb";
                const s3 = new S3Client({});
                const { TABLE: table = "none", BUCKET } = process.env;
                export const handler = async ({ Records }, context) => {
                  for (const { body } of Records) {
                    const { id } = JSON.parse(body);
                    await s3.send(new Put({ Bucket: BUCKET, Key: `in/${id}.json` }));
                  }
                  return new dynamo.DynamoDB().getItem({ TableName: table, Key: { id: Records[0].messageId } });
                };
                """, """
                new @aws-sdk/client-s3.S3Client({})
                JSON.parse(event.Records[].body)
                new @aws-sdk/client-s3.S3Client({}).send(new @aws-sdk/client-s3.PutObjectCommand({Bucket: env BUCKET, Key: "in/" + JSON.parse(event.Records[].body).id + ".json"}))
                new @aws-sdk/client-s3.PutObjectCommand({Bucket: env BUCKET, Key: "in/" + JSON.parse(event.Records[].body).id + ".json"})
                new @aws-sdk/client-dynamodb.DynamoDB().getItem({TableName: (env TABLE | "none"), Key: {id: event.Records[].messageId}})
                new @aws-sdk/client-dynamodb.DynamoDB()
                """);
    }

    @Test
    void modules_of_common_js() {
        assertThat(Project.of(
                                "index.js",
                                """
                                'use strict';
                                const AWS = require('aws-sdk'), { put, Store } = require('./lib/store');
                                const run = require('./lib/run');
                                exports.handler = function (event, context, callback) {
                                  put(new AWS.DynamoDB.DocumentClient(), event.body).then(data => callback(null, data.Attributes));
                                  run('ls ' + event.path);
                                  new Store(process.env.TABLE || 'orders').save();
                                };
                                """,
                                "lib/store.js",
                                """
                                module.exports = { put: (client, item) => client.put({ TableName: 't', Item: item }).promise() };
                                module.exports.Store = class {
                                  constructor(name) { this.name = name; this.db = new (require('aws-sdk').DynamoDB)(); }
                                  get table() { return this.name.toString(); }
                                  async save() { await this.db.putItem({ TableName: this.table }).promise(); }
                                };
                                """,
                                "lib/run.js",
                                "const { exec } = require('child_process');\nmodule.exports = command => exec(command);\n")
                        .calls("index.js", "handler"))
                .isEqualTo("""
                        new aws-sdk.DynamoDB.DocumentClient().put({TableName: "t", Item: event.body}).promise().then(function)
                        new aws-sdk.DynamoDB.DocumentClient()
                        unknown<it is the callback of the invocation>(null, new aws-sdk.DynamoDB.DocumentClient().put({TableName: "t", Item: event.body}).promise().Attributes)
                        child_process.exec("ls " + event.path)
                        new aws-sdk.DynamoDB.DocumentClient().put({TableName: "t", Item: event.body}).promise()
                        new aws-sdk.DynamoDB.DocumentClient().put({TableName: "t", Item: event.body})
                        new aws-sdk.DynamoDB()
                        env TABLE.toString()
                        "orders".toString()
                        new aws-sdk.DynamoDB().putItem({TableName: (env TABLE | "orders")}).promise()
                        new aws-sdk.DynamoDB().putItem({TableName: (env TABLE | "orders")})
                        """);
    }

    @Test
    void wrapped_handlers_and_injected_clients() {
        assertThat(Project.of("src/index.ts", """
                                import middy from '@middy/core';
                                import { Orders } from './orders.js';
                                import { SQSClient } from '@aws-sdk/client-sqs';
                                const lambdaHandler = async (event: Event): Promise<void> => {
                                  const orders = new Orders(new SQSClient({}), process.env.QUEUE!);
                                  await Promise.all(event.Records.map((record) => orders.send(record.body)));
                                };
                                export const handler = middy(lambdaHandler).use(json());
                                """, "src/orders.ts", """
                                import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
                                export class Orders {
                                  private readonly retries = 3;
                                  constructor(private readonly sqs: SQSClient, private queue: string) {}
                                  async send(body: string) {
                                    const input = { QueueUrl: this.queue };
                                    input.MessageBody = body;
                                    return this.sqs.send(new SendMessageCommand(input));
                                  }
                                }
                                export function other(db: Unused) { db.drop(); }
                                """).calls("src/index.ts", "handler"))
                .isEqualTo("""
                        new @aws-sdk/client-sqs.SQSClient({})
                        Promise.all([new @aws-sdk/client-sqs.SQSClient({}).send(new @aws-sdk/client-sqs.SendMessageCommand({QueueUrl: env QUEUE, MessageBody: event.Records[].body}))])
                        event.Records.map(function)
                        @middy/core(function).use(json())
                        @middy/core(function)
                        json()
                        new @aws-sdk/client-sqs.SQSClient({}).send(new @aws-sdk/client-sqs.SendMessageCommand({QueueUrl: env QUEUE, MessageBody: event.Records[].body}))
                        new @aws-sdk/client-sqs.SendMessageCommand({QueueUrl: env QUEUE, MessageBody: event.Records[].body})
                        """);
    }

    @Test
    void what_is_only_typed_is_an_object_of_its_type() {
        calls("""
                import { S3 } from '@aws-sdk/client-s3';
                import express from 'express';
                const app = express();
                app.get('/x', (req, res) => new S3().listBuckets().then((all) => res.json(all)));
                export const handler = serverless(app);
                """, """
                express()
                express().get("/x", function)
                new @aws-sdk/client-s3.S3().listBuckets().then(function)
                new @aws-sdk/client-s3.S3().listBuckets()
                new @aws-sdk/client-s3.S3()
                new express.Response().json(new @aws-sdk/client-s3.S3().listBuckets())
                serverless(express())
                """);
        assertThat(Project.of("a.ts", """
                                import { S3 } from '@aws-sdk/client-s3';
                                class Handler { constructor(private s3: S3) {} run = async (event) => this.s3.getObject({ Key: event.key }); }
                                export const handler = container.resolve(Handler);
                                """).calls("a.ts", "handler")).isEqualTo("""
                        new @aws-sdk/client-s3.S3().getObject({Key: event.key})
                        container.resolve(class Handler)
                        """);
    }
}
