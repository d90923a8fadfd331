package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Drawn;
import org.junit.jupiter.api.Test;

class IdentityTest {
    @Test
    void aRoleCarriesStatementsThatCoverResourcesAndNamePrincipals() {
        assertThat(Drawn.edges("""
                {"Worker": {"Type": "AWS::Lambda::Function", "Properties": {"Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
                 "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"RoleArn": "arn:aws:iam::111122223333:role/flow"}},
                 "Role": {"Type": "AWS::IAM::Role", "Properties": {
                   "AssumeRolePolicyDocument": {"Statement": {"Effect": "Allow", "Principal": {"Service": ["lambda.amazonaws.com"]}, "Action": "sts:AssumeRole"}},
                   "ManagedPolicyArns": ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", {"Ref": "Shared"}],
                   "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": [
                     {"Sid": "Read", "Effect": "Allow", "Action": ["dynamodb:Query", "dynamodb:GetItem"],
                      "Resource": [{"Fn::GetAtt": ["Orders", "Arn"]},
                                   "arn:aws:dynamodb:*:*:table/cust*"]},
                     {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
                     {"Fn::If": ["IsProd", {"Effect": "Deny", "NotAction": "s3:*",
                      "Resource": "arn:aws:dynamodb:*:*:table/*"}, {"Ref": "AWS::NoValue"}]}]}}]}},
                 "Orders": {"Type": "AWS::DynamoDB::Table", "Properties": {}},
                 "Customers": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "customers"}},
                 "Shared": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {"Statement": [
                   {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:mail"}]}}},
                 "Mail": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "mail"}},
                 "MailPolicy": {"Type": "AWS::SQS::QueuePolicy", "Properties": {"Queues": [{"Ref": "Mail"}],
                   "PolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*"}]}}},
                 "Late": {"Type": "AWS::IAM::RolePolicy", "Condition": "IsProd", "Properties": {"RoleName": {"Ref": "Role"},
                   "PolicyDocument": "{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Action\\": \\"a:B\\", \\"Resource\\": \\"*\\"}}"}}}
                """)).isEqualTo("""
                1 Worker -runs-as-> Role: Worker runs as Role
                2 Flow -runs-as-> external:arn:aws:iam::111122223333:role/flow: Flow runs as arn:aws:iam::111122223333:role/flow
                5 Role -carries-> external:arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole: Role carries arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
                5 Role -carries-> Shared: Role carries Shared
                7 Role -carries-> Role/statement/0: Role carries the statement
                8 Role/statement/0 -covers-> Orders: it covers ${Orders.Arn}
                9 Role/statement/0 -covers-> Customers: it covers arn:aws:dynamodb:*:*:table/cust*
                10 Role -carries-> Role/statement/1: Role carries the statement
                11 Role -carries-> Role/statement/2: Role carries the statement, if IsProd
                4 Role -carries-> Role/statement/3: Role carries the statement
                4 Role/statement/3 -names-> principal:Service:lambda.amazonaws.com: it names lambda.amazonaws.com
                16 Shared -carries-> Shared/statement/0: Shared carries the statement
                16 Shared/statement/0 -covers-> Mail: it covers arn:aws:sqs:eu-west-1:111122223333:mail
                18 MailPolicy -protects-> Mail: MailPolicy protects Mail
                19 MailPolicy -carries-> MailPolicy/statement/0: MailPolicy carries the statement
                19 MailPolicy/statement/0 -covers-> Mail: the policy stands on Mail
                19 MailPolicy/statement/0 -names-> principal:*: it names everybody
                20 Role -carries-> Late: Role carries Late, if IsProd
                21 Late -carries-> Late/statement/0: Late carries the statement, if IsProd
                """);
    }
}
