package dev.parapet.core.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 * Authorization Reference</a> says of one service: its types of resources, its condition keys, and what its actions take and need. A
 * service is read when it is first asked for, in a millisecond or less.
 */
public final class ServiceAuthorization {
    private static final int ACTIONS = "actions ".length();

    private static final Map<String, ServiceAuthorization> SERVICES = new ConcurrentHashMap<>();

    private final Map<String, ConditionKey> keys = new HashMap<>();
    private final List<ConditionKey> forms = new ArrayList<>();
    private final Map<String, ResourceType> resources = new HashMap<>();
    private final List<String> keyLines = new ArrayList<>();
    private final Map<String, String> lines = new HashMap<>();
    private @Nullable List<String> arnForms;
    private final Map<String, ActionFacts> facts = new ConcurrentHashMap<>();

    private ServiceAuthorization(List<String> table) {
        for (String line : table) {
            if (line.startsWith("actions ")) {
                int end = line.indexOf(' ', ACTIONS);
                for (String name : line.substring(ACTIONS, end).split(",", -1)) {
                    lines.put(name.toLowerCase(Locale.ROOT), line);
                }
            } else if (line.startsWith("resource ")) {
                String[] words = Table.words(line);
                resources.put(words[1], new ResourceType(words[1], listed(words[2]), listed(words[3])));
            } else {
                keyLines.add(line);
            }
        }
    }

    /** What is said of the service of a prefix such as {@code s3}, upper and lower case alike; null when there is none. */
    public static @Nullable ServiceAuthorization of(String prefix) {
        String service = prefix.toLowerCase(Locale.ROOT);
        ServiceAuthorization known = SERVICES.get(service);
        if (known == null) {
            List<String> facts =
                    service.equals("*") ? null : AuthorizationTable.standard().facts(service);
            if (facts == null) {
                return null;
            }
            known = new ServiceAuthorization(facts);
            SERVICES.put(service, known);
        }
        return known;
    }

    private static final class Global {
        static final ServiceAuthorization KEYS = new ServiceAuthorization(globalLines());

        private static List<String> globalLines() {
            List<String> lines = AuthorizationTable.standard().facts("*");
            return lines == null ? List.of() : lines;
        }
    }

    /**
     * A <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">global condition key</a> by its
     * name, upper and lower case alike; null when there is none.
     */
    public static @Nullable ConditionKey globalKey(String name) {
        return Global.KEYS.key(name);
    }

    /** What is said of an action by its name, such as {@code s3:GetObject}, upper and lower case alike; null when there is none. */
    public static @Nullable ActionFacts ofAction(String action) {
        int colon = action.indexOf(':');
        ServiceAuthorization service = colon < 0 ? null : of(action.substring(0, colon));
        return service == null
                ? null
                : service.facts(action.substring(colon + 1).toLowerCase(Locale.ROOT));
    }

    private @Nullable ActionFacts facts(String name) {
        String line = lines.get(name);
        return line == null ? null : facts.computeIfAbsent(line, this::parsed);
    }

    /** A condition key of the service by its name in a policy, upper and lower case alike; null when there is none. */
    public synchronized @Nullable ConditionKey key(String name) {
        readKeys();
        ConditionKey plain = keys.get(name.toLowerCase(Locale.ROOT));
        if (plain != null) {
            return plain;
        }
        for (ConditionKey form : forms) {
            if (form.isNamed(name)) {
                return form;
            }
        }
        return null;
    }

    /**
     * The characters, {@code /} and {@code :}, behind which an ARN of a form becomes one of another type of the service, so that the last
     * variable of the form holds none of them: {@code /} for a bucket, as <code>${BucketName}/${ObjectName}</code> is an object.
     */
    public String separatorsBehind(String arn) {
        String form = ConditionKey.form(arn);
        StringBuilder separators = new StringBuilder();
        if (form != null && form.endsWith("*")) {
            for (char separator : new char[] {'/', ':'}) {
                String longer = form + separator;
                if (arnForms().stream().anyMatch(other -> other.startsWith(longer))) {
                    separators.append(separator);
                }
            }
        }
        return separators.toString();
    }

    private synchronized List<String> arnForms() {
        if (arnForms == null) {
            arnForms = new ArrayList<>();
            for (ResourceType type : resources.values()) {
                for (String arn : type.arns()) {
                    String form = ConditionKey.form(arn);
                    if (form != null) {
                        arnForms.add(form);
                    }
                }
            }
        }
        return arnForms;
    }

    /** Reads the keys when one is first asked for. */
    private void readKeys() {
        for (String line : keyLines) {
            String[] words = Table.words(line);
            for (int i = 2; i < words.length; i++) {
                ConditionKey key = ConditionKey.of(words[i], words[1]);
                if (key.isForm()) {
                    forms.add(key);
                } else {
                    keys.put(words[i].toLowerCase(Locale.ROOT), key);
                }
            }
        }
        keyLines.clear();
    }

    /** {@code actions ACTION,… KEY,… DEPENDENT,… RESOURCE…}. */
    private ActionFacts parsed(String line) {
        String[] words = Table.words(line);
        List<ActionFacts.Use> uses = new ArrayList<>();
        for (int i = 4; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String name = equals < 0 ? words[i] : words[i].substring(0, equals);
            boolean required = name.endsWith("*");
            ResourceType type = resources.get(required ? name.substring(0, name.length() - 1) : name);
            if (type == null) {
                throw new IllegalStateException("the table of actions names a type of resource that is none: " + name);
            }
            uses.add(new ActionFacts.Use(
                    type, required, equals < 0 ? List.of() : listed(words[i].substring(equals + 1))));
        }
        return new ActionFacts(uses, listed(words[2]), listed(words[3]));
    }

    private static List<String> listed(String word) {
        return word.equals("-") ? List.of() : List.of(word.split(",", -1));
    }
}
