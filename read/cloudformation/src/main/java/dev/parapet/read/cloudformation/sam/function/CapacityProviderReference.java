package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
        List<String> wrong = new ArrayList<>();
        if (config.get("Arn") == null || config.get("Arn") instanceof Value.Null) {
            wrong.add("Arn\n  field required (type=value_error.missing)");
        }
        for (String name : new TreeSet<>(config.entries().keySet())) {
            if (!NAMES.contains(name)) {
                wrong.add(name + "\n  extra fields not permitted (type=value_error.extra)");
            }
        }
        if (!wrong.isEmpty()) {
            throw function.invalid(
                    "Invalid CapacityProviderConfig: " + wrong.size() + " validation error"
                            + (wrong.size() == 1 ? "" : "s") + " for CapacityProviderConfig\n"
                            + String.join("\n", wrong),
                    config.span());
        }
        MappingBuilder renamed = Values.of(config).builder();
        for (String name : NAMES) {
            renamed.put(name.equals("Arn") ? "CapacityProviderArn" : name, config.get(name));
        }
        return Values.of(config).map("LambdaManagedInstancesCapacityProviderConfig", renamed.build());
    }
}
