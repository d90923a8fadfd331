package dev.parapet.core.iam.space;

import dev.parapet.core.iam.request.Request;
import java.util.List;

/** What came of a question about sets of requests. */
public sealed interface Proof {
    /** It is so, for all requests. */
    record Proven() implements Proof {}

    /**
     * It is not so.
     *
     * @param witness a request that shows it
     */
    record Refuted(Request witness) implements Proof {}

    /**
     * No request that shows the opposite could be found, and it is not proven that there is none.
     *
     * @param because what could not be decided, sorted
     */
    record Undecided(List<String> because) implements Proof {
        public Undecided {
            because = List.copyOf(because);
        }
    }
}
