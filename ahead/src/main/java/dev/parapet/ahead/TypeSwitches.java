package dev.parapet.ahead;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * The tests of a switch over types, as {@link java.lang.runtime.SwitchBootstraps#typeSwitch} has them: the number of the first
 * label, from the given one on, that the value answers to; -1 for null, and the number of labels for a value that answers to
 * none.
 */
final class TypeSwitches {
    static final ClassDesc BOOTSTRAP = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    private static final int VALUE = 0;
    private static final int FIRST = 1;

    private TypeSwitches() {}

    /** Whether a label is a class or a text; those of constants of an enum and of boxed numbers are left to the JVM. */
    static boolean isPlain(ConstantDesc label) {
        return label instanceof ClassDesc || label instanceof String;
    }

    /** Writes the body of a method that takes a value and the number of the first label. */
    static void write(CodeBuilder code, List<? extends ConstantDesc> labels) {
        Label present = code.newLabel();
        code.aload(VALUE).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(FIRST).loadConstant(i).if_icmpgt(next);
            if (labels.get(i) instanceof ClassDesc type) {
                code.aload(VALUE).instanceOf(type);
            } else {
                code.loadConstant(labels.get(i))
                        .aload(VALUE)
                        .invokevirtual(
                                ConstantDescs.CD_String,
                                "equals",
                                MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
            }
            code.ifeq(next).loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
