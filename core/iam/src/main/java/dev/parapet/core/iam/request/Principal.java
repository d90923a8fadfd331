package dev.parapet.core.iam.request;

import dev.parapet.core.iam.value.Arn;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON
 * policy elements: Principal</a>, <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>).
 */
public sealed interface Principal {
    /** Somebody without credentials. */
    record Anonymous() implements Principal {}

    /** A service of the provider, such as {@code lambda.amazonaws.com}. */
    record Service(String name) implements Principal {}

    /** Somebody whom an identity provider vouches for, before any role is assumed: the ARN or the name of the provider. */
    record Federated(String provider) implements Principal {}

    /** The root user of an account. */
    record Root(String arn, String account) implements Principal {}

    /** An IAM user. */
    record User(String arn, String account) implements Principal {}

    /** An IAM role, whatever its session is called. */
    record Role(String arn, String account) implements Principal {}

    /**
     * A session of a role.
     *
     * @param role the name of the role, without its path
     */
    record RoleSession(String arn, String account, String role) implements Principal {}

    /**
     * A session that a user got by {@code sts:GetFederationToken}.
     *
     * @param user the name under which the session was asked for
     */
    record FederatedUser(String arn, String account, String user) implements Principal {}

    /**
     * Reads a principal: an ARN, {@code SERVICE.amazonaws.com}, the number of an account, or {@code anonymous}.
     *
     * @return the principal; null when it is none of these
     */
    static @Nullable Principal parse(String text) {
        if (text.equals("anonymous")) {
            return new Anonymous();
        }
        if (!text.startsWith("arn:")) {
            if (text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return new Root("arn:aws:iam::" + text + ":root", text);
            }
            return text.contains(".amazonaws.com")
                    ? new Service(text)
                    : text.indexOf('.') > 0 ? new Federated(text) : null;
        }
        Arn arn = Arn.parse(text);
        return arn == null
                ? null
                : arn.isPart(2, "iam") ? iam(text, arn) : arn.isPart(2, "sts") ? sts(text, arn) : null;
    }

    private static @Nullable Principal iam(String text, Arn arn) {
        int at = arn.start(5);
        if (isKind(text, at, "user")) {
            return new User(text, arn.account());
        }
        if (isKind(text, at, "role")) {
            return new Role(text, arn.account());
        }
        if (isKind(text, at, "root")) {
            return new Root(text, arn.account());
        }
        return isKind(text, at, "oidc-provider") || isKind(text, at, "saml-provider") ? new Federated(text) : null;
    }

    /** Whether a text goes on with a word, up to a slash or its end. */
    private static boolean isKind(String text, int at, String kind) {
        int end = at + kind.length();
        return text.startsWith(kind, at) && (text.length() == end || text.charAt(end) == '/');
    }

    private static @Nullable Principal sts(String text, Arn arn) {
        String[] parts = arn.resource().split("/", 3);
        String name = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "assumed-role" -> new RoleSession(text, arn.account(), name);
            case "federated-user" ->
                new FederatedUser(text, arn.account(), parts.length > 2 ? name + "/" + parts[2] : name);
            default -> null;
        };
    }

    /** The text that {@link #parse} reads. */
    default String text() {
        return switch (this) {
            case Anonymous ignored -> "anonymous";
            case Service service -> service.name();
            case Federated federated -> federated.provider();
            case Root root -> root.arn();
            case User user -> user.arn();
            case Role role -> role.arn();
            case RoleSession session -> session.arn();
            case FederatedUser user -> user.arn();
        };
    }

    /** The account that vouches for it; null for those whom no account does. */
    default @Nullable String accountId() {
        return switch (this) {
            case Anonymous ignored -> null;
            case Service ignored -> null;
            case Federated ignored -> null;
            case Root root -> root.account();
            case User user -> user.account();
            case Role role -> role.account();
            case RoleSession session -> session.account();
            case FederatedUser user -> user.account();
        };
    }

    /**
     * Whether it is a role that a service made for itself, which control policies don't touch (<a
     * href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">Service control policies,
     * "Tasks and entities not restricted by SCPs"</a>).
     */
    default boolean isServiceLinked() {
        return switch (this) {
            case Role role -> role.arn().contains(":role/aws-service-role/");
            case RoleSession session -> session.role().startsWith("AWSServiceRoleFor");
            case Anonymous ignored -> false;
            case Service ignored -> false;
            case Federated ignored -> false;
            case Root ignored -> false;
            case User ignored -> false;
            case FederatedUser ignored -> false;
        };
    }
}
