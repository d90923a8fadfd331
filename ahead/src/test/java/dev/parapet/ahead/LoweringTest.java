package dev.parapet.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Lowered classes answer as they did before. */
final class LoweringTest {
    /** Loads the classes of {@link Sample} lowered, and all others as they are. */
    private static final class Lowered extends ClassLoader {
        private final Lowering lowering = new Lowering(LoweringTest.class.getClassLoader());

        Lowered() {
            super(LoweringTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Sample.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = lowering.lower(bytes(name));
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in =
                LoweringTest.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static List<String> calls(byte[] bytes) {
        List<String> calls = new ArrayList<>();
        ClassFile.of()
                .parse(bytes)
                .methods()
                .forEach(method -> method.code()
                        .ifPresent(code -> code.forEach(element -> {
                            if (element instanceof InvokeDynamicInstruction call) {
                                calls.add(call.bootstrapMethod().methodName());
                            }
                        })));
        return calls;
    }

    @Test
    void lowered_classes_answer_as_before() throws Exception {
        Class<?> lowered = new Lowered().loadClass(Sample.class.getName());
        assertThat(lowered).isNotEqualTo(Sample.class);
        Supplier<?> answers = (Supplier<?>) lowered.getDeclaredConstructor().newInstance();
        assertThat(answers.get()).isEqualTo(new Sample().get());
    }

    @Test
    void nothing_is_left_that_the_cache_cannot_keep() {
        Lowering lowering = new Lowering(LoweringTest.class.getClassLoader());
        String sample = Sample.class.getName();
        assertThat(calls(bytes(sample))).contains("typeSwitch");
        assertThat(calls(lowering.lower(bytes(sample)))).doesNotContain("typeSwitch", "bootstrap");
        assertThat(calls(bytes(sample + "$Many"))).contains("bootstrap");
        assertThat(calls(lowering.lower(bytes(sample + "$Many")))).doesNotContain("typeSwitch", "bootstrap");
    }

    @Test
    void a_second_time_changes_nothing() {
        Lowering lowering = new Lowering(LoweringTest.class.getClassLoader());
        byte[] once = lowering.lower(bytes(Sample.class.getName()));
        assertThat(lowering.lower(once)).isEqualTo(once);
    }
}
