package dev.parapet.read.cloudformation.sam.template;

/**
 * How much one template may become, since a small one could be made to say the same large thing for every resource. What
 * CloudFormation takes stays far below: 500 resources and 1 MB (AWS CloudFormation quotas).
 */
public final class Allowance {
    private static final int MAX_VALUES = 3_000_000;

    private int values;

    /** There is nothing left; the template stays as it is written. */
    public static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("the transform makes too much of it", null, false, false);
        }
    }

    /**
     * Takes some values.
     *
     * @throws Spent when there are none left
     */
    public void take(int count) {
        values += count;
        if (values > MAX_VALUES) {
            throw new Spent();
        }
    }
}
