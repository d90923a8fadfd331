package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code DeploymentPreference} of a function that is enabled.
 *
 * @param function the function
 * @param written the property, with {@code Type} resolved
 * @param condition the function's condition, when it is passed on
 * @param tags the function's tags, when they are propagated
 */
record Deployment(
        Authored function, Value.Mapping written, Value.@Nullable Text condition, Value.@Nullable Mapping tags) {
    private static final Set<String> PREDEFINED = Set.of(
            "Canary10Percent5Minutes",
            "Canary10Percent10Minutes",
            "Canary10Percent15Minutes",
            "Canary10Percent30Minutes",
            "Linear10PercentEvery1Minute",
            "Linear10PercentEvery2Minutes",
            "Linear10PercentEvery3Minutes",
            "Linear10PercentEvery10Minutes",
            "AllAtOnce");

    /** The deployment of a function; null when it is not enabled. */
    static @Nullable Deployment of(Authored function, Value.Mapping written, Transformation transformation) {
        Resolution resolution = transformation.resolution();
        MappingBuilder settings = MappingBuilder.of(written);
        for (String name : List.of("Enabled", "Type")) {
            Value value = written.get(name);
            if (value != null) {
                settings.put(name, resolution.mappings(resolution.parameters(value)));
            }
        }
        Value.Mapping resolved = settings.build();
        boolean passed =
                written.has("PassthroughCondition") && truth(function, written.get("PassthroughCondition"), resolution);
        Value enabled = resolved.get("Enabled");
        if (enabled != null && (Intrinsics.isEmpty(enabled) || isText(enabled, "false") || isText(enabled, "False"))) {
            return null;
        }
        if (!resolved.has("Type")) {
            throw function.invalid("'DeploymentPreference' is missing required Property 'Type'", written.span());
        }
        Value hooks = resolved.get("Hooks");
        if (hooks != null && !(hooks instanceof Value.Mapping)) {
            throw function.invalid("'Hooks' property of 'DeploymentPreference' must be a dictionary", hooks.span());
        }
        boolean propagates = !Intrinsics.isEmpty(function.property("PropagateTags"));
        return new Deployment(
                function,
                resolved,
                passed && function.written().get("Condition") instanceof Value.Text name ? name : null,
                propagates && function.property("Tags") instanceof Value.Mapping tags && !Intrinsics.isEmpty(tags)
                        ? tags
                        : null);
    }

    private static boolean isText(Value value, String text) {
        return value instanceof Value.Text known && known.text().equals(text);
    }

    private static boolean truth(Authored function, @Nullable Value written, Resolution resolution) {
        if (written == null) {
            return false;
        }
        Value value = resolution.mappings(resolution.parameters(written));
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        if (isText(value, "true") || isText(value, "True")) {
            return true;
        }
        if (isText(value, "false") || isText(value, "False")) {
            return false;
        }
        throw function.invalid(
                Intrinsics.is(value)
                        ? "Unsupported intrinsic: the only intrinsic functions supported for property PassthroughCondition are"
                                + " FindInMap and parameter Refs."
                        : "Invalid value for property PassthroughCondition.",
                written.span());
    }

    /** The update policy of the function's alias, which has CodeDeploy shift the traffic. */
    Value updatePolicy() {
        Values values = Values.of(written);
        Value.Mapping hooks = written.get("Hooks") instanceof Value.Mapping mapping ? mapping : values.map();
        return values.map(
                "CodeDeployLambdaAliasUpdate",
                values.builder()
                        .put("ApplicationName", Deployments.application(values))
                        .put("DeploymentGroupName", values.ref(Deployments.groupId(function)))
                        .put("BeforeAllowTrafficHook", hook(hooks, "PreTraffic"))
                        .put("AfterAllowTrafficHook", hook(hooks, "PostTraffic"))
                        .build());
    }

    private static @Nullable Value hook(Value.Mapping hooks, String name) {
        Value hook = hooks.get(name);
        return hook instanceof Value.Null ? null : hook;
    }

    /** The role that CodeDeploy takes; null when SAM makes one. */
    @Nullable
    Value role() {
        Value role = written.get("Role");
        return Intrinsics.isEmpty(role) ? null : role;
    }

    @Nullable
    Value triggers() {
        return written.get("TriggerConfigurations");
    }

    /** The alarms that stop a deployment; null when there are none. */
    @Nullable
    Value alarms() {
        Value alarms = written.get("Alarms");
        if (alarms == null || Intrinsics.isEmpty(alarms) || Intrinsics.isNoValue(alarms)) {
            return null;
        }
        if (Intrinsics.argument(alarms, "Fn::If") instanceof Value.Sequence parts) {
            if (parts.items().size() != 3) {
                throw function.invalid("Fn::If requires 3 arguments", alarms.span());
            }
            return Values.of(alarms)
                    .map(
                            "Fn::If",
                            new Value.Sequence(
                                    List.of(
                                            parts.items().getFirst(),
                                            alarms(parts.items().get(1)),
                                            alarms(parts.items().get(2))),
                                    parts.span()));
        }
        return alarms(alarms);
    }

    private Value alarms(Value value) {
        Values values = Values.of(value);
        if (!(value instanceof Value.Sequence sequence)) {
            throw function.invalid("Alarms must be a list", value.span());
        }
        if (sequence.items().isEmpty() || Intrinsics.isNoValue(sequence.items().getFirst())) {
            return values.map();
        }
        List<Value> names = new ArrayList<>();
        sequence.items().forEach(alarm -> names.add(Values.of(alarm).map("Name", alarm)));
        return values.map("Enabled", values.bool(true), "Alarms", values.list(names));
    }

    /** How traffic shifts; the names of predefined configurations get their prefix, within functions too. */
    Value configuration() {
        Value type = written.get("Type");
        return type == null ? written : named(type, "");
    }

    private static Value named(Value value, String function) {
        return switch (value) {
            case Value.Sequence sequence ->
                new Value.Sequence(
                        sequence.items().stream().map(item -> named(item, "")).toList(), sequence.span());
            case Value.Mapping mapping
            when Intrinsics.is(mapping) -> {
                MappingBuilder builder = MappingBuilder.of(mapping);
                mapping.entries().forEach((name, entry) -> builder.put(name, named(entry.value(), name)));
                yield builder.build();
            }
            case Value.Text text
            when PREDEFINED.contains(text.text()) -> {
                Values values = Values.of(text);
                Value.Mapping sub = values.sub("CodeDeployDefault.Lambda${ConfigName}", values.map("ConfigName", text));
                Value argument = sub.get("Fn::Sub");
                yield function.equals("Fn::Sub") && argument != null ? argument : sub;
            }
            default -> value;
        };
    }
}
