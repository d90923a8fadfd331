package dev.parapet.cli.need;

import dev.parapet.core.need.FunctionNeeds;

/** Names of functions as they are told. */
final class NeedsWords {
    private NeedsWords() {}

    /**
     * What to call a function.
     *
     * @param name its logical id, or the path of a file
     * @param stack the stack that has it; empty for a file
     */
    record Address(String name, String stack) {}

    /** What to call a function. */
    static Address address(FunctionNeeds needs) {
        int mark = needs.isOfTemplate() ? needs.function().lastIndexOf('#') : -1;
        return mark < 0
                ? new Address(needs.function(), "")
                : new Address(
                        needs.function().substring(mark + 1), needs.function().substring(0, mark));
    }
}
