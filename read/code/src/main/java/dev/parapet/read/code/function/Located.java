package dev.parapet.read.code.function;

import dev.parapet.model.code.Handler;
import dev.parapet.model.code.Language;
import java.util.List;

/**
 * A handler with the folders in which its modules are looked for.
 *
 * @param handler where it is
 * @param roots relative to the scanned root
 */
record Located(Handler handler, List<String> roots) {
    static Located of(Language language, String path, String symbol, String... roots) {
        return new Located(new Handler(language, path, symbol), List.of(roots));
    }
}
