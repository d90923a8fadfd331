#!/usr/bin/env python3
"""Writes the names that Trivy gives to its AWS checks as a table: id, a tab, a name.

Usage: tools/trivy-names.py CHECKOUT > core/triage/src/main/resources/dev/parapet/core/triage/trivy-names.tsv

CHECKOUT is a git checkout or bare repository of https://github.com/aquasecurity/trivy-checks (MIT). Only the metadata comments
of the checks are read: `id`, `long_id`, and `aliases`.
"""

import re
import subprocess
import sys


def git(checkout, *arguments):
    return subprocess.run(["git", "-C", checkout, *arguments], check=True, capture_output=True, text=True).stdout


def main(checkout):
    commit, date = git(checkout, "log", "-1", "--format=%H %cs").split()
    print("# Names of the checks of Trivy for AWS besides their ids; made by tools/trivy-names.py, not by hand.")
    print(f"# Source: https://github.com/aquasecurity/trivy-checks at {commit}, {date}.")
    rows = set()
    for path in git(checkout, "ls-tree", "-r", "--name-only", "HEAD", "checks/cloud/aws").splitlines():
        if not path.endswith(".rego") or path.endswith("_test.rego"):
            continue
        identifier, in_aliases = None, False
        for line in git(checkout, "show", f"HEAD:{path}").splitlines():
            if not line.startswith("#"):
                break
            if found := re.match(r"#   id: (AWS-\d{4})$", line):
                identifier = found[1]
            in_aliases = in_aliases and line.startswith("#     - ") or line == "#   aliases:"
            name = re.match(r"#     - (\S+)$", line) if in_aliases else re.match(r"#   long_id: (\S+)$", line)
            if identifier and name and not name[1].startswith("AVD-"):
                rows.add((identifier, name[1]))
    by_name = {}
    for identifier, name in rows:
        by_name.setdefault(name, set()).add(identifier)
    for identifier, name in sorted(rows):
        if len(by_name[name]) == 1:  # a short name that two services share names nothing
            print(f"{identifier}\t{name}")


if __name__ == "__main__":
    main(sys.argv[1])
