package dev.parapet.cli.scan;

import dev.parapet.cli.Console;
import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What a person sees on a terminal while a scan takes longer than a second: one line that is wiped away at the end. */
sealed interface Progress extends AutoCloseable {
    /** Says what is being done now. */
    void phase(String what);

    /** The same tree; the progress sees how far it has been read. */
    SourceTree reading(SourceTree tree, int files);

    @Override
    void close();

    /** The progress to show, which is none where no person looks. */
    static Progress of(Console console, boolean quiet) {
        return console.errIsTerminal() && !quiet ? new Line(console) : new None();
    }

    /** Shows nothing. */
    record None() implements Progress {
        @Override
        public void phase(String what) {}

        @Override
        public SourceTree reading(SourceTree tree, int files) {
            return tree;
        }

        @Override
        public void close() {}
    }

    /** A line on standard error. */
    final class Line implements Progress {
        private static final long FIRST_MILLISECONDS = 1000;
        private static final long NEXT_MILLISECONDS = 200;
        private static final String WIPE = "\r\u001b[K";

        private final Console console;
        private final Thread painter;
        private volatile String what = "listing files";
        private final AtomicInteger read = new AtomicInteger();
        private boolean shown;
        private boolean done;

        Line(Console console) {
            this.console = console;
            this.painter = new Thread(this::paint, "progress");
            painter.setDaemon(true);
            painter.start();
        }

        private void paint() {
            long wait = FIRST_MILLISECONDS;
            while (true) {
                synchronized (this) {
                    try {
                        wait(wait);
                    } catch (InterruptedException ignored) {
                        return;
                    }
                    if (done) {
                        return;
                    }
                    console.err().print(WIPE + "parapet: " + what.replace("%", read.toString()));
                    console.err().flush();
                    shown = true;
                    wait = NEXT_MILLISECONDS;
                }
            }
        }

        @Override
        public void phase(String now) {
            what = now;
        }

        @Override
        public SourceTree reading(SourceTree tree, int files) {
            what = "reading, % of " + files + " files so far";
            return new Counted(tree);
        }

        @Override
        public synchronized void close() {
            if (!done) {
                done = true;
                notifyAll();
                if (shown) {
                    console.err().print(WIPE);
                    console.err().flush();
                }
            }
        }

        /** Counts the files that were looked into. */
        private final class Counted implements SourceTree {
            private final SourceTree tree;

            Counted(SourceTree tree) {
                this.tree = tree;
            }

            @Override
            public List<String> paths() {
                return tree.paths();
            }

            @Override
            public Optional<SourceFile> read(String path) {
                read.incrementAndGet();
                return tree.read(path);
            }

            @Override
            public byte[] peek(String path, int length) {
                return tree.peek(path, length);
            }

            @Override
            public List<Fault> faults() {
                return tree.faults();
            }
        }
    }
}
