package dev.parapet.core.knowledge;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition key (<a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#context_keys_table">Condition
 * keys table</a>).
 *
 * @param name as it is published, such as {@code s3:prefix}, {@code aws:RequestTag/${TagKey}} or {@code s3:ExistingObjectTag/<key>}
 * @param type what its values are
 * @param multivalued whether a request may have several values for it
 */
public record ConditionKey(String name, Type type, boolean multivalued) {
    /** What values are. */
    public enum Type {
        /** Texts. */
        STRING,
        /** Amazon Resource Names. */
        ARN,
        /** True or false. */
        BOOLEAN,
        /** Numbers. */
        NUMERIC,
        /** Points in time. */
        DATE,
        /** Addresses of the internet. */
        IP_ADDRESS,
        /** Bytes. */
        BINARY
    }

    /** The kind that the table names, such as {@code ArrayOfString}. */
    static ConditionKey of(String name, String kind) {
        boolean multivalued = kind.startsWith("ArrayOf");
        Type type = switch (multivalued ? kind.substring("ArrayOf".length()) : kind) {
            case "String" -> Type.STRING;
            case "ARN" -> Type.ARN;
            case "Bool" -> Type.BOOLEAN;
            case "Numeric" -> Type.NUMERIC;
            case "Date" -> Type.DATE;
            case "IPAddress" -> Type.IP_ADDRESS;
            case "Binary" -> Type.BINARY;
            default -> throw new IllegalStateException("a condition key has a type that is none: " + kind);
        };
        return new ConditionKey(name, type, multivalued);
    }

    /**
     * Whether the name of a key, as it stands in a policy, is this key; upper and lower case are alike, and a part of the published name
     * between <code>${</code> and <code>}</code>, or between {@code <} and {@code >}, stands for any text that is not empty.
     */
    public boolean isNamed(String key) {
        String form = form(name);
        return form == null
                ? name.equalsIgnoreCase(key)
                : Wildcards.matches(form, key) && key.length() >= form.length();
    }

    /** Whether the published name leaves a part to the policy. */
    public boolean isForm() {
        return form(name) != null;
    }

    /** The name as a pattern; null where it is just a name. */
    static @Nullable String form(String name) {
        if (name.indexOf('<') < 0 && name.indexOf('{') < 0) {
            return null;
        }
        StringBuilder pattern = new StringBuilder();
        boolean form = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean variable = c == '$' && i + 1 < name.length() && name.charAt(i + 1) == '{';
            int end = variable ? name.indexOf('}', i) : c == '<' ? name.indexOf('>', i) : -1;
            if (end < 0) {
                pattern.append(c);
            } else {
                pattern.append('*');
                form = true;
                i = end;
            }
        }
        return form ? pattern.toString().toLowerCase(Locale.ROOT) : null;
    }
}
