/**
 * Connectors: what one resource may do with another, said in a word
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html).
 */
@NullMarked
package dev.parapet.read.cloudformation.sam.connector;

import org.jspecify.annotations.NullMarked;
