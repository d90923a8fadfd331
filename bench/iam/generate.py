"""Makes requests and policies for bench/iam.py from a seed, as parapet iam can --batch reads them.

The policies are such as people attach: one to three documents of three to ten statements on the services of a serverless application, now
and then a permissions boundary, levels of service control policies, a policy of the resource. Every request has documents of its own, with
names of its own in them, so that no two are alike. Half of the requests ask for something that one of their statements names.
"""

import random

ACCOUNTS = ["111122223333", "444455556666"]
REGIONS = ["eu-west-1", "us-east-1", "eu-central-1"]
# Service, what its resources are called, and its actions on them.
SERVICES = [
    ("s3", "arn:aws:s3:::{n}-bucket/{p}", ["GetObject", "PutObject", "DeleteObject", "GetObjectVersion", "GetObjectTagging"]),
    ("s3", "arn:aws:s3:::{n}-bucket", ["ListBucket", "GetBucketLocation", "ListBucketVersions", "GetBucketPolicy"]),
    ("dynamodb", "arn:aws:dynamodb:{r}:{a}:table/{n}", ["GetItem", "PutItem", "Query", "UpdateItem", "DeleteItem", "BatchGetItem", "Scan"]),
    ("sqs", "arn:aws:sqs:{r}:{a}:{n}-queue", ["SendMessage", "ReceiveMessage", "DeleteMessage", "GetQueueAttributes", "GetQueueUrl"]),
    ("sns", "arn:aws:sns:{r}:{a}:{n}-topic", ["Publish", "Subscribe", "GetTopicAttributes"]),
    ("lambda", "arn:aws:lambda:{r}:{a}:function:{n}", ["InvokeFunction", "GetFunction", "UpdateFunctionCode"]),
    ("kms", "arn:aws:kms:{r}:{a}:key/{n}", ["Decrypt", "Encrypt", "GenerateDataKey", "DescribeKey"]),
    ("secretsmanager", "arn:aws:secretsmanager:{r}:{a}:secret:{n}-AbCdEf", ["GetSecretValue", "DescribeSecret", "PutSecretValue"]),
    ("ssm", "arn:aws:ssm:{r}:{a}:parameter/{n}/{p}", ["GetParameter", "GetParameters", "PutParameter"]),
    ("states", "arn:aws:states:{r}:{a}:stateMachine:{n}", ["StartExecution", "DescribeStateMachine"]),
    ("events", "arn:aws:events:{r}:{a}:event-bus/{n}", ["PutEvents", "DescribeEventBus"]),
    ("logs", "arn:aws:logs:{r}:{a}:log-group:/aws/lambda/{n}", ["CreateLogStream", "DescribeLogStreams"]),
    ("iam", "arn:aws:iam::{a}:role/{n}", ["PassRole", "GetRole"]),
]
WORDS = ["orders", "invoices", "media", "audit", "users", "payments", "reports", "images", "events", "sessions"]
# Operator, key, values.
CONDITIONS = [
    ("StringEquals", "aws:RequestedRegion", REGIONS),
    ("StringNotEquals", "aws:RequestedRegion", REGIONS[1:]),
    ("StringEquals", "aws:PrincipalOrgID", ["o-exampleorg"]),
    ("StringEquals", "aws:PrincipalTag/team", ["payments", "orders"]),
    ("StringLike", "aws:PrincipalTag/team", ["pay*", "ord*"]),
    ("Bool", "aws:SecureTransport", ["true"]),
    ("Bool", "aws:SecureTransport", ["false"]),
    ("BoolIfExists", "aws:MultiFactorAuthPresent", ["false"]),
    ("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "198.51.100.0/24"]),
    ("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24"]),
    ("ArnLike", "aws:PrincipalArn", ["arn:aws:iam::*:role/app-*"]),
    ("ArnNotLike", "aws:PrincipalArn", ["arn:aws:iam::*:role/break-glass"]),
    ("DateGreaterThan", "aws:CurrentTime", ["2026-01-01T00:00:00Z"]),
    ("DateLessThan", "aws:CurrentTime", ["2025-01-01T00:00:00Z"]),
    ("Null", "aws:PrincipalTag/team", ["false"]),
    ("StringEqualsIfExists", "aws:SourceVpce", ["vpce-0a1b2c3d4e5f"]),
]
CONTEXT = [
    ("aws:RequestedRegion", REGIONS),
    ("aws:PrincipalOrgID", ["o-exampleorg", "o-another"]),
    ("aws:PrincipalTag/team", ["payments", "orders", "research"]),
    ("aws:SecureTransport", ["true", "true", "true", "false"]),
    ("aws:MultiFactorAuthPresent", ["true", "false"]),
    ("aws:SourceIp", ["203.0.113.7", "198.51.100.200", "192.0.2.1"]),
    ("aws:CurrentTime", ["2026-06-01T08:30:00Z"]),
]
NO_MFA = {"Sid": "NoMfa", "Effect": "Deny", "Action": ["iam:*", "kms:ScheduleKeyDeletion"], "Resource": "*",
          "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}
REGIONAL = {"Sid": "Regions", "Effect": "Deny", "NotAction": ["iam:*", "s3:*", "sts:*", "organizations:*"], "Resource": "*",
            "Condition": {"StringNotEquals": {"aws:RequestedRegion": REGIONS}}}
FULL = {"Effect": "Allow", "Action": "*", "Resource": "*"}


class Generator:
    """Requests, one after the other."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0

    def name(self):
        return f"{self.random.choice(WORDS)}-{self.random.randrange(100000)}"

    def resource(self, form, account):
        return form.format(n=self.name(), p=f"{self.random.choice(WORDS)}/{self.random.randrange(1000)}.json",
                           r=self.random.choice(REGIONS), a=account)

    def widened(self, arn):
        """A pattern that covers a resource."""
        chance = self.random.random()
        if chance < 0.35:
            return arn
        if chance < 0.7:
            return arn[:arn.rindex("-") + 1] + "*" if "-" in arn.split(":")[5] else arn + "*"
        parts = arn.split(":", 5)
        if chance < 0.85 and parts[3]:
            return ":".join(parts[:3] + ["*"] + parts[4:])
        return ":".join(parts[:5] + [parts[5].split("/")[0] + "/*"]) if "/" in parts[5] else arn

    def actions(self, service, names):
        chance = self.random.random()
        if chance < 0.1:
            return f"{service}:*"
        if chance < 0.25:
            return f"{service}:{self.random.choice(names)[:3]}*"
        chosen = [f"{service}:{name}" for name in self.random.sample(names, self.random.randint(1, min(4, len(names))))]
        return chosen if len(chosen) > 1 or chance < 0.6 else chosen[0]

    def statement(self, account, deny=0.12):
        """A statement, an action and a resource that it names."""
        service, form, names = self.random.choice(SERVICES)
        arns = [self.resource(form, account) for _ in range(self.random.choice([1, 1, 1, 2, 3]))]
        actions = self.actions(service, names)
        statement = {"Sid": f"Statement{self.random.randrange(1000)}"} if self.random.random() < 0.6 else {}
        statement["Effect"] = "Deny" if self.random.random() < deny else "Allow"
        statement["Action"] = actions
        patterns = ["*" if self.random.random() < 0.12 else self.widened(arn) for arn in arns]
        statement["Resource"] = patterns if len(patterns) > 1 else patterns[0]
        if self.random.random() < 0.3:
            operator, key, values = self.random.choice(CONDITIONS)
            statement["Condition"] = {operator: {key: values if len(values) > 1 else values[0]}}
        listed = actions if isinstance(actions, list) else [actions]
        action = self.random.choice(listed)
        if action.endswith("*"):
            prefix = action.split(":")[1][:-1]
            action = f"{service}:" + self.random.choice([name for name in names if name.startswith(prefix)])
        return statement, action, self.random.choice(arns)

    def document(self, account, least=3, most=10):
        made = [self.statement(account) for _ in range(self.random.randint(least, most))]
        _, action, arn = self.random.choice(made)
        return {"Version": "2012-10-17", "Statement": [statement for statement, _, _ in made]}, action, arn

    def resource_policy(self, principal, account, arn, action):
        statements = []
        for _ in range(self.random.randint(1, 3)):
            named = self.random.choice([f"arn:aws:iam::{account}:root", principal, f"arn:aws:iam::{ACCOUNTS[1]}:role/partner", "*"])
            statement = {"Effect": "Allow", "Principal": "*" if named == "*" else {"AWS": named},
                         "Action": self.random.choice([action, action.split(":")[0] + ":*"]), "Resource": arn}
            if named == "*":
                statement["Condition"] = {"StringEquals": {"aws:PrincipalOrgID": "o-exampleorg"}}
            statements.append(statement)
        if self.random.random() < 0.3:
            statements.append({"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": action.split(":")[0] + ":*", "Resource": arn,
                               "Condition": {"Bool": {"aws:SecureTransport": "false"}}})
        return {"Version": "2012-10-17", "Statement": statements}

    def question(self, principal, action, arn):
        self.count += 1
        context = {key: self.random.choice(values) for key, values in CONTEXT if self.random.random() < 0.7}
        context["aws:PrincipalArn"] = principal
        return {"id": str(self.count), "principal": principal, "action": action, "resource": arn,
                "resourceAccount": ACCOUNTS[0], "context": context}

    def principal(self):
        return f"arn:aws:iam::{ACCOUNTS[0]}:" + self.random.choice(["role/app-worker", "user/alice", "role/ci/deploy", "role/break-glass"])

    def policies(self, principal):
        """Policies of one request, an action and a resource that they name."""
        made = [self.document(ACCOUNTS[0]) for _ in range(self.random.randint(1, 3))]
        _, action, arn = self.random.choice(made)
        if self.random.random() < 0.25:
            service, form, names = self.random.choice(SERVICES)
            action, arn = f"{service}:{self.random.choice(names)}", self.resource(form, ACCOUNTS[0])
        policies = {"identityPolicies": [document for document, _, _ in made]}
        if self.random.random() < 0.2:
            services = sorted({service for service, _, _ in SERVICES})
            allowed = [f"{service}:*" for service in self.random.sample(services, self.random.randint(5, len(services)))]
            policies["permissionBoundaries"] = [{"Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Action": allowed, "Resource": "*"}, NO_MFA]}]
        if self.random.random() < 0.3:
            full = {"Version": "2012-10-17", "Statement": [FULL]}
            policies["serviceControlPolicies"] = [[full, {"Version": "2012-10-17", "Statement": [REGIONAL]}], [full]]
        if self.random.random() < 0.4 and action.split(":")[0] not in ("iam", "ssm", "states", "logs"):
            policies["resourcePolicy"] = self.resource_policy(principal, ACCOUNTS[0], arn, action)
        return policies, action, arn

    def own(self):
        """A request with policies of its own."""
        principal = self.principal()
        policies, action, arn = self.policies(principal)
        return self.question(principal, action, arn) | policies

    def tiny(self):
        """A request with one policy of one statement."""
        statement, action, arn = self.statement(ACCOUNTS[0], deny=0.3)
        if self.random.random() < 0.3:
            arn = self.resource("arn:aws:s3:::{n}-bucket/{p}", ACCOUNTS[0])
            action = "s3:GetObject"
        return self.question(self.principal(), action, arn) | {
            "identityPolicies": [{"Version": "2012-10-17", "Statement": [statement]}]}

    def loaded(self, count):
        """Policies of one principal, and requests under them."""
        principal = self.principal()
        made = [self.document(ACCOUNTS[0]) for _ in range(3)]
        policies, _, _ = self.policies(principal)
        policies["identityPolicies"] = [document for document, _, _ in made]
        policies.pop("resourcePolicy", None)
        policies["serviceControlPolicies"] = [[{"Version": "2012-10-17", "Statement": [FULL]},
                                              {"Version": "2012-10-17", "Statement": [REGIONAL]}]]
        statements = [statement for document in policies["identityPolicies"] for statement in document["Statement"]]
        questions = []
        for _ in range(count):
            statement = self.random.choice(statements)
            listed = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
            action = self.random.choice(listed)
            service = action.split(":")[0]
            fitting = [entry for entry in SERVICES if entry[0] == service]
            _, form, names = self.random.choice(fitting)
            resources = statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]]
            arn = self.random.choice(resources)
            if arn == "*" or self.random.random() < 0.2:
                arn = self.resource(form, ACCOUNTS[0])
            if "*" in action:
                action = f"{service}:{self.random.choice(names)}"
            questions.append(self.question(principal, action, arn.replace("*", str(self.random.randrange(1000)))))
        return policies, questions
