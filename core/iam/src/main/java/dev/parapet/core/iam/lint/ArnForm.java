package dev.parapet.core.iam.lint;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.evaluation.PatternMatch;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.knowledge.ResourceType;
import dev.parapet.core.knowledge.ServiceAuthorization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The form of the ARNs of a type of resource, and whether a pattern of a policy can be one of them. The last part of a form goes no
 * further than where another type of the service begins: the name of a bucket has no slash, as behind one the name of an object begins.
 */
public final class ArnForm {
    private static final int PARTS = 6;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    /**
     * How a policy of a private API may begin instead of an ARN (<a
     * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html">Resource policy
     * examples</a>).
     */
    static final String SHORT = "execute-api:/";

    /** Longer patterns count as fitting. */
    private static final int MOST = 2_048;

    /** Types whose ARNs have more behind them than the reference says: {@code log-group:x:*}, and {@code function:x:alias}. */
    private static final Set<String> OPEN = Set.of("logs log-group", "lambda function");

    /** Services some of whose resources are the provider's, whose ARNs name no account. */
    private static final Set<String> OF_PROVIDER =
            Set.of("aws-marketplace", "bedrock", "ec2", "imagebuilder", "resource-explorer-2", "ssm");

    /** Services whose ARNs follow from the names of their resources; what others put into theirs the deployment tells. */
    private static final Set<String> NAMED = Set.of(
            "dynamodb", "events", "firehose", "iam", "kinesis", "kms", "lambda", "logs", "s3", "sns", "sqs", "states");

    private static final Map<String, List<ArnForm>> FORMS = new ConcurrentHashMap<>();

    private final String text;
    private final List<GlobOverlap> parts;
    private final boolean mayBeProviders;

    private ArnForm(String text, List<GlobOverlap> parts, boolean mayBeProviders) {
        this.text = text;
        this.parts = parts;
        this.mayBeProviders = mayBeProviders;
    }

    /** The forms of a type that actions of a service take. */
    public static List<ArnForm> of(String service, ResourceType type) {
        return FORMS.computeIfAbsent(service + " " + type.name(), key -> {
            ServiceAuthorization facts = ServiceAuthorization.of(service);
            List<ArnForm> forms = new ArrayList<>();
            for (String arn : type.arns()) {
                String end = facts == null || OPEN.contains(key) ? "" : facts.separatorsBehind(arn);
                List<GlobOverlap> parts = new ArrayList<>();
                String[] written = arn.split(":", PARTS);
                for (int i = 0; i < written.length; i++) {
                    parts.add(GlobOverlap.ofForm(written[i], i == PARTS - 1 ? end : ""));
                }
                forms.add(new ArnForm(arn, parts, OF_PROVIDER.contains(service)));
            }
            return List.copyOf(forms);
        });
    }

    /** Whether resources of a form are the provider's: it names no account, and the service has such. */
    public static boolean isOfProvider(String service, String form) {
        return OF_PROVIDER.contains(service) && !form.contains("${Account}");
    }

    /** The form as it is published, in the first of the partitions. */
    String text() {
        return text.replace("${Partition}", "aws");
    }

    /** How well a pattern fits. */
    enum Fit {
        /** It can be such an ARN. */
        YES,
        /** It could be one with another region or account. */
        BUT_FOR_PLACE,
        /** It cannot. */
        NO
    }

    /** Whether a pattern can be such an ARN, in whichever region and account. */
    public boolean mayBe(TextPattern pattern) {
        return fit(pattern) != Fit.NO;
    }

    Fit fit(TextPattern pattern) {
        if (pattern.isEverything()
                || pattern.text().startsWith(SHORT)
                || pattern.text().indexOf(TextShape.OPEN) == 0
                || pattern.text().length() > MOST
                || parts.size() < PARTS) {
            return Fit.YES;
        }
        List<List<Token>> written = PatternMatch.parts(pattern.tokens(), PARTS);
        if (written.size() < PARTS) {
            // What is unknown, or a wildcard, may hold the colons that are missing.
            return GlobOverlap.joined(parts).overlaps(pattern.tokens()) ? Fit.YES : Fit.NO;
        }
        if (pattern.text().indexOf(TextShape.OPEN) >= 0
                && !(written.get(2).size() == 1
                        && written.get(2).getFirst() instanceof Token.Literal(String service)
                        && NAMED.contains(service))) {
            return Fit.YES;
        }
        boolean place = true;
        for (int i = 0; i < PARTS; i++) {
            boolean ofProvider =
                    i == ACCOUNT && mayBeProviders && written.get(i).isEmpty();
            if (!ofProvider && !parts.get(i).overlaps(written.get(i))) {
                if (i != REGION && i != ACCOUNT) {
                    return Fit.NO;
                }
                place = false;
            }
        }
        return place ? Fit.YES : Fit.BUT_FOR_PLACE;
    }
}
