#!/usr/bin/env python3
"""Draws a sample of findings to be judged by hand, the same one for the same report, seed and size.

    ./parapet scan FOLDER --format json > report.json
    tools/sample-findings.py --seed 1 report.json FOLDER

One finding of each of --rules rules drawn at random comes first, so that rare rules are judged too; the rest is drawn from all
findings that are left, so that frequent rules weigh as much as they do in a report. Suppressed findings are never drawn. --counts
prints instead how often each rule was violated and undetermined, with its severity.
"""

import argparse
import collections
import json
import pathlib
import random


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=pathlib.Path, help="the JSON document of a scan")
    parser.add_argument("folder", type=pathlib.Path, help="what was scanned, for the excerpts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--rules", type=int, default=40, help="how many rules give one finding each before the rest is drawn")
    parser.add_argument("--verdict", choices=["violated", "undetermined"], default="violated")
    parser.add_argument("--context", type=int, default=14, help="the longest excerpt, in lines")
    parser.add_argument("--counts", action="store_true")
    options = parser.parse_args()

    findings = [f for f in json.loads(options.report.read_text())["findings"] if "suppressed" not in f]
    if options.counts:
        print_counts(findings)
        return
    of_verdict = [f for f in findings if f["verdict"] == options.verdict]
    for number, finding in enumerate(draw(of_verdict, options), 1):
        print_finding(number, finding, options)


def draw(findings, options):
    """The sample, in the order of the rules' ids."""
    chance = random.Random(options.seed)
    by_rule = collections.defaultdict(list)
    for finding in findings:
        by_rule[finding["rule"]].append(finding)
    ids = sorted(by_rule)
    chosen = [chance.choice(by_rule[rule]) for rule in sorted(chance.sample(ids, min(options.rules, len(ids))))]
    taken = {id(finding) for finding in chosen}
    left = [finding for finding in findings if id(finding) not in taken]
    chosen += chance.sample(left, max(0, min(options.size - len(chosen), len(left))))
    return sorted(chosen, key=lambda finding: finding["rule"])


def print_finding(number, finding, options):
    resource, location = finding["resource"], finding["location"]
    start, end = location["start"]["line"], location["end"]["line"]
    print(f"== {number} {finding['rule']} ({finding['severity']}) {location['path']}:{start}")
    print(f"   {resource['address']} ({resource['type']})", finding.get("condition", ""))
    print(f"   {finding['message']}")
    for fact in finding.get("why", []):
        print(f"   because {fact}")
    if "missing" in finding:
        print(f"   missing {finding['missing']}")
    for evidence in finding.get("evidence", []):
        place = evidence.get("location")
        print(f"   evidence {evidence['text']}", f"{place['path']}:{place['start']['line']}" if place else "")
    lines = (options.folder / location["path"]).read_text(errors="replace").splitlines()
    first = max(1, start - 3)
    for line in range(first, min(max(end, start + 4), first + options.context, len(lines)) + 1):
        print(f"   {line:5} | {lines[line - 1][:160]}")
    print()


def print_counts(findings):
    counts = collections.Counter((f["rule"], f["severity"], f["verdict"]) for f in findings)
    for (rule, severity, verdict), count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        print(f"{count:6} {verdict:12} {severity:8} {rule}")


if __name__ == "__main__":
    main()
