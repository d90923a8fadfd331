package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Domain} of an HTTP or WebSocket API (AWS SAM, "HttpApiDomainConfiguration"). */
final class V2Domain {
    private static final Pattern INVALID = Pattern.compile("[^0-9a-zA-Z/_-]");

    private final Authored api;
    private final Value.Mapping written;
    private final Values values;
    private final String id;
    private final Value name;

    private V2Domain(Authored api, Value.Mapping written) {
        this.api = api;
        this.written = written;
        this.values = Values.of(written);
        Value domainName = written.get("DomainName");
        if (domainName == null || isNull("DomainName") || isNull("CertificateArn")) {
            throw api.invalid(
                    "Custom Domains only works if both DomainName and CertificateArn are provided.", written.span());
        }
        this.name = domainName;
        this.id = LogicalIds.of("ApiGatewayDomainNameV2", domainName);
    }

    private boolean isNull(String property) {
        Value value = written.get(property);
        return value == null || value instanceof Value.Null;
    }

    /**
     * What is made of it.
     *
     * @param domain the property, references to parameters resolved; null when there is none
     * @param mark the name of the tag that says who made the domain
     */
    static List<Made> of(Authored api, @Nullable Value domain, String mark, RecordSets recordSets) {
        return domain == null ? List.of() : new V2Domain(api, api.map(domain, "Domain")).make(mark, recordSets);
    }

    private List<Made> make(String mark, RecordSets recordSets) {
        List<Made> all = new ArrayList<>();
        all.add(domain(mark));
        all.addAll(mappings());
        Value.Mapping route53 = RecordSets.settings(api, written);
        if (route53 != null) {
            RecordSets.Target target = new RecordSets.Target(
                    values.getAtt(id, "RegionalHostedZoneId"), values.getAtt(id, "RegionalDomainName"));
            all.add(recordSets.add(api, route53, name, target, false));
        }
        return all;
    }

    private Made domain(String mark) {
        Value endpoint = written.get("EndpointConfiguration");
        if (!isNull("EndpointConfiguration")
                && endpoint != null
                && !(endpoint instanceof Value.Text text && text.text().equals("REGIONAL"))) {
            throw api.invalid("EndpointConfiguration for Custom Domains must be one of ['REGIONAL'].", endpoint.span());
        }
        MappingBuilder configuration = values.builder()
                .put("CertificateArn", written.get("CertificateArn"))
                .put("EndpointType", values.text("REGIONAL"));
        for (String optional : List.of("OwnershipVerificationCertificateArn", "SecurityPolicy")) {
            Value value = written.get(optional);
            configuration.put(optional, Intrinsics.isEmpty(value) ? null : value);
        }
        return api.make(id, "AWS::ApiGatewayV2::DomainName", written.span())
                .copy(written, "DomainName")
                .set("Tags", values.map(mark, values.text("SAM")))
                .set("DomainNameConfigurations", values.list(configuration.build()))
                .set("MutualTlsAuthentication", mutualTls());
    }

    private Value.@Nullable Mapping mutualTls() {
        Value tls = written.get("MutualTlsAuthentication");
        String fields = "['TruststoreUri', 'TruststoreVersion']";
        if (tls != null && !Intrinsics.isEmpty(tls) && !(tls instanceof Value.Mapping)) {
            throw api.invalid(
                    "MutualTlsAuthentication must be a map with at least one of the following fields " + fields + ".",
                    tls.span());
        }
        return MutualTls.of(
                written,
                (unknown, span) -> InvalidResource.of(
                        String.join(",", unknown),
                        "Available MutualTlsAuthentication fields are " + fields + ".",
                        span),
                api);
    }

    private List<Made> mappings() {
        Value paths = written.get("BasePath");
        boolean said = !Intrinsics.isEmpty(paths) && (paths instanceof Value.Sequence || paths instanceof Value.Text);
        if (!said || paths == null) {
            return List.of(mapping(api.id() + "ApiMapping", null));
        }
        List<Made> all = new ArrayList<>();
        for (Value path : paths instanceof Value.Sequence sequence ? sequence.items() : List.of(paths)) {
            if (!(path instanceof Value.Text text)) {
                throw api.invalid("Basepath must be a string.", path.span());
            }
            if (INVALID.matcher(text.text()).find()) {
                throw api.invalid("Invalid Basepath name provided.", path.span());
            }
            String plain = text.text().replaceAll("[-_/]+", "");
            String key = text.text().replaceAll("^/+|/+$", "");
            all.add(mapping(api.id() + plain + "ApiMapping", new Value.Text(key, text.span())));
        }
        return all;
    }

    private Made mapping(String mappingId, @Nullable Value key) {
        return api.make(mappingId, "AWS::ApiGatewayV2::ApiMapping", written.span())
                .set("DomainName", values.ref(id))
                .set("ApiId", values.ref(api.id()))
                .set("Stage", values.ref(api.id() + ".Stage"))
                .set("ApiMappingKey", key);
    }
}
