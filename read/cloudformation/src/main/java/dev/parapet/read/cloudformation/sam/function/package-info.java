/**
 * AWS::Serverless::Function
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html): the function,
 * its role, version, alias, URL, invocation configuration and deployment.
 */
@NullMarked
package dev.parapet.read.cloudformation.sam.function;

import org.jspecify.annotations.NullMarked;
