package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of domains in Route 53 ({@code Domain.Route53}). APIs whose records are in one hosted zone share a group of them,
 * unless they say otherwise.
 */
final class RecordSets {
    private static final String TYPE = "AWS::Route53::RecordSetGroup";

    private final Map<String, Made> groups = new HashMap<>();
    private final Map<String, List<Value>> records = new HashMap<>();

    static RecordSets of(Transformation transformation) {
        return transformation.kept(RecordSets.class, RecordSets::new);
    }

    /**
     * What a record points at.
     *
     * @param zone the hosted zone of that, as far as it is known
     * @param name its name
     */
    record Target(@Nullable Value zone, @Nullable Value name) {}

    /** The properties under {@code Route53}, which must name a zone; null when there are none. */
    static Value.@Nullable Mapping settings(Authored api, Value.Mapping domain) {
        Value written = domain.get("Route53");
        if (written == null || written instanceof Value.Null) {
            return null;
        }
        Value.Mapping settings = api.map(written, "Domain.Route53");
        if (said(settings, "HostedZoneId") == null && said(settings, "HostedZoneName") == null) {
            throw api.invalid(
                    "HostedZoneId or HostedZoneName is required to enable Route53 support on Custom Domains.",
                    written.span());
        }
        return settings;
    }

    /**
     * The group with the records of one domain among others.
     *
     * @param bothZones whether the group has the zone's name beside its id, as it has for REST APIs
     */
    Made add(Authored api, Value.Mapping settings, Value domainName, Target target, boolean bothZones) {
        Value id = settings.get("HostedZoneId");
        String name = LogicalIds.of("RecordSetGroup", zone(settings));
        Made group = groups.computeIfAbsent(name, key -> {
            Made made = api.make(key, TYPE, settings.span()).copy(settings, "HostedZoneId");
            return bothZones || id == null ? made.copy(settings, "HostedZoneName") : made;
        });
        List<Value> all = records.computeIfAbsent(name, key -> new ArrayList<>());
        all.addAll(records(settings, domainName, target));
        return group.set("RecordSets", group.values().list(all));
    }

    /** A group of its own, when the settings ask for one; else null. */
    static @Nullable Made separate(Authored api, Value.Mapping settings, Value domainName, Target target) {
        Value separate = settings.get("SeparateRecordSetGroup");
        if (Intrinsics.isEmpty(separate)) {
            return null;
        }
        api.bool(separate, "Domain.Route53.SeparateRecordSetGroup");
        Values values = Values.of(settings);
        Value zone = zone(settings);
        String id = LogicalIds.of(
                "RecordSetGroup", values.list(zone == null ? List.of(domainName) : List.of(zone, domainName)));
        Made made = api.make(id, TYPE, settings.span());
        for (String name : List.of("HostedZoneId", "HostedZoneName")) {
            if (!Intrinsics.isEmpty(settings.get(name))) {
                made.copy(settings, name);
            }
        }
        return made.set("RecordSets", values.list(records(settings, domainName, target)));
    }

    private static @Nullable Value zone(Value.Mapping settings) {
        Value id = settings.get("HostedZoneId");
        return Intrinsics.isEmpty(id) ? settings.get("HostedZoneName") : id;
    }

    private static List<Value> records(Value.Mapping settings, Value domainName, Target target) {
        List<Value> all = new ArrayList<>();
        all.add(one("A", settings, domainName, target));
        if (settings.get("IpV6") instanceof Value.Bool both && both.value()) {
            all.add(one("AAAA", settings, domainName, target));
        }
        return all;
    }

    private static Value.Mapping one(String type, Value.Mapping settings, Value domainName, Target target) {
        Values values = Values.of(settings);
        MappingBuilder alias = values.builder()
                .put("EvaluateTargetHealth", said(settings, "EvaluateTargetHealth"))
                .put("HostedZoneId", orNull(target.zone(), values))
                .put("DNSName", orNull(target.name(), values));
        return values.builder()
                .put("Name", domainName)
                .put("Type", values.text(type))
                .put("AliasTarget", alias.build())
                .put("Region", said(settings, "Region"))
                .put("SetIdentifier", said(settings, "SetIdentifier"))
                .build();
    }

    /** SAM writes what is not said as null. */
    private static Value orNull(@Nullable Value value, Values values) {
        return value == null ? new Value.Null(values.span()) : value;
    }

    private static @Nullable Value said(Value.Mapping settings, String name) {
        Value value = settings.get(name);
        return value instanceof Value.Null ? null : value;
    }
}
