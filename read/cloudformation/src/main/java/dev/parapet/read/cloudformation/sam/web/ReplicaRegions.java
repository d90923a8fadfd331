package dev.parapet.read.cloudformation.sam.web;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The regions that an endpoint serves too: by code, or by the groups that SAM has names for. */
final class ReplicaRegions {
    private static final Map<String, List<String>> GROUPS = Map.of(
            "US", List.of("us-east-1", "us-east-2", "us-west-1", "us-west-2"),
            "AP",
                    List.of(
                            "ap-south-1",
                            "ap-northeast-1",
                            "ap-northeast-2",
                            "ap-northeast-3",
                            "ap-southeast-1",
                            "ap-southeast-2"),
            "CA", List.of("ca-central-1"),
            "EU", List.of("eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1", "eu-north-1"),
            "SA", List.of("sa-east-1"),
            "SPARSE_GLOBAL",
                    List.of(
                            "us-east-1",
                            "eu-west-1",
                            "eu-central-1",
                            "ap-northeast-1",
                            "ap-southeast-2",
                            "sa-east-1",
                            "ap-southeast-1"));

    private final Authored function;

    private ReplicaRegions(Authored function) {
        this.function = function;
    }

    /** The regions; null when there are none. */
    static @Nullable Value of(Authored function) {
        Value written = function.property("ReplicaRegions");
        ReplicaRegions regions = new ReplicaRegions(function);
        return switch (written) {
            case Value.Mapping mapping when !Intrinsics.is(mapping) -> regions.chosen(mapping);
            case Value.Sequence sequence -> regions.list(sequence, regions.codes(sequence), new TreeSet<>());
            case null, default -> written;
        };
    }

    private Value chosen(Value.Mapping written) {
        Set<String> unknown = new TreeSet<>(written.entries().keySet());
        unknown.removeAll(Set.of("IncludeRegions", "ExcludeRegions"));
        if (!unknown.isEmpty()) {
            throw function.invalid(
                    "'ReplicaRegions' contains unrecognized keys: ['" + String.join("', '", unknown)
                            + "']. Valid keys are: IncludeRegions, ExcludeRegions.",
                    written.span());
        }
        Value included = written.get("IncludeRegions");
        Value excluded = written.get("ExcludeRegions");
        if (!Intrinsics.isEmpty(excluded) && Intrinsics.isEmpty(included)) {
            throw function.invalid(
                    "'ExcludeRegions' requires 'IncludeRegions' to also be specified in 'ReplicaRegions'.",
                    written.span());
        }
        if (Intrinsics.is(included) || Intrinsics.is(excluded)) {
            throw function.invalid(
                    "'IncludeRegions' and 'ExcludeRegions' do not support top-level intrinsic functions.",
                    written.span());
        }
        Value.Sequence in = included instanceof Value.Sequence some
                ? some
                : Values.of(written).list();
        Value.Sequence out = excluded instanceof Value.Sequence some
                ? some
                : Values.of(written).list();
        if (!out.items().stream().allMatch(Value.Text.class::isInstance)) {
            throw function.invalid("'ExcludeRegions' does not support intrinsic functions in entries.", written.span());
        }
        if (!out.items().isEmpty() && !in.items().stream().allMatch(Value.Text.class::isInstance)) {
            throw function.invalid(
                    "'ExcludeRegions' cannot be used when 'IncludeRegions' contains intrinsic functions, because the exclusion"
                            + " cannot be applied to an intrinsic value at transform time.",
                    written.span());
        }
        return list(in, codes(in), codes(out));
    }

    private Value list(Value.Sequence written, Set<String> included, Set<String> excluded) {
        Set<String> left = new TreeSet<>(included);
        left.removeAll(excluded);
        Values values = Values.of(written);
        List<Value> items = new ArrayList<>();
        left.forEach(region -> items.add(values.text(region)));
        written.items().stream().filter(item -> !(item instanceof Value.Text)).forEach(items::add);
        return values.list(items);
    }

    private Set<String> codes(Value.Sequence written) {
        Set<String> codes = new TreeSet<>();
        for (Value item : written.items()) {
            if (item instanceof Value.Text text) {
                String group = text.text().toUpperCase(Locale.ROOT);
                if (group.equals("ALL_STANDARD")) {
                    GROUPS.values().forEach(codes::addAll);
                } else if (GROUPS.containsKey(group)) {
                    codes.addAll(GROUPS.getOrDefault(group, List.of()));
                } else if (text.text().contains("-")) {
                    codes.add(text.text());
                } else {
                    throw function.invalid("Unknown region key or code: '" + text.text() + "'.", text.span());
                }
            }
        }
        return codes;
    }
}
