package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import java.util.List;
import java.util.Set;

/**
 * Requests that code in Java signs itself: <a
 * href="https://sdk.amazonaws.com/java/api/latest/software/amazon/awssdk/auth/signer/Aws4Signer.html">{@code Aws4Signer}</a>, which is told
 * the service, and <a
 * href="https://sdk.amazonaws.com/java/api/latest/software/amazon/awssdk/http/auth/aws/signer/AwsV4HttpSigner.html">{@code
 * AwsV4HttpSigner}</a>, where that is a property of the request.
 */
final class JavaSigners {
    private static final String PACKAGE = "software.amazon.awssdk.auth.signer.";
    private static final String OF_REQUESTS = "software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner";
    private static final Set<String> METHODS = Set.of("sign", "signAsync", "presign");

    private JavaSigners() {}

    /** Whether a method signs a request. */
    static boolean isSigner(FlowValue.Member method) {
        String path =
                METHODS.contains(method.name()) ? LibraryPath.of(method.of()).orElse("") : "";
        return path.startsWith(PACKAGE) || path.startsWith(OF_REQUESTS);
    }

    /** The request that is signed. */
    static SdkCall signed(FlowCall call) {
        for (FlowArgument argument : call.arguments()) {
            FlowValue name = JavaRequest.get(argument.value(), "signingName");
            if (name instanceof FlowValue.Text(String service)) {
                return SdkCall.of(call, service, "SignedRequest", List.of());
            }
        }
        return SdkCall.unknown(call, "", "the service that the request is signed for is not known");
    }
}
