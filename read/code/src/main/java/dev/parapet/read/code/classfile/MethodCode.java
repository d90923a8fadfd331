package dev.parapet.read.code.classfile;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.LineNumberInfo;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.attribute.LocalVariableTypeInfo;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The instructions of a method, by their numbers, with their lines and what the compiler says of variables. */
final class MethodCode {
    /**
     * A stretch of code whose exceptions are caught.
     *
     * @param start the first instruction
     * @param end the one after the last
     * @param handler where it goes on
     * @param type the internal name of what is caught; empty for everything
     */
    record Caught(int start, int end, int handler, String type) {}

    private final CodeAttribute code;
    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Integer, Integer> byOffset = new HashMap<>();
    private final int[] offsets;
    private final int[] lines;
    private final List<LocalVariableInfo> variables = new ArrayList<>();
    private final List<LocalVariableTypeInfo> variableTypes = new ArrayList<>();

    MethodCode(CodeAttribute code) {
        this.code = code;
        int offset = 0;
        List<Integer> all = new ArrayList<>();
        for (CodeElement element : code) {
            if (element instanceof Instruction instruction) {
                byOffset.put(offset, instructions.size());
                all.add(offset);
                instructions.add(instruction);
                offset += instruction.sizeInBytes();
            }
        }
        all.add(offset);
        byOffset.put(offset, instructions.size());
        offsets = all.stream().mapToInt(Integer::intValue).toArray();
        lines = lines();
        code.findAttributes(Attributes.localVariableTable()).forEach(it -> variables.addAll(it.localVariables()));
        code.findAttributes(Attributes.localVariableTypeTable())
                .forEach(it -> variableTypes.addAll(it.localVariableTypes()));
    }

    /** The line of each instruction; 1 where nothing is said. */
    private int[] lines() {
        int[] found = new int[instructions.size() + 1];
        code.findAttributes(Attributes.lineNumberTable()).forEach(table -> {
            for (LineNumberInfo info : table.lineNumbers()) {
                Integer at = byOffset.get(info.startPc());
                if (at != null) {
                    found[at] = Math.max(1, info.lineNumber());
                }
            }
        });
        int line = Arrays.stream(found).filter(it -> it > 0).findFirst().orElse(1);
        for (int i = 0; i < found.length; i++) {
            line = found[i] > 0 ? found[i] : line;
            found[i] = line;
        }
        return found;
    }

    int size() {
        return instructions.size();
    }

    Instruction instruction(int number) {
        return instructions.get(number);
    }

    int line(int number) {
        return lines[number];
    }

    /** The instruction that a label stands before. */
    int number(Label label) {
        Integer number = byOffset.get(code.labelToBci(label));
        if (number == null) {
            throw new IllegalArgumentException("a label is inside an instruction");
        }
        return number;
    }

    /** What the compiler says is in a slot when an instruction begins; empty where it says nothing. */
    Optional<LocalVariableInfo> variable(int slot, int number) {
        int offset = offsets[number];
        for (LocalVariableInfo it : variables) {
            if (it.slot() == slot && it.startPc() <= offset && offset < it.startPc() + it.length()) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    /** The signature of a variable that has type arguments. */
    Optional<String> signature(LocalVariableInfo variable) {
        for (LocalVariableTypeInfo it : variableTypes) {
            if (it.slot() == variable.slot() && it.startPc() == variable.startPc()) {
                return Optional.of(it.signature().stringValue());
            }
        }
        return Optional.empty();
    }

    /**
     * The stretches whose exceptions are caught, in their order. What a {@code finally} does stands in the code once for each way that leaves its
     * block; the way of exceptions is left out where what it calls is called on another way too.
     */
    List<Caught> caught() {
        List<Caught> caught = new ArrayList<>();
        for (ExceptionCatch it : code.exceptionHandlers()) {
            int start = number(it.tryStart());
            int end = number(it.tryEnd());
            int handler = number(it.handler());
            String type = it.catchType().map(entry -> entry.asInternalName()).orElse("");
            if (start < end && handler < size() && !(type.isEmpty() && isRepeated(handler))) {
                caught.add(new Caught(start, end, handler, type));
            }
        }
        return caught;
    }

    private boolean isRepeated(int handler) {
        int end = handler;
        while (end < size() && !(instruction(end) instanceof ThrowInstruction)) {
            end++;
        }
        Set<Integer> elsewhere = new HashSet<>();
        Set<Integer> here = new HashSet<>();
        for (int i = 0; i < size(); i++) {
            if (instruction(i) instanceof InvokeInstruction) {
                (i >= handler && i < end ? here : elsewhere).add(line(i));
            }
        }
        return elsewhere.containsAll(here);
    }
}
