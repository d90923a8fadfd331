package dev.parapet.read.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Fault;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudFormationReaderTest {
    private static Stack one(String text) {
        return one(text, Map.of());
    }

    private static Stack one(String text, Map<String, String> parameters) {
        Reading reading = CloudFormationReader.read(MemoryTree.of("t.yaml", text), parameters);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.templates()).containsExactly("t.yaml");
        assertThat(reading.stacks()).hasSize(1);
        return reading.stacks().getFirst();
    }

    @Test
    void aPlainTemplateIsAStackOfResources() {
        Stack stack = one("""
                AWSTemplateFormatVersion: "2010-09-09"
                Description: A queue and its reader
                Parameters:
                  Stage:
                    Type: String
                    Default: dev
                  Key:
                    Type: String
                Conditions:
                  IsProd: !Equals [!Ref Stage, prod]
                  HasKey: !Not [!Equals [!Ref Key, ""]]
                Resources:
                  Queue:
                    Type: AWS::SQS::Queue
                    DeletionPolicy: Retain
                    Properties:
                      QueueName: !Sub "${AWS::StackName}-${Stage}"
                      KmsMasterKeyId: !If [HasKey, !Ref Key, !Ref AWS::NoValue]
                      MessageRetentionPeriod: !If [IsProd, 100, 200]
                      VisibilityTimeout: !If [IsProd, 1, !Ref AWS::NoValue]
                  Policy:
                    Type: AWS::SQS::QueuePolicy
                    Condition: HasKey
                    Properties:
                      Queues: [!Ref Queue, !If [HasKey, !Ref Queue, x]]
                      Arn: !GetAtt Queue.Arn
                  Alarm:
                    Type: AWS::CloudWatch::Alarm
                    Condition: IsProd
                Outputs:
                  Arn:
                    Value: !Join [":", [!GetAtt Queue.Arn, x, !Ref Stage]]
                """);
        assertThat(stack.id()).isEqualTo("t.yaml");
        assertThat(stack.description()).isEqualTo("A queue and its reader");
        assertThat(stack.resources()).extracting(r -> r.id().name()).containsExactly("Queue", "Policy");
        assertThat(Told.properties(stack, "Queue")).isEqualTo("""
                QueueName: <?AWS::StackName (AWS::StackName is known once the stack is deployed) + "-dev" (parameter Stage is "dev" by default)>
                KmsMasterKeyId: if (HasKey: not (Parameter Key = )) then ?Parameter Key (parameter Key has no default) else nothing
                MessageRetentionPeriod: 200 (IsProd is false because parameter Stage is "dev" by default)
                """);
        assertThat(Told.properties(stack, "Policy")).isEqualTo("""
                Queues: [-> t.yaml#Queue.Ref, -> t.yaml#Queue.Ref]
                Arn: -> t.yaml#Queue.Arn
                """);
        assertThat(Told.value(Told.resource(stack, "Queue").attributes())).isEqualTo("{DeletionPolicy: \"Retain\"}");
        assertThat(Told.resource(stack, "Policy").condition()).isNotNull();
        assertThat(Told.resource(stack, "Queue").head()).isEqualTo(Span.of("t.yaml", 13, 3, 13, 8));
        assertThat(Told.resource(stack, "Queue").span()).isEqualTo(Span.of("t.yaml", 13, 3, 20, 60));
        assertThat(Told.outputs(stack))
                .isEqualTo("Arn: <-> t.yaml#Queue.Arn + \":x:dev\" (parameter Stage is \"dev\" by default)>\n");
        assertThat(Told.parameter(stack, "Key")).isEqualTo("?Parameter Key (parameter Key has no default)");
    }

    @Test
    void aBrokenTemplateIsAFaultAndTheOthersGoOn() {
        Reading reading = CloudFormationReader.read(
                MemoryTree.of(
                        "a.yaml",
                        "Resources:\n  A:\n    Type: AWS::SQS::Queue\n  B:\n    Type: [AWS::SNS::Topic\n  C: x\n",
                        "b.json",
                        "{\"Resources\": {\"A\": {\"Type\": \"AWS::SQS::Queue\"}}}"),
                Map.of());
        assertThat(reading.stacks()).extracting(Stack::id).containsExactly("a.yaml", "b.json");
        assertThat(reading.stacks().getFirst().resources())
                .extracting(r -> r.id().name())
                .containsExactly("A");
        assertThat(reading.faults()).hasSize(1);
        assertThat(reading.faults().getFirst().kind()).isEqualTo(Fault.Kind.UNREADABLE);
        assertThat(reading.faults().getFirst().line()).isEqualTo(6);
    }
}
