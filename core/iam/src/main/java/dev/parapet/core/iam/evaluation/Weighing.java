package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.evaluation.Findings.Found;
import java.util.ArrayList;
import java.util.List;

/**
 * What the policies say of a request, from which the answer follows.
 *
 * @param denied whether a statement denies it
 * @param serviceControl whether each level of service control policies allows it
 * @param endpoint whether the policies of the VPC endpoint do
 * @param boundary whether the permissions boundaries do
 * @param session whether the session policies do
 * @param given whether somebody gives it
 */
record Weighing(Found denied, List<Found> serviceControl, Found endpoint, Found boundary, Found session, Given given) {
    Weighing {
        serviceControl = List.copyOf(serviceControl);
    }

    /**
     * Who gives it.
     *
     * @param way whose word counts
     * @param identity what the principal's own policies give within its limits
     * @param resource what the resource's policy gives by itself
     * @param whole what both give together
     */
    record Given(Trace.Way way, Found identity, Found resource, Found whole) {}

    /** What becomes of the request. */
    Answer answer() {
        Truth guardrails = endpoint.truth();
        for (Found level : serviceControl) {
            guardrails = guardrails.and(level.truth());
        }
        Found gives = given.whole().and(guardrails);
        if (denied.truth() instanceof Truth.Yes) {
            return new Answer(Decision.EXPLICIT_DENY, denied.by(), List.of());
        }
        if (denied.truth() instanceof Truth.Unknown || gives.truth() instanceof Truth.Unknown) {
            // Which of allowed, explicitDeny and implicitDeny it is depends on both.
            Truth both = denied.truth() instanceof Truth.Unknown ? denied.truth() : gives.truth();
            if (denied.truth() instanceof Truth.Unknown && gives.truth() instanceof Truth.Unknown) {
                both = denied.truth().and(gives.truth());
            }
            List<String> missing = new ArrayList<>();
            if (both instanceof Truth.Unknown unknown) {
                missing.addAll(unknown.missing());
            }
            return new Answer(Decision.UNDETERMINED, null, missing);
        }
        return gives.truth() instanceof Truth.Yes
                ? new Answer(Decision.ALLOWED, gives.by(), List.of())
                : new Answer(Decision.IMPLICIT_DENY, null, List.of());
    }
}
