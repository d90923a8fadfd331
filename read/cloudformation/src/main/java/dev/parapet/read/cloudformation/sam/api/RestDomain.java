package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.Table;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Domain} of a REST API: a name of its own, the paths under it, and its records (AWS SAM, "DomainConfiguration"). */
final class RestDomain {
    /**
     * What is made of a domain.
     *
     * @param settings the settings as SAM completes them; null when there is no domain
     * @param made the domain, the mappings of its paths, its records
     * @param association what gives a network endpoint access to a private domain
     */
    record Parts(@Nullable Table settings, List<Made> made, List<Made> association) {}

    private static final List<String> ENDPOINTS = List.of("EDGE", "REGIONAL", "PRIVATE");
    private static final List<String> OPTIONAL =
            List.of("SecurityPolicy", "EndpointAccessMode", "Policy", "OwnershipVerificationCertificateArn");

    private final Authored api;
    private final Value.Mapping written;
    private final Values values;
    private final boolean isPrivate;
    private final String endpoint;
    private final String id;

    private RestDomain(Authored api, Value.Mapping written) {
        this.api = api;
        this.written = written;
        this.values = Values.of(written);
        Value name = api.present(written.get("DomainName"), "Domain.DomainName");
        api.present(written.get("CertificateArn"), "Domain.CertificateArn");
        Value chosen = written.get("EndpointConfiguration");
        boolean none = chosen == null || chosen instanceof Value.Null;
        this.endpoint = none ? "REGIONAL" : chosen instanceof Value.Text text ? text.text() : "";
        if (!ENDPOINTS.contains(endpoint)) {
            throw api.invalid(
                    "EndpointConfiguration for Custom Domains must be one of ['EDGE', 'REGIONAL', 'PRIVATE'].",
                    ApiEvents.span(api, chosen));
        }
        this.isPrivate = endpoint.equals("PRIVATE");
        this.id = LogicalIds.of(isPrivate ? "ApiGatewayDomainNameV2" : "ApiGatewayDomainName", name);
    }

    static Parts of(Authored api, Transformation transformation) {
        Value domain = transformation.resolution().parametersOrNull(api.property("Domain"));
        return domain == null
                ? new Parts(null, List.of(), List.of())
                : new RestDomain(api, api.map(domain, "Domain")).make(transformation);
    }

    private Parts make(Transformation transformation) {
        List<Made> all = new ArrayList<>();
        all.add(domain());
        all.addAll(mappings());
        Value.Mapping route53 = RecordSets.settings(api, written);
        if (route53 != null) {
            Value name = api.present(written.get("DomainName"), "Domain.DomainName");
            RecordSets.Target target = target(route53);
            Made separate = RecordSets.separate(api, route53, name, target);
            all.add(separate == null ? RecordSets.of(transformation).add(api, route53, name, target, true) : separate);
        }
        return new Parts(settings(route53, transformation), all, isPrivate ? association() : List.of());
    }

    /** The settings with what SAM adds to them, as they go into the name of the deployment. */
    private Table settings(Value.@Nullable Mapping route53, Transformation transformation) {
        Table settings =
                Definition.authored(written, transformation.allowance()).root();
        if (isPrivate) {
            return settings;
        }
        Maker maker =
                Definition.authored(values.map(), transformation.allowance()).at(values.span());
        settings.put("ApiDomainName", maker.text(id));
        if (!endpoint.equals("EDGE")) {
            settings.put("EndpointConfiguration", maker.text(endpoint));
        }
        Table records = settings.table("Route53");
        if (records != null
                && route53 != null
                && endpoint.equals("EDGE")
                && Intrinsics.isEmpty(route53.get("DistributionDomainName"))) {
            records.put(
                    "DistributionDomainName",
                    maker.plain("Fn::GetAtt", maker.list(maker.text(id), maker.text("DistributionDomainName"))));
        }
        return settings;
    }

    private Made domain() {
        Made domain = api.make(
                id, isPrivate ? "AWS::ApiGateway::DomainNameV2" : "AWS::ApiGateway::DomainName", written.span());
        domain.copy(written, "DomainName");
        domain.copyAs(
                endpoint.equals("REGIONAL") ? "RegionalCertificateArn" : "CertificateArn", written, "CertificateArn");
        Value address = written.get("IpAddressType");
        domain.set(
                "EndpointConfiguration",
                values.map(
                        "Types",
                        values.texts(endpoint),
                        "IpAddressType",
                        Intrinsics.isEmpty(address) ? null : address));
        if (!isPrivate) {
            domain.set(
                    "MutualTlsAuthentication",
                    MutualTls.of(
                            written,
                            (unknown, span) -> api.invalid(
                                    "Available Domain.MutualTlsAuthentication fields are ['TruststoreUri',"
                                            + " 'TruststoreVersion'].",
                                    span),
                            api));
        }
        for (String name : OPTIONAL) {
            boolean known = isPrivate ? !name.equals("OwnershipVerificationCertificateArn") : !name.equals("Policy");
            Value value = written.get(name);
            if (!Intrinsics.isEmpty(value) && value != null) {
                if (!known) {
                    throw api.invalid(
                            "property " + name + " not defined for resource of type " + domain.type(), value.span());
                }
                domain.copy(written, name);
            }
        }
        return domain;
    }

    private List<Made> mappings() {
        Value paths = written.get("BasePath");
        boolean several = paths instanceof Value.Sequence && !Intrinsics.isEmpty(paths);
        boolean one = paths instanceof Value.Text && !Intrinsics.isEmpty(paths);
        if (!several && !one || paths == null) {
            return List.of(mapping(api.id() + "BasePathMapping", null));
        }
        Value normalize = written.get("NormalizeBasePath");
        boolean normalized = normalize == null || !Intrinsics.isEmpty(normalize);
        List<Made> all = new ArrayList<>();
        int index = 0;
        for (Value path : paths instanceof Value.Sequence sequence ? sequence.items() : List.of(paths)) {
            Value.Text text = api.text(path, "Domain.BasePath[" + index++ + "]");
            StringBuilder plain = new StringBuilder();
            text.text().codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
            all.add(mapping(
                    api.id() + plain + "BasePathMapping",
                    normalized ? new Value.Text(plain.toString(), text.span()) : text));
        }
        return all;
    }

    private Made mapping(String mappingId, @Nullable Value path) {
        Made mapping = api.make(
                mappingId,
                isPrivate ? "AWS::ApiGateway::BasePathMappingV2" : "AWS::ApiGateway::BasePathMapping",
                written.span());
        return mapping.set(isPrivate ? "DomainNameArn" : "DomainName", values.ref(id))
                .set("RestApiId", values.ref(api.id()))
                .set("Stage", values.ref(api.id() + ".Stage"))
                .set("BasePath", path);
    }

    private RecordSets.Target target(Value.Mapping route53) {
        String attribute = isPrivate ? "" : id;
        return switch (endpoint) {
            case "REGIONAL" ->
                new RecordSets.Target(
                        values.getAtt(attribute, "RegionalHostedZoneId"),
                        values.getAtt(attribute, "RegionalDomainName"));
            case "EDGE" -> {
                Value distribution = route53.get("DistributionDomainName");
                yield new RecordSets.Target(
                        values.text("Z2FDTNDATAQYW2"),
                        distribution == null || distribution instanceof Value.Null
                                ? values.getAtt(id, "DistributionDomainName")
                                : distribution);
            }
            default ->
                new RecordSets.Target(route53.get("VpcEndpointHostedZoneId"), route53.get("VpcEndpointDomainName"));
        };
    }

    private List<Made> association() {
        Value wanted = written.get("AccessAssociation");
        if (wanted == null || wanted instanceof Value.Null) {
            return List.of();
        }
        Value.Mapping association = api.map(wanted, "Domain.AccessAssociation");
        Value endpointId = association.get("VpcEndpointId");
        Values here = Values.of(wanted);
        Value hashed = here.list(endpointId == null ? new Value.Null(here.span()) : endpointId, here.text(id));
        return List.of(api.make(
                        LogicalIds.of("DomainNameAccessAssociation", hashed),
                        "AWS::ApiGateway::DomainNameAccessAssociation",
                        wanted.span())
                .set("DomainNameArn", here.ref(id))
                .set("AccessAssociationSourceType", here.text("VPCE"))
                .set("AccessAssociationSource", endpointId));
    }
}
