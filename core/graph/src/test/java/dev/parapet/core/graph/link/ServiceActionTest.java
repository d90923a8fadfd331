package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Drawn;
import org.junit.jupiter.api.Test;

class ServiceActionTest {
    @Test
    void universalTargetsOfSchedulesLeadToWhatTheyCall() {
        assertThat(Drawn.edges("""
                {"F": {"Type": "AWS::Lambda::Function", "Properties": {}},
                 "Queue": {"Type": "AWS::SQS::Queue", "Properties": {}},
                 "Waits": {"Type": "AWS::Scheduler::Schedule", "Properties": {"Target": {"Arn": "arn:aws:scheduler:::aws-sdk:lambda:invoke",
                   "Input": {"Fn::Sub": "{\\"FunctionName\\": \\"${F.Arn}\\", \\"Payload\\": \\"{}\\"}"}}}},
                 "Sends": {"Type": "AWS::Scheduler::Schedule", "Properties": {"Target": {"Arn": "arn:aws-cn:scheduler:::aws-sdk:lambda:invoke",
                   "Input": {"Fn::Sub": "{\\"FunctionName\\": \\"${F}\\", \\"InvocationType\\": \\"Event\\"}"}}}},
                 "Queues": {"Type": "AWS::Scheduler::Schedule", "Properties": {"Target": {"Arn": "arn:aws:scheduler:::aws-sdk:sqs:sendMessage",
                   "Input": {"Fn::Sub": "{\\"QueueUrl\\": \\"${Queue}\\", \\"MessageBody\\": \\"tick\\"}"}}}},
                 "Stops": {"Type": "AWS::Scheduler::Schedule", "Properties": {"Target": {"Arn": "arn:aws:scheduler:::aws-sdk:ec2:stopInstances",
                   "Input": "{\\"InstanceIds\\": [\\"i-1\\"]}"}}},
                 "Plain": {"Type": "AWS::Scheduler::Schedule", "Properties": {"Target": {"Arn": {"Fn::GetAtt": ["F", "Arn"]}, "Input": "{"}}}}
                """)).isEqualTo("""
                11 Plain -invokes-asynchronously-> F: Plain sends events to F
                4 Waits -invokes-synchronously-> F: Waits calls and waits for F
                6 Sends -invokes-asynchronously-> F: Sends sends events to F
                8 Queues -delivers-to-> Queue: Queues delivers to Queue
                """);
    }

    @Test
    void alarmsOnMetricsOfFiltersWatchTheLogGroup() {
        assertThat(Drawn.edges("""
                {"Logs": {"Type": "AWS::Logs::LogGroup", "Properties": {}},
                 "Errors": {"Type": "AWS::Logs::MetricFilter", "Properties": {"LogGroupName": {"Ref": "Logs"}, "FilterPattern": "ERROR",
                   "MetricTransformations": [{"MetricNamespace": {"Fn::Sub": "shop/${Stage}"}, "MetricName": "errors", "MetricValue": "1"}]}},
                 "Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"Namespace": {"Fn::Sub": "shop/${Stage}"},
                   "MetricName": "errors"}},
                 "Rate": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"Metrics": [{"Id": "e", "MetricStat": {"Stat": "Sum",
                   "Metric": {"Namespace": {"Fn::Sub": "shop/${Stage}"}, "MetricName": "errors"}}}]}},
                 "Other": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"Namespace": "shop/prod", "MetricName": "errors"}}}
                """)).isEqualTo("""
                2 Errors -watches-> Logs: Errors watches Logs
                5 Alarm -watches-> Errors: Alarm watches Errors
                5 Alarm -watches-> Logs: Alarm watches Logs, as Errors says
                7 Rate -watches-> Errors: Rate watches Errors
                7 Rate -watches-> Logs: Rate watches Logs, as Errors says
                """);
    }
}
