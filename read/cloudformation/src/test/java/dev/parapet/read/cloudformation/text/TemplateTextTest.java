package dev.parapet.read.cloudformation.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplateTextTest {
    private static Document read(String text) {
        return TemplateText.read(new SourceFile("t.yaml", text));
    }

    private static String plain(String text) {
        Document document = read(text);
        assertThat(document.fault()).isNull();
        assertThat(document.whole()).isTrue();
        return Shown.plain(document.root());
    }

    @Test
    void aBlockAtTheEndHasNoLineBreakThatTheFileHasNot() {
        assertThat(plain("A: |\n  one\n  two")).isEqualTo("{A=\"one\ntwo\"}");
        assertThat(plain("A: |\n  one\n  two\n")).isEqualTo("{A=\"one\ntwo\n\"}");
        assertThat(plain("A: >\n  one\n  two")).isEqualTo("{A=\"one two\"}");
    }

    @Test
    void everyPartOfAYamlTextKnowsItsPlace() {
        Document document = read("""
                # a comment
                Name:   "x"
                List:
                  - 1
                  - {a: b}   # flow

                Block: |
                  one
                  two

                Last: z
                """);
        assertThat(Shown.withPlaces(document.root()))
                .isEqualTo(
                        "{Name@2:1-2:5=\"x\"@2:9-2:12, List@3:1-3:5=[1@4:5-4:6, {a@5:6-5:7=\"b\"@5:9-5:10}@5:5-5:11]@4:3-5:11, "
                                + "Block@7:1-7:6=\"one\ntwo\n\"@7:8-9:6, Last@11:1-11:5=\"z\"@11:7-11:8}@2:1-11:8");
    }

    @Test
    void aBlockAtTheEndOfATextHasNoLineBreakThatTheTextHasNot() {
        assertThat(Shown.plain(read("A: |\n  one\n  two").root())).isEqualTo("{A=\"one\ntwo\"}");
        assertThat(Shown.plain(read("A: |\n  one\n").root())).isEqualTo("{A=\"one\n\"}");
    }

    @Test
    void everyPartOfAJsonTextKnowsItsPlace() {
        Document document = read("""
                {
                  "Name": "x\\u0041",
                  "List": [1, true, null, {}]
                }
                """);
        assertThat(Shown.withPlaces(document.root()))
                .isEqualTo("{Name@2:3-2:9=\"xA\"@2:11-2:20, List@3:3-3:9=[1@3:12-3:13, true@3:15-3:19, null@3:21-3:25, "
                        + "{}@3:27-3:29]@3:11-3:30}@1:1-4:2");
    }

    @Test
    void columnsCountCodePointsAndNotUnits() {
        assertThat(Shown.withPlaces(read("a: \"😀\" # 😀\n😀b: {c: 😀, d: e}\n").root()))
                .isEqualTo(
                        "{a@1:1-1:2=\"😀\"@1:4-1:7, 😀b@2:1-2:3={c@2:6-2:7=\"😀\"@2:9-2:10, d@2:12-2:13=\"e\"@2:15-2:16}@2:5-2:17}"
                                + "@1:1-2:17");
        assertThat(Shown.withPlaces(read("{\"a\": \"😀\", \"b\": 1}").root()))
                .isEqualTo("{a@1:2-1:5=\"😀\"@1:7-1:10, b@1:12-1:15=1@1:17-1:18}@1:1-1:19");
    }

    @Test
    void aTagIsTheLongFormOfItsFunction() {
        assertThat(Shown.withPlaces(read("a: !Ref B\nc: !GetAtt D.E.F\n").root()))
                .isEqualTo(
                        "{a@1:1-1:2={Ref@1:4-1:8=\"B\"@1:9-1:10}@1:4-1:10, "
                                + "c@2:1-2:2={Fn::GetAtt@2:4-2:11=[\"D\"@2:12-2:17, \"E.F\"@2:12-2:17]@2:12-2:17}@2:4-2:17}@1:1-2:17");
        assertThat(plain("a: !Sub\n  - ${x}\n  - x: !If [C, !Condition D, 5]\nb: !GetAtt [D, E]\n"))
                .isEqualTo(
                        "{a={Fn::Sub=[\"${x}\", {x={Fn::If=[\"C\", {Condition=\"D\"}, 5]}}]}, b={Fn::GetAtt=[\"D\", \"E\"]}}");
        assertThat(plain("a: !Base64\n  Fn::Sub: |-\n    x\n")).isEqualTo("{a={Fn::Base64={Fn::Sub=\"x\"}}}");
    }

    @Test
    void plainScalarsAreThoseOfYaml11() {
        assertThat(plain(
                        "[yes, No, ON, off, true, y, n, ~, null, 0644, 0o17, 0x1F, 0b11, 1_000, 1:30, 089, -5, 1.50, .5, 1e3, "
                                + "1.0e+3, 2012-10-17, 012345678901, .inf, 1.2.3, '5', \"yes\", 10.0.0.0/16, \"~\"]"))
                .isEqualTo(
                        "[true, false, true, false, true, \"y\", \"n\", null, null, 420, \"0o17\", 31, 3, 1000, 90, \"089\", -5, "
                                + "1.50, 0.5, \"1e3\", 1.0E+3, \"2012-10-17\", \"012345678901\", \".inf\", \"1.2.3\", \"5\", \"yes\", "
                                + "\"10.0.0.0/16\", \"~\"]");
    }

    @Test
    void aliasesAndMergeKeysShareWhatIsWrittenOnce() {
        assertThat(plain("a: &x {k: 1, l: 2}\nb: *x\nc:\n  <<: *x\n  l: 3\nd:\n  l: 4\n  <<: [*x, {m: 5}]\n"))
                .isEqualTo("{a={k=1, l=2}, b={k=1, l=2}, c={k=1, l=3}, d={l=4, k=1, m=5}}");
    }

    @Test
    void aDuplicateKeyIsReadPastAndTheLastOneCounts() {
        Document document = read("a: 1\nb: 2\na: 3\nb: 4\n");
        assertThat(Shown.plain(document.root())).isEqualTo("{a=3, b=4}");
        assertThat(document.whole()).isTrue();
        assertThat(document.fault())
                .isEqualTo(new Fault(
                        Fault.Kind.UNREADABLE,
                        "t.yaml",
                        3,
                        "the key 'a' stands twice, in lines 1 and 3, and the last one was taken; remove one of them"
                                + " (1 more such place follows)"));
    }

    @Test
    void whatStandsBeforeAnErrorIsKept() {
        Document yaml = read("Resources:\n  A:\n    Type: T\n  B:\n    Type: [\n  C:\n    Type: U\n");
        assertThat(Shown.plain(yaml.root())).isEqualTo("{Resources={A={Type=\"T\"}}}");
        assertThat(yaml.whole()).isFalse();
        Document json = read("{\"Resources\": {\"A\": {\"Type\": \"T\"},\n\"B\": {\"Type\" \"U\"}}}");
        assertThat(Shown.plain(json.root())).isEqualTo("{Resources={A={Type=\"T\"}}}");
        assertThat(json.fault())
                .isEqualTo(new Fault(
                        Fault.Kind.UNREADABLE, "t.yaml", 2, "it is not JSON: a colon is missing; correct it"));
    }

    @Test
    void hostileTextsEndInAFault() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThat(kind(bomb.toString())).isEqualTo(Fault.Kind.LIMIT);
        assertThat(kind("[".repeat(10_000))).isEqualTo(Fault.Kind.LIMIT);
        assertThat(kind("a: " + "[".repeat(10_000))).isEqualTo(Fault.Kind.LIMIT);
        assertThat(kind("{\"a\":".repeat(10_000))).isEqualTo(Fault.Kind.LIMIT);
        assertThat(kind("- ".repeat(10_000) + "x")).isEqualTo(Fault.Kind.LIMIT);
        assertThat(kind("a: &x [*x]\n")).isEqualTo(Fault.Kind.UNREADABLE);
        assertThat(kind("a: \u0000\n")).isEqualTo(Fault.Kind.UNREADABLE);
        assertThat(kind("a: " + "9".repeat(100_000) + "\nb: 1\nb: 2")).isEqualTo(Fault.Kind.UNREADABLE);
        assertThat(kind("{\"a\": 1e999999999}")).isEqualTo(Fault.Kind.LIMIT);
        assertThat(kind("? [a, b]\n: c\n")).isEqualTo(Fault.Kind.UNREADABLE);
        assertThat(kind("a: 1\n---\nb: 2\n")).isEqualTo(Fault.Kind.UNSUPPORTED);
    }

    private static Fault.Kind kind(String text) {
        Fault fault = read(text).fault();
        return Objects.requireNonNull(fault, text).kind();
    }
}
