"""Looks orders up for the caller."""
import sqlite3

from store import Orders


def handler(event, context):
    query = event.get("queryStringParameters") or {}
    orders = Orders(sqlite3.connect("/mnt/data/orders.db"))
    if "number" in query:
        return orders.by_number(int(query["number"]))
    if "customer" in query:
        return orders.by_customer(query["customer"])
    return orders.sorted_by(query.get("order", "number"))
