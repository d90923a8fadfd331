package dev.parapet.core.report.text;

import dev.parapet.core.report.source.Printable;
import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import java.util.List;

/** Where several findings are, in a few words. */
final class Places {
    private Places() {}

    /**
     * The names and lines of resources, the file said once for all in a row that share it:
     * {@code Orders:12, Mail:40, b/template.yaml: Pay:9}.
     *
     * @param path the file that the reader knows already; empty for none
     * @param room how many cells to fill at most; what has no room is counted
     */
    static String of(List<Finding> findings, String path, int room) {
        if (findings.size() == 1 && path.isEmpty()) {
            Finding only = findings.getFirst();
            return Printable.of(only.location() + " " + name(only.resource()));
        }
        StringBuilder text = new StringBuilder();
        String last = path;
        int listed = 0;
        for (Finding finding : findings) {
            StringBuilder place = new StringBuilder();
            if (!finding.location().path().equals(last)) {
                place.append(Printable.of(finding.location().path())).append(": ");
            }
            place.append(Printable.of(name(finding.resource())));
            place.append(':').append(finding.location().start().line());
            int left = findings.size() - listed - 1;
            int more = left == 0
                    ? 0
                    : ", and more".length() + Integer.toString(left).length() + 1;
            if (listed > 0 && Printable.width(text.toString()) + 2 + Printable.width(place.toString()) + more > room) {
                return text.append(", and ")
                        .append(findings.size() - listed)
                        .append(" more")
                        .toString();
            }
            text.append(listed == 0 ? "" : ", ").append(place);
            last = finding.location().path();
            listed++;
        }
        return text.toString();
    }

    /** The name that the author knows. */
    private static String name(Resource resource) {
        String written = resource.writtenAs();
        return written == null ? resource.id().name() : written;
    }
}
