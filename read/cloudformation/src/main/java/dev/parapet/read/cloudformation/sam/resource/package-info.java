/** Serverless resources that become one resource, or one and its role: tables, layers, nested applications, compute capacity. */
@NullMarked
package dev.parapet.read.cloudformation.sam.resource;

import org.jspecify.annotations.NullMarked;
