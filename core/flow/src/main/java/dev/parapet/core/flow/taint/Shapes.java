package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where in a text or list something of a caller does harm. */
final class Shapes {
    /** Uses in which the host decides, which comes first. */
    private static final Set<String> ADDRESSES = Set.of("ssrf", "redirect");

    /** Programs that run what follows an option as a command. */
    private static final Set<String> SHELLS = Set.of(
            "sh",
            "bash",
            "zsh",
            "dash",
            "ksh",
            "cmd",
            "cmd.exe",
            "powershell",
            "pwsh",
            "python",
            "python3",
            "node",
            "perl",
            "ruby");

    private static final Set<String> COMMAND_OPTIONS = Set.of("-c", "-lc", "/c", "/C", "-e", "-Command");

    private static final Set<String> HOSTS =
            Set.of("url", "uri", "href", "host", "hostname", "origin", "baseURL", "protocol");

    private static final Set<String> FOR_OUTSIDERS = Set.of(
            "sdk-target",
            "mass-assignment",
            "regex",
            "global-state",
            "log",
            "recipient",
            "presigned-key",
            "mail-identity",
            "mail-html");

    private static final Set<String> HARMLESS_STORED = Set.of(
            "event-logged",
            "mass-assignment",
            "regex",
            "global-state",
            "log",
            "header",
            "cors-origin",
            "token-parts",
            "presigned-key");

    /** Functions that read JSON, or give bytes. */
    private static final Set<String> PARSED =
            Set.of("loads", "parse", "b64decode", "readTree", "readValue", "Deserialize", "DeserializeObject");

    /** Parts of events that are maps. */
    private static final Set<String> MAPS = Set.of(
            "Records",
            "headers",
            "multiValueHeaders",
            "queryStringParameters",
            "multiValueQueryStringParameters",
            "pathParameters",
            "requestContext",
            "detail",
            "arguments",
            "request",
            "dynamodb",
            "NewImage",
            "OldImage",
            "attributes",
            "messageAttributes",
            "userAttributes",
            "[]");

    private Shapes() {}

    /** The parts of a text in which something of a caller does harm. */
    static List<FlowValue> dangerous(FlowValue.Concatenation text, String kind) {
        if (kind.equals("presigned-key")) {
            // Behind what is new each time, or the caller's own, there is nothing of others.
            return text.parts().stream()
                    .filter(part -> !(part instanceof FlowValue.Text))
                    .limit(1)
                    .toList();
        }
        if (!ADDRESSES.contains(kind)) {
            return text.parts();
        }
        for (int i = 0; i < text.parts().size(); i++) {
            if (fixesHost(text.parts().get(i), i == 0)) {
                return text.parts().subList(0, i);
            }
        }
        return text.parts();
    }

    /** Whether what follows in an address can no longer change its host: {@code https://api.example.org/}, {@code /path}. */
    private static boolean fixesHost(FlowValue part, boolean first) {
        if (!(part instanceof FlowValue.Text text)) {
            return false;
        }
        int scheme = text.value().indexOf("://");
        if (scheme < 0) {
            // A slash after a host that is not written out ends it; two at the beginning begin one.
            return text.value().contains("/") && !(first && text.value().startsWith("//"))
                    || text.value().startsWith("?")
                    || text.value().startsWith("#");
        }
        String rest = text.value().substring(scheme + 3);
        return rest.contains("/") || rest.contains("?");
    }

    /** What of an argument does harm in a kind of use. */
    static List<FlowValue> harmful(FlowValue argument, String kind) {
        return switch (kind) {
            case "command" -> commands(argument);
            // What is taken from a request field by field is not all that it holds.
            case "mass-assignment" -> wholes(argument).toList();
            // Maps and lists are answered as JSON.
            case "html" ->
                Values.alternatives(argument).stream()
                        .filter(it -> !(it instanceof FlowValue.MapOf) && !(it instanceof FlowValue.ListOf))
                        .toList();
            case "log" -> texts(argument).toList();
            case "ssrf" -> hosts(argument);
            case "token-parts" -> Tokens.parts(argument);
            case "recipient", "mail-identity" -> addresses(argument);
            default -> List.of(argument);
        };
    }

    /** What of a value is written as it is: not maps, lists, bytes and what JSON is read into, whose line breaks are escaped. */
    private static Stream<FlowValue> texts(FlowValue value) {
        return Values.alternatives(value).stream().flatMap(it -> switch (it) {
            case FlowValue.MapOf ignored -> Stream.of();
            case FlowValue.ListOf ignored -> Stream.of();
            case FlowValue.Concatenation text -> text.parts().stream().flatMap(Shapes::texts);
            case FlowValue.Result(FlowValue.Member method, var ignored, var place)
            when PARSED.contains(method.name()) -> Stream.of();
            default -> Stream.of(it);
        });
    }

    /** What of a request that is described by a map says where it goes. */
    private static List<FlowValue> hosts(FlowValue argument) {
        return Values.alternatives(argument).stream()
                .flatMap(it -> it instanceof FlowValue.MapOf request
                        ? request.entries().stream()
                                .filter(entry -> entry.name() != null && HOSTS.contains(entry.name()))
                                .map(FlowArgument::value)
                        : Stream.of(it))
                .toList();
    }

    /** The addresses of which not even the host is written out. */
    private static List<FlowValue> addresses(FlowValue argument) {
        return Values.alternatives(argument).stream()
                .flatMap(it -> it instanceof FlowValue.ListOf list
                        ? list.items().stream().flatMap(item -> Values.alternatives(item).stream())
                        : Stream.of(it))
                .filter(it -> !(it instanceof FlowValue.Concatenation(List<FlowValue> parts)
                        && parts.getLast() instanceof FlowValue.Text(String end)
                        && end.contains("@")))
                .toList();
    }

    /** What a value is all of, through calls that give it another form. */
    private static Stream<FlowValue> wholes(FlowValue value) {
        return Values.alternatives(value).stream().flatMap(it -> switch (it) {
            case FlowValue.MapOf map ->
                map.entries().stream().filter(FlowArgument::spread).map(FlowArgument::value);
            case FlowValue.Result result
            when !result.arguments().isEmpty() ->
                wholes(result.arguments().getFirst().value());
            default -> Stream.of(it);
        });
    }

    /** Whether something of a caller does harm in a kind of use. */
    static boolean isHarm(Leaf leaf, String kind) {
        boolean whole =
                leaf.value() instanceof FlowValue.Event event && event.path().isEmpty();
        return switch (kind) {
            case "event-logged" -> whole;
            // All of the event is a matter of its own, and maps are written with their line breaks escaped.
            case "log" ->
                !whole
                        && !(leaf.value() instanceof FlowValue.Event part
                                && MAPS.contains(part.path().getLast()));
            default -> true;
        };
    }

    /** Whether only outsiders do harm in a kind of use: whoever may invoke the function has been given the choice. */
    static boolean isForOutsidersOnly(String kind) {
        return FOR_OUTSIDERS.contains(kind);
    }

    /** Whether what was stored before does harm in a kind of use; what a pattern or an item is made of was stored to be that. */
    static boolean isHarmStored(String kind) {
        return !HARMLESS_STORED.contains(kind);
    }

    /** Whether what another host answers does harm in a kind of use. */
    static boolean isHarmAnswered(String kind) {
        return kind.equals("ssrf");
    }

    /** What of a value is run as a command: of a list of arguments the program, and what a shell is told to run. */
    static List<FlowValue> commands(FlowValue value) {
        if (!(value instanceof FlowValue.ListOf list) || list.items().isEmpty()) {
            return List.of(value);
        }
        FlowValue program = list.items().getFirst();
        if (isShell(program)) {
            for (int i = 1; i + 1 < list.items().size(); i++) {
                if (list.items().get(i) instanceof FlowValue.Text option && COMMAND_OPTIONS.contains(option.value())) {
                    return List.of(list.items().get(i + 1));
                }
            }
        }
        return List.of(program);
    }

    /** Whether it is a program that runs commands it is given. */
    static boolean isShell(FlowValue program) {
        return Values.alternatives(program).stream()
                .anyMatch(it -> it instanceof FlowValue.Text text
                        && SHELLS.contains(text.value().substring(text.value().lastIndexOf('/') + 1)));
    }
}
