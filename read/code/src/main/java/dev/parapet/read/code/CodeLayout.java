package dev.parapet.read.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one function find each other.
 *
 * @param roots see {@link dev.parapet.model.code.CodeBase#roots}
 * @param aliases other names of modules and what they stand for, in the order in which they are tried
 * @param inside code that stands inside other files or was compiled, by its paths; read when it is asked for
 */
public record CodeLayout(List<String> roots, List<Alias> aliases, Map<String, Supplier<CodeReading>> inside) {
    public CodeLayout {
        roots = List.copyOf(roots);
        aliases = List.copyOf(aliases);
        inside = Map.copyOf(inside);
    }

    /** A layout with roots alone. */
    public static CodeLayout of(List<String> roots) {
        return new CodeLayout(roots, List.of(), Map.of());
    }

    /**
     * Modules of a name are files elsewhere, as tsconfig.json says, a workspace, or the folder that layers are put
     * in.
     *
     * @param pattern the name, with at most one {@code *}
     * @param path the path, relative to the scanned root, with at most one {@code *}
     */
    public record Alias(String pattern, String path) {
        /** What a module of a name stands for; null when the pattern is of others. */
        @Nullable
        String of(String module) {
            int star = pattern.indexOf('*');
            if (star < 0) {
                return module.equals(pattern) ? path : null;
            }
            String before = pattern.substring(0, star);
            String after = pattern.substring(star + 1);
            boolean fits = module.length() >= before.length() + after.length()
                    && module.startsWith(before)
                    && module.endsWith(after);
            return fits ? path.replace("*", module.substring(before.length(), module.length() - after.length())) : null;
        }
    }

    /** The paths, without extensions, that a module may be by the aliases. */
    List<String> places(String module) {
        List<String> places = new ArrayList<>();
        for (Alias alias : aliases) {
            String place = alias.of(module);
            if (place != null) {
                places.add(FilePaths.join("", place));
            }
        }
        return places;
    }
}
