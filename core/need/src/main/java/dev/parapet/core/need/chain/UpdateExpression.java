package dev.parapet.core.need.chain;

import dev.parapet.core.flow.taint.Exchange;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.FlowValue.Text;
import dev.parapet.core.flow.value.Values;
import dev.parapet.core.need.sdk.SdkCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which attributes an update gives which values: {@code SET address = :a} with {@code :a} among the values.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
 */
final class UpdateExpression {
    /** {@code SET a = :v}, {@code a = if_not_exists(a, :v)}, {@code ADD a :v}: an attribute and the first value behind it. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("([#A-Za-z_][A-Za-z0-9_#.\\[\\]]{0,255})(?:\\s*=[^,:]{0,255}?|\\s+)(:[A-Za-z0-9_]{1,255})");

    private UpdateExpression() {}

    /** The values by the attributes that they are given to; {@link Exchange#ANY} where that is not known. */
    static Map<String, List<FlowValue>> values(SdkCall call) {
        Map<String, String> attributes = attributes(call);
        Map<String, List<FlowValue>> found = new LinkedHashMap<>();
        for (FlowArgument entry : entries(call, "ExpressionAttributeValues")) {
            String name = entry.name() == null ? "" : entry.name();
            String attribute = attributes.getOrDefault(name.startsWith(":") ? name : ":" + name, Exchange.ANY);
            found.computeIfAbsent(attribute, ignored -> new ArrayList<>()).add(entry.value());
        }
        for (FlowArgument entry : entries(call, "AttributeUpdates")) {
            found.computeIfAbsent(entry.name() == null ? Exchange.ANY : entry.name(), ignored -> new ArrayList<>())
                    .add(entry.value());
        }
        return found;
    }

    private static Map<String, String> attributes(SdkCall call) {
        Map<String, String> names = new LinkedHashMap<>();
        for (FlowArgument entry : entries(call, "ExpressionAttributeNames")) {
            if (entry.name() != null && entry.value() instanceof Text(String attribute)) {
                names.put(entry.name(), attribute);
            }
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (FlowValue value :
                call.parameter("UpdateExpression").map(Values::alternatives).orElse(List.of())) {
            if (value instanceof Text(String expression)) {
                Matcher assignment = ASSIGNMENT.matcher(expression);
                while (assignment.find()) {
                    String path = assignment.group(1);
                    String first = path.split("[.\\[]", 2)[0];
                    attributes.putIfAbsent(assignment.group(2), names.getOrDefault(first, first));
                }
            }
        }
        return attributes;
    }

    private static List<FlowArgument> entries(SdkCall call, String parameter) {
        List<FlowArgument> entries = new ArrayList<>();
        for (FlowValue value :
                call.parameter(parameter).map(Values::alternatives).orElse(List.of())) {
            if (value instanceof FlowValue.MapOf map) {
                entries.addAll(map.entries());
            } else if (!(value instanceof FlowValue.Nothing)) {
                entries.add(new FlowArgument(null, value));
            }
        }
        return entries;
    }
}
