package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.space.Exposure.Outsider;
import dev.parapet.core.iam.value.Arn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outsiders whom a policy can let in: anybody, and those whom it names. What the provider says of their requests is that of a
 * stranger (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition context
 * keys</a>).
 */
final class Callers {
    private static final String STRANGER = "999999999999";
    private static final String STRANGE_ORGANIZATION = "o-stranger00";
    /** Stands for whichever service of the provider acts for a stranger. */
    private static final String ANY_SERVICE = "service.amazonaws.com";

    private static final ContextValue ABSENT = new ContextValue.Absent();

    /** Places where a stranger may be; a network that holds one of them is as good as the whole internet. */
    private static final List<ContextValue> ADDRESSES =
            said("9.9.9.9", "147.147.147.147", "219.219.219.219", "2a00::9");

    /** Keys that speak of the resource or service on whose behalf a service calls; nobody else sends them. */
    private static final List<String> SOURCE_KEYS =
            List.of("aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths");

    /**
     * Keys that name a place or a thing of somebody's own, and one of a stranger's. Where they are fixed, S3 takes a policy for one that is not public
     * (<a
     * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
     * meaning of "public"</a>).
     */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("aws:sourcevpc", "vpc-0999999stranger"),
            Map.entry("aws:sourcevpce", "vpce-0999999stranger"),
            Map.entry("aws:sourcevpcarn", "arn:aws:ec2:us-east-1:" + STRANGER + ":vpc/vpc-0999999stranger"),
            Map.entry("aws:vpceaccount", STRANGER),
            Map.entry("aws:vpceorgid", STRANGE_ORGANIZATION),
            Map.entry("s3:dataaccesspointarn", "arn:aws:s3:us-east-1:" + STRANGER + ":accesspoint/stranger"),
            Map.entry("s3:dataaccesspointaccount", STRANGER),
            Map.entry(
                    "s3:x-amz-server-side-encryption-aws-kms-key-id",
                    "arn:aws:kms:us-east-1:" + STRANGER + ":key/stranger"),
            Map.entry(
                    "elasticfilesystem:accesspointarn",
                    "arn:aws:elasticfilesystem:us-east-1:" + STRANGER + ":access-point/stranger"));

    private Callers() {}

    static List<Caller> of(List<Statement> statements, Exposure.Inside inside) {
        List<Caller> callers = new ArrayList<>();
        callers.add(new Caller(Outsider.ANONYMOUS, "", new Principal.Anonymous(), anonymous()));
        callers.add(account(Outsider.ANY_ACCOUNT, "", STRANGER, STRANGE_ORGANIZATION));
        for (String account : named(statements, Sort.ACCOUNT)) {
            if (!inside.accounts().contains(account)) {
                callers.add(account(Outsider.ACCOUNT, account, account, STRANGE_ORGANIZATION));
            }
        }
        for (String arn : named(statements, Sort.IDENTITY)) {
            Principal principal = Principal.parse(arn);
            String account = principal == null ? null : principal.accountId();
            if (principal != null && account != null && !inside.accounts().contains(account)) {
                callers.add(identity(arn, principal, account));
            }
        }
        for (String organization : organizations(statements)) {
            if (!inside.organizations().contains(organization)) {
                callers.add(account(Outsider.ORGANIZATION, organization, STRANGER, organization));
            }
        }
        Set<String> services = named(statements, Sort.SERVICE);
        if (isEverybody(statements)) {
            services.add(ANY_SERVICE);
        }
        for (String service : services) {
            callers.add(new Caller(
                    Outsider.SERVICE, service, new Principal.Service(service), service(service, statements)));
        }
        for (String provider : named(statements, Sort.PROVIDER)) {
            callers.add(
                    new Caller(Outsider.FEDERATED, provider, new Principal.Federated(provider), federated(provider)));
        }
        return callers;
    }

    /** Whether everybody is named, services of the provider among them. */
    private static boolean isEverybody(List<Statement> statements) {
        return statements.stream()
                .map(Statement::principal)
                .anyMatch(named -> named != null
                        && (named.negated()
                                || named.patterns().stream().anyMatch(PrincipalPattern.Everyone.class::isInstance)));
    }

    private enum Sort {
        ACCOUNT,
        IDENTITY,
        SERVICE,
        PROVIDER
    }

    private static Set<String> named(List<Statement> statements, Sort sort) {
        SortedSet<String> names = new TreeSet<>();
        for (Statement statement : statements) {
            if (statement.principal() == null) {
                continue;
            }
            for (PrincipalPattern pattern : statement.principal().patterns()) {
                switch (pattern) {
                    case PrincipalPattern.Account(String id) when sort == Sort.ACCOUNT -> names.add(id);
                    case PrincipalPattern.Identity(String arn) when sort == Sort.IDENTITY -> names.add(arn);
                    case PrincipalPattern.Service(String name) when sort == Sort.SERVICE -> names.add(name);
                    case PrincipalPattern.Federated(String name) when sort == Sort.PROVIDER -> names.add(name);
                    default -> {}
                }
            }
        }
        for (Statement statement : statements) {
            for (Condition condition : statement.conditions()) {
                if (sort == Sort.ACCOUNT && condition.key().equals("aws:principalaccount")) {
                    condition.values().forEach(value -> addAccount(value, names));
                }
            }
        }
        return names;
    }

    private static void addAccount(TextPattern value, Set<String> names) {
        if (value.text().matches("[0-9]{12}")) {
            names.add(value.text());
        }
    }

    private static Set<String> organizations(List<Statement> statements) {
        SortedSet<String> organizations = new TreeSet<>();
        for (Statement statement : statements) {
            for (Condition condition : statement.conditions()) {
                if (condition.key().equals("aws:principalorgid")
                        || condition.key().equals("aws:principalorgpaths")) {
                    for (TextPattern value : condition.values()) {
                        String text = value.text().split("/", 2)[0];
                        if (text.matches("o-[a-z0-9]{10,32}")) {
                            organizations.add(text);
                        }
                    }
                }
            }
        }
        return organizations;
    }

    private static Caller account(Outsider kind, String name, String account, String organization) {
        String arn = "arn:aws:iam::" + account + ":user/stranger";
        Map<String, List<ContextValue>> says = new HashMap<>(signedIn(account, arn, organization));
        says.put("aws:principaltype", said("User"));
        says.put("aws:userid", said("AIDASTRANGER"));
        says.put("aws:username", said("stranger"));
        return new Caller(kind, name, new Principal.User(arn, account), says);
    }

    /** A user, role or session by name; what sort of principal it is is not fixed. */
    private static Caller identity(String arn, Principal principal, String account) {
        return new Caller(Outsider.PRINCIPAL, arn, principal, signedIn(account, arn, STRANGE_ORGANIZATION));
    }

    private static Map<String, List<ContextValue>> signedIn(String account, String arn, String organization) {
        return direct(Map.of(
                "aws:principalaccount", said(account),
                "aws:principalarn", said(arn),
                "aws:principalorgid", said(organization),
                "aws:principalorgpaths", List.of(new ContextValue.Many(List.of(organization + "/r-strange/"))),
                "aws:sourceowner", said(account),
                "kms:calleraccount", said(account),
                "events:creatoraccount", said(account)));
    }

    private static Map<String, List<ContextValue>> anonymous() {
        List<ContextValue> none = List.of(ABSENT);
        return direct(Map.of(
                "aws:principalaccount", said("anonymous"),
                "aws:principalarn", none,
                "aws:principalorgid", none,
                "aws:principalorgpaths", none,
                "aws:principaltype", said("Anonymous"),
                "aws:userid", said("anonymous"),
                "aws:username", none,
                "aws:sourceowner", none,
                "kms:calleraccount", none));
    }

    /** Somebody else of the same provider: with a subject of their own, or an identity pool of their own. */
    private static Map<String, List<ContextValue>> federated(String provider) {
        String host = provider.substring(provider.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        return direct(Map.of(
                host + ":sub",
                said("repo:stranger/stranger:ref:refs/heads/main", "stranger"),
                "cognito-identity.amazonaws.com:aud",
                said("us-east-1:stranger")));
    }

    private static Map<String, List<ContextValue>> direct(Map<String, List<ContextValue>> own) {
        Map<String, List<ContextValue>> says = new HashMap<>(own);
        SOURCE_KEYS.forEach(key -> says.put(key, List.of(ABSENT)));
        says.put("lambda:eventsourcetoken", List.of(ABSENT));
        PLACES.forEach((key, place) -> says.put(key, List.of(ABSENT, new ContextValue.One(place))));
        says.put("aws:sourceip", ADDRESSES);
        says.put("aws:principalisawsservice", said("false"));
        says.put("aws:principalservicename", List.of(ABSENT));
        return says;
    }

    /** A service that acts for a stranger. */
    private static Map<String, List<ContextValue>> service(String name, List<Statement> statements) {
        String service = name.split("\\.", 2)[0];
        Map<String, List<ContextValue>> says = new HashMap<>();
        says.put("aws:sourceaccount", said(STRANGER));
        says.put("aws:sourceowner", said(STRANGER));
        says.put("aws:sourceorgid", said(STRANGE_ORGANIZATION));
        says.put("aws:sourceorgpaths", List.of(new ContextValue.Many(List.of(STRANGE_ORGANIZATION + "/r-strange/"))));
        says.put("aws:sourcearn", sources(service, statements));
        // https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-an-aws-lambda-function.html
        says.put("lambda:eventsourcetoken", said("amzn1.ask.skill.stranger"));
        says.put("kms:calleraccount", said(STRANGER));
        says.put("events:creatoraccount", said(STRANGER));
        // Services call each other within the provider's network.
        says.put("aws:sourceip", List.of(ABSENT));
        says.put("aws:principalisawsservice", said("true"));
        says.put("aws:principalservicename", said(name));
        for (String key : List.of(
                "aws:principalaccount",
                "aws:principalarn",
                "aws:principalorgid",
                "aws:principalorgpaths",
                "aws:username",
                "aws:userid")) {
            says.put(key, List.of(ABSENT));
        }
        PLACES.keySet().forEach(key -> says.put(key, List.of(ABSENT)));
        return says;
    }

    /** Resources of the stranger, one for each way in which conditions on the source can come out. */
    private static List<ContextValue> sources(String service, List<Statement> statements) {
        List<Condition> conditions = new ArrayList<>();
        for (Statement statement : statements) {
            statement.conditions().stream()
                    .filter(condition -> condition.key().equals("aws:sourcearn"))
                    .forEach(conditions::add);
        }
        List<ContextValue> sources = new ArrayList<>();
        sources.add(new ContextValue.One("arn:aws:" + service + ":us-east-1:" + STRANGER + ":stranger"));
        // The ARN of a bucket names no account.
        sources.add(new ContextValue.One("arn:aws:s3:::stranger"));
        for (ContextValue value : KeyCells.of("aws:sourcearn", conditions).values()) {
            if (value instanceof ContextValue.One(String arn)) {
                Arn parts = Arn.parse(arn);
                if (parts != null) {
                    sources.add(new ContextValue.One(
                            arn.substring(0, parts.start(4)) + STRANGER + arn.substring(parts.end(4))));
                }
            }
        }
        return sources;
    }

    private static List<ContextValue> said(String... values) {
        List<ContextValue> said = new ArrayList<>();
        for (String value : values) {
            said.add(new ContextValue.One(value));
        }
        return said;
    }
}
