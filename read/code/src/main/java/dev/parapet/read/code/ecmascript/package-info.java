/**
 * JavaScript, as https://tc39.es/ecma262/ says it, with JSX, and TypeScript (https://www.typescriptlang.org/docs/handbook/) to
 * the small language.
 */
@NullMarked
package dev.parapet.read.code.ecmascript;

import org.jspecify.annotations.NullMarked;
