"""Lists and packs a folder that the caller names."""
import json
import os
import shlex
import subprocess

FORMATS = {"zip", "tar"}


def handler(event, context):
    request = json.loads(event["body"])
    name = request["name"]
    os.system(f"ls -l /mnt/data/{name}")  # weakness: command-injection
    subprocess.run("du -s " + shlex.quote(name), shell=True, check=False)
    kind = request.get("format")
    if kind not in FORMATS:
        return {"statusCode": 400}
    subprocess.run("pack --as " + kind, shell=True, check=False)
    return {"statusCode": 204}
