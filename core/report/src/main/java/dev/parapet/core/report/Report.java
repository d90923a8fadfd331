package dev.parapet.core.report;

import java.io.IOException;

/** Writes a scan as one kind of document. The same scan gives the same bytes. */
public interface Report {
    /**
     * Writes the document.
     *
     * @throws IOException when {@code out} does
     */
    void write(Scan scan, Appendable out) throws IOException;
}
