package dev.parapet.read.code.function;

import dev.parapet.model.code.Handler;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A handler with the folders in which its modules are looked for.
 *
 * @param handler where it is
 * @param roots relative to the scanned root
 * @param inside what was compiled: see {@link dev.parapet.read.code.CodeLayout#inside}
 */
record Located(Handler handler, List<String> roots, Map<String, Supplier<CodeReading>> inside) {
    Located(Handler handler, List<String> roots) {
        this(handler, roots, Map.of());
    }

    static Located of(Language language, String path, String symbol, String... roots) {
        return new Located(new Handler(language, path, symbol), List.of(roots));
    }

    /** The handler, its modules being looked for in some more folders after its own. */
    Located in(List<String> folders) {
        List<String> all = new ArrayList<>(roots);
        all.addAll(folders);
        return new Located(handler, List.copyOf(all), inside);
    }
}
