"""The official SAM transform as an oracle, for tools/record-sam-answers.py and tools/compare-sam.

Install it once (Python 3.10 or later), anywhere outside of the project:

    python3 -m venv ~/sam-oracle && ~/sam-oracle/bin/pip install aws-sam-translator

and run the two tools with ~/sam-oracle/bin/python. Nothing here asks the network or an account: the region is us-east-1, and
the names of managed policies are those that the translator brings with it.
"""

import copy
import json
import logging
import os

os.environ["AWS_DEFAULT_REGION"] = "us-east-1"

import yaml
from samtranslator import __version__ as VERSION
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

logging.disable(logging.ERROR)  # it warns of measurements that nobody publishes

PLACEHOLDER = "s3://bucket/value"
IMAGE = "111111111111.dkr.ecr.region.amazonaws.com/repository"


class NoMorePolicies:
    """What the translator asks for managed policies that it does not bring with it: there are none without an account."""

    def load(self):
        return {}


def parse(text):
    """The template in a text; None when it is none."""
    try:
        template = yaml_parse(text)
    except (yaml.YAMLError, ValueError, TypeError):
        return None
    return json.loads(json.dumps(template, default=str)) if isinstance(template, dict) else None


def expand(template, parameters=None):
    """What the official transform makes of a template: (template, None), or (None, the messages of its errors, sorted)."""
    try:
        return settled(transform(copy.deepcopy(template), dict(parameters or {}), NoMorePolicies())), None
    except InvalidDocumentException as refused:
        return None, sorted(cause.message for cause in refused.causes)


def settled(template):
    """The template with the conditions of deployments in order: the transform takes them from a set, in any order."""
    either = (template.get("Conditions") or {}).get("ServerlessCodeDeployCondition") or {}
    if "Fn::Or" in either:
        either["Fn::Or"].sort(key=json.dumps)
    return template


def without_clock(template):
    """The template without `AlwaysDeploy`, which lets the name of a deployment hold a hash of the time."""
    sections = [(template.get("Globals") or {}).get("Api")]
    for resource in (template.get("Resources") or {}).values():
        if isinstance(resource, dict) and resource.get("Type") == "AWS::Serverless::Api":
            sections.append(resource.get("Properties"))
    for section in sections:
        if isinstance(section, dict) and section.get("AlwaysDeploy") is True:
            del section["AlwaysDeploy"]
    return template


# What `sam package` uploads and replaces by the address of the upload, by resource type.
URIS = {
    "AWS::Serverless::Function": ["CodeUri"],
    "AWS::Serverless::LayerVersion": ["ContentUri"],
    "AWS::Serverless::Api": ["DefinitionUri"],
    "AWS::Serverless::HttpApi": ["DefinitionUri"],
    "AWS::Serverless::StateMachine": ["DefinitionUri"],
    "AWS::Serverless::GraphQLApi": ["SchemaUri"],
}
GLOBALS = {"Function": "CodeUri", "LayerVersion": "ContentUri", "Api": "DefinitionUri", "HttpApi": "DefinitionUri"}


def packaged(text):
    """A template's text after what `sam package` does to it, done as the SAM CLI's validator does it: each local address is replaced
    by `s3://bucket/value`, a function that has neither code nor image gets a placeholder, and all else stays byte for byte."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return text
    edits = []
    top = children(root)
    all_globals = {key: children(node) for key, node in children(top.get("Globals")).items()}
    for section, name in GLOBALS.items():
        replace(all_globals.get(section, {}).get(name), edits)
    for node in children(top.get("Resources")).values():
        resource = children(node)
        properties = resource.get("Properties")
        names = children(properties)
        kind = scalar(resource.get("Type"))
        for name in URIS.get(kind, []):
            replace(names.get(name), edits)
        if kind == "AWS::Serverless::GraphQLApi":
            for group in ("Functions", "Resolvers"):
                for inner in children(names.get(group)).values():
                    for each in [inner, *children(inner).values()]:
                        replace(children(each).get("CodeUri"), edits)
        if kind == "AWS::Serverless::Function" and names:
            given = {**all_globals.get("Function", {}), **names}
            if scalar(given.get("PackageType")) == "Image":
                insert("ImageUri", IMAGE, given, properties, edits)
            elif "InlineCode" not in given and "ImageUri" not in given:
                insert("CodeUri", PLACEHOLDER, given, properties, edits)
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def children(node):
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def scalar(node):
    return node.value if isinstance(node, yaml.ScalarNode) else None


def replace(node, edits):
    if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:str" and not node.value.startswith("s3://"):
        ending = "\n" if node.style in ("|", ">") else ""
        edits.append((node.start_mark.index, node.end_mark.index, f'"{PLACEHOLDER}"{ending}'))


def insert(name, value, given, properties, edits):
    if name in given:
        return
    mark = properties.start_mark
    if properties.flow_style:
        edits.append((mark.index + 1, mark.index + 1, f'"{name}": "{value}", '))
    else:
        edits.append((mark.index, mark.index, f'{name}: "{value}"\n{" " * mark.column}'))


def included(value, folder, files):
    """A template after its local `AWS::Include`s, which the provider does before the SAM transform; notes the files in `files`."""
    if isinstance(value, list):
        return [included(item, folder, files) for item in value]
    if not isinstance(value, dict):
        return value
    rest = {key: included(item, folder, files) for key, item in value.items()}
    call = value.get("Fn::Transform")
    if isinstance(call, dict) and call.get("Name") == "AWS::Include":
        location = (call.get("Parameters") or {}).get("Location")
        path = os.path.normpath(os.path.join(folder, location)) if isinstance(location, str) else ""
        if os.path.isfile(path):
            files.append(path)
            with open(path, encoding="utf-8") as file:
                content = included(parse(file.read()) or {}, os.path.dirname(path), files)
            del rest["Fn::Transform"]
            return {**content, **rest}
    return rest
