package dev.parapet.cli.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.space.PolicySpace;
import dev.parapet.core.iam.space.Proof;
import dev.parapet.core.iam.space.RequestSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each principal may do by its own policies and within its boundary, before and after. Principals are matched by their names: the
 * logical id in templates, the ARN in lists of authorizations.
 *
 * @param gains one for each principal there is afterwards, in the order of the sources
 */
record PrincipalComparison(List<Gain> gains) {
    /**
     * What came of one principal.
     *
     * @param principal its name
     * @param isNew whether there was none of this name
     * @param proof whether it may do nothing more than before
     */
    record Gain(String principal, boolean isNew, Proof proof) {}

    PrincipalComparison {
        gains = List.copyOf(gains);
    }

    static PrincipalComparison of(List<Account> before, List<Account> after) {
        Map<String, Identity> old = byName(before);
        List<Gain> gains = new ArrayList<>();
        byName(after).forEach((name, identity) -> {
            Identity was = old.get(name);
            RequestSet had = was == null ? allowed(List.of()) : of(was);
            gains.add(new Gain(name, was == null, named(of(identity).isSubsetOf(had), identity)));
        });
        return new PrincipalComparison(gains);
    }

    private static Map<String, Identity> byName(List<Account> accounts) {
        Map<String, Identity> identities = new LinkedHashMap<>();
        accounts.forEach(
                account -> account.identities().forEach(identity -> identities.putIfAbsent(identity.name(), identity)));
        return identities;
    }

    /** What its policies allow and its boundary does (a boundary is read as the policies of an identity are). */
    private static RequestSet of(Identity identity) {
        RequestSet given = allowed(identity.policies());
        return identity.bounded().isEmpty() ? given : given.intersection(allowed(identity.boundaries()));
    }

    private static RequestSet allowed(List<Policy> policies) {
        return new RequestSet.Allowed(new PolicySpace(policies, PolicyKind.IDENTITY));
    }

    private static Proof named(Proof proof, Identity identity) {
        Principal asks = Principal.parse(identity.arn());
        return proof instanceof Proof.Refuted(Request witness) && asks != null
                ? new Proof.Refuted(new Request(
                        asks,
                        witness.action(),
                        witness.resource(),
                        witness.takesResources(),
                        witness.resourceAccount(),
                        witness.context()))
                : proof;
    }

    /** The word for all of them: new access of one is new access. */
    String verdict() {
        return gains.stream().anyMatch(gain -> gain.proof() instanceof Proof.Refuted)
                ? "beyond"
                : gains.stream().anyMatch(gain -> gain.proof() instanceof Proof.Undecided) ? "undecided" : "contained";
    }

    void text(Appendable out) throws IOException {
        for (Gain gain : gains) {
            String sentence = sentence(gain);
            if (sentence != null) {
                out.append(sentence).append('\n');
            }
        }
        long contained = gains.stream()
                .filter(gain -> gain.proof() instanceof Proof.Proven)
                .count();
        out.append(
                contained == gains.size()
                        ? "no new access: each principal of NEW (" + gains.size()
                                + ") may do in OLD all that it may in NEW\n"
                        : contained + " of " + gains.size() + " principals of NEW have no new access\n");
    }

    private static @Nullable String sentence(Gain gain) {
        return switch (gain.proof()) {
            case Proof.Proven ignored -> null;
            case Proof.Refuted(Request witness) ->
                "new access: " + NameWords.shown(gain.principal()) + " may " + RequestWords.sentence(witness)
                        + (gain.isNew() ? ", and OLD has no such principal" : ", and in OLD it may not");
            case Proof.Undecided(List<String> because) ->
                NameWords.shown(gain.principal()) + ": no new access was found, and that there is none cannot be told: "
                        + NameWords.shown(String.join("; ", because));
        };
    }

    void json(JsonGenerator json) throws IOException {
        json.writeStringField("verdict", verdict());
        json.writeArrayFieldStart("principals");
        for (Gain gain : gains) {
            json.writeStartObject();
            json.writeStringField("principal", NameWords.shown(gain.principal()));
            CompareCommand.json(gain.proof(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
