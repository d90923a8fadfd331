package dev.parapet.core.iam.policy;

import dev.parapet.core.iam.value.Arn;
import org.jspecify.annotations.Nullable;

/** Somebody whom a policy names (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>). */
public sealed interface PrincipalPattern {
    /** {@code "*"} or {@code {"AWS": "*"}}: everybody, without credentials too. */
    record Everyone() implements PrincipalPattern {}

    /** An account, by its number or by {@code arn:aws:iam::123456789012:root}: whomever that account gives the permission. */
    record Account(String id) implements PrincipalPattern {}

    /** A user, a role or a session by its ARN. Wildcards mean nothing here. */
    record Identity(String arn) implements PrincipalPattern {}

    /** A service of the provider, such as {@code lambda.amazonaws.com}. */
    record Service(String name) implements PrincipalPattern {}

    /** An identity provider: its ARN, or a name such as {@code cognito-identity.amazonaws.com}. */
    record Federated(String provider) implements PrincipalPattern {}

    /** An account by the canonical id that S3 gives it. */
    record CanonicalUser(String id) implements PrincipalPattern {}

    /** Somebody who is not known when the policy is read. */
    record Unknown(String missing) implements PrincipalPattern {}

    /**
     * Reads a principal.
     *
     * @param kind the name under which it stands
     * @return null when there is no such kind
     */
    static @Nullable PrincipalPattern of(String kind, String text) {
        return switch (kind) {
            case "AWS" -> aws(text);
            case "Service" -> new Service(text);
            case "Federated" -> new Federated(text);
            case "CanonicalUser" -> new CanonicalUser(text);
            default -> null;
        };
    }

    private static PrincipalPattern aws(String text) {
        if (text.equals("*")) {
            return new Everyone();
        }
        if (isAccount(text)) {
            return new Account(text);
        }
        Arn arn = Arn.parse(text);
        return arn != null && arn.isPart(2, "iam") && arn.isPart(5, "root") && isAccount(arn.account())
                ? new Account(arn.account())
                : new Identity(text);
    }

    private static boolean isAccount(String text) {
        if (text.length() != 12) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
