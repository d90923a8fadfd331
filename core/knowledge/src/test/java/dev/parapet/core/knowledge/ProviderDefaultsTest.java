package dev.parapet.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parapet.model.Condition;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProviderDefaultsTest {
    private static final Span HEAD = Span.of("t.yaml", 3, 3, 3, 5);
    private static final Span WRITTEN = Span.of("t.yaml", 9, 3, 9, 5);
    private static final ProviderDefaults TABLE = ProviderDefaults.of(List.of(
            "AWS::Test::It",
            "  Timeout = 3",
            "  Tracing.Mode = \"PassThrough\"",
            "  Vpc?.Ipv6 = false",
            "  Rules[].Status = \"Disabled\"",
            "  Tags = []"));

    private static Value.Mapping mapping(Object... namesAndValues) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entries.put((String) namesAndValues[i], new Value.Entry(WRITTEN, (Value) namesAndValues[i + 1]));
        }
        return new Value.Mapping(entries, WRITTEN);
    }

    private static Value text(String text) {
        return new Value.Text(text, WRITTEN);
    }

    /** A value in one line, without places. */
    private static String shown(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> {
                StringBuilder all = new StringBuilder("{");
                mapping.entries()
                        .forEach((name, entry) -> all.append(all.length() > 1 ? " " : "")
                                .append(name)
                                .append('=')
                                .append(shown(entry.value())));
                yield all.append('}').toString();
            }
            case Value.Sequence sequence ->
                sequence.items().stream()
                        .map(ProviderDefaultsTest::shown)
                        .toList()
                        .toString();
            case Value.Text text -> text.text();
            case Value.Number number -> number.value().toString();
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Conditional conditional ->
                "if(" + shown(conditional.whenTrue()) + "|" + shown(conditional.whenFalse()) + ")";
            default -> value.getClass().getSimpleName();
        };
    }

    private static String filled(Value.Mapping properties) {
        return shown(TABLE.fill("AWS::Test::It", properties, HEAD));
    }

    @Test
    void fills_in_what_is_left_out() {
        assertThat(filled(mapping())).isEqualTo("{Timeout=3 Tracing={Mode=PassThrough} Tags=[]}");
        assertThat(filled(mapping("Tracing", mapping("Other", text("x")), "Timeout", text("9"))))
                .isEqualTo("{Tracing={Other=x Mode=PassThrough} Timeout=9 Tags=[]}");
        assertThat(filled(mapping("Vpc", mapping()))).contains("Vpc={Ipv6=false}");
        assertThat(filled(mapping(
                        "Rules", new Value.Sequence(List.of(mapping(), mapping("Status", text("On"))), WRITTEN))))
                .contains("Rules=[{Status=Disabled}, {Status=On}]");
    }

    @Test
    void fills_in_the_branch_that_has_nothing() {
        Condition condition = new Condition.Opaque("C");
        Value absent = new Value.Absent(WRITTEN);
        assertThat(filled(mapping("Timeout", new Value.Conditional(condition, text("9"), absent, WRITTEN))))
                .contains("Timeout=if(9|3)");
        assertThat(filled(mapping("Tracing", new Value.Conditional(condition, mapping(), absent, WRITTEN))))
                .contains("Tracing=if({Mode=PassThrough}|{Mode=PassThrough})");
        assertThat(filled(mapping("Vpc", new Value.Conditional(condition, mapping(), absent, WRITTEN))))
                .contains("Vpc=if({Ipv6=false}|Absent)");
    }

    @Test
    void leaves_alone_what_is_not_known_and_what_is_written() {
        assertThat(filled(mapping("Timeout", new Value.Unresolved("P", "it is not given", WRITTEN))))
                .contains("Timeout=Unresolved");
        Value.Mapping properties = mapping("A", text("b"));
        assertThat(TABLE.fill("AWS::Test::Other", properties, HEAD)).isSameAs(properties);
    }

    @Test
    void says_where_a_default_comes_from() {
        Value timeout = TABLE.fill("AWS::Test::It", mapping(), HEAD).get("Timeout");
        assertThat(timeout).isInstanceOfSatisfying(Value.Number.class, number -> {
            assertThat(number.span()).isEqualTo(HEAD);
            assertThat(number.provenance())
                    .isNotNull()
                    .satisfies(
                            why -> assertThat(why.text()).isEqualTo("Timeout is 3 where the template leaves it out"));
        });
    }

    @Test
    void refuses_a_line_that_says_nothing() {
        assertThatThrownBy(() -> ProviderDefaults.of(List.of("T", "  A: 1"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ProviderDefaults.of(List.of("T", "  A = yes")))
                .isInstanceOf(NumberFormatException.class);
    }

    @Test
    void the_tables_that_come_with_parapet_can_be_read() {
        assertThat(shown(ProviderDefaults.standard().fill("AWS::Lambda::Function", mapping(), HEAD)))
                .contains("Timeout=3");
        assertThat(RuntimeTable.standard().find("no-such-runtime")).isNull();
    }
}
