/** What the tests of several modules share: the runner of rule files, and the rules of the architecture. */
@NullMarked
package dev.parapet.testkit;

import org.jspecify.annotations.NullMarked;
