package dev.parapet.core.graph;

import java.util.Locale;

/** How one node bears on another; each is read from the first node to the second. */
public enum EdgeKind {
    /** The Internet reaches an endpoint. */
    REACHES("reaches"),
    /** An API or another resource has an endpoint, a stage, an alias or a version. */
    CONTAINS("contains"),
    /** An authorizer guards an endpoint. */
    GUARDS("guards"),
    /** The caller waits for the answer. */
    INVOKES_SYNCHRONOUSLY("calls and waits for"),
    /** The provider queues the event and retries it. */
    INVOKES_ASYNCHRONOUSLY("sends events to"),
    /** The function reads from the source by a poller of the provider. */
    FEEDS("feeds"),
    /** Compute runs as an identity. */
    RUNS_AS("runs as"),
    /** An identity or a resource carries a statement. */
    CARRIES("carries"),
    /** A statement covers a resource. */
    COVERS("covers"),
    /** A statement names a principal. */
    NAMES("names"),
    /** The code of a function calls an API for a resource, or sends requests to a host. */
    CALLS("calls"),
    /** Something names something else in its configuration or environment. */
    REFERS_TO("refers to"),
    /** A resource's data is encrypted by a key. */
    ENCRYPTED_BY("is encrypted by"),
    /** Something writes its log to a log group or bucket. */
    LOGS_TO("logs to"),
    /** An alarm watches something. */
    WATCHES("watches"),
    /** What failed goes to a queue, topic or bucket. */
    DEAD_LETTERS_TO("sends what failed to"),
    /** What succeeded, or matched, goes to a target. */
    DELIVERS_TO("delivers to"),
    /** Something is placed in a network. */
    PLACED_IN("is placed in"),
    /** A firewall or a policy protects something. */
    PROTECTS("protects");

    private final String verb;

    EdgeKind(String verb) {
        this.verb = verb;
    }

    /** What the first node does to the second, in a sentence: {@code runs as}. */
    public String verb() {
        return verb;
    }

    /** The word used in documents and in rules, such as {@code runs-as}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
