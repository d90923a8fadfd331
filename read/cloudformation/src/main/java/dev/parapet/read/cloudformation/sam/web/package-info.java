/**
 * AWS::Serverless::WebFunction (AWS SAM specification as of aws-sam-translator 1.115.0): a function that serves the web by
 * itself, its revision, its endpoint and its role.
 */
@NullMarked
package dev.parapet.read.cloudformation.sam.web;

import org.jspecify.annotations.NullMarked;
