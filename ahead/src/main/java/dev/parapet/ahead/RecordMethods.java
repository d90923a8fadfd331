package dev.parapet.ahead;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** The methods that every record has, as {@link java.lang.runtime.ObjectMethods#bootstrap} makes them. */
final class RecordMethods {
    static final ClassDesc BOOTSTRAP = ClassDesc.of("java.lang.runtime.ObjectMethods");

    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
    private static final MethodTypeDesc APPEND = MethodTypeDesc.of(BUILDER, ConstantDescs.CD_String);
    private static final int SELF = 0;
    private static final int OTHER = 1;

    private RecordMethods() {}

    /**
     * Writes the body of a method that takes the record, and for {@code equals} what it is compared with.
     *
     * @param given the class, the names of the components, and a getter of each
     */
    static void write(CodeBuilder code, String method, List<? extends ConstantDesc> given) {
        ClassDesc self = (ClassDesc) given.getFirst();
        List<DirectMethodHandleDesc> fields =
                given.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
        switch (method) {
            case "equals" -> equality(code, self, fields);
            case "hashCode" -> hash(code, self, fields);
            case "toString" -> text(code, self, fields);
            default -> throw new IllegalArgumentException("no method of records: " + method);
        }
    }

    private static ClassDesc type(DirectMethodHandleDesc field) {
        return field.invocationType().returnType();
    }

    private static void load(CodeBuilder code, int slot, ClassDesc self, DirectMethodHandleDesc field) {
        code.aload(slot);
        if (slot == OTHER) {
            code.checkcast(self);
        }
        code.getfield(self, field.methodName(), type(field));
    }

    private static void equality(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
        Label unequal = code.newLabel();
        code.aload(OTHER).instanceOf(self).ifeq(unequal);
        for (DirectMethodHandleDesc field : fields) {
            load(code, SELF, self, field);
            load(code, OTHER, self, field);
            ClassDesc type = type(field);
            switch (TypeKind.from(type).asLoadable()) {
                case INT -> code.if_icmpne(unequal);
                case LONG -> code.lcmp().ifne(unequal);
                case FLOAT, DOUBLE ->
                    code.invokestatic(box(type), "compare", twice(ConstantDescs.CD_int, type))
                            .ifne(unequal);
                case REFERENCE, BOOLEAN, BYTE, CHAR, SHORT, VOID ->
                    code.invokestatic(OBJECTS, "equals", twice(ConstantDescs.CD_boolean, ConstantDescs.CD_Object))
                            .ifeq(unequal);
            }
        }
        code.iconst_1().ireturn().labelBinding(unequal).iconst_0().ireturn();
    }

    private static MethodTypeDesc twice(ClassDesc result, ClassDesc argument) {
        return MethodTypeDesc.of(result, argument, argument);
    }

    private static void hash(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            code.bipush(31).imul();
            load(code, SELF, self, field);
            ClassDesc type = type(field);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
            } else {
                code.invokestatic(
                        OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    private static void text(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
        code.new_(BUILDER).dup().invokespecial(BUILDER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        code.loadConstant(self)
                .invokevirtual(ConstantDescs.CD_Class, "getSimpleName", MethodTypeDesc.of(ConstantDescs.CD_String))
                .invokevirtual(BUILDER, "append", APPEND);
        String before = "[";
        for (DirectMethodHandleDesc field : fields) {
            code.loadConstant(before + field.methodName() + "=").invokevirtual(BUILDER, "append", APPEND);
            load(code, SELF, self, field);
            ClassDesc type = type(field);
            code.invokestatic(
                            type.isPrimitive() ? box(type) : OBJECTS,
                            "toString",
                            MethodTypeDesc.of(
                                    ConstantDescs.CD_String, type.isPrimitive() ? type : ConstantDescs.CD_Object))
                    .invokevirtual(BUILDER, "append", APPEND);
            before = ", ";
        }
        code.loadConstant(fields.isEmpty() ? "[]" : "]")
                .invokevirtual(BUILDER, "append", APPEND)
                .invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String))
                .areturn();
    }

    /** The class that boxes a primitive type. */
    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException("no primitive type: " + primitive);
        };
    }
}
