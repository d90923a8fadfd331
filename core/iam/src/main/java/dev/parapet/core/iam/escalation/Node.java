package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.evaluation.Truth;
import java.util.List;

/** Somebody in the graph of who can become whom: an identity as it is, or as it would be after a step. */
final class Node {
    /** The number of steps to an administrator; of a node from which no way leads there. */
    static final int FAR = Integer.MAX_VALUE;

    private final Standing standing;
    private final Truth administrator;
    private final List<Moves.Move> moves;
    private final int[] steps = {FAR, FAR};

    /**
     * A node.
     *
     * @param administrator whether it is administrator
     * @param moves what it can do
     */
    Node(Standing standing, Truth administrator, List<Moves.Move> moves) {
        this.standing = standing;
        this.administrator = administrator;
        this.moves = moves;
    }

    Standing standing() {
        return standing;
    }

    Truth administrator() {
        return administrator;
    }

    List<Moves.Move> moves() {
        return moves;
    }

    /** The steps of the shortest way to an administrator. */
    int steps(Ways.Sureness sureness) {
        return steps[sureness.ordinal()];
    }

    void setSteps(Ways.Sureness sureness, int count) {
        steps[sureness.ordinal()] = count;
    }
}
