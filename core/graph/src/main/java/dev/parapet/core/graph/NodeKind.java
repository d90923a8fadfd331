package dev.parapet.core.graph;

import java.util.Locale;

/** What a node stands for. */
public enum NodeKind {
    /** Anybody who can send a packet: the one node without a resource that every graph has. */
    INTERNET,
    /** A way in that answers requests from outside a function: a route, a function URL, an AppSync field. */
    ENDPOINT,
    /** What decides whether a request may pass an endpoint. */
    AUTHORIZER,
    /** A function, a state machine, a container task: what runs. */
    COMPUTE,
    /** A role, user or group. */
    IDENTITY,
    /** One statement of a policy. */
    STATEMENT,
    /** Somebody whom a policy names: an account, a service, everybody. */
    PRINCIPAL,
    /** A virtual private cloud, subnet, security group or endpoint. */
    NETWORK,
    /** Any other resource. */
    RESOURCE,
    /** Something outside the template that is referred to by name. */
    EXTERNAL;

    /** The word used in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
