/** What is asked: who wants to do what to which resource, under which circumstances, under which policies. */
@NullMarked
package dev.parapet.core.iam.request;

import org.jspecify.annotations.NullMarked;
