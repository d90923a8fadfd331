#!/usr/bin/env python3
"""Compares what functions need, as Parapet says it and as iam-policy-autopilot does, with labels written by hand.

Usage: bench/needs.py --corpus FOLDER [--autopilot PROGRAM --reference FOLDER]

FOLDER is a checkout of aws-samples/serverless-patterns; bench/needs/labels.tsv names files of it, each read by itself, and the actions that
their code needs. PROGRAM is iam-policy-autopilot (PyPI), which asks for AWS's service reference: FOLDER of --reference is a copy of it
(the repository dgwhited/servicereference), served to it by this script on the loopback interface. Without them it is left out.

Recall is the share of labelled actions that are found, precision the share of found ones that are labelled. Times are CPU seconds of all
processes, one a file.
"""

import argparse
import http.server
import json
import os
import pathlib
import resource
import subprocess
import threading

HERE = pathlib.Path(__file__).resolve().parent


class Reference(http.server.BaseHTTPRequestHandler):
    """The service reference, as AWS serves it: an index, and a document for each service."""

    folder = pathlib.Path()

    def do_GET(self):
        words = [word for word in self.path.split("?")[0].split("/") if word]
        if not words:
            address = f"http://127.0.0.1:{self.server.server_port}/v1/"
            names = sorted(path.name for path in self.folder.iterdir() if (path / f"{path.name}.json").is_file())
            body = json.dumps([{"service": name, "url": f"{address}{name}/{name}.json"} for name in names]).encode()
        else:
            path = self.folder / words[-2] / words[-1] if len(words) > 1 else self.folder
            if not path.is_file():
                self.send_error(404)
                return
            body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


def labels():
    for line in (HERE / "needs" / "labels.tsv").read_text().splitlines():
        if not line.startswith("#"):
            path, actions = line.split("\t")
            words = [] if actions == "-" else actions.split()
            yield path, {word for word in words if word[0] != "?"}, {word[1:] for word in words if word[0] == "?"}


def parapet(path):
    answer = subprocess.run(
        [str(HERE.parent / "parapet"), "iam", "needs", str(path), "--no-cache", "--format", "json"], capture_output=True, text=True
    )
    functions = json.loads(answer.stdout)["functions"] if answer.stdout else []
    return {action for function in functions for call in function["calls"] for action in call["actions"]}


def autopilot(program, environment):
    def run(path):
        answer = subprocess.run(
            [program, "generate-policies", str(path)], capture_output=True, text=True, env=environment
        )
        policies = json.loads(answer.stdout)["Policies"] if answer.stdout.startswith("{") else []
        return {
            action
            for policy in policies
            for statement in policy["Policy"]["Statement"]
            for action in ([statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"])
        }

    return run


def cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def judge(name, run, corpus):
    found = wrong = missed = 0
    start = cpu()
    for path, needed, optional in labels():
        actions = run(corpus / path)
        found += len(actions & needed)
        wrong += len(actions - needed - optional)
        missed += len(needed - actions)
        for word, some in (("not needed", actions - needed - optional), ("not found", needed - actions)):
            if some:
                print(f"  {name}: {path}: {word}: {' '.join(sorted(some))}")
    print(
        f"{name}: recall {found / (found + missed):.1%}, precision {found / max(1, found + wrong):.1%}"
        f" ({found} found, {missed} not, {wrong} not needed), {cpu() - start:.1f} CPU s"
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--corpus", type=pathlib.Path, required=True)
    arguments.add_argument("--autopilot")
    arguments.add_argument("--reference", type=pathlib.Path)
    given = arguments.parse_args()
    judge("parapet", parapet, given.corpus)
    if not given.autopilot:
        print("iam-policy-autopilot: left out, as --autopilot does not name it")
        return
    Reference.folder = given.reference
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Reference)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {
        **os.environ,
        "IAM_POLICY_AUTOPILOT_SERVICE_REFERENCE_URL": f"http://127.0.0.1:{server.server_port}",
        "DISABLE_IAM_POLICY_AUTOPILOT_TELEMETRY": "true",
    }
    judge("iam-policy-autopilot", autopilot(given.autopilot, environment), given.corpus)
    server.shutdown()


if __name__ == "__main__":
    main()
