#!/usr/bin/env python3
"""Writes the services of AWS, their operations and their names in each SDK as one table, for ServiceTable.

Usage: npm pack aws-sdk && tar xzf aws-sdk-*.tgz
       git clone https://github.com/dgwhited/servicereference
       tools/sdk-services.py package servicereference DATE core/need/src/main/resources/dev/parapet/core/need/sdk/services.txt.gz

Read are the models of botocore and boto3 (Apache-2.0, https://github.com/boto/botocore; those that this Python has installed), the
class names of the AWS SDK for JavaScript v2 (Apache-2.0, https://github.com/aws/aws-sdk-js, `package`), and, for the actions of each
operation, a copy of AWS's service reference (https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html).
DATE is that of the copy. The same input gives the same bytes.

The table is a row of gzip members, so that `zcat` shows all of it and a service can be read by itself. The first is the index: a line
for each service with botocore's name, where its member begins (counted from the end of the index), the prefix of its actions, and
its names: the service identifier without spaces, the class of JavaScript v2, the package of JavaScript v3 behind `client-`, the packages
of Java v1, Java v2, Go v1 and Go v2, and the namespace of .NET, with - for
none and commas between several. The member of a service has

    op NAME MEMBER,… ACTION,… EXTRA,…       an operation, its parameters, its actions and those that it needs besides when it is given
                                            a role or tags; * follows a parameter that is required; = is the action of the same name,
                                            ? none that is known
    waiter NAME OP                          what a waiter calls
    resource TYPE IDENTIFIER,…              a resource of boto3; the service itself has the type `-`
    action TYPE NAME OP PARAMETER=SOURCE,… TYPE:IDENTIFIER=SOURCE,…      a method, and the resource it gives
    batch, many, wait                       alike: a method of a collection, a collection, a waiter
    has TYPE NAME TYPE:IDENTIFIER=SOURCE,…  a resource got from another

with - for nothing. SOURCE is `i.NAME` for an identifier of the resource, `s.TEXT` for a text, `p.NAME` for a parameter of the call,
`in` for what the call is given by position, `?` for what only the answer tells.
"""

import collections
import gzip
import io
import json
import pathlib
import re
import sys

import boto3
import botocore
import botocore.loaders
from botocore import xform_name

LOADER = botocore.loaders.create_loader(str(pathlib.Path(boto3.__file__).parent / "data"))

# Names that do not follow from the service identifier. In Java the identifier loses a "Service" at its end.
# https://github.com/aws/aws-sdk-java-v2/blob/master/v2-migration/src/main/java/software/amazon/awssdk/v2migration/internal/utils/NamingConversionUtils.java
JAVA_1 = {
    "acm": "certificatemanager", "amp": "prometheus", "cloudcontrol": "cloudcontrolapi", "cloudsearch": "cloudsearchv2",
    "cognito-idp": "cognitoidp", "connectcampaigns": "connectcampaign", "databrew": "gluedatabrew", "dms": "databasemigrationservice",
    "dynamodb": "dynamodbv2", "dynamodbstreams": "dynamodbv2", "efs": "elasticfilesystem", "emr": "elasticmapreduce",
    "evidently": "cloudwatchevidently", "firehose": "kinesisfirehose", "grafana": "managedgrafana", "iam": "identitymanagement",
    "iot-data": "iotdata", "kinesis-video-signaling": "kinesisvideosignalingchannels", "logs": "logs",
    "lookoutvision": "lookoutforvision", "m2": "mainframemodernization", "migrationhubstrategy": "migrationhubstrategyrecommendations",
    "rbin": "recyclebin", "redshift-data": "redshiftdataapi", "rolesanywhere": "iamrolesanywhere", "rum": "cloudwatchrum",
    "sagemaker-a2i-runtime": "augmentedairuntime", "sagemaker-edge": "sagemakeredgemanager",
    "servicecatalog-appregistry": "appregistry", "ses": "simpleemail", "sesv2": "simpleemailv2", "ssm": "simplesystemsmanagement",
    "stepfunctions": "stepfunctions", "sts": "securitytoken", "swf": "simpleworkflow", "wisdom": "connectwisdom",
}
GO_1 = {  # the folders of https://github.com/aws/aws-sdk-go/tree/main/service
    "amp": "prometheusservice", "appintegrations": "appintegrationsservice", "cloudcontrol": "cloudcontrolapi",
    "databrew": "gluedatabrew", "elb": "elb", "elbv2": "elbv2", "evidently": "cloudwatchevidently", "forecast": "forecastservice",
    "forecastquery": "forecastqueryservice", "grafana": "managedgrafana", "kinesis-video-signaling": "kinesisvideosignalingchannels",
    "location": "locationservice", "lookoutvision": "lookoutforvision", "migrationhubstrategy": "migrationhubstrategyrecommendations",
    "opensearch": "opensearchservice", "rbin": "recyclebin", "rds-data": "rdsdataservice", "redshift-data": "redshiftdataapiservice",
    "rum": "cloudwatchrum", "sagemaker-a2i-runtime": "augmentedairuntime", "sagemaker-edge": "sagemakeredgemanager",
    "servicecatalog-appregistry": "appregistry", "transcribe": "transcribeservice", "wisdom": "connectwisdomservice",
}
DOTNET = {  # the services of https://github.com/aws/aws-sdk-net/blob/main/generator/ServiceModels/_sdk-versions.json
    "acm": "CertificateManager", "amp": "PrometheusService", "appintegrations": "AppIntegrationsService",
    "autoscaling": "AutoScaling", "ce": "CostExplorer", "cloudcontrol": "CloudControlApi", "connectcampaigns": "ConnectCampaignService",
    "cur": "CostAndUsageReport", "databrew": "GlueDataBrew", "ds": "DirectoryService", "dynamodb": "DynamoDBv2",
    "dynamodbstreams": "DynamoDBv2", "efs": "ElasticFileSystem", "emr": "ElasticMapReduce", "es": "Elasticsearch",
    "evidently": "CloudWatchEvidently", "firehose": "KinesisFirehose", "forecast": "ForecastService",
    "forecastquery": "ForecastQueryService", "grafana": "ManagedGrafana", "health": "AWSHealth", "iam": "IdentityManagement",
    "iot-data": "IotData", "kinesis-video-signaling": "KinesisVideoSignalingChannels", "kms": "KeyManagementService",
    "lex-runtime": "Lex", "location": "LocationService", "logs": "CloudWatchLogs", "lookoutvision": "LookoutforVision",
    "m2": "MainframeModernization", "marketplacecommerceanalytics": "AWSMarketplaceCommerceAnalytics",
    "meteringmarketplace": "AWSMarketplaceMetering", "migrationhubstrategy": "MigrationHubStrategyRecommendations",
    "opensearch": "OpenSearchService", "rbin": "RecycleBin", "rds-data": "RDSDataService", "redshift-data": "RedshiftDataAPIService",
    "rolesanywhere": "IAMRolesAnywhere", "rum": "CloudWatchRUM", "sagemaker-a2i-runtime": "AugmentedAIRuntime",
    "sagemaker-edge": "SagemakerEdgeManager", "servicecatalog-appregistry": "AppRegistry", "ses": "SimpleEmail",
    "sesv2": "SimpleEmailV2", "sns": "SimpleNotificationService", "ssm": "SimpleSystemsManagement", "stepfunctions": "StepFunctions",
    "sts": "SecurityToken", "support": "AWSSupport", "swf": "SimpleWorkflow", "transcribe": "TranscribeService",
    "wisdom": "ConnectWisdomService",
}

# Services that some SDKs have under an older name besides.
ALSO = {"events": ["EventBridge", "cloudwatch-events", "cloudwatchevents", "cloudwatchevents", "cloudwatchevents", "cloudwatchevents", "CloudWatchEvents"]}

# Of several actions that the reference gives for an operation, these are for requests that ask for more than most do.
RARE = re.compile(r"MultiRegion|CallWithBearerToken|s3-object-lambda:|s3express:|:BypassGovernanceRetention|CrossClusterSearch")


def listed(words):
    return ",".join(words) or "-"


def reference(folder):
    """By service and method of boto3, the prefix and the actions of an operation; by prefix, all actions."""
    operations, actions = {}, {}
    for path in sorted(folder.glob("*/*.json")):
        data = json.loads(path.read_text())
        actions[data["Name"]] = {action["Name"] for action in data["Actions"]}
        for operation in data.get("Operations", ()):
            authorized = [action["Service"] + ":" + action["Name"] for action in operation.get("AuthorizedActions", ())]
            for sdk in operation.get("SDK", ()):
                operations[sdk["Name"], sdk["Method"]] = (data["Name"], authorized)
    return operations, actions


def actions_of(service, prefix, name, operations, actions):
    """The actions of an operation, and those it needs besides when it is given a role or tags."""
    authorized = operations.get((service, xform_name(name)), (prefix, []))[1]
    besides = sorted({one for one in authorized if one == "iam:PassRole" or re.search(r":(Tag|AddTags|CreateTags)\w*$", one)})
    if name in actions.get(prefix, ()):
        return "=", [one for one in besides if one != prefix + ":" + name]
    plain = [one for one in dict.fromkeys(authorized) if one not in besides and not RARE.search(one)]
    return listed(plain) if plain else listed(besides) if besides else "?", besides if plain else []


def source(one):
    kind = one["source"]
    if kind == "identifier":
        return "i." + one["name"]
    if kind == "string":
        return "s." + one["value"]
    if kind == "requestParameter":
        return "p." + one["path"]
    return "in" if kind == "input" else "?"


def filled(sources):
    return listed(one["target"] + "=" + source(one) for one in sources if source(one) != "s.")


def given(definition):
    resource = definition.get("resource")
    return resource["type"] + ":" + filled(resource.get("identifiers", ())) if resource else "-"


def request(kind, of, name, definition):
    asked = definition.get("request", {})
    return " ".join([kind, of, xform_name(name), asked.get("operation", "-"), filled(asked.get("params", ())), given(definition)])


def resource_lines(model, waiters):
    types = {"-": model["service"], **model["resources"]}
    for of, definition in sorted(types.items()):
        names = [one["name"] for one in definition.get("identifiers", ())]
        yield " ".join(["resource", of, listed(names)])
        has = dict(definition.get("has", {}))
        if of == "-":
            for name, other in model["resources"].items():
                identifiers = [{"target": one["name"], "source": "input"} for one in other.get("identifiers", ())]
                has.setdefault(name, {"resource": {"type": name, "identifiers": identifiers}})
        for name, other in sorted(has.items()):
            by_data = any(one["source"] == "data" for one in other["resource"].get("identifiers", ()))
            yield " ".join(["has", of, xform_name(name) if by_data else name, given(other)])
        for name, action in sorted(definition.get("actions", {}).items()):
            yield request("action", of, name, action)
        if "load" in definition:
            yield request("action", of, "load", definition["load"])
            yield request("action", of, "reload", definition["load"])
        for name, action in sorted(definition.get("batchActions", {}).items()):
            yield request("batch", of, name, action)
        for name, many in sorted(definition.get("hasMany", {}).items()):
            yield request("many", of, name, many)
        for name, waiter in sorted(definition.get("waiters", {}).items()):
            operation = waiters[waiter["waiterName"]]["operation"]
            yield " ".join(["wait", of, "wait_until_" + xform_name(name), operation, filled(waiter.get("params", ())), "-"])


def member(lines):
    out = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, out, mtime=0) as table:
        table.write("".join(line + "\n" for line in lines).encode())
    return out.getvalue()


def service_lines(service, model, prefix, operations, actions):
    for name, operation in sorted(model["operations"].items()):
        shape = model["shapes"][operation["input"]["shape"]] if "input" in operation else {}
        required = shape.get("required", ())
        members = [one + ("*" if one in required else "") for one in shape.get("members", ())]
        own, besides = actions_of(service, prefix, name, operations, actions)
        yield " ".join(["op", name, listed(members), own, listed(besides)])
    try:
        waiters = LOADER.load_service_model(service, "waiters-2")["waiters"]
    except botocore.exceptions.UnknownServiceError:
        waiters = {}
    for name, waiter in sorted(waiters.items()):
        yield " ".join(["waiter", name, waiter["operation"]])
    if service in LOADER.list_available_services("resources-1"):
        yield from resource_lines(LOADER.load_service_model(service, "resources-1"), waiters)


def javascript_2(package):
    """The class by the prefix of the service's models."""
    names = json.loads((package / "apis" / "metadata.json").read_text())
    return {one.get("prefix", key): one["name"] for key, one in reversed(names.items())} | {key: one["name"] for key, one in names.items()}


def main(javascript, servicereference, date, target):
    operations, actions = reference(servicereference)
    classes = javascript_2(javascript)
    version = json.loads((javascript / "package.json").read_text())["version"]
    index = [
        "# The services of AWS and their operations; made by tools/sdk-services.py, not by hand.",
        f"# botocore {botocore.__version__}, boto3 {boto3.__version__}, aws-sdk {version}, service reference of {date}",
    ]
    body = io.BytesIO()
    for service in sorted(LOADER.list_available_services("service-2")):
        model = LOADER.load_service_model(service, "service-2")
        facts = model["metadata"]
        prefixes = collections.Counter(
            operations[key][0] for key in ((service, xform_name(name)) for name in model["operations"]) if key in operations
        )
        signing = facts.get("signingName", facts["endpointPrefix"])
        prefix = min(prefixes, key=lambda one: (-prefixes[one], one)) if prefixes else signing
        identifier = facts["serviceId"]
        squeezed = re.sub(r"[^A-Za-z0-9]", "", identifier)
        plain = squeezed.lower()
        java = plain.removesuffix("service")
        models = facts["uid"].rsplit("-", 3)[0]
        javascript_class = classes.get(service.replace("-", "")) or classes.get(service) or classes.get(models) or "-"
        names = [
            javascript_class, re.sub(r"[^a-z0-9]+", "-", identifier.lower()),
            JAVA_1.get(service, java), "dynamodb.streams" if service == "dynamodbstreams" else java,
            GO_1.get(service, plain), plain, DOTNET.get(service, squeezed),
        ]
        names = [",".join(dict.fromkeys(both)) for both in zip(names, ALSO.get(service, names))]
        index.append(" ".join([service, str(body.tell()), prefix, squeezed, *names]))
        body.write(member(service_lines(service, model, prefix, operations, actions)))
    target.write_bytes(member(index) + body.getvalue())


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], pathlib.Path(sys.argv[4]))
