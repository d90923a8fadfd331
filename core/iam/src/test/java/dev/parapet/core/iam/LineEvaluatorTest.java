package dev.parapet.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.compiled.LineEvaluator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines are decided as they are written, and which are left to the readers that have the words for what is wrong. */
final class LineEvaluatorTest {
    private static final String ALLOWS =
            "'identityPolicies':[{'Statement':[{'Sid':'S','Effect':'Allow','Action':'*','Resource':'*'}]}]";
    private static final String ASKS =
            "'id':7,'principal':'" + Asking.USER + "','action':'s3:GetObject','resource':'arn:aws:s3:::a/b',";

    private final LineEvaluator lines = new LineEvaluator();

    @Test
    void a_plain_line_is_decided() {
        assertThat(decide("{" + ASKS + "'resourceAccount':'111122223333'," + ALLOWS + "}"))
                .isEqualTo("7: allowed by identity[0] S");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " {\t%s 'x' : [ 1 , -2.50, true, false, null, {}, [] ] ,'y':{'z':[{'a':''}]},'resourceAccount':'111122223333', %s } ",
                "{%s'resource\\u0041ccount':'1111\\u00322223333',%s}",
                "{%s'note':'\\\" \\\\ \\/ \\b\\f\\n\\r\\t','resourceAccount':'111122223333',%s}",
                "{%s'x':[0,10,-1,0.5,9.0,-1.5,1234567890,12345678901234567890123456789012],'resourceAccount':'111122223333',%s}",
                "{%s'x':{'ab':1,'AB':2,'Ab':3},'y':'\\u007f\\u0000','resourceAccount':'111122223333',%s}",
                "{%s'Action':'x:Y','PRINCIPAL':'anonymous','resourceAccount':'111122223333','RESOURCEACCOUNT':'9',%s}",
                "{%s'resourceAccount':'111122223333','context':null,'resourcePolicy':null,'sessionPolicies':null,%s}",
            })
    void blanks_escapes_and_what_means_nothing_make_no_difference(String form) {
        assertThat(decide(form.formatted(ASKS, ALLOWS))).isEqualTo("7: allowed by identity[0] S");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "[]",
                "{%s%s",
                "{%s%s}}",
                "{%s%s,}",
                "{%s'x':01,%s}",
                "{%s'x':-0,%s}",
                "{%s'x':1e3,%s}",
                "{%s'x':1E3,%s}",
                "{%s'x':-,%s}",
                "{%s'x':-01,%s}",
                "{%s'x':00,%s}",
                "{%s'x':-0.5,%s}",
                "{%s'x':0.,%s}",
                "{%s'x':1/,%s}",
                "{%s'x':1:,%s}",
                "{%s'x':123456789012345678901234567890123,%s}",
                "{%s'x':nulx,%s}",
                "{%s'x':falsy,%s}",
                "{%s'x':'\\u0080',%s}",
                "{%s'x':'\\u00g0',%s}",
                "{%s'x' 1,%s}",
                "{%sx:1,%s}",
                "{%s'x':[1 2],%s}",
                "{%s'x':[1},%s}",
                "{%s'identityPolicies':[{'Statement':[{'Effect':'Allow','Action':[{}],'Resource':'*'}]}]}",
                "{%s'identityPolicies':[{'Statement':[{'Effect':'Allow','Action':'*','Resource':[null]}]}]}",
                "{%s'identityPolicies':[{'Statement':[{'Effect':'Allow','Action':'*','NotResource':[[]]}]}]}",
                "{%s'identityPolicies':[{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Null':{'k':[{}]}}}]}]}",
                "{%s'context':{'k':'a'},'identityPolicies':[{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*',"
                        + "'Condition':{'StringEquals':{'k':[{}]}}}]}]}",
                "{%s'resourcePolicy':{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Principal':{'AWS':[{}]}}]}}",
                "{%s'x':1.,%s}",
                "{%s'x':tru,%s}",
                "{%s'x':'\\x',%s}",
                "{%s'x':'\\u12',%s}",
                "{%s'x':'\u00e9',%s}",
                "{%s'x':'\\u00e9',%s}",
                "{%s'x':'\t',%s}",
                "{%s'x':'open,%s}",
                "{%s'x':1,'x':2,%s}",
                "{%s'context':{'aws:username':'a','AWS:username':'b'},%s}",
                "{%s'context':{'k':{}},%s}",
                "{%s'sessionPolicies':{},%s}",
                "{%s'sessionPolicies':[[]],%s}",
                "{'action':'s3:GetObject',%.0s%s}",
            })
    void what_is_not_plain_is_left(String form) {
        assertThat(decide(form.formatted(ASKS, ALLOWS))).isEqualTo("left");
    }

    @Test
    void depth_and_names_are_bounded() {
        assertThat(decide("{" + ASKS + ALLOWS + ",'x':" + "[".repeat(31) + "]".repeat(31) + "}"))
                .isNotEqualTo("left");
        assertThat(decide("{" + ASKS + ALLOWS + ",'x':" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isEqualTo("left");
        StringBuilder names = new StringBuilder("{" + ASKS + ALLOWS);
        for (int i = 0; i < 100; i++) {
            names.append(",'n").append(i).append("':1");
        }
        assertThat(decide(names.append('}').toString())).isEqualTo("left");
    }

    /** Wherever in the line they begin and end, and with an escape behind them as without. */
    @ParameterizedTest
    @ValueSource(strings = {"", ",'x':'\\n'"})
    void texts_of_any_length_are_whole(String more) {
        for (int length = 0; length < 300; length++) {
            String id = "i".repeat(length);
            String line = "{" + ASKS.replace("'id':7", "'id':'" + id + "'") + "'resourceAccount':'111122223333',"
                    + ALLOWS + more + "}";
            assertThat(decide(line)).isEqualTo(id + ": allowed by identity[0] S");
            assertThat(decide(line.substring(0, 8 + length))).isEqualTo("left");
            assertThat(decide(line.substring(0, line.length() - 1))).isEqualTo("left");
        }
    }

    @Test
    void what_is_no_plain_sign_is_seen_wherever_it_stands() {
        for (int sign : new int[] {0, 1, 9, 31, 128, 130, 159, 160, 255}) {
            for (int length = 0; length < 70; length++) {
                String id = "i".repeat(length) + (char) sign + "i".repeat(3);
                byte[] line = ("{" + ASKS.replace("'id':7", "'id':'" + id + "'") + ALLOWS + "}")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.ISO_8859_1);
                assertThat(lines.decide(line, 0, line.length)).isNull();
            }
        }
    }

    @Test
    void a_line_does_not_remember_the_one_before() {
        String hangs = "{" + ASKS + "'contextIsComplete':false,'resourceAccount':'111122223333',"
                + ALLOWS.replace("'Resource'", "'Condition':{'Bool':{'k':'true'}},'Resource'") + "}";
        assertThat(decide(hangs)).isEqualTo("7: undetermined without k");
        assertThat(decide(hangs.replace("'k'", "'m'"))).isEqualTo("7: undetermined without m");
        assertThat(decide("{" + ASKS.replace("'id':7,", "") + "'resourceAccount':'111122223333'}"))
                .isEqualTo(": implicitDeny");
    }

    /** A variable that was met, and mattered not, is forgotten when the next condition or statement is asked. */
    @Test
    void a_variable_is_forgotten() {
        String first = "'StringEquals':{'a':['${aws:userid}','x']}";
        String open = "'contextIsComplete':false,'resourceAccount':'111122223333','context':{'a':'x','b':'y'},";
        assertThat(decide("{" + ASKS + open
                        + "'identityPolicies':[{'Version':'2012-10-17','Statement':[{'Effect':'Allow',"
                        + "'Action':'*','Resource':'*','Condition':{" + first + ",'StringNotEquals':{'b':'z'}}}]}]}"))
                .isEqualTo("7: allowed by identity[0] 0");
        assertThat(decide(
                        "{" + ASKS + open + "'identityPolicies':[{'Version':'2012-10-17','Statement':[{'Effect':'Deny',"
                                + "'Action':'*','Resource':['arn:aws:s3:::${aws:userid}/c','*'],'Condition':{'StringEquals':{'a':'z'}}},"
                                + "{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::c/*'}]}]}"))
                .isEqualTo("7: allowed by identity[0] 1");
    }

    @Test
    void what_nothing_hangs_on_is_not_missing() {
        String hangs = "{" + ASKS + "'contextIsComplete':false,'resourceAccount':'111122223333',"
                + ALLOWS.replace("[{'Statement'", "[{'Version':'2012-10-17','Statement'")
                        .replace(
                                "'Resource':'*'",
                                "'Condition':{'Bool':{'k':'true'}},'Resource':['arn:aws:s3:::${aws:username}/*','*']")
                + "}";
        assertThat(decide(hangs)).isEqualTo("7: undetermined without k");
    }

    private String decide(String json) {
        byte[] line = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        LineEvaluator.Decided decided = lines.decide(line, 0, line.length);
        return decided == null ? "left" : decided.id() + ": " + Asking.shown(decided);
    }
}
