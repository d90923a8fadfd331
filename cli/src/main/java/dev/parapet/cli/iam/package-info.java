/** {@code parapet iam}: who can do what. */
@NullMarked
package dev.parapet.cli.iam;

import org.jspecify.annotations.NullMarked;
