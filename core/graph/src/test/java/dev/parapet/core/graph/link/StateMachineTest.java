package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Drawn;
import org.junit.jupiter.api.Test;

class StateMachineTest {
    private static final String RESOURCES = """
             "F": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "worker"}},
             "Queue": {"Type": "AWS::SQS::Queue", "Properties": {}},
             "Orders": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "orders"}},
             "Child": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {}}}
            """;

    @Test
    void statesWithPathsCall() {
        assertThat(Drawn.edges("""
                {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": {"Fn::GetAtt": ["F", "Arn"]}},
                  "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "worker"}},
                  "C": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                        "Parameters": {"FunctionName": {"Fn::GetAtt": ["F", "Arn"]}, "InvocationType": "Event"}},
                  "D": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName.$": "$.f"}},
                  "E": {"Type": "Parallel", "Branches": [{"States": {
                    "F": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                          "Parameters": {"QueueUrl": {"Ref": "Queue"}}}}}]},
                  "G": {"Type": "Map", "ItemProcessor": {"States": {
                    "H": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem", "Parameters": {"TableName": "orders"}},
                    "I": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                          "Parameters": {"StateMachineArn": {"Ref": "Child"}}}}}},
                  "J": {"Type": "Pass", "Resource": "arn:aws:states:::sqs:sendMessage"}}}}},
                """ + RESOURCES)).isEqualTo("""
                2 M -invokes-synchronously-> F: M calls and waits for F
                3 M -invokes-synchronously-> F: M calls and waits for F
                5 M -invokes-asynchronously-> F: M sends events to F
                9 M -delivers-to-> Queue: M delivers to Queue
                11 M -delivers-to-> Orders: M delivers to Orders
                13 M -invokes-synchronously-> Child: M calls and waits for Child
                """);
    }

    @Test
    void statesInTextWithExpressionsAndSubstitutionsCall() {
        assertThat(Drawn.edges("""
                {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
                  "DefinitionSubstitutions": {"Worker": {"Fn::GetAtt": ["F", "Arn"]}, "Table": {"Ref": "Orders"}},
                  "DefinitionString": "{\\"QueryLanguage\\": \\"JSONata\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\"arn:aws:states:::lambda:invoke\\", \\"Arguments\\": {\\"FunctionName\\": \\"${Worker}:live\\", \\"Payload\\": \\"{% $states.input %}\\"}}, \\"B\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\"arn:aws:states:::dynamodb:getItem\\", \\"Arguments\\": {\\"TableName\\": \\"${Table}\\"}}, \\"C\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\"arn:aws:states:::sqs:sendMessage\\", \\"Arguments\\": {\\"QueueUrl\\": \\"{% $q %}\\"}}}}"}},
                 "Broken": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{"}},
                """ + RESOURCES)).isEqualTo("""
                3 M -invokes-synchronously-> F: M calls and waits for F
                """);
    }
}
