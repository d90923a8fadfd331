package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import java.util.List;

/** The SDKs of one programming language, and the libraries that wrap them. */
public interface SdkDialect {
    /**
     * The API calls that a call in the code makes, or makes possible; none for a call of anything else. One call can make several: a
     * transfer manager uploads in parts. A call that is visibly of an SDK but whose operation is not known is
     * {@link SdkCall#unknown}, never left out.
     */
    List<SdkCall> recognise(FlowCall call);
}
