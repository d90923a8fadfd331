package dev.parapet.ahead;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes out in a class file what the JVM would else generate when it first comes by: the tests of a switch over types, and
 * {@code equals}, {@code hashCode} and {@code toString} of a record. The ahead-of-time cache of JDK 25 keeps the classes that
 * lambdas and text concatenation generate, but not these (JEP 483).
 */
final class Lowering {
    private final ClassFile classFile;

    /** @param loader finds the classes that the lowered ones speak of */
    Lowering(ClassLoader loader) {
        ClassHierarchyResolver resolver =
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
        classFile = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
    }

    /**
     * The class with everything written out that can be; the given bytes themselves where there is nothing.
     *
     * @throws IllegalStateException where the JVM would not take the outcome
     */
    byte[] lower(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        boolean inInterface = model.flags().has(AccessFlag.INTERFACE);
        List<InvokeDynamicInstruction> sites = new ArrayList<>();
        ClassTransform calls = ClassTransform.transformingMethodBodies((code, element) -> {
            if (element instanceof InvokeDynamicInstruction site && isLowered(site)) {
                code.invokestatic(model.thisClass().asSymbol(), name(sites.size()), site.typeSymbol(), inInterface);
                sites.add(site);
            } else if (!(element instanceof RuntimeVisibleTypeAnnotationsAttribute)) {
                // Annotations on local variables are left out: nobody reads them, and they would name places of the old
                // code.
                code.with(element);
            }
        });
        ClassTransform methods = ClassTransform.endHandler(builder -> {
            for (int i = 0; i < sites.size(); i++) {
                method(builder, name(i), sites.get(i));
            }
        });
        byte[] lowered = classFile.transformClass(model, calls.andThen(methods));
        if (sites.isEmpty()) {
            return bytes;
        }
        List<VerifyError> problems = classFile.verify(lowered);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(model.thisClass().asInternalName() + " could not be lowered: " + problems);
        }
        return lowered;
    }

    private static String name(int site) {
        return "lowered$" + site;
    }

    private static boolean isLowered(InvokeDynamicInstruction site) {
        DirectMethodHandleDesc bootstrap = site.bootstrapMethod();
        if (bootstrap.owner().equals(RecordMethods.BOOTSTRAP)) {
            return true;
        }
        return bootstrap.owner().equals(TypeSwitches.BOOTSTRAP)
                && bootstrap.methodName().equals("typeSwitch")
                && site.bootstrapArgs().stream().allMatch(TypeSwitches::isPlain);
    }

    private static void method(ClassBuilder builder, String name, InvokeDynamicInstruction site) {
        builder.withMethodBody(
                name,
                site.typeSymbol(),
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                code -> {
                    if (site.bootstrapMethod().owner().equals(TypeSwitches.BOOTSTRAP)) {
                        TypeSwitches.write(code, site.bootstrapArgs());
                    } else {
                        RecordMethods.write(code, site.name().stringValue(), site.bootstrapArgs());
                    }
                });
    }
}
