/** The examples of rule files, run as tests. */
@NullMarked
package dev.parapet.core.rule.example;

import org.jspecify.annotations.NullMarked;
