package dev.parapet.read.code.classfile;

/** Says that the ways through a method are more tangled than those of what people write. */
final class TangledException extends Exception {
    private static final long serialVersionUID = 1L;
}
