package dev.parapet.core.triage;

import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;

/** Which findings a suppression is about, by where they are. */
sealed interface Scope {
    /** Whether a finding lies in it. */
    boolean covers(Finding finding);

    /** Findings whose place begins on some lines of a file, both counted in. */
    record Lines(String path, int first, int last) implements Scope {
        @Override
        public boolean covers(Finding finding) {
            Span location = finding.location();
            int line = location.start().line();
            return line >= first && line <= last && location.path().equals(path);
        }
    }

    /** Findings about resources whose text holds a line. */
    record ResourceAround(String path, int line) implements Scope {
        @Override
        public boolean covers(Finding finding) {
            Span span = finding.resource().span();
            Span head = finding.resource().head();
            int last =
                    span.end().column() == 1 && span.end().line() > span.start().line()
                            ? span.end().line() - 1
                            : span.end().line();
            int first = Math.min(head.start().line(), span.start().line());
            return line >= first && line <= last && span.path().equals(path);
        }
    }

    /** Findings about a resource, or about what a transform made of it. */
    record Authored(ResourceId resource) implements Scope {
        @Override
        public boolean covers(Finding finding) {
            Resource about = finding.resource();
            return about.id().stack().equals(resource.stack())
                    && (about.id().name().equals(resource.name())
                            || resource.name().equals(about.writtenAs()));
        }
    }

    /** Findings in a stack. */
    record WholeStack(String stack) implements Scope {
        @Override
        public boolean covers(Finding finding) {
            return finding.resource().id().stack().equals(stack);
        }
    }
}
