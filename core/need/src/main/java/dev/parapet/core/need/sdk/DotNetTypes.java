package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types of the AWS SDK for .NET, by their names without namespaces. */
final class DotNetTypes {
    /** {@code AmazonS3Client}, {@code IAmazonS3}: https://docs.aws.amazon.com/sdkfornet/v4/apidocs/. */
    private static final Pattern CLIENT = Pattern.compile("I?Amazon(\\w+?)(?:Client)?");

    private DotNetTypes() {}

    /** The last name of a type; empty where it has none. */
    static String name(FlowValue type) {
        return switch (type) {
            case FlowValue.Global global -> global.name();
            case FlowValue.Member member -> member.name();
            case FlowValue.Library library ->
                library.name().substring(library.name().lastIndexOf('.') + 1);
            default -> "";
        };
    }

    /** The type that an object is of, as the tables name it: an interface is called as what implements it. */
    static String of(FlowValue value) {
        String type = switch (value) {
            case FlowValue.Instance instance -> name(instance.type());
            // Table.LoadTable(…), new TableBuilder(…).Build()
            case FlowValue.Result result
            when result.of() instanceof FlowValue.Member made ->
                switch (made.name()) {
                    case "LoadTable" -> "Table";
                    case "Build" -> of(made.of()).replaceFirst("Builder$", "");
                    // ParametersManager.SsmProvider.WithMaxAge(…)
                    default -> provider(made.of());
                };
            case FlowValue.Member member -> provider(member);
            default -> "";
        };
        return type.matches("I[A-Z][a-z].*|IDynamo.*") && !type.startsWith("IAmazon") && !type.startsWith("Idempotency")
                ? type.substring(1)
                : type;
    }

    private static String provider(FlowValue value) {
        return switch (value) {
            case FlowValue.Member member when member.name().endsWith("Provider") -> member.name();
            case FlowValue.Result result when result.of() instanceof FlowValue.Member made -> provider(made.of());
            default -> "";
        };
    }

    /** The services whose client a type is; mostly one. */
    static List<SdkService> services(String type, ServiceTable table) {
        Matcher matcher = CLIENT.matcher(type);
        if (!matcher.matches()) {
            return List.of();
        }
        String name = matcher.group(1);
        Set<String> candidates =
                new LinkedHashSet<>(List.of(name, name + "v2", name.replaceFirst("Service(?=V\\d$|$)", "")));
        for (String candidate : candidates) {
            List<SdkService> found = table.services(Sdk.DOTNET, candidate);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return table.services().stream()
                .filter(it -> it.identifier().equalsIgnoreCase(name))
                .toList();
    }
}
