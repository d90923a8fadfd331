package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a call is signed with other credentials than those of the function's role: those of a role that the code assumes, or those of a
 * user that it is given. What such a call needs is theirs.
 */
public final class OtherCredentials {
    /** What clients, sessions and providers call the identifier of an access key. */
    private static final Set<String> KEYS = Set.of("aws_access_key_id", "accesskeyid");

    /** And what they call credentials. */
    private static final Set<String> NAMES = Set.of(
            "aws_access_key_id", "aws_session_token", "credentials", "accesskeyid", "sessiontoken", "botocore_session");

    private static final Pattern ASSUMED = Pattern.compile(
            "assume_?role|temporarycredentials|get_?credentials_?for_?identity", Pattern.CASE_INSENSITIVE);

    private OtherCredentials() {}

    /** Whether the client of a call was given other credentials. */
    public static boolean sign(SdkCall call) {
        return ClientSettings.of(call.client(), NAMES).stream().anyMatch(OtherCredentials::isOfOthers);
    }

    private static boolean isOfOthers(ClientSettings.Setting setting) {
        return setting.value() instanceof FlowValue.Event
                || ASSUMED.matcher(setting.value().text()).find()
                || KEYS.contains(setting.name())
                        && Values.alternatives(setting.value()).stream().allMatch(OtherCredentials::isForeignKey);
    }

    /** The key of the role is in a variable that Lambda sets: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html. */
    private static boolean isForeignKey(FlowValue key) {
        return key instanceof FlowValue.Text
                || key instanceof FlowValue.Environment variable
                        && !variable.name().equals("AWS_ACCESS_KEY_ID");
    }
}
