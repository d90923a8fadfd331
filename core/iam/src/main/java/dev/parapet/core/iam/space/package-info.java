/**
 * The set of requests that policies allow, compared with another: each dimension of a request (action, resource, principal, each
 * condition key) falls into finitely many cells in which all policies behave alike, and one request for each cell stands for all.
 */
@NullMarked
package dev.parapet.core.iam.space;

import org.jspecify.annotations.NullMarked;
