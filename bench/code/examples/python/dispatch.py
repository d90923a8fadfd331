"""Commands by name: what the caller names is looked up, never run."""
import subprocess

COMMANDS = {"date": ["date", "-u"], "load": ["uptime"]}


def run(arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


def handler(event, context):
    arguments = COMMANDS.get(event["pathParameters"]["command"])
    if arguments is None:
        return {"statusCode": 404}
    return {"statusCode": 200, "body": run(arguments)}


def debug(command):
    return run(["sh", "-c", command])
