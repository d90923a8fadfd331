package dev.parapet.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentSuppressionTest {
    private static final String TWO = """
            Resources:
              Orders: # FIRST
                Type: AWS::Any::Thing
                Properties:
                  Name: orders # SECOND
                  List:
                  - One: 1 # THIRD
                    Two: 2
                  - One: 3
              Mail:
                Type: AWS::Any::Thing
                Properties:
                  Name: mail
            """;

    /** Two resources with a finding at each head, at each name and at both items of the list. */
    private static Application two(String first, String second, String third) {
        String text = TWO.replace("# FIRST", first).replace("# SECOND", second).replace("# THIRD", third);
        return new Application(text)
                .resource("Orders")
                .finding("head", "  Orders:", "CKV_AWS_1", "AWS-0066", "kics:aa")
                .finding("name", "      Name: orders", "CKV_AWS_2", "AWS-0066", "kics:bb")
                .finding("item", "      - One: 1", "CKV_AWS_3")
                .finding("item", "        Two: 2", "CKV_AWS_3")
                .finding("item", "      - One: 3", "CKV_AWS_3")
                .resource("Mail")
                .finding("head", "  Mail:", "CKV_AWS_1", "AWS-0066", "kics:aa")
                .finding("name", "      Name: mail", "CKV_AWS_2", "AWS-0066", "kics:bb");
    }

    @Test
    void onAHeadItHoldsForTheResource() {
        assertThat(two("# parapet:ignore head,name  known  and accepted", "", "")
                        .outcome())
                .isEqualTo("""
                        head Orders <- parapet:ignore head [known  and accepted] 2
                        name Orders <- parapet:ignore name [known  and accepted] 2
                        item Orders
                        item Orders
                        item Orders
                        head Mail
                        name Mail
                        """);
    }

    @Test
    void onAPropertyItHoldsForTheProperty() {
        assertThat(two("", "# parapet:ignore name why", "# parapet:ignore CKV_AWS_3 why")
                        .outcome())
                .isEqualTo("""
                        head Orders
                        name Orders <- parapet:ignore name [why] 5
                        item Orders <- parapet:ignore CKV_AWS_3 [why] 7
                        item Orders <- parapet:ignore CKV_AWS_3 [why] 7
                        item Orders
                        head Mail
                        name Mail
                        """);
    }

    @Test
    void aloneItHoldsForWhatBeginsBelow() {
        assertThat(two("", "\n      # parapet:ignore item why\n      # another", "")
                        .outcome())
                .isEqualTo("""
                        head Orders
                        name Orders
                        item Orders <- parapet:ignore item [why] 6
                        item Orders <- parapet:ignore item [why] 6
                        item Orders <- parapet:ignore item [why] 6
                        head Mail
                        name Mail
                        """);
    }

    @Test
    void asTheFirstThingInAResourceItHoldsForTheResource() {
        assertThat(two("\n    # parapet:ignore head why", "", "").outcome()).startsWith("""
                head Orders <- parapet:ignore head [why] 3
                name Orders
                """);
    }

    @Test
    void itCanHoldForTheFile() {
        assertThat(two("", "", "# parapet:ignore-file head").outcome()).isEqualTo("""
                head Orders <- parapet:ignore-file head [] 7
                name Orders
                item Orders
                item Orders
                item Orders
                head Mail <- parapet:ignore-file head []" 7
                name Mail
                """.replace("\"", ""));
    }

    @Test
    void itHoldsThroughItsLastDay() {
        Application application = two("# parapet:ignore head until:2027-01-01 soon gone", "", "");
        assertThat(application.outcome("2027-01-01")).startsWith("head Orders <- parapet:ignore head [soon gone] 2\n");
        assertThat(application.outcome("2027-01-02")).isEqualTo("""
                head Orders
                name Orders
                item Orders
                item Orders
                item Orders
                head Mail
                name Mail
                2: parapet:ignore head has expired; renew it, or mend what it was about
                """);
    }

    @Test
    void whatDoesNothingIsSaid() {
        assertThat(two("# parapet:ignore none why", "# parapet:ignore", "# parapet:ignore name until:soon")
                        .outcome())
                .endsWith("""
                        name Mail
                        5: parapet:ignore names no rule; write parapet:ignore RULE REASON
                        7: 'until:soon' is no date, so nothing is ignored; write until:2027-01-31
                        2: parapet:ignore none matches no finding here; remove it
                        """);
        assertThat(two("# parapet:ignore-all x", "", "").outcome())
                .endsWith("2: 'parapet:ignore-all' is no command; write parapet:ignore RULE REASON\n");
    }

    @Test
    void aQuotedMarkerIsNoComment() {
        assertThat(two("", "", "").outcome()).doesNotContain("<-");
        String text = TWO.replace("orders # SECOND", "\"# parapet:ignore name why\"");
        assertThat(new Application(text)
                        .resource("Orders")
                        .finding("name", "      Name: \"")
                        .outcome())
                .isEqualTo("name Orders\n");
    }

    @Test
    void checkovHoldsForTheResourceThatHoldsTheComment() {
        assertThat(two("", "", "# checkov:skip=CKV_AWS_2:not needed here").outcome())
                .isEqualTo("""
                        head Orders
                        name Orders <- checkov:skip=CKV_AWS_2 [not needed here] 7
                        item Orders
                        item Orders
                        item Orders
                        head Mail
                        name Mail
                        """);
        assertThat(two("# bridgecrew:skip=CKV_AWS_1", "", "").outcome())
                .startsWith("head Orders <- bridgecrew:skip=CKV_AWS_1 [] 2\n");
    }

    @Test
    void trivyHoldsForWhatBeginsThereUnderEachOfItsNames() {
        for (String name : new String[] {
            "trivy:ignore:AVD-AWS-0066",
            "trivy:ignore:AWS-0066",
            "trivy:ignore:aws-lambda-enable-tracing",
            "tfsec:ignore:aws-lambda-enable-tracing"
        }) {
            assertThat(two("#" + name, "", "").outcome()).isEqualTo("""
                    head Orders <- NAME [] 2
                    name Orders <- NAME [] 2
                    item Orders
                    item Orders
                    item Orders
                    head Mail
                    name Mail
                    """.replace("NAME", name));
        }
    }

    @Test
    void trivyExpiresOnTheDayItNames() {
        Application application = two("", "# trivy:ignore:*:exp:2027-01-01", "");
        assertThat(application.outcome("2026-12-31")).contains("name Orders <- trivy:ignore:* [] 5\n");
        assertThat(application.outcome("2027-01-01"))
                .contains("name Orders\n", "5: trivy:ignore:* has expired; renew it, or mend what it was about\n");
    }

    @Test
    void allOfTrivyIsWhatTrivyAsks() {
        assertThat(two("# trivy:ignore:*", "", "").outcome()).isEqualTo("""
                head Orders <- trivy:ignore:* [] 2
                name Orders <- trivy:ignore:* [] 2
                item Orders
                item Orders
                item Orders
                head Mail
                name Mail
                """);
    }

    @Test
    void kicsIgnoresLinesAndBlocks() {
        assertThat(two("", "\n      # kics-scan ignore-line", "").outcome()).doesNotContain("<-");
        assertThat(two("\n    # kics-scan ignore-line", "", "").outcome()).doesNotContain("<-");
        assertThat(two("", "# kics-scan ignore-line", "").outcome())
                .contains("name Orders <- kics-scan ignore-line [] 5\n")
                .containsOnlyOnce("<-");
        Application block = new Application(TWO.replace("  Orders:", "  # kics-scan ignore-block\n  Orders:"))
                .resource("Orders")
                .finding("head", "  Orders:", "kics:aa")
                .finding("name", "      Name: orders", "kics:bb")
                .finding("item", "      - One: 1", "CKV_AWS_3")
                .resource("Mail")
                .finding("head", "  Mail:", "kics:aa");
        assertThat(block.outcome()).isEqualTo("""
                head Orders <- kics-scan ignore-block [] 2
                name Orders <- kics-scan ignore-block [] 2
                item Orders
                head Mail
                """);
    }

    @Test
    void kicsSpeaksOfTheFileOnlyAtItsStart() {
        for (String[] each : new String[][] {
            {"ignore", "head Orders <- kics-scan ignore [] 2\nname Orders <- kics-scan ignore [] 2\nitem Orders\n"},
            {"disable=AA,cc", "head Orders <- kics-scan disable=AA [] 2\nname Orders\nitem Orders\n"},
            {"enable=AA", "head Orders\nname Orders <- kics-scan enable [] 2\nitem Orders\n"},
        }) {
            Application start = new Application("# licence\n# kics-scan " + each[0] + "\n" + TWO)
                    .resource("Orders")
                    .finding("head", "  Orders:", "kics:aa")
                    .finding("name", "      Name: orders", "kics:bb")
                    .finding("item", "      - One: 1", "CKV_AWS_3");
            assertThat(start.outcome()).isEqualTo(each[1]);
            assertThat(two("# kics-scan " + each[0], "", "").outcome()).doesNotContain("<-");
        }
    }

    @Test
    void aFileOfCommentsTakesBoundedTime() {
        String text = "# parapet:ignore a\n".repeat(5000) + TWO;
        assertThat(new Application(text)
                        .resource("Orders")
                        .finding("head", "  Orders:")
                        .triage("2026-01-01")
                        .notes())
                .extracting(note -> note.line() + ": " + note.message())
                .containsExactly(
                        "1000: this file holds more than 1000 suppressing comments; those below this line are not heeded");
    }
}
