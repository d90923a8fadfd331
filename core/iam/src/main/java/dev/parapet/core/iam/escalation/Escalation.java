package dev.parapet.core.iam.escalation;

import java.util.List;

/**
 * What can become of an identity.
 *
 * @param principal what to call it
 * @param administrator whether it is, or can become, administrator
 * @param paths the ways there, the shortest first; one for each technique to begin with and kind of way
 * @param missing where it is undetermined, what would settle it
 */
public record Escalation(String principal, Administrator administrator, List<Path> paths, List<String> missing) {
    public Escalation {
        paths = List.copyOf(paths);
        missing = List.copyOf(missing);
    }

    /** Whether somebody is administrator. */
    public enum Administrator {
        /** By policies of its own. */
        DIRECT("direct"),
        /** It can make itself one. */
        REACHABLE("reachable"),
        /** It is not, and no technique of the catalogue leads there. */
        NO("no"),
        /** It depends on what is not known. */
        UNDETERMINED("undetermined");

        private final String word;

        Administrator(String word) {
            this.word = word;
        }

        /** The word used in documents. */
        public String word() {
            return word;
        }
    }

    /**
     * A way to become administrator.
     *
     * @param id the techniques, joined by {@code +}
     * @param sameAs their ids in other lists
     * @param to who is administrator at the end
     */
    public record Path(String id, List<String> sameAs, String to, List<Step> steps) {
        public Path {
            sameAs = List.copyOf(sameAs);
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a path.
     *
     * @param kind {@code becomes} where it gives what somebody else may do, {@code grants} where it gives full access
     * @param text what is done to whom
     * @param permissions the actions that must be allowed
     */
    public record Step(String kind, String text, List<String> permissions) {
        public Step {
            permissions = List.copyOf(permissions);
        }
    }
}
