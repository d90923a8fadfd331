package dev.parapet.core.need.grant;

import dev.parapet.core.iam.access.Asker;
import dev.parapet.core.iam.access.Directory;
import dev.parapet.core.iam.access.Inquiry;
import dev.parapet.core.iam.access.Target;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.need.resource.NamedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is needed and not granted, decided by the IAM engine: by the policies of the role after boundaries and denies, and those of the
 * resources. An action is lacking only when it would be whatever the parts of the ARN turn out to be that the deployment or the request
 * tells; what hangs on something that is not known is not lacking.
 */
public final class Lack {
    private final Directory directory;
    private final @Nullable Asker asker;

    /**
     * What a role lacks.
     *
     * @param account the account of its application
     * @param role the ARN of the role, as {@code TemplateNames} has it
     */
    public Lack(Account account, String role) {
        this.directory = new Directory(List.of(account), List.of(), null);
        Asker found = null;
        for (Identity identity : account.identities()) {
            if (identity.arn().equals(role)) {
                found = Asker.of(identity, account);
            }
        }
        this.asker = found;
    }

    /** Those of some needs that are not granted. */
    public List<Need> of(List<Need> needs) {
        List<Need> lacking = new ArrayList<>();
        for (Need need : needs) {
            if (asker != null && isLacking(asker, need)) {
                lacking.add(need);
            }
        }
        return lacking;
    }

    private boolean isLacking(Asker who, Need need) {
        NamedResource resource = need.resource();
        Target target = target(resource.shape(), need.action());
        if (isAllowed(decision(who, need.action(), target))) {
            return false;
        }
        // The same with whatever the unknown parts may be; the policy of the resource stays that of the resource.
        Target widest = new Target(resource.widest(), target.resource(), target.owner(), target.policy());
        return !isAllowed(decision(who, need.action(), widest));
    }

    private Target target(String arn, String action) {
        return switch (directory.target(arn, action)) {
            case Directory.Found.One<Target>(Target one) -> one;
            case Directory.Found.None<Target> ignored -> new Target(arn, null, null, null);
            case Directory.Found.Several<Target> ignored -> new Target(arn, null, null, null);
        };
    }

    private static Decision decision(Asker who, String action, Target target) {
        Inquiry inquiry = new Inquiry(who, action, target, Map.of());
        return ReferenceEvaluator.evaluate(inquiry.request(), inquiry.policies())
                .decision();
    }

    private static boolean isAllowed(Decision decision) {
        return decision == Decision.ALLOWED || decision == Decision.UNDETERMINED;
    }
}
