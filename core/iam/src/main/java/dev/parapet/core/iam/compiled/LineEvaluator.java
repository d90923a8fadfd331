package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.compiled.LinePolicies.Cited;
import dev.parapet.core.iam.compiled.LineResources.ShortArns;
import dev.parapet.core.iam.compiled.StatementMatcher.Principals;
import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.knowledge.ActionTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides requests that bring their policies along, each on the line of JSON in which it is written: the policies of such a request are asked
 * once, so that whatever is made of them beforehand is mostly made in vain. Says what {@code BatchRequest} and {@link CompiledPolicies} say.
 *
 * <p>What is seldom is left to them: lines that are not plain ({@link JsonLine}), requests or policies that are not as they should be, and sets of
 * resources that a pattern covers in part. Not safe for several threads at once: a line is read into the memory of the one before.
 */
public final class LineEvaluator {
    /** The shortest resource of all. */
    private static final String ANY_ARN = "arn:::::";

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

    private static final Words<Name> NAMES = names();

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

    private static Words<Name> names() {
        Words<Name> words = new Words<>(Name.values().length, false);
        for (Name name : Name.values()) {
            words.put(name.word, name);
        }
        return words;
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
        int[] colons = Circumstances.colons(asked);
        if (principal == null
                || colon < 1
                || colon == action.length() - 1
                || action.indexOf('*') >= 0
                || (colons == null && !asked.equals("*"))) {
            throw Unusual.LINE;
        }
        boolean set = asked.indexOf('*') >= 0 && takesResources(action);
        int complete = field(Name.CONTEXT_IS_COMPLETE);
        question.ask(field(Name.ACTION), set);
        question.context().read(line, field(Name.CONTEXT), complete == 0 || line.kind(complete) != JsonLine.FALSE);
        question.resources().ask(line.text(), line.from(field(Name.RESOURCE)), line.to(field(Name.RESOURCE)));
        // One resource of a set stands for all: no pattern covers some of them only.
        String one = !set ? asked : asked.equals("*") ? ANY_ARN : asked.replace("*", "");
        Circumstances request = new Circumstances(principal, action, one, owner(asked, colons), NO_CONTEXT);
        return decided(sets().decide(request));
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

    private @Nullable String owner(String resource, int @Nullable [] colons) {
        int account = field(Name.RESOURCE_ACCOUNT);
        if (account > 0 && line.kind(account) == JsonLine.TEXT) {
            return line.string(account);
        }
        String owner = colons == null ? "" : resource.substring(colons[3] + 1, colons[4]);
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
        return new PolicySets<>(
                identity,
                boundaries,
                session,
                resource,
                levels(
                        Name.SERVICE_CONTROL_POLICIES,
                        "serviceControl",
                        Principals.IGNORED,
                        ShortArns.COMPLETED_BEHIND_WILDCARD),
                levels(
                        Name.RESOURCE_CONTROL_POLICIES,
                        "resourceControl",
                        Principals.EVERYBODY_BY_DEFAULT,
                        ShortArns.NOTHING),
                vpcEndpoint);
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
