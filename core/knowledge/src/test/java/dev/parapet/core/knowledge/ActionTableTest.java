package dev.parapet.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ActionTableTest {
    private static final ActionTable TABLE = ActionTable.standard();

    private static List<String> names(String pattern) {
        return TABLE.matching(pattern).stream().map(ActionTable.Action::name).toList();
    }

    @Test
    void knows_what_an_action_does_and_whether_it_can_be_limited() {
        assertThat(TABLE.find("S3:getobject"))
                .isEqualTo(new ActionTable.Action("s3:GetObject", ActionTable.Level.READ, true));
        assertThat(TABLE.find("s3:ListAllMyBuckets"))
                .isEqualTo(new ActionTable.Action("s3:ListAllMyBuckets", ActionTable.Level.LIST, false));
        assertThat(TABLE.find("iam:PutRolePolicy"))
                .isEqualTo(new ActionTable.Action("iam:PutRolePolicy", ActionTable.Level.PERMISSIONS_MANAGEMENT, true));
        assertThat(TABLE.find("lambda:TagResource"))
                .isEqualTo(new ActionTable.Action("lambda:TagResource", ActionTable.Level.TAGGING, true));
    }

    @Test
    void knows_nothing_of_what_is_no_action() {
        assertThat(TABLE.find("no:SuchAction")).isNull();
        assertThat(TABLE.find("s3:NoSuchAction")).isNull();
        assertThat(TABLE.find("s3")).isNull();
        assertThat(TABLE.find("")).isNull();
        assertThat(names("no:*")).isEmpty();
        assertThat(names("s3")).isEmpty();
        assertThat(names("s3:")).isEmpty();
    }

    @Test
    void finds_what_a_pattern_covers() {
        assertThat(names("DynamoDB:get?tem")).containsExactly("dynamodb:GetItem");
        assertThat(names("sqs:Send*")).containsExactly("sqs:SendMessage");
        assertThat(names("s*s:Send*")).contains("sqs:SendMessage", "ses:SendEmail");
        assertThat(names("*")).hasSizeGreaterThan(16_000);
        assertThat(names("*:*")).hasSameSizeAs(names("*"));
    }
}
