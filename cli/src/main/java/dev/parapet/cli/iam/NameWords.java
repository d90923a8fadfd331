package dev.parapet.cli.iam;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.access.Target;
import dev.parapet.core.knowledge.ConditionKey;
import dev.parapet.core.knowledge.ServiceAuthorization;
import dev.parapet.core.report.source.Printable;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Names as people read them. */
final class NameWords {
    /** The name that CloudFormation makes of those of the stack and of the resource. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\{AWS::StackName}-([A-Za-z0-9]+)-\\$\\{((?i)\\1)}");

    private NameWords() {}

    /** A text in which what is not known of a template stands as {@code ${name}}. */
    static String shown(String text) {
        // Within ARNs the colons of a name that is not known are dots.
        String shown = TextShape.shown(text).replace("${AWS..", "${AWS::");
        return Printable.of(
                shown.contains("${AWS::StackName}-") ? GENERATED.matcher(shown).replaceAll("\\${$2}") : shown);
    }

    /** A condition key as the provider writes it. */
    static String key(String key) {
        int colon = key.indexOf(':');
        if (colon <= 0 || key.indexOf(' ') >= 0) {
            return shown(key);
        }
        ServiceAuthorization service = ServiceAuthorization.of(key.substring(0, colon));
        ConditionKey known = key.startsWith("aws:")
                ? ServiceAuthorization.globalKey(key)
                : service == null ? null : service.key(key);
        if (known == null) {
            return shown(key);
        }
        // Of aws:PrincipalTag/${TagKey} the part before the variable is published.
        int variable = known.isForm()
                ? Math.max(known.name().indexOf("${"), known.name().indexOf('<'))
                : known.name().length();
        return known.name().substring(0, variable) + shown(key.substring(variable));
    }

    /** Keys, parameters and the like that would settle something. */
    static String keys(Collection<String> missing) {
        return listed(missing.stream().map(NameWords::key).toList());
    }

    /** What is asked for: a resource by its address and what stands behind that, else an ARN. */
    static String of(Target target) {
        return target.resource() == null
                ? shown(target.arn())
                : of(target.arn(), target.resource().arn(), target.resource().name());
    }

    /** An ARN, the beginning of which may be that of a resource with an address of its own. */
    static String of(String arn, String resource, String address) {
        return shown(arn.startsWith(resource) ? address + arn.substring(resource.length()) : arn);
    }

    /** Several names as one text. */
    static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
