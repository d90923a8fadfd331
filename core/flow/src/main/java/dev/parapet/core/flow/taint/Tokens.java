package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tokens in three parts that code takes apart by itself: https://datatracker.ietf.org/doc/html/rfc7519#section-3. */
final class Tokens {
    private static final int MAXIMUM_DEPTH = 12;

    private static final Set<String> SPLITTING = Set.of("split", "Split", "rsplit");

    /** The place of what a token claims, between its header and its signature. */
    private static final String CLAIMS = "1";

    private Tokens() {}

    /** The middle parts of tokens in a value: {@code token.split(".")[1]}, also with something behind it. */
    static List<FlowValue> parts(FlowValue value) {
        List<FlowValue> found = new ArrayList<>();
        find(value, found, 0);
        return found;
    }

    private static void find(FlowValue value, List<FlowValue> found, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return;
        }
        for (FlowValue one : Values.alternatives(value)) {
            switch (one) {
                case FlowValue.Item item when isClaims(item) -> found.add(item);
                case FlowValue.Concatenation text -> text.parts().forEach(part -> find(part, found, depth + 1));
                case FlowValue.Derived derived -> derived.from().forEach(part -> find(part, found, depth + 1));
                case FlowValue.Result(FlowValue.Member method, var ignored, var place) ->
                    find(method.of(), found, depth + 1);
                default -> {}
            }
        }
    }

    private static boolean isClaims(FlowValue.Item item) {
        boolean second = item.key() instanceof FlowValue.Scalar(String written) && written.equals(CLAIMS);
        return second && Values.alternatives(item.of()).stream().anyMatch(Tokens::isSplit);
    }

    private static boolean isSplit(FlowValue value) {
        if (!(value instanceof FlowValue.Result call) || call.arguments().isEmpty()) {
            return false;
        }
        // strings.Split of Go has the text first.
        boolean method = call.of() instanceof FlowValue.Member member && SPLITTING.contains(member.name());
        return method
                && call.arguments().stream()
                        .anyMatch(it -> it.value() instanceof FlowValue.Text(String by)
                                && (by.equals(".") || by.equals("\\.") || by.equals("'.'")));
    }
}
