/**
 * A compact binary form for what one run keeps for the next, and hashes to know it by. What is read may have been damaged or made by
 * somebody else: whoever reads gets what was written or a {@link dev.parapet.model.binary.MalformedException}, in memory that is bounded
 * by the number of bytes. See docs/adr/0015-what-a-scan-keeps-for-the-next.md.
 */
@NullMarked
package dev.parapet.model.binary;

import org.jspecify.annotations.NullMarked;
