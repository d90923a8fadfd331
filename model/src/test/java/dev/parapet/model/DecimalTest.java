package dev.parapet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BigDecimal is the oracle of each method. */
class DecimalTest {
    private static final List<String> WRITTEN = written();

    private static List<String> written() {
        List<String> written = new ArrayList<>(List.of(
                "0",
                "-0",
                "+7",
                "1.0",
                "1",
                "1.00",
                ".5",
                "5.",
                "-.25",
                "0.0",
                "-0.000001",
                "0.0000001",
                "1e5",
                "1E-30",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "999999999999999999",
                "1000000000000000000",
                "0.123456789012345678",
                "0.1234567890123456789",
                "9007199254740993",
                "90071992547409.93",
                "00000000000000000000001",
                "0.00000000000000000000",
                "0.1",
                "0.3",
                "2.675"));
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            String digits = String.valueOf(random.nextLong() >>> (1 + random.nextInt(63)));
            int point = random.nextInt(digits.length() + 1);
            String sign = random.nextBoolean() ? "-" : "";
            written.add(
                    sign + digits.substring(0, point) + "." + "0".repeat(random.nextInt(3)) + digits.substring(point));
        }
        return written;
    }

    @Test
    void isWhatBigDecimalIs() {
        for (String text : WRITTEN) {
            BigDecimal expected = new BigDecimal(text);
            Decimal number = Decimal.parse(text);
            assertThat(number.toBigDecimal()).as(text).isEqualTo(expected);
            assertThat(number.toString()).as(text).isEqualTo(expected.toString());
            assertThat(number.toPlainString()).as(text).isEqualTo(expected.toPlainString());
            assertThat(number.scale()).as(text).isEqualTo(expected.scale());
            assertThat(number.precision()).as(text).isEqualTo(expected.precision());
            assertThat(number.signum()).as(text).isEqualTo(expected.signum());
            assertThat(number.longValue()).as(text).isEqualTo(expected.longValue());
            assertThat(number.doubleValue()).as(text).isEqualTo(expected.doubleValue());
            assertThat(Decimal.of(expected)).as(text).isEqualTo(number).hasSameHashCodeAs(number);
        }
    }

    @Test
    @SuppressWarnings("BigDecimalEquals") // that the scale counts is what is compared
    void comparesAndEqualsAsBigDecimalDoes() {
        for (String one : WRITTEN) {
            BigDecimal expected = new BigDecimal(one);
            for (String other : WRITTEN) {
                BigDecimal expectedOther = new BigDecimal(other);
                assertThat(Decimal.parse(one).compareTo(Decimal.parse(other)))
                        .as(one + " and " + other)
                        .isEqualTo(expected.compareTo(expectedOther));
                assertThat(Decimal.parse(one).equals(Decimal.parse(other)))
                        .as(one + " and " + other)
                        .isEqualTo(expected.equals(expectedOther));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "+.", "1.2.3", "1-2", "x", "1x", "e5", "--1", " 1"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
