package dev.parapet.cli.scan;

import dev.parapet.cli.cache.RecordedTree;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.model.Evidence;
import dev.parapet.model.Fault;
import dev.parapet.model.Position;
import dev.parapet.model.Span;
import dev.parapet.model.binary.ByteReader;
import dev.parapet.model.binary.ByteWriter;
import dev.parapet.model.binary.Digest;
import dev.parapet.model.binary.MalformedException;
import dev.parapet.model.binary.Sha256;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.ObservedCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of all code of a scan, to be said again by the next one where everything is as it was: the templates and the paths of all
 * files by the name under which it is kept, and the files that were read by their hashes.
 *
 * @param reads what was read of the files
 * @param files the files whose text is searched for credentials, which are not kept themselves
 * @param faults what could not be read
 * @param observed what was observed
 */
record KeptCode(
        Map<RecordedTree.Read, Digest> reads, List<String> files, List<Fault> faults, List<ObservedCode> observed) {
    private static final List<Fault.Kind> KINDS = List.of(Fault.Kind.values());

    /**
     * The name of what comes of the code of a scan.
     *
     * @param templates the files as the templates were read of them
     * @param parameters the values for the templates' parameters
     * @param flows the user's own tables
     * @param observing whether anything of the code is observed
     */
    static Digest name(
            RecordedTree templates, Map<String, String> parameters, List<FlowTable.Source> flows, boolean observing) {
        Sha256 name = new Sha256().text("scan").number(observing ? 1 : 0);
        List<String> paths = templates.paths();
        name.number(paths.size());
        paths.forEach(name::text);
        Map<RecordedTree.Read, Digest> answers = templates.answers();
        name.number(answers.size());
        answers.forEach((read, answer) -> name.text(read.path()).digest(answer));
        name.number(parameters.size());
        parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> name.text(each.getKey()).text(each.getValue()));
        name.number(flows.size());
        flows.forEach(table -> name.text(table.path()).text(table.text()));
        return name.digest();
    }

    /** Its bytes. */
    byte[] write() {
        ByteWriter out = new ByteWriter("");
        out.list(List.copyOf(reads.entrySet()), read -> {
            out.text(read.getKey().path());
            out.signed(read.getKey().length());
            out.digest(read.getValue());
        });
        out.list(files, out::text);
        out.list(faults, fault -> {
            out.number(fault.kind().ordinal());
            out.text(fault.path());
            out.number(fault.line());
            out.text(fault.message());
        });
        out.list(observed, each -> {
            out.text(each.function());
            out.list(each.observations(), observation -> write(observation, out));
            out.list(each.asked().stream().sorted().toList(), out::text);
        });
        return out.bytes();
    }

    /** Taken apart by its components, so that one more of them cannot be forgotten. */
    private static void write(Observation observation, ByteWriter out) {
        if (observation
                instanceof
                Observation(
                        String subject,
                        Span place,
                        String what,
                        String source,
                        String trigger,
                        List<Evidence> steps,
                        List<String> missing,
                        String entry)) {
            out.text(subject);
            write(place, out);
            out.text(what);
            out.optional(source, out::text);
            out.optional(trigger, out::text);
            out.list(steps, step -> {
                out.text(step.text());
                write(step.location(), out);
            });
            out.list(missing, out::text);
            out.optional(entry, out::text);
        }
    }

    private static void write(Span span, ByteWriter out) {
        out.text(span.path());
        write(span.start(), out);
        write(span.end(), out);
    }

    private static void write(Position position, ByteWriter out) {
        out.number(position.line());
        out.number(position.column());
    }

    /**
     * What some bytes say.
     *
     * @throws MalformedException when none was written so
     */
    static KeptCode read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        Map<RecordedTree.Read, Digest> reads = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            reads.put(new RecordedTree.Read(in.text(), in.signed()), in.digest());
        }
        List<String> files = in.list(in::text);
        List<Fault> faults =
                in.list(() -> new Fault(KINDS.get(in.number(KINDS.size())), in.text(), in.number(), in.text()));
        List<ObservedCode> observed = in.list(
                () -> new ObservedCode(in.text(), in.list(() -> observation(in)), Set.copyOf(in.list(in::text))));
        in.end();
        return new KeptCode(reads, files, faults, observed);
    }

    private static Observation observation(ByteReader in) {
        return new Observation(
                in.text(),
                span(in),
                in.text(),
                in.optional(in::text),
                in.optional(in::text),
                in.list(() -> new Evidence(in.text(), span(in))),
                in.list(in::text),
                in.optional(in::text));
    }

    private static Span span(ByteReader in) {
        String path = in.text();
        Position start = position(in);
        Position end = position(in);
        if (end.compareTo(start) < 0) {
            throw new MalformedException("a span ends before it starts");
        }
        return new Span(path, start, end);
    }

    private static Position position(ByteReader in) {
        int line = in.number();
        int column = in.number();
        if (line < 1 || column < 1) {
            throw new MalformedException("a place is none");
        }
        return new Position(line, column);
    }
}
