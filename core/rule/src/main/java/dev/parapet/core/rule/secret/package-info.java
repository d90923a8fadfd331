/** What a secret is, where secrets stand in templates, and how their text is kept out of everything that is told. */
@NullMarked
package dev.parapet.core.rule.secret;

import org.jspecify.annotations.NullMarked;
