package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways in that are no route of API Gateway: function URLs, GraphQL, load balancers, CloudFront, websites in buckets. */
final class OtherEndpoints {
    private static final Map<String, String> URL = Map.of("NONE", "none", "AWS_IAM", "iam");
    /** The words for AppSync's types of authorization, https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html. */
    static final Map<String, String> APPSYNC = Map.of(
            "API_KEY", "api-key",
            "AWS_IAM", "iam",
            "AMAZON_COGNITO_USER_POOLS", "cognito",
            "OPENID_CONNECT", "jwt",
            "AWS_LAMBDA", "lambda");

    private static final Set<String> PUBLIC_LISTS = Set.of("PublicRead", "PublicReadWrite");
    private static final PropertyPath BEHAVIOURS = PropertyPath.of("DistributionConfig.CacheBehaviors[]");
    private static final PropertyPath DEFAULT_BEHAVIOUR = PropertyPath.of("DistributionConfig.DefaultCacheBehavior");

    private final Draft draft;
    private final Endpoints endpoints;
    private final Ends ends;
    private final Map<ResourceId, List<Value>> policies = new HashMap<>();

    OtherEndpoints(Draft draft, Endpoints endpoints) {
        this.draft = draft;
        this.endpoints = endpoints;
        this.ends = new Ends(draft);
        for (Resource policy : draft.ofType("AWS::S3::BucketPolicy")) {
            Resource bucket = draft.target(policy, policy.properties().get("Bucket"));
            Value document = policy.properties().get("PolicyDocument");
            if (bucket != null && document != null) {
                policies.computeIfAbsent(bucket.id(), id -> new ArrayList<>()).add(document);
            }
        }
    }

    void link() {
        draft.ofType("AWS::Lambda::Url").forEach(this::url);
        draft.ofType("AWS::AppSync::GraphQLApi").forEach(this::graphql);
        draft.ofType("AWS::AppSync::Resolver").forEach(this::resolver);
        draft.ofType("AWS::ElasticLoadBalancingV2::Listener").forEach(this::listener);
        draft.ofType("AWS::ElasticLoadBalancingV2::ListenerRule").forEach(this::listener);
        draft.ofType("AWS::CloudFront::Distribution").forEach(this::distribution);
        draft.ofType("AWS::S3::Bucket").forEach(this::website);
    }

    /** https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
    private void url(Resource url) {
        endpoints.state(
                url,
                new Facts(url.span())
                        .with("protocol", "function-url")
                        .with("method", "ANY")
                        .with("path", "/*")
                        .with("auth", Facts.word(url.properties().get("AuthType"), URL, "none", url.head())));
    }

    /** https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html */
    private void graphql(Resource api) {
        endpoints.add(
                api, "graphql", graphqlFacts(api).with("method", "POST").with("path", "/graphql"), api.condition());
    }

    private static Facts graphqlFacts(Resource api) {
        return new Facts(api.span())
                .with("protocol", "graphql")
                .with("auth", Facts.word(api.properties().get("AuthenticationType"), APPSYNC, "api-key", api.head()))
                .with("private", isWord(api, api.properties().get("Visibility"), "PRIVATE"));
    }

    private void resolver(Resource resolver) {
        Resource api = draft.target(resolver, resolver.properties().get("ApiId"));
        Facts facts = api == null ? new Facts(resolver.span()).with("protocol", "graphql") : graphqlFacts(api);
        endpoints.state(
                resolver,
                facts.with("method", resolver.properties().get("TypeName"))
                        .with("path", resolver.properties().get("FieldName")));
    }

    private static Value isWord(Resource resource, @Nullable Value value, String word) {
        return value == null
                ? new Value.Bool(false, resource.head())
                : Facts.choose(
                        value,
                        known -> new Value.Bool(
                                known instanceof Value.Text text && text.text().equals(word), known.span()));
    }

    /**
     * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html and
     * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
     */
    private void listener(Resource listener) {
        Resource above = draft.target(listener, listener.properties().get("ListenerArn"));
        Resource door = above == null ? listener : above;
        Resource balancer = draft.target(door, door.properties().get("LoadBalancerArn"));
        String auth = "none";
        for (PropertyPath.Hit mode :
                PropertyPath.of("MutualAuthentication.Mode").from(door.properties(), null)) {
            if (mode.value() instanceof Value.Text text && text.text().equals("verify")) {
                auth = "mutual-tls";
            }
        }
        String actions = above == null ? "DefaultActions[].Type" : "Actions[].Type";
        for (PropertyPath.Hit type : PropertyPath.of(actions).from(listener.properties(), null)) {
            String word = type.value() instanceof Value.Text text ? text.text() : "";
            auth = switch (word) {
                case "authenticate-cognito" -> "cognito";
                case "authenticate-oidc", "jwt-validation" -> "jwt";
                default -> auth;
            };
        }
        String path = "/*";
        for (PropertyPath.Hit pattern :
                PropertyPath.of("Conditions[].PathPatternConfig.Values[]").from(listener.properties(), null)) {
            path = pattern.value() instanceof Value.Text text ? text.text() : path;
        }
        Facts facts = new Facts(listener.span())
                .with("protocol", "load-balancer")
                .with("method", "ANY")
                .with("path", path)
                .with("auth", auth);
        if (balancer != null) {
            facts.with("private", isWord(balancer, balancer.properties().get("Scheme"), "internal"));
        }
        endpoints.state(listener, facts);
    }

    /** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html */
    private void distribution(Resource distribution) {
        Map<String, PropertyPath.Hit> origins = new HashMap<>();
        for (PropertyPath.Hit origin : PropertyPath.of("DistributionConfig.Origins[]")
                .from(distribution.properties(), distribution.condition())) {
            if (origin.value() instanceof Value.Mapping mapping && mapping.get("Id") instanceof Value.Text id) {
                origins.put(id.text(), origin);
            }
        }
        for (PropertyPath path : new PropertyPath[] {BEHAVIOURS, DEFAULT_BEHAVIOUR}) {
            for (PropertyPath.Hit hit : path.from(distribution.properties(), distribution.condition())) {
                if (hit.value() instanceof Value.Mapping behaviour) {
                    behaviour(distribution, behaviour, hit.condition(), origins);
                }
            }
        }
    }

    private void behaviour(
            Resource distribution,
            Value.Mapping behaviour,
            @Nullable Condition condition,
            Map<String, PropertyPath.Hit> origins) {
        String path = behaviour.get("PathPattern") instanceof Value.Text text ? text.text() : "*";
        Facts facts = new Facts(behaviour.span())
                .with("protocol", "cloudfront")
                .with("method", takesAll(behaviour) ? "ANY" : "GET")
                .with("path", path.startsWith("/") ? path : "/" + path)
                .with("auth", signed(behaviour));
        String endpoint = endpoints.add(distribution, path, facts, condition);
        PropertyPath.Hit origin =
                behaviour.get("TargetOriginId") instanceof Value.Text id ? origins.get(id.text()) : null;
        Value domain =
                origin != null && origin.value() instanceof Value.Mapping mapping ? mapping.get("DomainName") : null;
        String target = domain == null ? null : ends.inStacks(distribution, domain, null);
        if (origin != null && domain != null && target != null) {
            draft.edge(
                    endpoint,
                    target,
                    EdgeKind.REACHES,
                    domain.span(),
                    draft.existing(endpoint).label() + " reaches "
                            + draft.existing(target).label(),
                    Conditions.and(condition, origin.condition()));
        }
    }

    /** Unless it is told otherwise, a behaviour passes on GET and HEAD; the choices are these, these and OPTIONS, or all. */
    private static boolean takesAll(Value.Mapping behaviour) {
        for (PropertyPath.Hit method : PropertyPath.of("AllowedMethods[]").from(behaviour, null)) {
            if (!(method.value() instanceof Value.Text text)
                    || !Set.of("GET", "HEAD", "OPTIONS").contains(text.text())) {
                return true;
            }
        }
        return false;
    }

    /** Signed where key groups or signers are trusted; a function that sees each request may ask for anything. */
    private static Value signed(Value.Mapping behaviour) {
        for (String name : new String[] {"TrustedKeyGroups", "TrustedSigners"}) {
            if (behaviour.get(name) instanceof Value trusted
                    && !(trusted instanceof Value.Sequence sequence
                            && sequence.items().isEmpty())) {
                return Facts.choose(trusted, known -> new Value.Text("signed-url", known.span()));
            }
        }
        for (String name : new String[] {"LambdaFunctionAssociations", "FunctionAssociations"}) {
            for (PropertyPath.Hit type : PropertyPath.of(name + "[].EventType").from(behaviour, null)) {
                if (type.value() instanceof Value.Text text && text.text().equals("viewer-request")) {
                    return new Value.Unresolved(
                            "the code of the viewer request function",
                            "a function sees each request first",
                            type.value().span());
                }
            }
        }
        return new Value.Text("none", behaviour.span());
    }

    /** A website answers everybody whom the bucket's policy lets read: https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html */
    private void website(Resource bucket) {
        for (PropertyPath.Hit site :
                PropertyPath.of("WebsiteConfiguration").from(bucket.properties(), bucket.condition())) {
            Facts facts = new Facts(site.value().span())
                    .with("protocol", "website")
                    .with("method", "GET")
                    .with("path", "/*")
                    .with("auth", "none")
                    .with("private", isClosed(bucket));
            endpoints.add(bucket, "website", facts, site.condition());
        }
    }

    /**
     * Whether neither the access control list nor a policy opens a bucket to everybody, or what does is blocked
     * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html).
     */
    private Value isClosed(Resource bucket) {
        Value list = bucket.properties().get("AccessControl");
        Value closed = list == null || isBlocked(bucket, "BlockPublicAcls", "IgnorePublicAcls")
                ? new Value.Bool(true, bucket.head())
                : Facts.choose(
                        list,
                        known -> new Value.Bool(
                                !(known instanceof Value.Text text && PUBLIC_LISTS.contains(text.text())),
                                known.span()));
        if (isBlocked(bucket, "BlockPublicPolicy", "RestrictPublicBuckets")) {
            return closed;
        }
        for (Value policy : policies.getOrDefault(bucket.id(), List.of())) {
            Value word = Reach.policy(policy);
            if (word != null && !(closed instanceof Value.Bool known && !known.value())) {
                closed = Facts.choose(
                        word,
                        known -> new Value.Bool(
                                !(known instanceof Value.Text text
                                        && text.text().equals("open")),
                                known.span()));
            }
        }
        return closed;
    }

    /** Whether a bucket surely blocks one of the two ways: newly set, or already there. */
    private static boolean isBlocked(Resource bucket, String newly, String anyway) {
        for (String name : new String[] {newly, anyway}) {
            for (PropertyPath.Hit hit :
                    PropertyPath.of("PublicAccessBlockConfiguration." + name).from(bucket.properties(), null)) {
                if (hit.condition() == null
                        && Facts.truth(hit.value(), hit.value().span()) instanceof Value.Bool blocked
                        && blocked.value()) {
                    return true;
                }
            }
        }
        return false;
    }
}
