package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Owner;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Domain.MutualTlsAuthentication}: where the certificates of clients are. */
final class MutualTls {
    private static final List<String> NAMES = List.of("TruststoreUri", "TruststoreVersion");

    private MutualTls() {}

    /** Says that names are unknown. */
    @FunctionalInterface
    interface Unknown {
        /** The problem. */
        InvalidResource of(List<String> names, Span span);
    }

    static Value.@Nullable Mapping of(Value.Mapping domain, Unknown unknown, Owner api) {
        Value written = domain.get("MutualTlsAuthentication");
        if (written == null || Intrinsics.isEmpty(written)) {
            return null;
        }
        Value.Mapping mapping = api.map(written, "Domain.MutualTlsAuthentication");
        List<String> others = mapping.entries().keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw unknown.of(others, written.span());
        }
        MappingBuilder kept = Values.of(written).builder();
        for (String name : NAMES) {
            Value value = mapping.get(name);
            kept.put(name, Intrinsics.isEmpty(value) ? null : value);
        }
        return kept.build();
    }
}
