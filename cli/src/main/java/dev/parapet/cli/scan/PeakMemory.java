package dev.parapet.cli.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory the process had at most: all of it, not only what the JVM counts. */
final class PeakMemory {
    /** What Linux says of the process: https://man7.org/linux/man-pages/man5/proc_pid_status.5.html. */
    private static final Path STATUS = Path.of("/proc/self/status");

    /** The largest size that was resident. */
    private static final String LARGEST = "VmHWM:";

    private PeakMemory() {}

    /** In kB (1,024 bytes); empty where the system does not say. */
    static OptionalLong kilobytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(LARGEST)) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")));
                }
            }
        } catch (IOException | NumberFormatException ignored) {
            // Other systems have no such file.
        }
        return OptionalLong.empty();
    }
}
