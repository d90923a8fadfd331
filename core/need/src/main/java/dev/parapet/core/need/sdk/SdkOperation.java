package dev.parapet.core.need.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An operation of a service.
 *
 * @param service botocore's name of the service
 * @param name as the API names it: {@code GetItem}
 * @param parameters the API's names of what it is given, as they stand in the model; those of inner structures are left out
 * @param required those of them that each request has
 * @param actions the actions that the service reference of AWS gives for it, where that is not the one of its own name; empty where it
 *     knows none
 * @param besides actions that it needs besides when it is given a role ({@code iam:PassRole}) or tags
 */
public record SdkOperation(
        String service,
        String name,
        List<String> parameters,
        List<String> required,
        List<String> actions,
        List<String> besides) {
    public SdkOperation {
        parameters = List.copyOf(parameters);
        required = List.copyOf(required);
        actions = List.copyOf(actions);
        besides = List.copyOf(besides);
    }

    /** The API's name of a parameter that an SDK writes with other upper and lower case: {@code tableName}. */
    public Optional<String> parameter(String written) {
        return parameters.stream().filter(it -> it.equalsIgnoreCase(written)).findFirst();
    }

    /** {@code op NAME MEMBER,… ACTION,… EXTRA,…}: see {@code tools/sdk-services.py}. */
    static SdkOperation of(SdkService service, String[] words) {
        List<String> members = listed(words[2]);
        List<String> actions = switch (words[3]) {
            case "=" -> List.of(service.prefix() + ":" + words[1]);
            case "?" -> List.of();
            default -> listed(words[3]);
        };
        return new SdkOperation(
                service.name(),
                words[1],
                members.stream()
                        .map(it -> it.endsWith("*") ? it.substring(0, it.length() - 1) : it)
                        .toList(),
                members.stream()
                        .filter(it -> it.endsWith("*"))
                        .map(it -> it.substring(0, it.length() - 1))
                        .toList(),
                actions,
                listed(words[4]));
    }

    private static List<String> listed(String word) {
        return word.equals("-") ? List.of() : List.of(word.split(",", -1));
    }

    /** A name without what SDKs change in it: {@code get_item}, {@code getItem} and {@code GetItem} are one. */
    static String key(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
