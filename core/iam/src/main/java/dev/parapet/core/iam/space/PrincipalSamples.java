package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Principal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Those whom statements name, somebody else of each account that they name, and strangers of each sort. */
final class PrincipalSamples {
    /** The account that owns the resource; nothing hangs on its number. */
    static final String OWNER = "000000000000";

    static final Principal ANYBODY = new Principal.User("arn:aws:iam::" + OWNER + ":user/somebody", OWNER);

    private static final String STRANGER = "999999999999";

    private PrincipalSamples() {}

    static List<Principal> of(List<Statement> statements, PolicyKind kind) {
        boolean counts = switch (kind) {
            case RESOURCE, RESOURCE_CONTROL, VPC_ENDPOINT -> true;
            case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> false;
        };
        if (!counts) {
            return List.of(ANYBODY);
        }
        Set<Principal> samples = new LinkedHashSet<>();
        for (Statement statement : statements) {
            if (statement.principal() != null) {
                for (PrincipalPattern pattern : statement.principal().patterns()) {
                    add(pattern, samples);
                }
            }
        }
        samples.add(new Principal.Anonymous());
        samples.add(new Principal.User("arn:aws:iam::" + STRANGER + ":user/stranger", STRANGER));
        samples.add(new Principal.Service("stranger.amazonaws.com"));
        samples.add(new Principal.Federated("arn:aws:iam::" + STRANGER + ":saml-provider/stranger"));
        return new ArrayList<>(samples);
    }

    private static void add(PrincipalPattern pattern, Set<Principal> samples) {
        switch (pattern) {
            case PrincipalPattern.Everyone ignored -> {}
            case PrincipalPattern.CanonicalUser ignored -> {}
            case PrincipalPattern.Unknown ignored -> {}
            case PrincipalPattern.Account(String id) ->
                samples.add(new Principal.User("arn:aws:iam::" + id + ":user/somebody", id));
            case PrincipalPattern.Service(String name) -> samples.add(new Principal.Service(name));
            case PrincipalPattern.Federated(String provider) -> samples.add(new Principal.Federated(provider));
            case PrincipalPattern.Identity(String arn) -> {
                Principal named = Principal.parse(arn);
                if (named != null) {
                    samples.add(named);
                    if (named instanceof Principal.Role(String role, String account)) {
                        String name = role.substring(role.lastIndexOf('/') + 1);
                        samples.add(new Principal.RoleSession(
                                "arn:aws:sts::" + account + ":assumed-role/" + name + "/somebody", account, name));
                    }
                    String account = named.accountId();
                    if (account != null) {
                        samples.add(new Principal.User("arn:aws:iam::" + account + ":user/somebody", account));
                    }
                }
            }
        }
    }
}
