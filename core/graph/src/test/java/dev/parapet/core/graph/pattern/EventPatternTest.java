package dev.parapet.core.graph.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Stacks;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
    /** An event of a parcel service, with something of each kind. */
    private static final String PARCEL = """
            {"version": "0", "id": "1", "source": "parcels", "detail-type": "Parcel Sent", "account": "111122223333",
             "time": "2026-11-25T10:00:00Z", "region": "eu-central-1", "resources": ["arn:a", "arn:b"],
             "detail": {"weight": 12, "price": 3.50, "express": true, "note": null, "name": "", "file": "in/label.PNG", "from": "10.1.2.3",
               "to": "2001:db8::1", "stops": [{"city": "Ulm", "days": 1}, {"city": "Bonn", "days": 2}], "none": []}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            YES | {"source": ["parcels"]}
            YES | {"source": ["letters", "parcels"], "detail": {"weight": [12]}}
            NO  | {"source": ["parcels"], "detail": {"weight": ["12"]}}
            NO  | {"source": ["Parcels"]}
            YES | {"resources": ["arn:b"]}
            YES | {"detail": {"express": [true], "note": [null], "name": [""]}}
            NO  | {"detail": {"name": [null]}}
            NO  | {"detail": {"note": [""]}}
            YES | {"detail": {"weight": [{"exists": true}], "height": [{"exists": false}]}}
            NO  | {"detail": {"weight": [{"exists": false}]}}
            NO  | {"detail": [{"exists": true}]}
            YES | {"detail": [{"exists": false}]}
            YES | {"absent": {"inner": [{"exists": false}]}}
            YES | {"detail": {"none": [{"exists": false}]}}
            YES | {"time": [{"prefix": "2026-11-25"}], "region": [{"prefix": {"equals-ignore-case": "EU-"}}]}
            NO  | {"region": [{"prefix": "us-"}]}
            YES | {"detail": {"file": [{"suffix": ".PNG"}]}}
            NO  | {"detail": {"file": [{"suffix": ".png"}]}}
            YES | {"detail": {"file": [{"suffix": {"equals-ignore-case": ".png"}}]}}
            YES | {"detail-type": [{"equals-ignore-case": "PARCEL sent"}]}
            NO  | {"detail": {"weight": [{"prefix": "1"}]}}
            YES | {"source": [{"anything-but": "letters"}]}
            NO  | {"source": [{"anything-but": ["letters", "parcels"]}]}
            YES | {"detail": {"weight": [{"anything-but": [10, 11]}]}}
            NO  | {"detail": {"height": [{"anything-but": 3}]}}
            NO  | {"region": [{"anything-but": {"prefix": "eu-"}}]}
            NO  | {"detail": {"file": [{"anything-but": {"suffix": [".jpg", ".PNG"]}}]}}
            NO  | {"source": [{"anything-but": {"equals-ignore-case": ["PARCELS"]}}]}
            NO  | {"detail": {"file": [{"anything-but": {"wildcard": "in/*"}}]}}
            YES | {"resources": [{"anything-but": "arn:a"}]}
            YES | {"detail": {"weight": [{"numeric": [">", 10, "<=", 12]}], "price": [{"numeric": ["=", 3.5]}]}}
            NO  | {"detail": {"weight": [{"numeric": ["<", 12]}]}}
            NO  | {"source": [{"numeric": [">", 0]}]}
            UNKNOWN | {"detail": {"price": [3.5]}}
            YES | {"detail": {"from": [{"cidr": "10.0.0.0/8"}], "to": [{"cidr": "2001:db8::/32"}]}}
            NO  | {"detail": {"from": [{"cidr": "10.1.2.4/31"}]}}
            NO  | {"detail": {"from": [{"cidr": "2001:db8::/32"}]}}
            NO  | {"source": [{"cidr": "0.0.0.0/0"}]}
            YES | {"detail": {"file": [{"wildcard": "*/lab*.PNG"}]}}
            NO  | {"detail": {"file": [{"wildcard": "in/*label*label.PNG"}]}}
            NO  | {"detail": {"file": [{"wildcard": "in/label.PNG*G"}]}}
            NO  | {"detail": {"file": [{"wildcard": "in\\\\*"}]}}
            YES | {"source": ["parcels"], "$or": [{"detail": {"weight": [1]}}, {"detail": {"express": [true]}}]}
            NO  | {"$or": [{"source": ["letters"]}, {"region": ["us-east-1"], "source": ["parcels"]}]}
            YES | {"detail": {"stops": {"city": ["Ulm"], "days": [1]}}}
            NO  | {"detail": {"stops": {"city": ["Ulm"], "days": [2]}}}
            NO  | {"$or": ["parcels"]}
            """)
    void matches(Outcome expected, String pattern) {
        assertThat(parsed(pattern).matches(json(PARCEL), true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            UNKNOWN | {"detail": {"height": [1]}}
            UNKNOWN | {"detail": {"height": [{"exists": false}]}}
            NO      | {"detail": {"height": [{"numeric": [">", 5, "<", 5]}]}}
            NO      | {"detail": {"height": [1], "weight": [13]}}
            UNKNOWN | {"detail": {"height": {"feet": [1]}}}
            """)
    void whatAnEventLeavesOutMayBeThere(Outcome expected, String pattern) {
        assertThat(parsed(pattern).matches(json(PARCEL), false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            YES     | {"Ref": "Bucket"}
            UNKNOWN | "photos"
            UNKNOWN | {"prefix": "in-"}
            UNKNOWN | {"Ref": "Stage"}
            UNKNOWN | {"anything-but": "photos"}
            NO      | {"anything-but": {"Ref": "Bucket"}}
            NO      | 3
            YES     | {"exists": true}
            YES     | {"wildcard": "*"}
            """)
    void aNameThatIsNotKnown(Outcome expected, String comparison) {
        assertThat(matched(comparison, "{\"Ref\": \"Bucket\"}")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            YES     | {"prefix": "in-"}
            NO      | {"prefix": "out-"}
            UNKNOWN | {"prefix": "in-prod"}
            YES     | {"suffix": "-photos"}
            NO      | {"suffix": "-labels"}
            NO      | "in-photos-old"
            UNKNOWN | "in-prod-photos"
            YES     | {"Fn::Sub": "in-${Stage}-photos"}
            UNKNOWN | {"Fn::Sub": "in-${Other}-photos"}
            NO      | {"Fn::Sub": "out-${Other}-photos"}
            YES     | {"wildcard": "in-*"}
            UNKNOWN | {"wildcard": "in-*o*-photos"}
            NO      | {"wildcard": "out-*"}
            NO      | {"anything-but": {"prefix": "in-"}}
            """)
    void aNameThatIsKnownInPart(Outcome expected, String comparison) {
        assertThat(matched(comparison, "{\"Fn::Sub\": \"in-${Stage}-photos\"}")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            an event pattern is an object                      | ["a"]
            an empty object matches nothing                    | {}
            an empty object matches nothing                    | {"detail": {}}
            an empty list matches nothing                      | {"source": []}
            a field of an event pattern is an object or a list | {"source": "a"}
            a comparison is no list                            | {"source": [["a"]]}
            a comparison has one operator                      | {"source": [{"prefix": "a", "suffix": "b"}]}
            there is no operator contains                      | {"source": [{"contains": "a"}]}
            a text is compared with a text                     | {"source": [{"prefix": 1}]}
            exists takes true or false                         | {"source": [{"exists": 1}]}
            wildcards may not follow each other                | {"source": [{"wildcard": "a**"}]}
            numeric takes a list                               | {"source": [{"numeric": 1}]}
            numeric takes one or two bounds                    | {"source": [{"numeric": [">"]}]}
            a bound is a sign and a number                     | {"source": [{"numeric": ["!", 1]}]}
            10.0.0.0 is no range of addresses                  | {"source": [{"cidr": "10.0.0.0"}]}
            10.0.0.0/33 is no range of addresses               | {"source": [{"cidr": "10.0.0.0/33"}]}
            anything-but takes something                       | {"source": [{"anything-but": []}]}
            anything-but has no operator numeric               | {"source": [{"anything-but": {"numeric": ["=", 1]}}]}
            """)
    void saysWhatIsNoPattern(String message, String pattern) {
        assertThat(EventPatternReader.read(json(pattern)))
                .isInstanceOfSatisfying(
                        EventPatternReader.Read.Broken.class,
                        broken -> assertThat(broken.message()).isEqualTo(message));
    }

    @Test
    void patternsWrittenAsTextKeepTheirPlaces() {
        Span place = Span.of("template.yaml", 7, 1, 9, 1);
        EventPattern pattern = ((EventPatternReader.Read.Parsed)
                        EventPatternReader.read(new Value.Text("{\"source\": [\"parcels\"]}", place)))
                .pattern();
        assertThat(pattern.literals(List.of("source")))
                .singleElement()
                .satisfies(value -> assertThat(value.span().path()).isEqualTo("template.yaml"));
    }

    @Test
    void literalsAreTakenFromEachChoice() {
        EventPattern pattern = parsed("""
                {"$or": [{"detail": {"a": ["x"]}}, {"detail": {"a": ["y"], "b": [{"prefix": "z"}]}}]}""");
        assertThat(pattern.literals(List.of("detail", "a")))
                .extracting(value -> ((Value.Text) value).text())
                .containsExactly("x", "y");
        assertThat(pattern.literals(List.of("detail", "b"))).isNull();
        assertThat(pattern.literals(List.of("source"))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            true  | {"source": ["aws.ec2"], "state": ["running"]}
            true  | {"detailType": ["x"]}
            true  | {"detail": {"price": [{"numeric": [">", 10, "<", 10]}]}}
            true  | {"$or": [{"eventName": ["a"]}, {"state": ["b"]}]}
            false | {"$or": [{"eventName": ["a"]}, {"source": ["b"]}]}
            false | {"source": ["aws.ec2"], "state": [{"exists": false}]}
            false | {"detail": {"price": [{"numeric": [">=", 10, "<=", 10]}]}}
            false | {"detail": {"price": [{"numeric": [">", 10, "<", 10.1]}]}}
            false | {"account": ["111122223333"], "detail": {"a": {"b": [1]}}, "replay-name": [{"exists": false}]}
            """)
    void matchesNoEvent(boolean expected, String pattern) {
        assertThat(parsed(pattern).matchesNoEvent()).isEqualTo(expected);
    }

    private static Outcome matched(String comparison, String name) {
        return parsed("{\"detail\": {\"name\": [" + comparison + "]}}")
                .matches(json("{\"detail\": {\"name\": " + name + "}}"), true);
    }

    private static EventPattern parsed(String pattern) {
        return ((EventPatternReader.Read.Parsed) EventPatternReader.read(json(pattern))).pattern();
    }

    /** A value as it stands in a template that has a bucket {@code Bucket}. */
    private static Value json(String text) {
        return Stacks.of(
                        "{\"Bucket\": {\"Type\": \"AWS::S3::Bucket\"}, \"It\": {\"Type\": \"Custom::It\", \"Properties\": {\"Value\": "
                                + text + "}}}")
                .resources()
                .get(1)
                .properties()
                .get("Value");
    }
}
