package dev.parapet.read.code.classfile;

/** Says why an archive is not read, in a clause without subject: {@code is not a valid archive}. */
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1L;

    ArchiveException(String message) {
        super(message);
    }
}
