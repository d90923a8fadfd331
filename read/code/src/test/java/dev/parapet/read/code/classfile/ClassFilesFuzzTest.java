package dev.parapet.read.code.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.CodePrinter;
import dev.parapet.model.code.Expression;
import dev.parapet.read.code.CodeReading;
import dev.parapet.read.code.Walk;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Whatever is in a class file or an archive, reading it ends, within the bounds that are promised to whoever walks it. */
class ClassFilesFuzzTest {
    private static final SequencedMap<String, byte[]> CLASSES = Compiler.compile("""
            import java.util.*;
            @Deprecated class A<T> implements Runnable {
              static final String TABLE = System.getenv("TABLE");
              final Map<String, List<T>> all = new HashMap<>();
              public void run() { Runnable r = () -> System.out.println(all + TABLE); r.run(); }
              Object f(String a, int b, long c, double[] d) throws Exception {
                if (a == null || b > 3 && c < 2L) { return null; }
                for (String it : List.of("a", a)) { if (it.equals(a)) continue; System.out.println(it + b); }
                try { f(a, b++, c, new double[] {1, 2}); } catch (IllegalStateException e) { throw e; } finally { b--; }
                switch (b) { case 1: a = "x"; break; case 200: return a; default: a = "y"; }
                do { d[b] += c; } while (b++ < 9);
                synchronized (this) { a = switch (a) { case "q" -> "1"; default -> b > 1 ? a : "2"; }; }
                Object o = a; if (o instanceof String s && s.length() > 2) { return s; }
                return String.format("%s-%s", a, b);
              }
              record P(int x, String name) {}
              enum E { ONE, TWO { @Override public String toString() { return "2"; } } }
            }
            """, "-g");

    private static final byte[] JAR = Compiler.jar(CLASSES);

    private static final class Archive implements SourceTree {
        private final byte[] content;

        Archive(byte[] content) {
            this.content = content;
        }

        @Override
        public List<String> paths() {
            return List.of("app.jar");
        }

        @Override
        public Optional<SourceFile> read(String path) {
            return Optional.empty();
        }

        @Override
        public byte[] peek(String path, int length) {
            return Arrays.copyOf(content, Math.min(length, content.length));
        }

        @Override
        public List<Fault> faults() {
            return List.of();
        }
    }

    /** Some bytes with others in the place of a few. */
    private static byte[] changed(byte[] bytes, FuzzedDataProvider data) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < 20 && data.remainingBytes() > 0; i++) {
            int at = data.consumeInt(0, changed.length - 1);
            byte[] with = data.consumeBytes(data.consumeInt(1, 8));
            System.arraycopy(with, 0, changed, at, Math.min(with.length, changed.length - at));
        }
        return changed;
    }

    @FuzzTest(maxDuration = "20s")
    void changedClassFilesAreRead(FuzzedDataProvider data) {
        SequencedMap<String, byte[]> classes = new TreeMap<>(CLASSES);
        List<String> names = List.copyOf(classes.keySet());
        String name = data.pickValue(names);
        classes.put(name, changed(Objects.requireNonNull(classes.get(name)), data));
        check(ClassFiles.read("app.jar!/A.class", "A", classes, classes::containsKey));
    }

    @FuzzTest(maxDuration = "20s")
    void changedArchivesAreRead(FuzzedDataProvider data) {
        try {
            Optional<CompiledCode> code = CompiledCode.inArchive("app.jar", "A", new Archive(changed(JAR, data)));
            Map<String, Supplier<CodeReading>> files =
                    code.map(CompiledCode::files).orElse(Map.of());
            files.values().forEach(it -> check(it.get()));
        } catch (ArchiveException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void check(CodeReading reading) {
        CodeFile file = reading.file().orElse(null);
        if (file == null) {
            assertThat(reading.fault()).isPresent();
            return;
        }
        int length = file.source().text().length();
        Walk.nodes(file, (node, depth) -> {
            assertThat(depth).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
            if (node instanceof Expression expression) {
                assertThat(expression.range().end()).isLessThanOrEqualTo(length);
                file.span(expression.range());
            }
        });
        CodePrinter.print(file);
    }
}
