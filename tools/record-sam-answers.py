#!/usr/bin/env python3
"""Records what the official SAM transform makes of our own templates, so that the tests need no Python.

Usage: PYTHON tools/record-sam-answers.py [NAME]...

PYTHON is one that has the oracle; tools/sam_oracle.py says how to install it. For each NAME.yaml (all when none is named) in
read/cloudformation/src/test/resources/dev/parapet/read/cloudformation/sam it writes NAME.expanded.json beside it, keys sorted, or, where the transform refuses
the template, NAME.errors.json with the messages. The parameters have their defaults and the region is us-east-1. ORACLE.txt
says which release answered.
"""

import json
import pathlib
import sys

import sam_oracle

FOLDER = pathlib.Path(__file__).resolve().parent.parent.joinpath(
    "read/cloudformation/src/test/resources/dev/parapet/read/cloudformation/sam"
)


def main(names):
    for path in sorted(FOLDER.glob("*.yaml")):
        if names and path.stem not in names:
            continue
        template, errors = sam_oracle.expand(sam_oracle.parse(path.read_text(encoding="utf-8")))
        for ending, answer in (("expanded", template), ("errors", errors)):
            file = path.with_name(f"{path.stem}.{ending}.json")
            if answer is None:
                file.unlink(missing_ok=True)
            else:
                file.write_text(json.dumps(answer, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    FOLDER.joinpath("ORACLE.txt").write_text(f"aws-sam-translator {sam_oracle.VERSION} (PyPI), region us-east-1\n")


if __name__ == "__main__":
    main(sys.argv[1:])
