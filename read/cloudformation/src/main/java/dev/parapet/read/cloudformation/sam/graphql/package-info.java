/**
 * GraphQL APIs of AppSync: the API with its schema, keys and domain, where data comes from, and the pipelines of functions that
 * resolve fields.
 */
@NullMarked
package dev.parapet.read.cloudformation.sam.graphql;

import org.jspecify.annotations.NullMarked;
