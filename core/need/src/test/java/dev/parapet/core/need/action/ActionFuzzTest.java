package dev.parapet.core.need.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.need.FuzzedValues;
import dev.parapet.core.need.sdk.SdkCall;
import dev.parapet.model.SourceFile;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.TextRange;
import java.util.List;

/** Whatever values code gives to a call, the actions that it needs are told. */
final class ActionFuzzTest {
    private static final FlowCall CALL = new FlowCall(
            new CodeFile(new SourceFile("a.py", "f()"), Language.PYTHON, null, List.of()),
            new TextRange(0, 3),
            false,
            new FlowValue.Global("f"),
            List.of(),
            null);

    private static final List<List<String>> OPERATIONS = List.of(
            List.of("dynamodb", "ExecuteStatement"),
            List.of("dynamodb", "BatchExecuteStatement"),
            List.of("dynamodb", "TransactWriteItems"),
            List.of("dynamodb", "BatchGetItem"),
            List.of("s3", "CopyObject"),
            List.of("s3", "PutObject"),
            List.of("sqs", "SendMessage"),
            List.of("ssm", "GetParametersByPath"),
            List.of("kms", "ReEncrypt"),
            List.of("events", "PutEvents"),
            List.of("lambda", "Invoke"));

    @FuzzTest(maxDuration = "5s")
    void statement(FuzzedDataProvider data) {
        FlowValue statement = data.consumeBoolean()
                ? FuzzedValues.value(data)
                : new FlowValue.Text("SELECT * FROM " + data.consumeRemainingAsString());
        assertThat(PartiQl.table(statement)).isNotNull();
        PartiQl.is("SELECT", statement);
    }

    @FuzzTest(maxDuration = "5s")
    void parameter_path(FuzzedDataProvider data) {
        String path = data.pickValue(List.of(
                "TransactItems[].Put.TableName",
                "RequestItems{}",
                "Statements[].Statement",
                "CopySource#bucket",
                "CopySource#key",
                "Key"));
        SdkCall call = SdkCall.of(CALL, "s3", "CopyObject", FuzzedValues.arguments(data));
        assertThat(ParameterPath.parse(path).of(call)).isNotNull();
    }

    @FuzzTest(maxDuration = "5s")
    void call(FuzzedDataProvider data) {
        List<String> operation = data.pickValue(OPERATIONS);
        SdkCall call = SdkCall.of(CALL, operation.get(0), operation.get(1), FuzzedValues.arguments(data));
        assertThat(OperationActions.of(call)).isNotNull();
    }
}
