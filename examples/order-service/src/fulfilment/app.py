"""Writes the invoice of each order that was paid."""

import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["ORDERS_TABLE"])
bucket = boto3.client("s3")


def handler(event, context):
    failures = []
    for record in event["Records"]:
        try:
            fulfil(json.loads(record["body"])["id"])
        except Exception as problem:  # the rest of the batch goes on; this one comes again
            print(json.dumps({"message": "order not fulfilled", "record": record["messageId"], "problem": repr(problem)}))
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}


def fulfil(order):
    item = table.get_item(Key={"id": order})["Item"]
    lines = "\n".join(f"{line['count']} x {line['article']}" for line in item["lines"])
    bucket.put_object(
        Bucket=os.environ["INVOICES_BUCKET"],
        Key=f"{item['customer']}/{order}.txt",
        Body=f"Invoice for order {order}\n\n{item['address']}\n\n{lines}\n".encode(),
    )
