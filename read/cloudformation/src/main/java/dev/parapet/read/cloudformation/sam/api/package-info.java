/**
 * {@code AWS::Serverless::Api}, {@code HttpApi} and {@code WebSocketApi}, the APIs that events imply, and the events that are
 * routes of APIs.
 */
@NullMarked
package dev.parapet.read.cloudformation.sam.api;

import org.jspecify.annotations.NullMarked;
