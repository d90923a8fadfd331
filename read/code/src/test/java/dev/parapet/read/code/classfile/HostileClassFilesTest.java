package dev.parapet.read.code.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.code.CodeFile;
import dev.parapet.read.code.CodeReading;
import dev.parapet.read.code.Walk;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Methods that no compiler makes, to exhaust whoever reads them. */
final class HostileClassFilesTest {
    private static final ClassDesc A = ClassDesc.of("A");
    private static final MethodTypeDesc JOIN =
            MethodTypeDesc.ofDescriptor("(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
    private static final MethodTypeDesc SAME = MethodTypeDesc.ofDescriptor("()Ljava/lang/String;");

    /** A method of an int and a text ends, and what it becomes is no larger and deeper than it may be. */
    private static void ends(Consumer<CodeBuilder> body) {
        byte[] bytes = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
                .build(
                        A,
                        type -> type.withVersion(ClassFile.JAVA_5_VERSION, 0)
                                .withMethodBody(
                                        "f",
                                        MethodTypeDesc.ofDescriptor("(ILjava/lang/String;)Ljava/lang/String;"),
                                        ClassFile.ACC_STATIC,
                                        body));
        SequencedMap<String, byte[]> classes = new TreeMap<>(Map.of("A", bytes));
        CodeReading reading = ClassFiles.read("A.class", "A", classes, classes::containsKey);
        assertThat(reading.fault()).isEmpty();
        AtomicInteger nodes = new AtomicInteger();
        Walk.nodes(reading.file().orElseThrow(), (node, depth) -> {
            nodes.incrementAndGet();
            assertThat(depth).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
        });
        assertThat(nodes.get()).isLessThan(300_000);
    }

    @Test
    void conditions_in_a_chain() {
        ends(code -> {
            Label end = code.newLabel();
            for (int i = 0; i < 7_000; i++) {
                code.iload(0).ifeq(end);
            }
            code.labelBinding(end).aload(1).areturn();
        });
    }

    @Test
    void blocks_inside_one_another() {
        ends(code -> {
            Label[] ends = new Label[4_000];
            for (int i = 0; i < ends.length; i++) {
                ends[i] = code.newLabel();
                code.iload(0).ifeq(ends[i]).iinc(0, 1);
            }
            for (int i = ends.length - 1; i >= 0; i--) {
                code.labelBinding(ends[i]).iinc(0, -1);
            }
            code.aload(1).areturn();
        });
    }

    @Test
    void loops_inside_one_another() {
        ends(code -> {
            Label[] starts = new Label[5_000];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = code.newLabel();
                code.labelBinding(starts[i]).iinc(0, 1);
            }
            for (int i = starts.length - 1; i >= 0; i--) {
                code.iload(0).ifeq(starts[i]);
            }
            code.aload(1).areturn();
        });
    }

    @Test
    void values_that_are_used_twice_in_each_step() {
        ends(code -> {
            code.aload(1);
            for (int i = 0; i < 8_000; i++) {
                code.dup().invokestatic(A, "join", JOIN);
            }
            code.areturn();
        });
    }

    @Test
    void values_that_each_way_makes_another_of() {
        ends(code -> {
            code.aload(1);
            for (int i = 0; i < 3_000; i++) {
                Label other = code.newLabel();
                Label both = code.newLabel();
                code.iload(0).ifeq(other).invokevirtual(A, "g", SAME).goto_(both);
                code.labelBinding(other).invokevirtual(A, "h", SAME).labelBinding(both);
            }
            code.areturn();
        });
    }

    @Test
    void calls_of_what_calls_give() {
        ends(code -> {
            code.aload(1);
            for (int i = 0; i < 15_000; i++) {
                code.invokevirtual(A, "g", SAME);
            }
            code.areturn();
        });
    }
}
