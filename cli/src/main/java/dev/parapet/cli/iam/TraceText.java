package dev.parapet.cli.iam;

import dev.parapet.core.iam.access.Inquiry;
import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.evaluation.Considered;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.Trace;
import dev.parapet.core.iam.evaluation.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a request was decided, for people. */
final class TraceText {
    /** Statements of a step that are told of. */
    private static final int SHOWN = 6;

    /** How much it counts that a statement is about another action. */
    private static final int ACTION = 100;

    private final Inquiry inquiry;
    private final Appendable out;

    TraceText(Inquiry inquiry, Appendable out) {
        this.inquiry = inquiry;
        this.out = out;
    }

    void write(Trace trace) throws IOException {
        int number = 1;
        for (Trace.Step step : trace.steps()) {
            out.append("\n" + number++ + ". " + question(step.kind()) + "\n");
            out.append("   " + verdict(trace, step) + "\n");
            for (Considered each : told(trace, step)) {
                out.append("   - " + name(each) + " " + ConsideredWords.verdict(each) + "\n");
            }
            int more = step.statements().size() - told(trace, step).size();
            if (more > 0) {
                out.append("   - " + more + (more == 1 ? " other statement is" : " other statements are")
                        + " about something else\n");
            }
            out.append("   " + step.kind().source() + "\n");
        }
    }

    private String name(Considered considered) {
        if (considered.action() instanceof Truth.Unknown) {
            // It stands for a whole policy.
            return NameWords.shown(inquiry.policyName(considered.policy()));
        }
        return AnswerWords.cited(inquiry, new Citation(considered.policy(), considered.statement()));
    }

    /** The statements that decided or nearly did, those nearest first. */
    static List<Considered> told(Trace trace, Trace.Step step) {
        String action = trace.request().action();
        String service = action.substring(0, action.indexOf(':') + 1);
        List<Considered> told = new ArrayList<>(step.statements().stream()
                .filter(each -> isNear(each, service))
                .sorted(Comparator.comparingInt(TraceText::failures))
                .toList());
        Citation by = step.by();
        if (by != null) {
            told.sort(Comparator.comparing(each -> !isCited(each, by)));
        }
        return told.subList(0, Math.min(SHOWN, told.size()));
    }

    /** Whether a statement is about the action, or about others of its service but else about the request. */
    private static boolean isNear(Considered considered, String service) {
        return !(considered.action() instanceof Truth.No)
                || (failures(considered) == ACTION
                        && considered.statement().action().patterns().stream()
                                .anyMatch(pattern ->
                                        pattern.text().regionMatches(true, 0, service, 0, service.length())));
    }

    /** Whether a statement is the one that is cited. */
    static boolean isCited(Considered considered, @Nullable Citation by) {
        return by != null
                && considered.policy().equals(by.policy())
                && considered.statement().equals(by.statement());
    }

    private static int failures(Considered considered) {
        int failures = considered.action() instanceof Truth.No ? ACTION : 0;
        failures += considered.principal() instanceof Truth.No ? 2 : 0;
        failures += considered.resource() instanceof Truth.No ? 2 : 0;
        for (Considered.Held held : considered.conditions()) {
            failures += held.truth() instanceof Truth.No ? 1 : 0;
        }
        return failures;
    }

    private static String verdict(Trace trace, Trace.Step step) {
        return switch (step.passes()) {
            case Truth.Yes ignored -> "yes";
            case Truth.No ignored ->
                step == trace.steps().getLast() && isLimited(trace)
                        ? "no, as identity policies give nothing beyond the limits above"
                        : "no";
            case Truth.Unknown(var missing) -> "it depends on " + NameWords.keys(missing);
        };
    }

    /** Whether a boundary or a session policy takes away what an identity policy gives. */
    private static boolean isLimited(Trace trace) {
        boolean given = trace.steps().getLast().statements().stream()
                .anyMatch(each -> each.kind() == PolicyKind.IDENTITY && each.whole() instanceof Truth.Yes);
        return given
                && trace.steps().stream()
                        .anyMatch(step ->
                                (step.kind() == Trace.Kind.PERMISSIONS_BOUNDARY || step.kind() == Trace.Kind.SESSION)
                                        && step.passes() instanceof Truth.No);
    }

    private static String question(Trace.Kind kind) {
        return switch (kind) {
            case NO_PERMISSION_NEEDED -> "Is it something that everybody with credentials may do?";
            case EXPLICIT_DENY -> "Is it free of explicit denies?";
            case SERVICE_CONTROL -> "Does the service control policy of the level allow it?";
            case VPC_ENDPOINT -> "Does the policy of the VPC endpoint allow it?";
            case PERMISSIONS_BOUNDARY -> "Does the permissions boundary allow it?";
            case SESSION -> "Do the session policies allow it?";
            case RESOURCE_ALONE -> "Does the policy of the resource allow it? No account vouches for the principal.";
            case CROSS_ACCOUNT ->
                "Do the policy of the resource and the identity policies both allow it? They belong to different accounts.";
            case SAME_ACCOUNT ->
                "Do the identity policies or the policy of the resource allow it? They belong to one account.";
            case RESERVED -> "May it be done by others than the provider?";
            case PASSED_ON ->
                "Does the policy of the key or role allow it, itself or by letting the account's identity policies decide?";
        };
    }
}
