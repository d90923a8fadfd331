/**
 * The fast evaluator: policies are taken apart once, requests are decided many times. It shares the language and the rules of the
 * reference evaluator and none of its code for matching.
 */
@NullMarked
package dev.parapet.core.iam.compiled;

import org.jspecify.annotations.NullMarked;
