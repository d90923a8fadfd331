package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The capacity provider that a function runs on, as CloudFormation has it. */
final class CapacityProviderReference {
    private static final List<String> NAMES =
            List.of("Arn", "PerExecutionEnvironmentMaxConcurrency", "ExecutionEnvironmentMemoryGiBPerVCpu");

    private CapacityProviderReference() {}

    /** The reference; null when the function has none. */
    static @Nullable Value of(Authored function) {
        if (!(function.property("CapacityProviderConfig") instanceof Value.Mapping config)
                || Intrinsics.isEmpty(config)) {
            return null;
        }
        for (Map.Entry<String, Value.Entry> entry : config.entries().entrySet()) {
            if (!NAMES.contains(entry.getKey())) {
                throw function.invalid(
                        "Invalid CapacityProviderConfig: '" + entry.getKey() + "' is not one of its properties.",
                        entry.getValue().keySpan());
            }
        }
        if (config.get("Arn") == null) {
            throw function.invalid("Invalid CapacityProviderConfig: 'Arn' is required.", config.span());
        }
        MappingBuilder renamed = Values.of(config).builder();
        for (String name : NAMES) {
            renamed.put(name.equals("Arn") ? "CapacityProviderArn" : name, config.get(name));
        }
        return Values.of(config).map("LambdaManagedInstancesCapacityProviderConfig", renamed.build());
    }
}
