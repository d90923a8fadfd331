package dev.parapet.read.cloudformation.sam.connector;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Attributes;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code AWS::Serverless::Connector}: the policies and permissions by which a source may do something with one or several
 * destinations (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-connector.html).
 */
public final class Connector implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::Connector";

    private static final Kind END = Kind.mapOf(Kind.ANY);
    static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .required("Source", END)
            .required("Destination", Kind.oneOf(END, Kind.listOf(END)))
            .required("Permissions", Kind.listOf(Kind.TEXT));

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        PROPERTIES.check(resource, resource.properties());
        boolean many = resource.property("Destination") instanceof Value.Sequence;
        List<Value> destinations = resource.property("Destination") instanceof Value.Sequence all
                ? all.items()
                : Optional.ofNullable(resource.property("Destination")).stream().toList();
        Value.Mapping from = resource.map(resource.property("Source"), "Source");
        List<Made> all = new ArrayList<>();
        for (int i = 0; i < destinations.size(); i++) {
            Value.Mapping to = resource.map(destinations.get(i), "Destination");
            End destination = End.of(resource, to, from, transformation.output());
            End source = End.of(resource, from, to, transformation.output());
            List<Made> some =
                    new Connection(resource, source, destination, many ? "Destination" + i : "", transformation).make();
            for (Made made : some) {
                mark(made, resource, source, destination, transformation);
            }
            all.addAll(some);
        }
        if (all.isEmpty()) {
            throw resource.invalid("'Destination' is an empty list", resource.head());
        }
        Dependencies.replace(resource.id(), all.stream().map(Made::id).toList(), transformation);
        return all;
    }

    /** Says in the metadata what was connected, by the types that the author wrote. */
    private static void mark(
            Made made, Authored connector, End source, End destination, Transformation transformation) {
        Values values = new Values(connector.head());
        MappingBuilder metadata =
                made.attribute("Metadata") instanceof Value.Mapping own ? MappingBuilder.of(own) : values.builder();
        Value.Mapping ends = values.map(
                "Source",
                values.map("Type", values.text(type(source, transformation))),
                "Destination",
                values.map("Type", values.text(type(destination, transformation))));
        made.attribute(
                "Metadata",
                metadata.put("aws:sam:connectors", values.map(connector.id(), ends))
                        .build());
    }

    private static String type(End end, Transformation transformation) {
        Authored authored = end.id() == null ? null : transformation.authored(end.id());
        return authored == null || authored.type().isEmpty() ? end.type() : authored.type();
    }

    /**
     * A source and one destination.
     *
     * @param suffix what ends the names of what is made, where there are several destinations
     */
    private record Connection(
            Authored connector, End source, End destination, String suffix, Transformation transformation) {

        List<Made> make() {
            Value.Mapping profile = ConnectorProfiles.of(source.type(), destination.type());
            if (profile == null) {
                throw connector.invalid(
                        "Unable to create connector from " + source.type() + " to " + destination.type()
                                + "; it's not supported or the template is invalid.",
                        connector.head());
            }
            Value.Mapping properties = connector.map(profile.get("Properties"), "Properties");
            Set<String> permissions = permissions(properties);
            Value.Mapping filled = filled(properties);
            String type = profile.get("Type") instanceof Value.Text text ? text.text() : "";
            boolean ofSource = filled.get("SourcePolicy") instanceof Value.Bool bool && bool.value();
            Owned owned = new Owned(ofSource ? source : destination, ofSource ? "Source" : "Destination");
            return switch (type) {
                case "AWS_IAM_ROLE_MANAGED_POLICY" -> List.of(rolePolicy(owned, filled, permissions));
                case "AWS_SQS_QUEUE_POLICY" -> List.of(queuePolicy(owned, filled, permissions));
                case "AWS_SNS_TOPIC_POLICY" -> List.of(topicPolicy(owned, filled, permissions));
                case "AWS_LAMBDA_PERMISSION" -> lambdaPermissions(owned, filled, permissions);
                default -> throw new IllegalStateException("no connector profile has the type " + type);
            };
        }

        /** The end that the policy belongs to, and what SAM calls it. */
        private record Owned(End end, String name) {}

        private Set<String> permissions(Value.Mapping properties) {
            Set<String> known =
                    Intrinsics.entries(properties.get("AccessCategories")).keySet();
            Set<String> asked = new LinkedHashSet<>();
            Value written = connector.property("Permissions");
            if (written instanceof Value.Sequence list) {
                list.items().forEach(item -> asked.add(item instanceof Value.Text text ? text.text() : ""));
            } else {
                asked.addAll(Intrinsics.entries(written).keySet());
            }
            if (asked.isEmpty()) {
                throw connector.invalid(
                        "'Permissions' cannot be empty; valid values are: " + String.join(", ", known) + ".",
                        connector.head());
            }
            if (!known.containsAll(asked)) {
                throw unsupported("valid values are: " + String.join(", ", known));
            }
            if (properties.get("ValidAccessCategories") instanceof Value.Sequence combinations) {
                List<List<String>> valid =
                        combinations.items().stream().map(Connection::sorted).toList();
                if (!valid.contains(asked.stream().sorted().toList())) {
                    throw unsupported("valid combinations are: "
                            + String.join(
                                    ", ",
                                    valid.stream()
                                            .map(each -> String.join(" + ", each))
                                            .toList()));
                }
            }
            return asked;
        }

        private static List<String> sorted(Value combination) {
            List<String> names = new ArrayList<>();
            if (combination instanceof Value.Sequence sequence) {
                sequence.items().forEach(item -> names.add(item instanceof Value.Text text ? text.text() : ""));
            }
            return names.stream().sorted().toList();
        }

        private RuntimeException unsupported(String valid) {
            return connector.invalid(
                    "Unsupported 'Permissions' provided for connector from " + source.type() + " to "
                            + destination.type() + "; " + valid + ".",
                    connector.head());
        }

        private Value.Mapping filled(Value.Mapping properties) {
            Map<String, Optional<Value>> known = new LinkedHashMap<>();
            for (Map.Entry<String, String> each : List.of(
                    Map.entry("Arn", "Arn"),
                    Map.entry("ResourceId", "Id"),
                    Map.entry("Name", "Name"),
                    Map.entry("Qualifier", "Qualifier"))) {
                known.put("Source." + each.getKey(), Optional.ofNullable(source.property(each.getValue())));
                known.put("Destination." + each.getKey(), Optional.ofNullable(destination.property(each.getValue())));
            }
            try {
                return connector.map(new Replacement(known, connector.head()).in(properties), "Properties");
            } catch (Replacement.Missing missing) {
                throw connector.invalid(String.valueOf(missing.getMessage()), connector.head());
            }
        }

        private Made made(String name, String type) {
            return new Made(
                            connector.id() + name + suffix,
                            type,
                            connector.head(),
                            connector.written().span())
                    .passOn(connector.written(), Attributes.KEPT)
                    .dependsOn(connector.written().get("DependsOn"));
        }

        private Value.Mapping document(Value.Mapping profile, Set<String> permissions) {
            Values values = new Values(connector.head());
            List<Value> statements = new ArrayList<>();
            Intrinsics.entries(profile.get("AccessCategories")).forEach((name, entry) -> {
                if (permissions.contains(name)
                        && Intrinsics.entries(entry.value()).get("Statement") instanceof Value.Entry statement
                        && statement.value() instanceof Value.Sequence list) {
                    statements.addAll(list.items());
                }
            });
            return values.map("Version", values.text("2012-10-17"), "Statement", values.list(statements));
        }

        private Made rolePolicy(Owned owned, Value.Mapping profile, Set<String> permissions) {
            Value role = owned.end().role();
            if (role == null || Intrinsics.isEmpty(role)) {
                throw lacking("IAM role name", owned);
            }
            Made made = made("Policy", "AWS::IAM::ManagedPolicy");
            made.set("PolicyDocument", document(profile, permissions));
            made.set("Roles", made.values().list(role));
            String dependedBy = profile.get("DependedBy") instanceof Value.Text text ? text.text() : "";
            if (dependedBy.equals("DESTINATION_EVENT_SOURCE_MAPPING")
                    && source.id() != null
                    && destination.id() != null) {
                Dependencies.addToMapping(source.id(), destination.id(), made.id(), transformation);
            } else if (dependedBy.equals("SOURCE") && source.id() != null) {
                Dependencies.add(source.id(), made.id(), transformation);
            }
            return made;
        }

        private Made queuePolicy(Owned owned, Value.Mapping profile, Set<String> permissions) {
            Value url = owned.end().property("Url");
            if (url == null || Intrinsics.isEmpty(url)) {
                throw lacking("SQS queue URL", owned);
            }
            Made made = made("QueuePolicy", "AWS::SQS::QueuePolicy");
            made.set("PolicyDocument", document(profile, permissions));
            return made.set("Queues", made.values().list(url));
        }

        private Made topicPolicy(Owned owned, Value.Mapping profile, Set<String> permissions) {
            Value arn = owned.end().property("Arn");
            if (arn == null || Intrinsics.isEmpty(arn)) {
                throw lacking("SNS topic ARN", owned);
            }
            Made made = made("TopicPolicy", "AWS::SNS::TopicPolicy");
            made.set("Topics", made.values().list(arn));
            return made.set("PolicyDocument", document(profile, permissions));
        }

        private List<Made> lambdaPermissions(Owned owned, Value.Mapping profile, Set<String> permissions) {
            Value arn = owned.end().property("Arn");
            if (arn == null || Intrinsics.isEmpty(arn)) {
                throw lacking("Lambda function ARN", owned);
            }
            List<Made> all = new ArrayList<>();
            Intrinsics.entries(profile.get("AccessCategories")).forEach((name, entry) -> {
                if (permissions.contains(name) && entry.value() instanceof Value.Mapping access) {
                    Made made = made(name + "LambdaPermission", "AWS::Lambda::Permission");
                    made.set("FunctionName", arn);
                    all.add(made.copy(access, "Action", "Principal", "SourceArn", "SourceAccount"));
                }
            });
            return all;
        }

        private RuntimeException lacking(String what, Owned owned) {
            return connector.invalid(
                    "Unable to get " + what + " from '" + owned.name() + "' resource.", connector.head());
        }
    }
}
