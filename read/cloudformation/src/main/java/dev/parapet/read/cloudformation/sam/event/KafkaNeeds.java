package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a role needs to poll Kafka: the secrets, the network of servers of one's own, and the schema registry. */
final class KafkaNeeds {
    private static final String TLS = "CLIENT_CERTIFICATE_TLS_AUTH";
    /** Ways to authenticate with a secret. */
    private static final Set<String> WITH_SECRET =
            Set.of("SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH", "BASIC_AUTH", TLS, "OAUTHBEARER_AUTH");
    /** Ways to authenticate without one. */
    private static final Set<String> WITHOUT_SECRET = Set.of("IAM_AUTH", "IAM_OAUTHBEARER_AUTH");

    private static final Set<String> OAUTH = Set.of(
            "OAUTHBEARER_SCOPE", "OAUTHBEARER_AUDIENCE", "OAUTHBEARER_LOGICAL_CLUSTER", "OAUTHBEARER_IDENTITY_POOL");

    private KafkaNeeds() {}

    static Value.@Nullable Mapping ofManagedCluster(FunctionEvent event, Transformation transformation) {
        Values values = event.values();
        List<Value> statements = new ArrayList<>(SchemaRegistry.statements(event, transformation));
        if (event.property("SourceAccessConfigurations") instanceof Value.Sequence all) {
            for (Value item : all.items()) {
                if (item instanceof Value.Mapping one
                        && one.get("Type") instanceof Value.Text type
                        && type.text().equals(TLS)
                        && one.get("URI") instanceof Value uri
                        && !Intrinsics.isEmpty(uri)) {
                    statements.add(BrokerNeeds.secret(values, uri));
                }
            }
        }
        return statements.isEmpty()
                ? null
                : PolicyDocuments.named(values, "MSKExecutionRolePolicy", statements.toArray(Value[]::new));
    }

    static Value.@Nullable Mapping ofOwnServers(FunctionEvent event, Transformation transformation) {
        if (Intrinsics.isEmpty(event.property("KafkaBootstrapServers"))) {
            throw event.invalid(
                    "No KafkaBootstrapServers provided for self managed kafka as an event source", event.head());
        }
        Value topics = event.property("Topics");
        if (topics == null || Intrinsics.isEmpty(topics)) {
            throw event.invalid("No Topics provided for self managed kafka as an event source", event.head());
        }
        if (topics instanceof Value.Sequence sequence && sequence.items().size() != 1) {
            throw event.invalid(
                    "Topics for self managed kafka only supports single configuration entry.", topics.span());
        }
        Value access = event.property("SourceAccessConfigurations");
        if (access == null || Intrinsics.isEmpty(access)) {
            throw event.invalid("No SourceAccessConfigurations for self managed kafka event provided.", event.head());
        }
        if (!(access instanceof Value.Sequence all)) {
            throw event.invalid(
                    "SourceAccessConfigurations for self managed kafka event should be a list.", access.span());
        }
        List<Value> statements = new Access(event).statements(all);
        Value key = BrokerNeeds.key(event);
        if (key != null) {
            statements.add(BrokerNeeds.decrypt(event.values(), key));
        }
        statements.addAll(SchemaRegistry.statements(event, transformation));
        return statements.isEmpty()
                ? null
                : PolicyDocuments.versioned(
                        event.values(), "SelfManagedKafkaExecutionRolePolicy", statements.toArray(Value[]::new));
    }

    /** How the servers are reached. */
    private static final class Access {
        private final FunctionEvent event;
        private boolean subnet;
        private boolean securityGroup;
        private boolean authenticates;
        private @Nullable Value secret;
        private @Nullable Value rootCertificate;

        Access(FunctionEvent event) {
            this.event = event;
        }

        List<Value> statements(Value.Sequence all) {
            for (Value item : all.items()) {
                if (!(item instanceof Value.Mapping one)) {
                    throw event.invalidProperty("Property 'SourceAccessConfigurations' should be a map.", item.span());
                }
                take(one);
            }
            if (subnet != securityGroup) {
                throw event.invalid(
                        "VPC_SUBNET and VPC_SECURITY_GROUP in SourceAccessConfigurations for SelfManagedKafka must be both"
                                + " provided.",
                        all.span());
            }
            Values values = event.values();
            List<Value> statements = new ArrayList<>();
            if (secret != null) {
                statements.add(BrokerNeeds.secret(values, secret));
            }
            if (rootCertificate != null) {
                statements.add(BrokerNeeds.secret(values, rootCertificate));
            }
            if (subnet) {
                statements.add(PolicyDocuments.allow(values, BrokerNeeds.NETWORK, values.text("*")));
            }
            return statements;
        }

        private void take(Value.Mapping one) {
            String type = one.get("Type") instanceof Value.Text text ? text.text() : "";
            if (type.equals("VPC_SUBNET")) {
                uri(one, type);
                subnet = true;
            } else if (type.equals("VPC_SECURITY_GROUP")) {
                uri(one, type);
                securityGroup = true;
            } else if (WITH_SECRET.contains(type) || WITHOUT_SECRET.contains(type)) {
                if (authenticates) {
                    throw event.invalid(
                            "Multiple auth mechanism properties specified in SourceAccessConfigurations for self managed kafka"
                                    + " event.",
                            one.span());
                }
                authenticates = true;
                if (WITH_SECRET.contains(type)) {
                    secret = uri(one, "auth mechanism");
                }
            } else if (type.equals("SERVER_ROOT_CA_CERTIFICATE")) {
                rootCertificate = uri(one, type);
            } else if (OAUTH.contains(type)) {
                uri(one, type);
            } else {
                throw event.invalid(
                        "Invalid SourceAccessConfigurations Type provided for self managed kafka event.", one.span());
            }
        }

        private Value uri(Value.Mapping one, String what) {
            Value uri = one.get("URI");
            if (uri == null || Intrinsics.isEmpty(uri)) {
                throw event.invalid(
                        "No " + what
                                + " URI property specified in SourceAccessConfigurations for self managed kafka event.",
                        one.span());
            }
            if (!(uri instanceof Value.Text) && !Intrinsics.is(uri)) {
                throw event.invalid(
                        "Wrong Type for " + what
                                + " URI property specified in SourceAccessConfigurations for self managed kafka event.",
                        uri.span());
            }
            return uri;
        }
    }
}
