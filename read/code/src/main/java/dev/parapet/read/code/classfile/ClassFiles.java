package dev.parapet.read.code.classfile;

import dev.parapet.model.Fault;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Statement;
import dev.parapet.read.code.CodeReading;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Class files to the small language, as their source would be: an outermost class with the classes inside it is a file. No class is loaded or run.
 *
 * <p>Expressions are worked out from what the instructions put on the stack, blocks, loops and what is caught from their jumps. Names of variables
 * and lines are those that the compiler kept. Lost are: comments, columns, annotations that only the compiler needs, the type arguments of calls,
 * switches over texts and patterns (which are conditions over hashes and tests), and jumps over what stands between (see {@link Structure}). An
 * array that is written out as the last argument of a library's method is any number of arguments, which the class file does not tell apart.
 */
public final class ClassFiles {
    /** Bytes that the class files of one source may have together; those of a source of the largest size have fewer. */
    private static final int MAXIMUM_BYTES = 3_000_000;

    /** Classes are told inside one another this deep. */
    private static final int MAXIMUM_NESTING = 10;

    private ClassFiles() {}

    /**
     * Reads the class files of one source.
     *
     * @param path what the file is called in reports
     * @param name the internal name of its outermost class: {@code com/example/Orders}
     * @param classes their contents by their internal names, the outermost class first
     * @param own whether a class of an internal name is of the project
     */
    public static CodeReading read(
            String path, String name, SequencedMap<String, byte[]> classes, Predicate<String> own) {
        long size = 0;
        for (byte[] bytes : classes.values()) {
            size += bytes.length;
        }
        if (size > MAXIMUM_BYTES) {
            return failed(Fault.Kind.LIMIT, path, "has more than " + MAXIMUM_BYTES + " bytes and was not read as code");
        }
        try {
            return lower(path, name, classes, own);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException | StackOverflowError e) {
            // What the JDK's reader throws where a file contradicts itself; it goes as deep as annotations are nested.
            return failed(
                    Fault.Kind.UNREADABLE, path, "is not a valid class file, or one of a newer Java, and was not read");
        }
    }

    private static CodeReading failed(Fault.Kind kind, String path, String message) {
        return new CodeReading(Optional.empty(), Optional.of(new Fault(kind, path, 1, message)));
    }

    private static CodeReading lower(
            String path, String name, SequencedMap<String, byte[]> classes, Predicate<String> own) {
        Places places = new Places();
        TypeNames names = new TypeNames(name, own);
        NavigableMap<String, ClassLowering> types = new TreeMap<>();
        classes.forEach((internal, bytes) -> {
            ClassModel model = ClassFile.of().parse(bytes);
            if (!model.isModuleInfo()) {
                types.put(internal, new ClassLowering(model, names, places, own));
            }
        });
        List<Statement> body = new ArrayList<>();
        if (types.containsKey(name)) {
            body.add(lower(name, null, types, 0));
        }
        body.addAll(0, names.imports());
        int slash = name.lastIndexOf('/');
        String namespace = slash < 0 ? null : name.substring(0, slash).replace('/', '.');
        return new CodeReading(Optional.of(places.file(path, namespace, body)), Optional.empty());
    }

    private static ClassDeclaration lower(
            String name, @Nullable String around, NavigableMap<String, ClassLowering> types, int depth) {
        List<ClassDeclaration> inner = new ArrayList<>();
        for (String below : types.subMap(name + '$', name + (char) ('$' + 1)).keySet()) {
            if (depth < MAXIMUM_NESTING && name.equals(around(below, types))) {
                inner.add(lower(below, name, types, depth + 1));
            }
        }
        int start = around == null ? name.lastIndexOf('/') + 1 : around.length() + 1;
        return Objects.requireNonNull(types.get(name)).lower(name.substring(start), inner);
    }

    /** The class that a class is inside, by its name; null where there is none. */
    private static @Nullable String around(String name, NavigableMap<String, ClassLowering> types) {
        for (int i = name.lastIndexOf('$'); i > 0; i = name.lastIndexOf('$', i - 1)) {
            if (types.containsKey(name.substring(0, i))) {
                return name.substring(0, i);
            }
        }
        return null;
    }
}
