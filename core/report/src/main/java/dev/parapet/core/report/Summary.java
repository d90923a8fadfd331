package dev.parapet.core.report;

import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import dev.parapet.model.Verdict;

/**
 * How much there is of everything. A finding that is suppressed counts under {@code suppressed} and nowhere else; one that
 * the baseline knows counts under its verdict and under {@code baseline}.
 *
 * @param files how many files were looked into
 * @param resources how many resources they deploy
 * @param functions how many of these are functions
 * @param violated findings that are violated and not suppressed
 * @param undetermined findings that are undetermined and not suppressed
 * @param satisfied verdicts that are satisfied, listed or not
 * @param suppressed findings that are suppressed, whatever their verdict
 * @param baseline violated findings, not suppressed, that were there before
 * @param faults what could not be looked at
 */
public record Summary(
        int files,
        int resources,
        int functions,
        int violated,
        int undetermined,
        int satisfied,
        int suppressed,
        int baseline,
        int faults) {

    /** Counts a scan. */
    public static Summary of(Scan scan) {
        int violated = 0;
        int undetermined = 0;
        int suppressed = 0;
        int baseline = 0;
        for (Finding finding : scan.findings()) {
            if (finding.verdict() instanceof Verdict.Satisfied) {
                continue;
            }
            if (finding.suppressed() != null) {
                suppressed++;
            } else if (finding.verdict() instanceof Verdict.Violated) {
                violated++;
                if (finding.baseline()) {
                    baseline++;
                }
            } else {
                undetermined++;
            }
        }
        int resources = 0;
        int functions = 0;
        for (Stack stack : scan.stacks()) {
            for (Resource resource : stack.resources()) {
                resources++;
                if (resource.type().equals("AWS::Lambda::Function")) {
                    functions++;
                }
            }
        }
        return new Summary(
                scan.files(),
                resources,
                functions,
                violated,
                undetermined,
                scan.satisfied(),
                suppressed,
                baseline,
                scan.faults().size());
    }
}
