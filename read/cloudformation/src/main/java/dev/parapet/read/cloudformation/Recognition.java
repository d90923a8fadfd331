package dev.parapet.read.cloudformation;

import dev.parapet.model.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells templates from other files by what is in them. A template has a {@code Resources} mapping at its top, and says which
 * format it has or holds a resource of a type (AWS CloudFormation User Guide, "Template sections").
 */
final class Recognition {
    private Recognition() {}

    /**
     * Whether a text may be a template, by a look at it that costs less than parsing: {@code Resources} begins a line or stands in
     * quotes, and something says whose resources they are.
     */
    static boolean mayBe(String text) {
        int at = text.indexOf("Resources");
        while (at >= 0 && !isKey(text, at)) {
            at = text.indexOf("Resources", at + 9);
        }
        return at >= 0
                && (text.contains("AWSTemplateFormatVersion")
                        || text.contains("AWS::")
                        || (text.contains("::") && text.contains("Type")));
    }

    private static boolean isKey(String text, int at) {
        int end = at + "Resources".length();
        if (end >= text.length()) {
            return false;
        }
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char behind = text.charAt(end);
        return switch (before) {
            case '"', '\'' -> behind == before;
            case '\n', '\r', ' ', '\t', '{', ',' -> behind == ':' || behind == ' ';
            default -> false;
        };
    }

    /**
     * Whether a text that cannot be read to its end was meant as a template: it says so, or a section of resources begins a line or
     * the text, and a type of the provider's stands somewhere.
     */
    static boolean looksLike(String text) {
        return text.contains("AWSTemplateFormatVersion")
                || ((text.startsWith("Resources")
                                || text.contains("\nResources")
                                || text.stripLeading().startsWith("{"))
                        && mayBe(text)
                        && namesType(text));
    }

    private static boolean namesType(String text) {
        for (int at = text.indexOf("Type"); at >= 0; at = text.indexOf("Type", at + 4)) {
            int value = at + 4;
            while (value < text.length() && " :\"'".indexOf(text.charAt(value)) >= 0) {
                value++;
            }
            if (value > at + 4 && (text.startsWith("AWS::", value) || text.startsWith("Custom::", value))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is a template. */
    static boolean is(Value root) {
        if (!(root instanceof Value.Mapping template)) {
            return false;
        }
        boolean declared = template.has("AWSTemplateFormatVersion") || isTransformed(template.get("Transform"));
        Value resources = template.get("Resources");
        if (resources instanceof Value.Mapping mapping) {
            return declared || holdsResource(mapping);
        }
        return declared && (resources instanceof Value.Null || template.has("AWSTemplateFormatVersion"));
    }

    private static boolean isTransformed(@Nullable Value transform) {
        if (transform instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                if (item instanceof Value.Text text && text.text().startsWith("AWS::")) {
                    return true;
                }
            }
        }
        return transform instanceof Value.Text text && text.text().startsWith("AWS::");
    }

    private static boolean holdsResource(Value.Mapping resources) {
        for (Map.Entry<String, Value.Entry> entry : resources.entries().entrySet()) {
            if (entry.getValue().value() instanceof Value.Mapping resource
                    && resource.get("Type") instanceof Value.Text type
                    && isType(type.text())) {
                return true;
            }
            if (entry.getKey().startsWith("Fn::ForEach::")) {
                return true;
            }
        }
        return false;
    }

    /** {@code Organisation::Service::Type}, or a custom resource's {@code Custom::Name}. */
    private static boolean isType(String type) {
        int first = type.indexOf("::");
        if (first <= 0) {
            return false;
        }
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != ':' && c != '_' && c != '-' && c != '@') {
                return false;
            }
        }
        return type.startsWith("Custom::") || type.indexOf("::", first + 2) > 0;
    }
}
