package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.request.Request;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A set of requests: what policies allow, and what is made of such sets. Questions about it are answered by a {@link Proof}; all policies
 * in it are of one kind.
 */
public sealed interface RequestSet {
    /** What some policies allow. */
    record Allowed(PolicySpace space) implements RequestSet {}

    /** What is in either. */
    record Union(RequestSet first, RequestSet second) implements RequestSet {}

    /** What is in both. */
    record Intersection(RequestSet first, RequestSet second) implements RequestSet {}

    /** What is in the first and not in the second. */
    record Difference(RequestSet first, RequestSet second) implements RequestSet {}

    /** What is in either. */
    default RequestSet union(RequestSet other) {
        return new Union(this, other);
    }

    /** What is in both. */
    default RequestSet intersection(RequestSet other) {
        return new Intersection(this, other);
    }

    /** What is in this and not in the other. */
    default RequestSet difference(RequestSet other) {
        return new Difference(this, other);
    }

    /** Whether there is no request in it. */
    default Proof isEmpty() {
        return EmptinessProof.of(this);
    }

    /** Whether each request in it is in the other too. */
    default Proof isSubsetOf(RequestSet other) {
        return difference(other).isEmpty();
    }

    /** Whether the same requests are in both. */
    default Proof isSameAs(RequestSet other) {
        return difference(other).union(other.difference(this)).isEmpty();
    }

    /** Whether a request is in it. */
    default Truth holds(Request request) {
        return truth(space -> space.holds(request));
    }

    /** Whether a request is in it, from what the policies say of the request. */
    default Truth truth(Function<PolicySpace, Truth> allowed) {
        return switch (this) {
            case Allowed(PolicySpace space) -> allowed.apply(space);
            case Union(RequestSet first, RequestSet second) ->
                first.truth(allowed).or(second.truth(allowed));
            case Intersection(RequestSet first, RequestSet second) ->
                first.truth(allowed).and(second.truth(allowed));
            case Difference(RequestSet first, RequestSet second) ->
                first.truth(allowed).and(second.truth(allowed).not());
        };
    }

    /** The policies that it is made of. */
    default List<PolicySpace> spaces() {
        return all().distinct().toList();
    }

    private Stream<PolicySpace> all() {
        return switch (this) {
            case Allowed(PolicySpace space) -> Stream.of(space);
            case Union(RequestSet first, RequestSet second) -> Stream.concat(first.all(), second.all());
            case Intersection(RequestSet first, RequestSet second) -> Stream.concat(first.all(), second.all());
            case Difference(RequestSet first, RequestSet second) -> Stream.concat(first.all(), second.all());
        };
    }
}
