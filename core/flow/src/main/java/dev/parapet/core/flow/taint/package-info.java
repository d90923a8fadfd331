/** What flows from callers to dangerous places. */
@NullMarked
package dev.parapet.core.flow.taint;

import org.jspecify.annotations.NullMarked;
