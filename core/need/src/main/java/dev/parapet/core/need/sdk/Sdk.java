package dev.parapet.core.need.sdk;

/** The SDKs of AWS, which name its services differently. The order is that of the table's columns. */
public enum Sdk {
    /** The class: {@code DynamoDB}. */
    JAVASCRIPT_2,
    /** The package behind {@code @aws-sdk/client-}: {@code dynamodb}. */
    JAVASCRIPT_3,
    /** The package behind {@code com.amazonaws.services.}: {@code dynamodbv2}. */
    JAVA_1,
    /** The package behind {@code software.amazon.awssdk.services.}: {@code dynamodb}. */
    JAVA_2,
    /** The package behind {@code github.com/aws/aws-sdk-go/service/}. */
    GO_1,
    /** The package behind {@code github.com/aws/aws-sdk-go-v2/service/}. */
    GO_2,
    /** The namespace behind {@code Amazon.}: {@code DynamoDBv2}. */
    DOTNET
}
