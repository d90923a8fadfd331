package dev.parapet.core.report;

import dev.parapet.model.Finding;
import dev.parapet.model.Position;
import dev.parapet.model.Verdict;
import java.util.Comparator;

/**
 * The order in which a person should look at findings: what is violated before what is undetermined, what counts before what
 * does not, risks before housekeeping, the worst first and, of equally bad ones, what anybody reaches first. A total order on
 * what a finding says, so that a report does not depend on the order in which rules ran.
 */
public final class Urgency implements Comparator<Finding> {
    @Override
    public int compare(Finding one, Finding other) {
        int result = Integer.compare(rank(one.verdict()), rank(other.verdict()));
        if (result == 0) {
            result = Boolean.compare(one.suppressed() != null, other.suppressed() != null);
        }
        if (result == 0) {
            result = Boolean.compare(one.baseline(), other.baseline());
        }
        if (result == 0) {
            result = Boolean.compare(one.hygiene(), other.hygiene());
        }
        if (result == 0) {
            result = other.severity().compareTo(one.severity());
        }
        if (result == 0) {
            result = Boolean.compare(
                    Boolean.TRUE.equals(other.unauthenticated()), Boolean.TRUE.equals(one.unauthenticated()));
        }
        return result == 0 ? byPlace(one, other) : result;
    }

    private static int byPlace(Finding one, Finding other) {
        int result = one.rule().compareTo(other.rule());
        if (result == 0) {
            result = one.location().path().compareTo(other.location().path());
        }
        if (result == 0) {
            Position start = one.location().start();
            result = start.compareTo(other.location().start());
        }
        if (result == 0) {
            result = one.resource().id().compareTo(other.resource().id());
        }
        if (result == 0) {
            result = one.message().compareTo(other.message());
        }
        return result == 0 ? one.fingerprint().compareTo(other.fingerprint()) : result;
    }

    /** By hand instead of by a switch over patterns, whose first use costs a start milliseconds. */
    private static int rank(Verdict verdict) {
        if (verdict instanceof Verdict.Violated) {
            return 0;
        }
        return verdict instanceof Verdict.Undetermined ? 1 : 2;
    }
}
