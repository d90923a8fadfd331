#!/usr/bin/env python3
"""Compares what Parapet and Semgrep find in the code of functions, and the time it takes them, in one run.

Usage: bench/code.py [--semgrep PROGRAM] [--runs N]

bench/code/examples holds an application in five languages. A line that ends in `weakness: RULE …` is a weakness; any other finding of one of
these rules is false. bench/code/semgrep holds Semgrep's rules for the same questions, named alike with the language added, with its taint mode where that is the question. PROGRAM is semgrep
(PyPI); without it, it is left out. Both are processes of their own and see a copy of the examples without the marks; the median of N runs after one that does
not count is told, wall and CPU seconds of all processes.
"""

import argparse
import json
import os
import pathlib
import re
import resource
import statistics
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
MARK = re.compile(r"\s*(?://|#) weakness: (.*)$")


def copy(folder):
    """The examples without their marks, in the folder; what the marks say is returned: (path, line, rule)."""
    marked = set()
    for path in sorted((HERE / "code" / "examples").rglob("*")):
        if path.is_file():
            name = path.relative_to(HERE / "code" / "examples")
            lines = path.read_text().splitlines()
            for number, line in enumerate(lines, 1):
                if mark := MARK.search(line):
                    marked |= {(str(name), number, rule) for rule in mark[1].split()}
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text("\n".join(MARK.sub("", line) for line in lines) + "\n")
    return marked


def parapet(folder):
    answer = run([str(HERE.parent / "parapet"), "scan", str(folder), "--no-cache", "--format", "json"])
    found = [finding for finding in json.loads(answer)["findings"] if finding["verdict"] == "violated"]
    return {(finding["location"]["path"], finding["location"]["start"]["line"], finding["rule"]) for finding in found}


def semgrep(program):
    def ask(folder):
        rules = str(HERE / "code" / "semgrep")
        answer = run([program, "scan", "--config", rules, "--json", "--metrics=off", "--disable-version-check", "--no-git-ignore", str(folder)])
        document = json.loads(answer)
        for error in document["errors"]:
            print(f"  semgrep says: {error.get('message', error)}"[:200])
        return {
            (os.path.relpath(result["path"], folder), result["start"]["line"], result["check_id"].split(".")[-1].rsplit("-", 1)[0])
            for result in document["results"]
        }

    return ask


def run(command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def judge(name, ask, folder, marked, runs):
    walls, cpus = [], []
    for _ in range(runs + 1):
        wall, used = time.monotonic(), cpu()
        answer = ask(folder)
        walls.append(time.monotonic() - wall)
        cpus.append(cpu() - used)
    rules = {rule for _, _, rule in marked}
    found = {finding for finding in answer if finding[2] in rules}
    for word, findings in (("not found", marked - found), ("false", found - marked)):
        for path, line, rule in sorted(findings):
            print(f"  {name}: {word}: {path}:{line} {rule}")
    print(
        f"{name}: {len(found & marked)} of {len(marked)} found, {len(found - marked)} false;"
        f" {statistics.median(walls[1:]):.2f} s wall, {statistics.median(cpus[1:]):.2f} s CPU"
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--semgrep")
    arguments.add_argument("--runs", type=int, default=3)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        marked = copy(folder)
        judge("parapet", parapet, folder, marked, given.runs)
        if given.semgrep:
            judge("semgrep", semgrep(given.semgrep), folder, marked, given.runs)
        else:
            print("semgrep: left out, as --semgrep does not name it")


if __name__ == "__main__":
    main()
