package dev.parapet.core.iam.account;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.knowledge.ManagedPolicyDocuments;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The provider's managed policies, and what stands for a policy of which nothing is known. */
public final class ProviderPolicies {
    private static final Span NOWHERE = Span.of("managed-policy-documents.txt.gz", 1, 1, 1, 1);
    private static final TextPattern.Syntax WILDCARDS = new TextPattern.Syntax(true, false);

    /** What {@code AdministratorAccess} allows: everything. */
    public static final Policy ADMINISTRATOR = allowing(List.of("*"));

    private ProviderPolicies() {}

    /** The policy with an ARN, or null when it is none of the provider's or not known. */
    public static @Nullable Policy find(String arn) {
        String document = ManagedPolicyDocuments.find(arn);
        return document != null
                        && JsonText.parse(new Value.Text(document, NOWHERE)) instanceof JsonText.Result.Parsed parsed
                ? PolicyReader.read(parsed.value()).policy()
                : null;
    }

    private static Policy allowing(List<String> actions) {
        Statement statement = new Statement(
                0,
                null,
                Effect.ALLOW,
                null,
                new Element<>(
                        false, actions.stream().map(ProviderPolicies::pattern).toList()),
                new Element<>(false, List.of(pattern("*"))),
                List.of(),
                NOWHERE);
        return new Policy(Version.V2012, null, List.of(statement), NOWHERE);
    }

    /** A policy of which nothing is known: whatever it is asked, it may say so or so. */
    public static Policy unknown(String name) {
        TextPattern anything =
                TextPattern.of(new Value.Unresolved(name, "its document is not at hand", NOWHERE), WILDCARDS);
        Statement statement = new Statement(
                0,
                null,
                Effect.ALLOW,
                null,
                new Element<>(false, List.of(anything)),
                new Element<>(false, List.of(pattern("*"))),
                List.of(),
                NOWHERE);
        return new Policy(Version.V2012, null, List.of(statement), NOWHERE);
    }

    /** A policy of a resource of which nothing is known: it may let anybody in, or not. */
    public static Policy unknownOfResource(String name) {
        Statement statement = new Statement(
                0,
                null,
                Effect.ALLOW,
                new Element<>(false, List.of(new PrincipalPattern.Unknown(name))),
                new Element<>(false, List.of(pattern("*"))),
                new Element<>(false, List.of(pattern("*"))),
                List.of(),
                NOWHERE);
        return new Policy(Version.V2012, null, List.of(statement), NOWHERE);
    }

    private static TextPattern pattern(String text) {
        return TextPattern.of(new Value.Text(text, NOWHERE), WILDCARDS);
    }
}
