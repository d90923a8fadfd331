#!/usr/bin/env python3
"""Compares whole scans with those of other tools, each a process of its own, in one run.

    bench/scan.py [--runs N] [--tool NAME=COMMAND]... [--copies 1,4,16] [--resources 1,4,16,64] FOLDER...

Each FOLDER is scanned by ./parapet, and by Checkov and Trivy where they are on the PATH (or where --tool names them; a tool that is absent
is skipped with a word). Printed for each: wall seconds, CPU seconds (user and system, children too), peak memory of the largest process,
medians over the runs, and each as a ratio to Parapet's. To show what growth costs, with --copies the folder is scanned so many times over,
and with --resources a template is: the resources of the folder's template.yaml stand in it so many times, each time under other names and
referring to each other by those, as far as CloudFormation's limit of 500 resources and beyond.

The first run of each tool is not counted: it fills the page cache and, for Parapet, builds and trains what the launcher keeps. What is
written by the tools is thrown away; their exit codes only tell whether they did their job.

Checkov is started without its own download of policies and for CloudFormation only, Trivy without its update of checks and for
CloudFormation only, and Parapet for templates only, so that each does the same work; and Parapet twice more with the code of functions, which
the others do not read: without its cache, and with what the run that is not counted left in it.
"""

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = {
    "parapet": f"{ROOT}/parapet scan --no-code --format json {{folder}}",
    "parapet, code too": f"{ROOT}/parapet scan --no-cache --format json {{folder}}",
    "parapet, code kept": f"{ROOT}/parapet scan --format json {{folder}}",
    "checkov": "checkov --framework cloudformation --skip-download --quiet --compact -o json -d {folder}",
    "trivy": "trivy config --misconfig-scanners cloudformation --skip-check-update --skip-version-check --quiet -f json {folder}",
}


def measure(command, folder):
    """Runs a command once: wall seconds, CPU seconds, peak memory in MB, exit code."""
    words = [word.format(folder=folder) for word in command.split()]
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        try:
            os.execvp(words[0], words)
        except OSError:
            os._exit(127)
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - begun
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def medians(name, command, folder, runs):
    """The medians of some runs after one that does not count; None when the tool could not start."""
    rows = [measure(command, folder) for _ in range(runs + 1)]
    if rows[0][3] in (126, 127):
        return None
    # 1: something was found. Parapet says 2 when some file could not be read whole, and has scanned the rest.
    if rows[0][3] > (2 if name.startswith("parapet") else 1):
        raise SystemExit(f"'{command.format(folder=folder)}' exits with {rows[0][3]}; give the tool by --tool")
    return tuple(statistics.median(row[i] for row in rows[1:]) for i in range(3))


def copies(folder, count, place):
    """A folder that holds another so many times."""
    made = Path(place) / f"{count}-times"
    for i in range(count):
        shutil.copytree(folder, made / str(i), symlinks=True)
    return made


def repeated(template, count):
    """The text of a template in which all resources of another stand so many times, each time but the first under names of their own."""
    before, _, rest = template.partition("\nResources:\n")
    behind = re.search(r"^\S", rest, re.MULTILINE)
    block = rest[: behind.start()] if behind else rest
    names = re.findall(r"^  (\w+):", block, re.MULTILINE)
    if not names:
        raise SystemExit("the template has no section 'Resources' that is indented by two blanks")
    name = re.compile(r"(?<![\w/.:-])(" + "|".join(names) + r")(?![\w/-])")
    return before + "\nResources:\n" + block + "".join(name.sub(rf"\1N{i}", block) for i in range(1, count)), len(names)


def grown(folder, count, place):
    """A folder with one template that is so many times as large as that of another; how many resources its author wrote."""
    text, number = repeated((Path(folder) / "template.yaml").read_text(encoding="utf-8"), count)
    made = Path(place) / f"{count}-times"
    made.mkdir()
    (made / "template.yaml").write_text(text, encoding="utf-8")
    return made, number * count


def table(title, rows):
    """Prints the rows of one folder."""
    print(f"\n{title}\n")
    print("| tool | wall s | CPU s | MB | wall | CPU | memory |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    base = rows.get("parapet")
    for name, row in rows.items():
        if row is None:
            print(f"| {name} | absent, skipped | | | | | |")
            continue
        ratios = ["" if base is None else f"{row[i] / base[i]:.1f}x" for i in range(3)]
        print(f"| {name} | {row[0]:.2f} | {row[1]:.2f} | {row[2]:.0f} | {' | '.join(ratios)} |")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tool", action="append", default=[], metavar="NAME=COMMAND",
                        help="another command for a tool, or another tool; {folder} stands for the folder")
    parser.add_argument("--only", default="", help="names of tools, separated by commas")
    parser.add_argument("--copies", default="", help="numbers, such as 1,4,16: Parapet alone, on so many copies of each folder")
    parser.add_argument("--resources", default="", metavar="NUMBERS",
                        help="numbers, such as 1,4,16,64: Parapet alone, on one template with so many times the resources of each folder's")
    asked = parser.parse_args()
    tools = dict(TOOLS)
    for each in asked.tool:
        name, _, command = each.partition("=")
        tools[name] = command
    only = [name for name in asked.only.split(",") if name] or list(tools)
    for folder in asked.folders:
        rows = {}
        for name in only:
            command = tools[name]
            present = shutil.which(command.split()[0]) is not None
            rows[name] = medians(name, command, folder, asked.runs) if present else None
        table(folder, rows)
        for count in [int(n) for n in asked.copies.split(",") if n]:
            with tempfile.TemporaryDirectory() as place:
                row = medians("parapet", tools["parapet"], copies(folder, count, place), 1)
                print(f"\n{count} copies: {row[0]:.2f} s wall, {row[1]:.2f} s CPU, {row[2]:.0f} MB")
        for count in [int(n) for n in asked.resources.split(",") if n]:
            with tempfile.TemporaryDirectory() as place:
                made, number = grown(folder, count, place)
                row = medians("parapet", tools["parapet"], made, asked.runs)
                print(f"\n{number} resources in one template: {row[0]:.2f} s wall, {row[1]:.2f} s CPU, {row[2]:.0f} MB")


if __name__ == "__main__":
    main()
