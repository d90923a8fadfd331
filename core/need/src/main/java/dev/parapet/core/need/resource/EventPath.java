package dev.parapet.core.need.resource;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to a part of the event, in lower case and without the elements of lists: {@code records s3 bucket name}. Texts in it that are
 * JSON are followed: the body of a message holds the notification of a bucket.
 */
final class EventPath {
    private static final int MAX_DEPTH = 16;
    private static final Pattern READS_JSON = Pattern.compile("(^|\\.)(json\\.loads|JSON\\.parse)$");

    private EventPath() {}

    /** The names of fields that lead to a value; null where it is no part of the event. */
    static @Nullable List<String> of(FlowValue value) {
        List<String> path = new ArrayList<>();
        return lead(value, path, 0) ? path : null;
    }

    private static boolean lead(FlowValue value, List<String> path, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        return switch (value) {
            case FlowValue.Event event -> {
                event.path().forEach(name -> add(name, path));
                yield true;
            }
            case FlowValue.Member member -> {
                boolean leads = lead(member.of(), path, depth + 1);
                add(member.name(), path);
                yield leads;
            }
            case FlowValue.Item item -> {
                boolean leads = lead(item.of(), path, depth + 1);
                if (item.key() instanceof FlowValue.Text(String name)) {
                    add(name, path);
                }
                yield leads;
            }
            case FlowValue.Result result -> {
                FlowArgument text =
                        result.arguments().isEmpty() ? null : result.arguments().getFirst();
                yield text != null
                        && READS_JSON.matcher(result.of().text()).find()
                        && lead(text.value(), path, depth + 1);
            }
            default -> false;
        };
    }

    private static void add(String name, List<String> path) {
        if (!name.equals("[]") && !name.equals("*")) {
            path.add(name.toLowerCase(Locale.ROOT));
        }
    }
}
