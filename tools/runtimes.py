#!/usr/bin/env python3
"""Writes the table of Lambda's runtimes and the dates of their ends.

Usage: pip download --no-deps cfn-lint && tools/runtimes.py cfn_lint-*.whl \
    > core/knowledge/src/main/resources/dev/parapet/core/knowledge/runtimes.txt

cfn-lint (MIT, https://github.com/aws-cloudformation/cfn-lint) carries the dates of
https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html as data; only that data is read. The runtimes of CONTAINERS are on
that page too, as base images of containers that never were managed runtimes; templates name them all the same.
"""

import json
import sys
import zipfile

DATA = "cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json"
CONTAINERS = {
    "dotnet5.0": {"deprecated": "2022-05-10", "create-block": None, "update-block": None},
    "dotnet7": {"deprecated": "2024-05-14", "create-block": None, "update-block": None},
}


def main(wheel):
    with zipfile.ZipFile(wheel) as package:
        runtimes = json.loads(package.read(DATA))
        date = "%04d-%02d-%02d" % package.getinfo(DATA).date_time[:3]
    version = wheel.rsplit("/", 1)[-1].split("-")[1]
    for name, dates in CONTAINERS.items():
        runtimes.setdefault(name, dates)
    print("# Lambda's runtimes; made by tools/runtimes.py, not by hand. Format: see RuntimeTable.")
    print(f"# Source: cfn-lint {version}, {DATA}, {date}.")
    print("# identifier deprecated create-blocked update-blocked")
    for name, dates in sorted(runtimes.items()):
        print(name, *(dates[field] or "-" for field in ("deprecated", "create-block", "update-block")))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
