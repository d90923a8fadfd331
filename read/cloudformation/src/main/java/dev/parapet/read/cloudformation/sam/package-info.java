/**
 * The transform AWS::Serverless-2016-10-31: what a SAM template becomes before it is deployed (AWS SAM specification,
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html; the words of the
 * problems are those of the provider's own translator).
 *
 * <p>{@link dev.parapet.read.cloudformation.sam.SamTransform} does the steps that change what is written (implicit APIs,
 * Globals), then has each serverless resource expanded by the class that {@link
 * dev.parapet.read.cloudformation.sam.SamTypes} names for its type. A new type is one class and one line there; an event of
 * functions is one class and one line in {@link dev.parapet.read.cloudformation.sam.event.EventSources}. A type that is in no
 * table stays as it is written.
 */
@NullMarked
package dev.parapet.read.cloudformation.sam;

import org.jspecify.annotations.NullMarked;
