package dev.parapet.core.need.action;

import dev.parapet.core.need.sdk.SdkCall;

/** The door of this package: from API calls to actions and resources. */
public final class OperationActions {
    private OperationActions() {}

    /** What a call needs. */
    public static CallActions of(SdkCall call) {
        return new CallActions.Unknown(call.whyUnknown().orElse("the actions of the operation are not known"));
    }
}
