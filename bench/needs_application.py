#!/usr/bin/env python3
"""Holds what functions of whole applications call and need, as Parapet says it, against labels written by hand.

Usage: bench/needs_application.py --corpus FOLDER [--labels FOLDER]... [--only TEXT]

FOLDER of --corpus is a checkout of aws-samples/serverless-patterns; each FOLDER of --labels (all of bench/needs/sample-* unless given) holds
calls-LANGUAGE.tsv and needs-LANGUAGE.tsv, lines that begin with # left out. --only judges the applications whose path holds TEXT.

calls: application, function, file, lines, service, operation. The function is its address in the template, or the path of its handler where
no template names it; lines are one number, or two with a hyphen where a call is made in several steps; service and operation are
botocore's. A function without a call has one line of hyphens.

needs: application, function, action, resource, exact, kind. Several wordings of one resource are separated by " | "; exact is `no` where
only the run time tells the resource; kind is `call`, `implied`, or `optional` for what may be needed or not.

A call is found when one of the same file, service and operation has a line in common with it. An action is found when the function needs
it; of the actions on resources that can be exact, those are exact whose resource is said in one of the wordings. Recall is the share of what
is labelled that is found, precision the share of what is found that is labelled. Times are CPU seconds of all processes, one an application.
"""

import argparse
import collections
import json
import pathlib
import re
import resource
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


class Tally:
    """What was found and labelled, what was labelled alone, and what was found alone."""

    def __init__(self):
        self.found = self.missed = self.wrong = 0

    def __str__(self):
        recall = self.found / max(1, self.found + self.missed)
        precision = self.found / max(1, self.found + self.wrong)
        return f"recall {recall:6.1%}, precision {precision:6.1%} ({self.found} found, {self.missed} missed, {self.wrong} wrong)"


def rows(path):
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def lines(text):
    first, _, last = text.partition("-")
    return int(first), int(last or first)


class Applications:
    """What Parapet says of the functions of an application, asked once for each."""

    def __init__(self, corpus):
        self.corpus = corpus
        self.known = {}

    def functions(self, application):
        if application not in self.known:
            answer = subprocess.run(
                [str(HERE.parent / "parapet"), "iam", "needs", str(self.corpus / application), "--format", "json"],
                capture_output=True,
                text=True,
            )
            if not answer.stdout:
                print(f"  {application}: {answer.stderr.strip()}")
            self.known[application] = json.loads(answer.stdout)["functions"] if answer.stdout else []
        return self.known[application]

    def function(self, application, name):
        for function in self.functions(application):
            if name in (function["function"], function.get("handler", {}).get("path")):
                return function
        print(f"  {application}: {name}: no such function")
        return {"calls": [], "implied": [], "needed": {"Statement": []}}


def judge_calls(path, applications, only):
    labels = collections.defaultdict(list)
    for application, function, *call in rows(path):
        if only in application:
            labels[application, function] += [] if call[0] == "-" else [tuple(call)]
    tally = Tally()
    for (application, name), expected in labels.items():
        said = set()
        for call in applications.function(application, name)["calls"]:
            place = call["location"]
            first, last = place["start"]["line"], place["end"]["line"]
            said.add((place["path"], first, last, call["service"], call["operation"]))
        right = set()
        for file, where, service, operation in expected:
            first, last = lines(where)
            same = {
                call
                for call in said
                if (call[0], call[3], call[4]) == (file, service, operation) and call[1] <= last and first <= call[2]
            }
            right |= same
            tally.found += bool(same)
            tally.missed += not same
            if not same:
                print(f"  {application}: {name}: missed {file}:{where} {service} {operation}")
        for call in sorted(said - right):
            tally.wrong += 1
            print(f"  {application}: {name}: wrong {call[0]}:{call[1]} {call[3]} {call[4]}")
    return tally, len(labels)


def needed(function):
    """The actions that a function needs, each with the resources that it is needed on."""
    actions = collections.defaultdict(set)
    for statement in function["needed"]["Statement"]:
        for action in listed(statement["Action"]):
            actions[action].update(listed(statement["Resource"]))
    return actions


def listed(value):
    return [value] if isinstance(value, str) else value


def plain(expression):
    """An expression of which all is one reference, without the braces around it."""
    return re.sub(r"^\$\{([^{}]*)}$", r"\1", expression)


def judge_needs(path, applications, only):
    labels = collections.defaultdict(list)
    for application, function, *need in rows(path):
        if only in application:
            labels[application, function].append(need)
    tallies = {"calls": Tally(), "implied": Tally()}
    exact = Tally()
    for (application, name), expected in labels.items():
        function = applications.function(application, name)
        actions = needed(function)
        implied = {need["action"] for need in function["implied"]}
        kinds = {action: kind for action, _, _, kind in reversed(expected)}
        for action in sorted(set(kinds) | set(actions)):
            kind = kinds.get(action) or ("implied" if action in implied else "call")
            tally = tallies["implied" if kind == "implied" else "calls"]
            if action not in kinds:
                tally.wrong += 1
                print(f"  {application}: {name}: not needed {action}")
            elif kind != "optional":
                tally.found += action in actions
                tally.missed += action not in actions
                if action not in actions:
                    print(f"  {application}: {name}: not found {action}")
        for action, wordings, can_be_exact, kind in expected:
            if can_be_exact == "yes" and kind != "optional":
                said = {plain(each) for each in actions.get(action, ())}
                right = any(plain(wording) in said for wording in wordings.split(" | "))
                exact.found += right
                exact.missed += not right
                if not right and action in actions:
                    print(f"  {application}: {name}: {action}: not {wordings} but {' '.join(sorted(said))}")
    return tallies, exact, len(labels)


def cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--corpus", type=pathlib.Path, required=True)
    arguments.add_argument("--labels", type=pathlib.Path, action="append")
    arguments.add_argument("--only", default="")
    given = arguments.parse_args()
    applications = Applications(given.corpus)
    for folder in given.labels or sorted((HERE / "needs").glob("sample-*")):
        print(folder.name)
        for path in sorted(folder.glob("calls-*.tsv")):
            tally, count = judge_calls(path, applications, given.only)
            print(f"{path.stem} of {count} functions: {tally}")
        for path in sorted(folder.glob("needs-*.tsv")):
            tallies, exact, count = judge_needs(path, applications, given.only)
            both = Tally()
            for kind, tally in tallies.items():
                both.found += tally.found
                both.missed += tally.missed
                both.wrong += tally.wrong
                print(f"{path.stem} of {count} functions, {kind}: {tally}")
            print(f"{path.stem} of {count} functions: {both}")
            share = exact.found / max(1, exact.found + exact.missed)
            print(f"{path.stem}: {share:.1%} of {exact.found + exact.missed} resources exact")
    print(f"{len(applications.known)} applications, {cpu():.1f} CPU s")


if __name__ == "__main__":
    main()
