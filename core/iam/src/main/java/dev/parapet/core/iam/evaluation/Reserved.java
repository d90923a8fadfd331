package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.value.Arn;
import java.util.Locale;
import java.util.Set;

/**
 * What only the provider does, whatever policies say: changing its managed policies (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies">AWS managed
 * policies</a>: "You cannot change the permissions defined in AWS managed policies"), the roles that IAM Identity Center's own
 * role makes and changes under {@code /aws-reserved/} (<a
 * href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSSSOServiceRolePolicy.html">AWSSSOServiceRolePolicy</a>, "IAMRoleProvisioningActions";
 * that nobody else may is what IAM answers, {@code UnmodifiableEntity}, and no page of it says), and the aliases of its keys (<a href="https://docs.aws.amazon.com/kms/latest/developerguide/alias-create.html">Create aliases</a>: "The
 * alias/aws/ prefix is reserved").
 */
public final class Reserved {
    private static final Set<String> OF_POLICIES = Set.of(
            "iam:createpolicy",
            "iam:createpolicyversion",
            "iam:deletepolicy",
            "iam:deletepolicyversion",
            "iam:setdefaultpolicyversion",
            "iam:tagpolicy",
            "iam:untagpolicy");

    private static final Set<String> OF_ROLES = Set.of(
            "iam:attachrolepolicy",
            "iam:createrole",
            "iam:createservicelinkedrole",
            "iam:deleterole",
            "iam:deleterolepermissionsboundary",
            "iam:deleterolepolicy",
            "iam:deleteservicelinkedrole",
            "iam:detachrolepolicy",
            "iam:passrole",
            "iam:putrolepermissionsboundary",
            "iam:putrolepolicy",
            "iam:tagrole",
            "iam:untagrole",
            "iam:updateassumerolepolicy",
            "iam:updaterole",
            "iam:updateroledescription");

    private static final Set<String> OF_ALIASES = Set.of("kms:createalias", "kms:deletealias", "kms:updatealias");

    private Reserved() {}

    /** Whether nobody but the provider does something to a resource; roles that its services made for themselves act for it. */
    public static boolean isReserved(Principal principal, String action, String resource) {
        if (!action.regionMatches(true, 0, "iam:", 0, 4) && !action.regionMatches(true, 0, "kms:", 0, 4)) {
            return false;
        }
        String name = action.toLowerCase(Locale.ROOT);
        Arn arn = Arn.parse(resource);
        if (arn == null || principal.isServiceLinked()) {
            return false;
        }
        String part = arn.resource().toLowerCase(Locale.ROOT);
        return (OF_POLICIES.contains(name) && arn.account().equals("aws") && part.startsWith("policy/"))
                || (OF_ROLES.contains(name) && part.startsWith("role/aws-reserved/"))
                || (OF_ALIASES.contains(name) && part.startsWith("alias/aws/"));
    }
}
