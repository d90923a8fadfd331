package dev.parapet.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ManagedPolicyTableTest {
    private static final ManagedPolicyTable TABLE = ManagedPolicyTable.standard();

    @Test
    void knows_what_managed_policies_grant_without_a_limit() {
        assertThat(TABLE.wholeServices("arn:aws:iam::aws:policy/AdministratorAccess"))
                .containsExactly("*");
        assertThat(TABLE.wholeServices("arn:aws-cn:iam::aws:policy/AmazonSQSFullAccess"))
                .containsExactly("sqs");
        assertThat(TABLE.wholeServices("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"))
                .isEmpty();
        assertThat(TABLE.wholeServices("arn:aws:iam::123456789012:policy/AdministratorAccess"))
                .isEmpty();
    }
}
