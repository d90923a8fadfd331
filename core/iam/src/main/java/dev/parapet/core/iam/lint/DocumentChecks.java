package dev.parapet.core.iam.lint;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Version}, {@code Sid}, and elements that are missing, empty or turned round (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">Sid</a>, <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Policy checks</a>).
 */
final class DocumentChecks {
    private DocumentChecks() {}

    static void check(Value.Mapping document, Policy policy, Place place, PolicyLint lint) {
        if (document.get("Version") == null) {
            lint.tell(
                    Check.VERSION_MISSING,
                    "the policy has no Version and is read as one of 2008-10-17; add \"Version\": \"2012-10-17\"",
                    document.span());
        }
        boolean ofResource = !place.isOfIdentity()
                && (place != Place.ANYWHERE
                        || policy.statements().stream().anyMatch(statement -> statement.principal() != null));
        Map<String, Statement> bySid = new HashMap<>();
        for (Statement statement : policy.statements()) {
            sid(statement, ofResource, bySid, lint);
            elements(statement, ofResource, lint);
            if (place.isOfIdentity() && statement.principal() != null) {
                lint.tell(
                        Check.PRINCIPAL_MISPLACED,
                        PolicyLint.name(statement)
                                + " names a principal, which policies of an identity refuse; remove it",
                        statement.span());
            }
            if (place == Place.TRUST && statement.resource() != null) {
                lint.tell(
                        Check.TRUST_RESOURCE,
                        PolicyLint.name(statement)
                                + " names a resource, which trust policies refuse, as it is the role itself; remove it",
                        statement.span());
            }
        }
    }

    private static void sid(Statement statement, boolean ofResource, Map<String, Statement> bySid, PolicyLint lint) {
        String sid = statement.sid();
        if (sid == null) {
            return;
        }
        if (sid.isEmpty()) {
            lint.tell(Check.SID_EMPTY, "the Sid is empty; name the statement, or remove the Sid", statement.span());
            return;
        }
        if (!ofResource && !sid.chars().allMatch(DocumentChecks::isLetterOrDigit)) {
            lint.tell(
                    Check.SID_CHARACTERS,
                    "the Sid '" + PolicyLint.shown(sid)
                            + "' has other characters than letters and digits, which policies of an identity refuse; remove them",
                    statement.span());
        }
        Statement before = bySid.putIfAbsent(sid, statement);
        if (before != null) {
            lint.tell(
                    Check.SID_DUPLICATE,
                    "the Sid '" + PolicyLint.shown(sid) + "' stands in line "
                            + before.span().start().line() + " too; rename one of the statements",
                    statement.span());
        }
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static void elements(Statement statement, boolean ofResource, PolicyLint lint) {
        String name = PolicyLint.name(statement);
        if (statement.resource() == null && !ofResource) {
            lint.tell(
                    Check.RESOURCE_MISSING,
                    name + " has no Resource, which policies of an identity need; add one",
                    statement.span());
        }
        for (Element<?> element : present(statement)) {
            if (element.patterns().isEmpty()) {
                lint.tell(
                        Check.LIST_EMPTY,
                        name + " has an element with nothing in its list; fill it, or remove the statement",
                        statement.span());
            }
        }
        if (statement.effect() != Effect.ALLOW) {
            return;
        }
        if (statement.action().negated()) {
            lint.tell(
                    Check.ALLOW_NOT_ACTION,
                    name
                            + " allows everything that NotAction does not list, actions that do not exist yet too; list what is needed in Action",
                    statement.span());
        }
        if (isNegated(statement.resource())) {
            lint.tell(
                    Check.ALLOW_NOT_RESOURCE,
                    name
                            + " allows every resource that NotResource does not list; list what is needed in Resource, and deny the rest",
                    statement.span());
        }
        if (isNegated(statement.principal())) {
            lint.tell(
                    Check.ALLOW_NOT_PRINCIPAL,
                    name
                            + " allows everybody but those in NotPrincipal, without credentials too; list who is meant in Principal",
                    statement.span());
        }
    }

    private static boolean isNegated(@Nullable Element<?> element) {
        return element != null && element.negated();
    }

    private static List<Element<?>> present(Statement statement) {
        ArrayList<Element<?>> present = new ArrayList<>();
        present.add(statement.action());
        if (statement.resource() != null) {
            present.add(statement.resource());
        }
        if (statement.principal() != null) {
            present.add(statement.principal());
        }
        return present;
    }
}
