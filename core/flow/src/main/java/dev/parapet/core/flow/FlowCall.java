package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.Span;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.TextRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that a handler can reach, of something that is not of the project, or of which it is not known what it is.
 *
 * @param file the file it stands in
 * @param range where
 * @param made whether it makes an object ({@code new})
 * @param callee what is called: {@code boto3.client("s3").put_object}, never an {@link FlowValue.Either}
 * @param arguments what it is given
 * @param function the name of the function around; null in none
 */
public record FlowCall(
        CodeFile file,
        TextRange range,
        boolean made,
        FlowValue callee,
        List<FlowArgument> arguments,
        @Nullable String function) {
    public FlowCall {
        arguments = List.copyOf(arguments);
    }

    /** Where it stands. */
    public Span span() {
        return file.span(range);
    }

    /** The call in one line: {@code boto3.client("s3").put_object(Bucket: env BUCKET)}. */
    public String text() {
        FlowValue.Place place = new FlowValue.Place(file, range);
        return made
                ? new FlowValue.Instance(callee, arguments, place).text()
                : new FlowValue.Result(callee, arguments, place).text();
    }
}
