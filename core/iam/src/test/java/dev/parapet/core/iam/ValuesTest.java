package dev.parapet.core.iam;

import static dev.parapet.core.iam.Asking.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.value.Arn;
import dev.parapet.core.iam.value.IpRange;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How dates, numbers, addresses and ARNs are written. Of an operator with Not a value that is none of its kind doesn't hold, so that it tells a
 * value that is another one from what is no value.
 */
final class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "2026, 1767225600",
        "1970, 0",
        "2026-02, 1769904000",
        "2026-01-31, 1769817600",
        "2026-01-01T00:00Z, 1767225600",
        "2026-01-01T00:00, 1767225600",
        "2026-01-01T00:00:00, 1767225600",
        "2026-01-01T00:00:01.0Z, 1767225601",
        "2026-01-01T01:00:00+01:00, 1767225600",
        "2025-12-31T19:00:00-05:00, 1767225600",
        "2026-01-01T00:00:00Z, 1767225600",
        "2026-01-31T23:59:59Z, 1769903999",
        "2024-02-29T12:34:56Z, 1709210096",
        "2026-12-10T10:10:10Z, 1796897410",
        "0999-09-09T09:09:09Z, -30620040651",
        "1969-12-31T23:59:59Z, -1",
        "+1767225600, 1767225600",
        "0000000000000000000000000000001767225600, 1767225600",
    })
    void dates(String text, String seconds) {
        assertThat(holds("DateEquals", text, seconds)).isTrue();
        assertThat(holds("DateEquals", seconds, text)).isTrue();
        assertThat(holds("DateNotEquals", seconds, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-1-1",
                "2026-00-01T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-32T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:60Z",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00z",
                "2026-01-01T00:00:0:Z",
                "2026-01-01T00:00:0/Z",
                "2026-01-01T00-00-00Z",
                "00000000000000000000000000000001767225600",
            })
    void no_dates(String text) {
        assertThat(holds("DateNotEquals", text, "2000")).isFalse();
        assertThat(holds("DateNotEquals", "2000", text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5.0",
        "+5, 5",
        "-5, -5.00",
        ".5, 0.5",
        "5., 5",
        "0.0625, 0.06250",
        "90, 90",
        "0000000000000000000000000000000000000000000000000000000000000009, 9",
    })
    void numbers(String text, String same) {
        assertThat(holds("NumericEquals", text, same)).isTrue();
        assertThat(holds("NumericNotEquals", same, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                ".",
                "five",
                "1.2.3",
                "1-2",
                "5-",
                "1+1",
                "--5",
                "1e1",
                "0x1",
                "5/",
                "5:",
                "00000000000000000000000000000000000000000000000000000000000000009",
            })
    void no_numbers(String text) {
        assertThat(holds("NumericNotEquals", text, "1")).isFalse();
        assertThat(holds("NumericNotEquals", "1", text)).isFalse();
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "203.0.113.0/24, 203.0.113.255, yes",
        "203.0.113.128/25, 203.0.113.127, no",
        "203.0.113.9/32, 203.0.113.9, yes",
        "203.0.113.9/32, 203.0.113.8, no",
        "0.0.0.0/0, 255.255.255.255, yes",
        "128.0.0.0/1, 127.255.255.255, no",
        "10.0.0.0/8, 10.0.0.0/16, no",
        "255.255.255.255, 255.255.255.255, yes",
        "::, 0:0:0:0:0:0:0:0, yes",
        "::1, 0:0:0:0:0:0:0:1, yes",
        "1::, 1:0:0:0:0:0:0:0, yes",
        "::/1, 7fff::, yes",
        "::/1, 8000::, no",
        "1:2::7:8, 1:2:0:0:0:0:7:8, yes",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0, yes",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8, yes",
        "1:2:3::6:7:8, 1:2:3:0:0:6:7:8, yes",
        "::ffff:203.0.113.9, ::ffff:cb00:7109, yes",
        "1:2:3:4:5:6:203.0.113.9, 1:2:3:4:5:6:cb00:7109, yes",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, FFFF:ffff:ffff:ffff:ffff:ffff:255.255.255.255, yes",
        "2001:db8::/127, 2001:db8::1, yes",
        "2001:db8::/128, 2001:db8::1, no",
        "::/0, 203.0.113.9, no",
        "::203.0.113.9, 203.0.113.9, no",
    })
    void addresses(String block, String address, String within) {
        assertThat(holds("IpAddress", block, address)).isEqualTo(within.equals("yes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.1.1.256",
                "1.2.3.",
                "1..2.3",
                ".1.2.3",
                "00001.1.1.1",
                "1.2.3.4/33",
                "1.2.3.4/-1",
                "1.2.3.4/",
                "1.2.3.4/a",
                "/8",
                "::1/129",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                ":::",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                "g::",
                "::g",
                "12345::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:2:3:4:5:1.2.3.4",
                "::1.2.3",
                "::1.2.3.256",
                "::1.2.3.4:5",
                "1.2.3.4::",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "1.2.3.4:5",
            })
    void no_addresses(String text) {
        assertThat(holds("NotIpAddress", text, "198.51.100.7")).isFalse();
        assertThat(holds("NotIpAddress", "198.51.100.7", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4/0", "1.2.3.4/32", "::/0", "::/128"})
    void blocks(String text) {
        assertThat(holds("IpAddress", text, "1.2.3.4") || holds("IpAddress", text, "::"))
                .isTrue();
        assertThat(holds("NotIpAddress", "198.51.100.7", text)).isEqualTo(text.endsWith("/32") || text.endsWith("128"));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "0.0.0.255, 0.0.0.255",
        "2001:db8::ff, 2001:db8:0:0:0:0:0:ff",
        "ffff::, ffff:0:0:0:0:0:0:0",
    })
    void addresses_are_written_in_full(String text, String full) {
        IpRange range = Objects.requireNonNull(IpRange.parse(text));
        assertThat(IpRange.text(range.bits(), range.address())).isEqualTo(full);
    }

    @Test
    void arns_have_six_parts() {
        Arn arn = Objects.requireNonNull(Arn.parse("arn:aws-cn:lambda:cn-north-1:111122223333:function:f:live"));
        assertThat(List.of(arn.partition(), arn.service(), arn.region(), arn.account(), arn.resource()))
                .containsExactly("aws-cn", "lambda", "cn-north-1", "111122223333", "function:f:live");
        assertThat(Arn.parse("arn:aws:s3::bucket")).isNull();
        assertThat(Arn.parse(":::::")).isNotNull();
    }
}
