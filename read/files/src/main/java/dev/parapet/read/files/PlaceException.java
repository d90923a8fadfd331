package dev.parapet.read.files;

/** A place that somebody asked to scan is not there or cannot be read. The message is meant for them. */
public final class PlaceException extends Exception {
    private static final long serialVersionUID = 1L;

    PlaceException(String message) {
        super(message);
    }
}
