package dev.parapet.core.need.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.need.FuzzedValues;
import java.util.List;
import java.util.Map;

/** Whatever values code gives to a call, its parameters are told. */
final class ParametersFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void parameters(FuzzedDataProvider data) {
        Parameters parameters = Parameters.parse(data.pickValue(List.of(
                "Bucket=1|Bucket,Key=^0.key",
                "*=0",
                "Bucket+Key=0|p.url",
                "TableName=i.name,Key=in,RequestItems=keys.0",
                "Names=values.0.a|s.text",
                "Bucket=?")));
        Parameters.Given given = new Parameters.Given(
                FuzzedValues.arguments(data), FuzzedValues.arguments(data), Map.of("name", FuzzedValues.value(data)));
        assertThat(parameters.of(given)).isNotNull();
    }

    @FuzzTest(maxDuration = "5s")
    void object_url(FuzzedDataProvider data) {
        assertThat(ObjectUrl.parameters(FuzzedValues.value(data))).hasSizeLessThanOrEqualTo(2);
    }
}
