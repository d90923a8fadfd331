package dev.parapet.core.rule.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.rule.Bench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A table of cases: expression, then what it must give, over one resource. */
final class FunctionsTest {
    private static final String DATA = """
            One: a
            Policy:
              Statement:
                Effect: Allow
                Principal: "*"
                Action: s3:GetObject
                Resource: [{$join: ["arn:aws:s3:::", {$ref: Bucket}, "/*"]}]
                Condition: {StringEquals: {"aws:SourceAccount": "123456789012"}}
            Two:
              Statement:
                - {Effect: Allow, Principal: {AWS: ["*"]}, Action: "*", Resource: "*"}
                - {$if: [IsProd, {Effect: Deny, Principal: {Service: s3.amazonaws.com}, NotAction: "s3:*"}, {$absent: 1}]}
                - {Effect: Allow, Principal: {AWS: {$unknown: Parameter Who}}, Action: "*"}
            Loose: {Condition: {StringLike: {"aws:SourceArn": "*"}}}
            IfExists: {Condition: {StringEqualsIfExists: {"aws:SourceArn": "arn:x"}}}
            Not: {Condition: {StringNotEquals: {"aws:SourceArn": "arn:x"}}}
            Ip: {Condition: {IpAddress: {"aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"]}}}
            Account: {Condition: {StringEquals: {"AWS:sourceaccount": {$unknown: "AWS::AccountId"}}}}
            Secure: {Condition: {Bool: {"aws:SecureTransport": "true"}}}
            Text: '{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "x:Y"}}'
            Script: "export DB_PASSWORD=hunter2x\\nrun --token $TOKEN"
            Code: "key = \\"AKIAQYLPMN5HFIQR7XYA\\""
            Harmless: "password = get(\\"db\\")\\nAPI_KEY=$KEY\\ntoken: string"
            Nested: {a: [{apiKey: kJ8sd7Fh2Lq9Zx4Vb6Nm}]}
            Denied:
              - {Effect: Allow, Action: "iam:*", Resource: "*"}
              - {Effect: Deny, Action: "iam:Create*", Resource: ["*"]}
              - {Effect: Allow, Action: ["s3:GetObject"], Resource: "arn:aws:s3:::b/*"}
              - {Effect: Allow, Action: ["sqs:*"], Resource: "*", Condition: {Bool: {"aws:SecureTransport": "true"}}}
              - {Effect: Allow, NotAction: "ec2:*", Resource: "arn:x"}
            PartText: {$join: ['{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "x:Y", "Resource": "', {$ref: Bucket}, '/*"}}']}
            Open: {$unknown: Parameter P}
            Ref: {$ref: Table.Arn}
            Arn: {$join: ["arn:", {$ref: Table.Arn}, "/x"]}
            Ssh: {IpProtocol: tcp, FromPort: 22, ToPort: "22", CidrIp: 0.0.0.0/0}
            All: {IpProtocol: -1, CidrIpv6: "::/0"}
            Any: {IpProtocol: udp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8}
            Ping: {IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: {$unknown: Parameter Office}}
            Some: {IpProtocol: tcp, FromPort: 20, ToPort: {$unknown: Parameter Port}, SourceSecurityGroupId: sg-1}
            """;

    private static final String CASES = """
            list(resource.Absent)                                       => []
            list(resource.One)                                          => [a]
            list([1])                                                   => [1]
            list(resource.Open)                                         => unknown: Parameter P
            statements(resource.Policy)[0].Action                       => [s3:GetObject]
            statements(resource.Policy)[0].Principal["*"]               => true
            statements(resource.Policy)[0].Condition.StringEquals["aws:SourceAccount"] => [123456789012]
            statements(resource.Policy).exists(s, s.Resource.exists(r, r.endsWith("/*"))) => true
            statements(resource.Two).size()                             => 3
            statements(resource.Two)[1].NotAction                       => [s3:*]
            statements(resource.Two)[1].Principal.Service               => [s3.amazonaws.com]
            statements(resource.Text)[0].Action                         => [x:Y]
            statements(resource.PartText)[0].Action                     => [x:Y]
            statements(resource.PartText)[0].Resource[0].endsWith("/*") => true
            statements(resource.Absent)                                 => []
            statements(resource.Open)                                   => unknown: Parameter P
            isPublicPrincipal(statements(resource.Policy)[0])           => true
            isPublicPrincipal(statements(resource.Two)[0])              => true
            isPublicPrincipal(statements(resource.Two)[1])              => false
            isPublicPrincipal(statements(resource.Two)[2])              => unknown: Parameter Who
            isNarrowed(statements(resource.Policy)[0])                  => true
            isNarrowed(statements(resource.Two)[0])                     => false
            isNarrowed(resource.Loose)                                  => false
            isNarrowed(resource.IfExists)                               => false
            isNarrowed(resource.Not)                                    => false
            isNarrowed(resource.Ip)                                     => false
            isNarrowed(resource.Account)                                => true
            isNarrowed(resource.Secure)                                 => false
            matchesAction("s3:Get*", "s3:GetObject")                    => true
            matchesAction("S3:get?bject", "s3:GetObject")               => true
            matchesAction("s3:Put*", "s3:GetObject")                    => false
            matchesAction("*", "s3:GetObject")                          => true
            needsWildcard("s3:ListAllMyBuckets")                        => true
            needsWildcard("s3:getobject")                               => false
            needsWildcard("ec2:DescribeRegion*")                        => true
            needsWildcard("s3:*")                                       => false
            needsWildcard("*")                                          => false
            needsWildcard("s3:NoSuchAction")                            => unknown: whether s3:NoSuchAction can be limited to a resource
            accessLevel("iam:PutRolePolicy")                            => permissions-management
            accessLevel("dynamodb:TagResource")                         => tagging
            accessLevel("dynamodb:Get*")                                => read
            accessLevel("dynamodb:*Item")                               => write
            accessLevel("nobody:Knows*")                                => unknown: what nobody:Knows* gives access to
            isLiteral(resource.One)                                     => true
            isLiteral(resource.Ref)                                     => false
            isLiteral(resource.Open)                                    => false
            isLiteral(resource.Absent)                                  => false
            looksLikeSecret("PASSWORD", "hunter2")                      => true
            looksLikeSecret("PASSWORD", resource.Open)                  => false
            isPlaintext(resource.One)                                   => true
            isPlaintext("")                                             => false
            isPlaintext(resource.Ref)                                   => false
            isPlaintext(resource.Arn)                                   => false
            isPlaintext(resource.Absent)                                => false
            resolvesSecret(resource.Ref)                                => false
            resolvesSecret(resource.One)                                => false
            isHiddenParameter(resource.One)                             => false
            isHiddenParameter(resource.Open)                            => false
            holdsSecret(resource.Script)                                => true
            holdsSecret(resource.Code)                                  => true
            holdsSecret(resource.Harmless)                              => false
            holdsSecret(resource.Nested)                                => true
            holdsSecret(resource.Absent)                                => false
            holdsSecret("-----BEGIN RSA PRIVATE KEY-----\\nMII")         => true
            holdsSecret("-----BEGIN CERTIFICATE-----\\nMII")             => false
            grants(statements(resource.Denied), "iam:PassRole")         => true
            grants(statements(resource.Denied), "iam:CreateAccessKey")  => false
            grants(statements(resource.Denied), "s3:GetObject")         => false
            grants(statements(resource.Denied), "sqs:SendMessage")      => false
            grants(statements(resource.Open), "sqs:SendMessage")        => unknown: Parameter P
            allows(statements(resource.Denied)[2], "S3:getobject")      => true
            allows(statements(resource.Denied)[1], "iam:CreateRole")    => false
            allows(statements(resource.Denied)[4], "s3:GetObject")      => true
            allows(statements(resource.Denied)[4], "ec2:RunInstances")  => false
            limitableLevels("s3:GetObject")                             => [read]
            limitableLevels("s3:ListAllMyBuckets")                      => []
            limitableLevels("dynamodb:*Item")                           => [read, write]
            limitableLevels("no:Such")                                  => []
            isKnownAction("s3:getobject")                               => true
            isKnownAction("s3:Fetch*")                                  => false
            parts(resource.Open)                                        => []
            parts([resource.Arn, resource.Open, "y", ["z"]])            => [arn:, /x, y]
            wholeServices("arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess") => [dax, dynamodb]
            wholeServices(resource.One)                                 => []
            wholeServices(resource.Ref)                                 => []
            wholeServices(resource.Open)                                => unknown: Parameter P
            ownStatements(self).size()                                  => 1
            json(resource.Text).Statement.Effect                        => Allow
            json("no json")                                             => null
            json(resource.Open)                                         => unknown: Parameter P
            parts(resource.Arn)                                         => [arn:, /x]
            today()                                                     => 2026-11-24
            runtime("nothing1.0").known                                 => false
            runtime(resource.Absent).known                              => null
            target(resource.One)                                        => null
            every("AWS::Test::It").size()                               => 1
            outgoing(self, "runs-as")                                   => []
            outgoing(self, "runs-around")                               => failure: there is no edge of the kind runs-around
            role(self)                                                  => null
            matchesNoEvent("{\\"state\\": [\\"on\\"]}")                      => true
            matchesNoEvent("{\\"source\\": [\\"shop\\"]}")                   => false
            matchesNoEvent("{")                                         => false
            matchesNoEvent(null)                                        => false
            matchesNoEvent(1)                                           => failure: matchesNoEvent() takes an event pattern, a mapping or JSON text
            isOpenToWorld(resource.Ssh)                                 => true
            isOpenToWorld(resource.All)                                 => true
            isOpenToWorld(resource.Any)                                 => false
            isOpenToWorld(resource.Ping)                                => unknown: Parameter Office
            isOpenToWorld(resource.Some)                                => false
            isOpenToWorld(resource.Open)                                => unknown: Parameter P
            coversPort(resource.Ssh, 22)                                => true
            coversPort(resource.Ssh, [3389, 22])                        => true
            coversPort(resource.Ssh, 23)                                => false
            coversPort(resource.All, 6379)                              => true
            coversPort(resource.Any, 11211)                             => true
            coversPort(resource.Ping, 22)                               => false
            coversPort(resource.Some, 22)                               => unknown: Parameter Port
            coversPort(resource.Some, 19)                               => false
            coversPort(resource.Ssh, "22")                              => failure: coversPort() takes a port, or a list of ports
            ingress(self)                                               => []
            ingress(resource.Absent)                                    => []
            unknown("who asks")                                         => unknown: who asks
            false && unknown("who asks")                                => false
            """;

    @TestFactory
    List<DynamicTest> cases() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : CASES.lines().toList()) {
            int arrow = line.indexOf("=> ");
            String expression = line.substring(0, arrow).strip();
            String expected = line.substring(arrow + 3);
            tests.add(DynamicTest.dynamicTest(
                    expression, () -> assertThat(Bench.ask(expression, DATA)).isEqualTo(expected)));
        }
        return tests;
    }
}
