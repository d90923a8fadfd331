/** Tests. */
@NullMarked
package dev.parapet.core.flow.taint;

import org.jspecify.annotations.NullMarked;
