package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a call is signed with other credentials than those of the function's role: those of a role that the code assumes. What such a
 * call needs is that role's.
 */
public final class OtherCredentials {
    private static final int MAXIMUM_DEPTH = 12;

    /** What clients, sessions and providers call credentials. */
    private static final Set<String> NAMES = Set.of(
            "aws_access_key_id", "aws_session_token", "credentials", "accesskeyid", "sessiontoken", "botocore_session");

    private static final Pattern ASSUMED = Pattern.compile(
            "assume_?role|temporarycredentials|get_?credentials_?for_?identity", Pattern.CASE_INSENSITIVE);

    private OtherCredentials() {}

    /** Whether the client of a call was given credentials of an assumed role. */
    public static boolean sign(SdkCall call) {
        return sign(call.call().callee(), 0);
    }

    private static boolean sign(FlowValue value, int depth) {
        return depth < MAXIMUM_DEPTH
                && switch (value) {
                    case FlowValue.Member member -> sign(member.of(), depth + 1);
                    case FlowValue.Result result -> given(result.arguments(), depth) || sign(result.of(), depth + 1);
                    case FlowValue.Instance instance ->
                        given(instance.arguments(), depth) || sign(instance.type(), depth + 1);
                    default -> false;
                };
    }

    /** Those of a role that is assumed, or that whoever calls the function hands over. */
    private static boolean isOfOthers(FlowValue value) {
        return value instanceof FlowValue.Event || ASSUMED.matcher(value.text()).find();
    }

    private static boolean given(List<FlowArgument> arguments, int depth) {
        for (FlowArgument argument : arguments) {
            boolean named =
                    argument.name() != null && NAMES.contains(argument.name().toLowerCase(Locale.ROOT));
            if (named && isOfOthers(argument.value())) {
                return true;
            }
            if (argument.value() instanceof FlowValue.MapOf map
                    && depth < MAXIMUM_DEPTH
                    && given(map.entries(), depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
