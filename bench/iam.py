#!/usr/bin/env python3
"""Compares decisions per second with those of npm's @cloud-copilot/iam-simulate, in one run on the same requests.

    bench/iam.py [--seed N] [--requests N] [--seconds S] [--whole N] --simulate FOLDER

FOLDER is where `npm install @cloud-copilot/iam-simulate` was run; without it only Parapet is measured. Three files are generated from the seed
(bench/iam/generate.py):

  own     every request brings one to three policies of its own, no two alike, as text; both read that text
  loaded  policies are loaded once, requests are objects; both only decide
  tiny    every request brings one policy of one statement: as text, and loaded beforehand

Both decide every request once and the decisions are compared: how many agree, and the requests in which they do not are written to a file.
Then both are measured warm, in decisions per second of CPU of the whole process, the best of some rounds. iam-simulate has two doors:
runSimulation validates what it is given (and refuses what it does not know), runUnsafeSimulation does not, and fails on policies of resources.

Last, `parapet iam can --batch` decides a file of 100,000 requests of the first kind as a process of its own, start included.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "bench/iam"
sys.path.insert(0, str(CODE))
import generate  # noqa: E402


def write(path, lines):
    """Writes JSON, one value a line."""
    with open(path, "w") as out:
        for line in lines:
            out.write(json.dumps(line, separators=(",", ":")) + "\n")


def files(folder, seed, count):
    """The three files of requests."""
    maker = generate.Generator(seed)
    write(folder / "own", (maker.own() for _ in range(count)))
    write(folder / "tiny", (maker.tiny() for _ in range(count)))
    policies, questions = maker.loaded(count)
    write(folder / "loaded", [policies, *questions])


def java():
    """The JDK that ./parapet would take is the first of these."""
    for place in (os.environ.get("PARAPET_JAVA"), os.environ.get("JAVA_HOME")):
        if place and (Path(place) / "bin/java").exists():
            return str(Path(place) / "bin/java")
    return "java"


def measure(command, folder=None):
    """The last line that a program prints, which is JSON."""
    return json.loads(subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def parapet(kind, file, answers, seconds):
    classes = str(ROOT / "cli/target/application/*")
    return measure([java(), "-XX:+UseSerialGC", "-cp", classes, str(CODE / "Decide.java"), kind, str(file), str(seconds), str(answers)])["parapet"]


def compare(folder, name):
    """Counts how the decisions fall, and writes down those that differ."""
    ours = (folder / f"{name}.parapet").read_text().split()
    theirs = (folder / f"{name}.simulate").read_text().split()
    requests = (folder / name).read_text().splitlines()[-len(ours):]
    differing = [(one, other, request) for one, other, request in zip(ours, theirs, requests) if one != other and other != "error"]
    refused = sum(other == "error" for other in theirs)
    out = Path(tempfile.gettempdir()) / f"iam-{name}-differing.jsonl"
    write(out, ({"parapet": one, "iam-simulate": other, "request": json.loads(request)} for one, other, request in differing))
    print(f"{name}: {dict(collections.Counter(ours))}; iam-simulate refuses {refused}; of the other {len(ours) - refused}"
          f" {len(differing)} differ" + (f", see {out}" if differing else ""))


def whole(folder, seed, count):
    """CPU and wall seconds of a whole process."""
    file = folder / "whole"
    maker = generate.Generator(seed + 1)
    write(file, (maker.own() for _ in range(count)))
    least = None
    for _ in range(3):
        begun = time.monotonic()
        child = subprocess.Popen([str(ROOT / "parapet"), "iam", "can", "--batch", str(file), "-o", str(folder / "answers")])
        _, status, usage = os.wait4(child.pid, 0)
        if status != 0:
            raise SystemExit(f"parapet exits with {os.waitstatus_to_exitcode(status)}")
        row = (usage.ru_utime + usage.ru_stime, time.monotonic() - begun)
        least = row if least is None else min(least, row)
    size = file.stat().st_size / count
    print(f"\nparapet iam can --batch, {count} requests of {size:.0f} bytes: {least[0]:.2f} s CPU, {least[1]:.2f} s wall,"
          f" {count / least[0]:.0f} per CPU second")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--requests", type=int, default=3000)
    parser.add_argument("--seconds", type=float, default=2, help="of CPU for each round")
    parser.add_argument("--whole", type=int, default=100_000, help="requests of the whole process; 0 leaves it out")
    parser.add_argument("--simulate", type=Path, help="where iam-simulate is installed")
    options = parser.parse_args()
    subprocess.run([str(ROOT / "parapet"), "--version"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files(folder, options.seed, options.requests)
        rows = []
        for name, kind in (("own", "own"), ("loaded", "loaded"), ("tiny", "own"), ("tiny", "tiny")):
            label = "tiny, loaded" if kind == "tiny" else name
            ours = parapet(kind, folder / name, folder / f"{name}.parapet", options.seconds)
            theirs = {}
            if options.simulate and kind != "tiny":
                theirs = measure(["node", str(CODE / "simulate.mjs"), kind, str(folder / name), str(options.seconds),
                                  str(folder / f"{name}.simulate")], options.simulate)
                compare(folder, name)
            elif options.simulate:
                theirs = dict(zip(("validating", "plain"), rows[-1][2:]))
            rows.append((label, ours, theirs.get("validating"), theirs.get("plain")))
        print("\n| requests | Parapet | runSimulation | runUnsafeSimulation |\n| --- | ---: | ---: | ---: |")
        for label, ours, *theirs in rows:
            print(f"| {label} | {ours:,} | " + " | ".join(f"{rate:,} ({ours / rate:.0f}x)" if rate else "" for rate in theirs) + " |")
        if options.whole:
            whole(folder, options.seed, options.whole)


if __name__ == "__main__":
    main()
