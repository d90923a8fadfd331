package dev.parapet.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlCommentsTest {
    private static String comments(String text) {
        StringBuilder out = new StringBuilder();
        for (Comment comment : YamlComments.of(text)) {
            out.append(comment.line()).append(':').append(comment.column());
            out.append(comment.alone() ? " alone" : "").append(comment.text()).append('\n');
        }
        return out.toString();
    }

    @Test
    void onlyRealCommentsCount() {
        assertThat(comments("""
                # one
                a: b # two
                c: d#no
                e: "x # no" # three
                f: 'it''s # no' # four
                g: "a \\" # no" # five
                h: |  # six
                  # no

                  text # no
                 # seven
                i: >-
                    # no
                  # eight
                j: !Sub |
                  # no
                k: "many
                  # no
                  lines # no" # nine
                l: plain text
                  goes on 'tis # ten
                  m: [a, 'b # no', "c"] # eleven
                - - |
                    # no
                  - x # twelve
                n: |2
                    # no
                   no # no
                o: [
                  a, # thirteen
                  "b # no",
                ]
                p: {a: 'q # no', b: c#no} # fourteen
                "quoted # no": "v" # fifteen
                ? | # sixteen
                  # no
                : x # seventeen
                \t# eighteen""")).isEqualTo("""
                1:1 alone one
                2:6 two
                4:13 three
                5:17 four
                6:16 five
                7:7 six
                11:2 alone seven
                14:3 alone eight
                19:15 nine
                21:16 ten
                22:25 eleven
                25:7 twelve
                30:6 thirteen
                33:27 fourteen
                34:20 fifteen
                35:5 sixteen
                37:5 seventeen
                38:2 alone eighteen
                """);
    }

    @Test
    void linesEndInEveryWay() {
        assertThat(comments("a # 1\r\n\"\ud83d\udd12\" # 2\rb # 3\n")).isEqualTo("1:3 1\n2:5 2\n3:3 3\n");
    }
}
