package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.compiled.LinePolicies.Cited;
import dev.parapet.core.iam.compiled.LineResources.ShortArns;
import dev.parapet.core.iam.compiled.StatementMatcher.Principals;
import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.ResourceSet;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.value.Arn;
import dev.parapet.core.knowledge.ActionTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides requests that bring their policies along, each on the line of JSON in which it is written: the policies of such a request are asked
 * once, so that whatever is made of them beforehand is mostly made in vain. Says what {@code BatchRequest} and {@link CompiledPolicies} say.
 *
 * <p>What is seldom is left to them: lines that are not plain ({@link JsonLine}), and requests or policies that are not as they should be. Not safe for several threads at once: a line is read into the memory of the one before.
 */
public final class LineEvaluator {
    private static final Context NO_CONTEXT = new Context(Map.of(), true);

    private enum Name {
        ID("id"),
        PRINCIPAL("principal"),
        ACTION("action"),
        RESOURCE("resource"),
        RESOURCE_ACCOUNT("resourceAccount"),
        CONTEXT("context"),
        CONTEXT_IS_COMPLETE("contextIsComplete"),
        IDENTITY_POLICIES("identityPolicies"),
        PERMISSION_BOUNDARIES("permissionBoundaries"),
        SESSION_POLICIES("sessionPolicies"),
        RESOURCE_POLICY("resourcePolicy"),
        SERVICE_CONTROL_POLICIES("serviceControlPolicies"),
        RESOURCE_CONTROL_POLICIES("resourceControlPolicies"),
        VPC_ENDPOINT_POLICIES("vpcEndpointPolicies");

        private final String word;

        Name(String word) {
            this.word = word;
        }
    }

    private static final Words<Name> NAMES = Words.of(Name.values(), name -> name.word);

    private final LineQuestion question = new LineQuestion();
    private final JsonLine line = question.line();
    private final int[] fields = new int[Name.values().length];
    private final LinePolicies identity = policies("identity", Principals.IGNORED, ShortArns.COMPLETED);
    private final LinePolicies boundaries = policies("permissionBoundary", Principals.IGNORED, ShortArns.COMPLETED);
    private final LinePolicies session = policies("session", Principals.IGNORED, ShortArns.COMPLETED);
    private final LinePolicies resource = new LinePolicies(
            question, "resource", true, Principals.NOBODY_BY_DEFAULT, ShortArns.COMPLETED_BEHIND_WILDCARD);
    private final LinePolicies vpcEndpoint =
            policies("vpcEndpoint", Principals.EVERYBODY_BY_DEFAULT, ShortArns.COMPLETED_BEHIND_WILDCARD);

    private List<LinePolicies> serviceControl = List.of();
    private List<LinePolicies> resourceControl = List.of();

    /**
     * What became of a request.
     *
     * @param id the request's own name; empty when it has none
     * @param policy the policy of the statement that decided; null where none did
     * @param statement that statement; null where none did
     * @param missing what would have to be known, sorted; empty unless it is undetermined
     */
    public record Decided(
            String id,
            Decision decision,
            @Nullable String policy,
            @Nullable String statement,
            List<String> missing) {
        public Decided {
            missing = List.copyOf(missing);
        }
    }

    private LinePolicies policies(String kind, Principals principals, ShortArns shortArns) {
        return new LinePolicies(question, kind, false, principals, shortArns);
    }

    /**
     * Decides the request of a line.
     *
     * @param text UTF-8
     * @param from where the line begins
     * @param to where it ends, without what parts it from the next
     * @return null where it is left to others
     */
    public @Nullable Decided decide(byte[] text, int from, int to) {
        try {
            line.read(text, from, to);
            return decide();
        } catch (Unusual e) {
            return null;
        }
    }

    private Decided decide() throws Unusual {
        find();
        Principal principal = Principal.parse(text(Name.PRINCIPAL));
        String action = text(Name.ACTION);
        int colon = action.indexOf(':');
        String asked = text(Name.RESOURCE);
        Arn arn = Arn.parse(asked);
        if (principal == null
                || colon < 1
                || colon == action.length() - 1
                || action.indexOf('*') >= 0
                || (arn == null && !asked.equals("*"))) {
            throw Unusual.LINE;
        }
        int complete = field(Name.CONTEXT_IS_COMPLETE);
        question.ask(field(Name.ACTION));
        question.context().read(line, field(Name.CONTEXT), complete == 0 || line.kind(complete) != JsonLine.FALSE);
        String owner = owner(arn);
        PolicySets<Cited, Unusual> sets = sets();
        if (asked.indexOf('*') >= 0 && takesResources(action)) {
            return decided(sets.decide(resources(asked), resource -> {
                byte[] one = Ascii.of(resource);
                question.resources().ask(one, 0, one.length);
                return new Circumstances(principal, action, resource, Arn.parse(resource), owner, NO_CONTEXT);
            }));
        }
        int resource = field(Name.RESOURCE);
        question.resources().ask(line.text(), line.from(resource), line.to(resource));
        return decided(sets.decide(new Circumstances(principal, action, asked, arn, owner, NO_CONTEXT)));
    }

    /** One resource of each kind in a set. */
    private @Nullable List<String> resources(String set) throws Unusual {
        Set<List<Token>> patterns = new LinkedHashSet<>();
        Context context = question.context().whole();
        for (LinePolicies policies : List.of(identity, boundaries, session, resource, vpcEndpoint)) {
            policies.addResources(context, patterns);
        }
        for (LinePolicies level : serviceControl) {
            level.addResources(context, patterns);
        }
        for (LinePolicies level : resourceControl) {
            level.addResources(context, patterns);
        }
        return ResourceSet.resources(set, patterns);
    }

    private Decided decided(PolicySets.Outcome<Cited> outcome) {
        Cited by = outcome.by();
        boolean undetermined = outcome.decision() == Decision.UNDETERMINED;
        return new Decided(
                id(),
                outcome.decision(),
                by == null ? null : by.policy(),
                by == null ? null : by.statement(),
                undetermined && outcome.truth() instanceof Truth.Unknown(SortedSet<String> keys)
                        ? List.copyOf(keys)
                        : List.of());
    }

    private void find() throws Unusual {
        if (line.kind(0) != JsonLine.OBJECT) {
            throw Unusual.LINE;
        }
        Arrays.fill(fields, 0);
        for (int name = 1; name != line.after(0); name = line.after(name + 1)) {
            Name known = NAMES.of(line, name);
            if (known != null) {
                fields[known.ordinal()] = name + 1;
            }
        }
    }

    /** Where in the line a field is; 0 when it has none. */
    private int field(Name name) {
        return fields[name.ordinal()];
    }

    private String text(Name name) throws Unusual {
        int field = field(name);
        if (field == 0 || line.kind(field) != JsonLine.TEXT || line.from(field) == line.to(field)) {
            throw Unusual.LINE;
        }
        return line.string(field);
    }

    private String id() {
        int id = field(Name.ID);
        return id > 0 && line.kind(id) <= JsonLine.NUMBER ? line.string(id) : "";
    }

    private static boolean takesResources(String action) {
        ActionTable.Action known = ActionTable.standard().find(action);
        return known == null || known.hasResource();
    }

    private @Nullable String owner(@Nullable Arn arn) {
        int account = field(Name.RESOURCE_ACCOUNT);
        if (account > 0 && line.kind(account) == JsonLine.TEXT) {
            return line.string(account);
        }
        String owner = arn == null ? "" : arn.account();
        return owner.isEmpty() || owner.contains("*") ? null : owner;
    }

    private PolicySets<Cited, Unusual> sets() throws Unusual {
        refill(identity, Name.IDENTITY_POLICIES);
        refill(boundaries, Name.PERMISSION_BOUNDARIES);
        refill(session, Name.SESSION_POLICIES);
        refill(vpcEndpoint, Name.VPC_ENDPOINT_POLICIES);
        resource.clear();
        int own = field(Name.RESOURCE_POLICY);
        if (own > 0 && line.kind(own) != JsonLine.NULL) {
            resource.add(own);
        }
        resource.isForBounded(!boundaries.isEmpty());
        serviceControl = levels(
                Name.SERVICE_CONTROL_POLICIES,
                "serviceControl",
                Principals.IGNORED,
                ShortArns.COMPLETED_BEHIND_WILDCARD);
        resourceControl = levels(
                Name.RESOURCE_CONTROL_POLICIES, "resourceControl", Principals.EVERYBODY_BY_DEFAULT, ShortArns.NOTHING);
        return new PolicySets<>(identity, boundaries, session, resource, serviceControl, resourceControl, vpcEndpoint);
    }

    private void refill(LinePolicies policies, Name name) throws Unusual {
        policies.clear();
        policies.addAll(field(name));
    }

    private List<LinePolicies> levels(Name name, String kind, Principals principals, ShortArns shortArns)
            throws Unusual {
        int levels = field(name);
        if (levels == 0 || line.kind(levels) == JsonLine.NULL) {
            return List.of();
        }
        if (line.kind(levels) != JsonLine.ARRAY) {
            throw Unusual.LINE;
        }
        List<LinePolicies> sets = new ArrayList<>();
        for (int level = levels + 1; level != line.after(levels); level = line.after(level)) {
            LinePolicies set = policies(kind + "[" + sets.size() + "]", principals, shortArns);
            set.addAll(level);
            sets.add(set);
        }
        return sets;
    }
}
