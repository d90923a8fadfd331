package dev.parapet.core.graph;

import java.util.Locale;

/** How one node bears on another; each is read from the first node to the second. */
public enum EdgeKind {
    /** The Internet reaches an endpoint. */
    REACHES,
    /** An API or another resource has an endpoint, a stage, an alias or a version. */
    CONTAINS,
    /** An authorizer guards an endpoint. */
    GUARDS,
    /** The caller waits for the answer. */
    INVOKES_SYNCHRONOUSLY,
    /** The provider queues the event and retries it. */
    INVOKES_ASYNCHRONOUSLY,
    /** The function reads from the source by a poller of the provider. */
    FEEDS,
    /** Compute runs as an identity. */
    RUNS_AS,
    /** An identity or a resource carries a statement. */
    CARRIES,
    /** A statement covers a resource. */
    COVERS,
    /** A statement names a principal. */
    NAMES,
    /** Something names something else in its configuration, environment or code. */
    REFERS_TO,
    /** A resource's data is encrypted by a key. */
    ENCRYPTED_BY,
    /** Something writes its log to a log group or bucket. */
    LOGS_TO,
    /** An alarm watches something. */
    WATCHES,
    /** What failed goes to a queue, topic or bucket. */
    DEAD_LETTERS_TO,
    /** What succeeded, or matched, goes to a target. */
    DELIVERS_TO,
    /** Something is placed in a network. */
    PLACED_IN,
    /** A firewall or a policy protects something. */
    PROTECTS;

    /** The word used in documents and in rules, such as {@code runs-as}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
