"""Computes with what the caller sends."""
import ast
import json


def compute(expression, names):
    return eval(expression, {"__builtins__": {}}, names)  # weakness: code-injection


def constant(text):
    return ast.literal_eval(text)


def handler(event, context):
    request = json.loads(event["body"])
    rate = compute("1 + 0.19", {})
    if request.get("simple"):
        return constant(request["formula"]) * rate
    return compute(request["formula"], request.get("names", {})) * rate
