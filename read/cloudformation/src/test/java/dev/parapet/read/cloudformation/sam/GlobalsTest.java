package dev.parapet.read.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobalsTest {
    @Test
    void whatGlobalsMayNotHoldIsAProblem() {
        assertThat(Sam.expanded("""
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  SimpleTable: {TableName: x}
                  Bucket: {}
                  StateMachine: true
                Resources:
                  Q: {Type: "AWS::SQS::Queue"}
                """)).isEqualTo("""
                3: 'Globals' section is invalid. 'TableName' is not a supported property of 'SimpleTable'. Must be one of the following values - ['SSESpecification']
                4: 'Globals' section is invalid. 'Bucket' is not supported. Must be one of the following values - ['Api', 'CapacityProvider', 'Function', 'HttpApi', 'LayerVersion', 'MicrovmImage', 'NetworkConnector', 'SimpleTable', 'StateMachine', 'WebSocketApi']
                5: 'Globals' section is invalid. Value of ${section} must be a dictionary
                """);
    }

    @Test
    void aTemplateWithoutServerlessResourcesOnlyLosesWhatAsksForTheTransform() {
        assertThat(Sam.expanded("""
                Transform: AWS::Serverless-2016-10-31
                Globals: {Function: {Timeout: 3}}
                Resources:
                  Q: {Type: "AWS::SQS::Queue"}
                """)).isEqualTo("Resources: {Q: {Type: AWS::SQS::Queue}}\n");
    }
}
