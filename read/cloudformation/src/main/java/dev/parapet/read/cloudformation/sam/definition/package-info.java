/**
 * OpenAPI documents as SAM edits them: its events add routes, and what an API says of its authorization, CORS and the like is
 * written into them. The name of an API's deployment holds a hash of the text that the provider's translator would print of the
 * document, so that documents here know the order of their keys in that text as well as their own.
 */
@NullMarked
package dev.parapet.read.cloudformation.sam.definition;

import org.jspecify.annotations.NullMarked;
