package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How something of a library was got, without what it was given, as tables name it: {@code
 * aws_lambda_powertools.utilities.parameters.SSMProvider().get}. Objects and results of calls alike are written {@code ()}.
 */
final class LibraryPath {
    private LibraryPath() {}

    /** The path; empty for what is not got from a library by names and calls alone. */
    static Optional<String> of(FlowValue value) {
        StringBuilder path = new StringBuilder();
        return append(value, path) ? Optional.of(path.toString()) : Optional.empty();
    }

    private static boolean append(FlowValue value, StringBuilder into) {
        switch (value) {
            case FlowValue.Library library -> into.append(library.name());
            case FlowValue.Member member -> {
                if (!append(member.of(), into)) {
                    return false;
                }
                // What `import x from "y"` names is what `require("y")` gives.
                if (!member.name().equals("default")) {
                    into.append('.').append(member.name());
                }
            }
            case FlowValue.Result result -> {
                if (!append(result.of(), into)) {
                    return false;
                }
                into.append("()");
            }
            case FlowValue.Instance instance -> {
                if (!append(instance.type(), into)) {
                    return false;
                }
                into.append("()");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The library that something was got from; null where it is none. */
    static @Nullable String library(FlowValue value) {
        FlowValue at = value;
        while (true) {
            switch (at) {
                case FlowValue.Library library -> {
                    return library.name();
                }
                case FlowValue.Member member -> at = member.of();
                case FlowValue.Result result -> at = result.of();
                case FlowValue.Instance instance -> at = instance.type();
                case FlowValue.Item item -> at = item.of();
                default -> {
                    return null;
                }
            }
        }
    }

    /** What the object was made with whose member something is; none where it is no such thing. */
    static List<FlowArgument> madeWith(FlowValue value) {
        FlowValue at = value;
        while (at instanceof FlowValue.Member member) {
            at = member.of();
        }
        return switch (at) {
            case FlowValue.Result result -> result.arguments();
            case FlowValue.Instance instance -> instance.arguments();
            default -> List.of();
        };
    }
}
