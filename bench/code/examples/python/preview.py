"""Fetches what the caller asks for."""
import os

import requests

CATALOGUE = "https://catalogue.example.com/items/"


class Job:
    def __init__(self, address, name):
        self.address = address
        self.name = name


def fetch(job):
    kept = os.path.join("/mnt/cache", os.path.basename(job.name))
    if os.path.exists(kept):
        with open(kept) as file:
            return file.read()
    return requests.get(job.address, timeout=5, verify=False).text  # weakness: server-side-request-forgery tls-verification-off


def handler(event, context):
    query = event["queryStringParameters"]
    item = requests.get(CATALOGUE + query["item"], timeout=5).json()
    page = fetch(Job(address=query["address"], name=query["name"]))
    with open("/mnt/templates/" + query["template"]) as template:  # weakness: path-traversal
        return {"statusCode": 200, "body": template.read().replace("{}", page + item["title"])}
