package dev.parapet.core.flow.taint;

import java.util.List;

/** Where something dangerous comes into a function. */
public sealed interface Origin {
    /**
     * With the event, or with a framework's request.
     *
     * @param path the names of the part of the event, those of what a text in it holds too; {@code []} for some element. Empty for all
     *     of it, and of a framework's request
     * @param outside whether it comes from others than those who may invoke the function anyway
     */
    record Caller(List<String> path, boolean outside) implements Origin {
        public Caller {
            path = List.copyOf(path);
        }
    }

    /**
     * From a store that it reads.
     *
     * @param part the part that is read; {@link Exchange#ANY} for any
     */
    record Stored(Exchange.Store store, String part) implements Origin {}
}
