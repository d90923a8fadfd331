package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What SAM checks of a function before it makes anything of it. The first problem counts; the function is made all the same. */
final class FunctionChecks {
    private static final List<String> DEAD_LETTER_TYPES = List.of("SQS", "SNS");

    private final Authored function;

    FunctionChecks(Authored function) {
        this.function = function;
    }

    /** What is checked before the function's code is looked at. */
    void before(Transformation transformation) {
        transformation.attempt(this::togetherOrNot);
        transformation.attempt(this::deadLetterQueue);
        transformation.attempt(this::tenancy);
    }

    /** What is checked after that. */
    void after(Transformation transformation) {
        transformation.attempt(this::packageType);
        transformation.attempt(this::provisionedConcurrency);
    }

    private boolean has(String property) {
        return !Intrinsics.isEmpty(function.property(property));
    }

    private void togetherOrNot() {
        List<String> problems = new ArrayList<>();
        for (String other : List.of("ProvisionedConcurrencyConfig", "VpcConfig")) {
            if (function.property("CapacityProviderConfig") != null && function.property(other) != null) {
                problems.add("Cannot specify 'CapacityProviderConfig' and '" + other + "' together.");
            }
        }
        for (Map.Entry<String, String> needs : List.of(
                Map.entry("FunctionScalingConfig", "CapacityProviderConfig"),
                Map.entry("VersionDeletionPolicy", "AutoPublishAlias"))) {
            if (function.property(needs.getKey()) != null && function.property(needs.getValue()) == null) {
                problems.add("'" + needs.getKey() + "' requires '" + needs.getValue() + "'.");
            }
        }
        if (!problems.isEmpty()) {
            throw function.invalid(String.join("\n", problems), function.head());
        }
    }

    private void deadLetterQueue() {
        if (!(function.property("DeadLetterQueue") instanceof Value.Mapping queue) || Intrinsics.isEmpty(queue)) {
            return;
        }
        Value type = queue.get("Type");
        if (Intrinsics.isEmpty(type) || Intrinsics.isEmpty(queue.get("TargetArn"))) {
            throw function.invalid(
                    "'DeadLetterQueue' requires Type and TargetArn properties to be specified.", queue.span());
        }
        Value.Text text = function.text(type, "DeadLetterQueue.Type");
        if (!DEAD_LETTER_TYPES.contains(text.text())) {
            throw function.invalid("'DeadLetterQueue' requires Type of ['SQS', 'SNS']", text.span());
        }
    }

    private void tenancy() {
        if (!has("TenancyConfig")) {
            return;
        }
        for (Map.Entry<String, String> excluded : List.of(
                Map.entry("ProvisionedConcurrencyConfig", "Provisioned concurrency"),
                Map.entry("FunctionUrlConfig", "Function URL"),
                Map.entry("SnapStart", "SnapStart"))) {
            Value value = function.property(excluded.getKey());
            if (value != null && has(excluded.getKey())) {
                throw function.invalid(
                        excluded.getValue() + " is not supported for functions enabled with tenancy configuration.",
                        value.span());
            }
        }
        for (Value.Entry event : Intrinsics.entries(function.property("Events")).values()) {
            String type =
                    event.value() instanceof Value.Mapping mapping && mapping.get("Type") instanceof Value.Text text
                            ? text.text()
                            : "None";
            if (!type.equals("Api") && !type.equals("HttpApi")) {
                throw function.invalid(
                        "Event source '" + type
                                + "' is not supported for functions enabled with tenancy configuration. Only Api and HttpApi event"
                                + " sources are supported.",
                        event.keySpan());
            }
        }
    }

    private void packageType() {
        Value type = function.property("PackageType");
        boolean image = type instanceof Value.Text text && text.text().equals("Image");
        if (image) {
            if (has("Handler") || has("Runtime") || has("Layers")) {
                throw function.invalid(
                        "Runtime, Handler, Layers cannot be present when PackageType is of type `Image`",
                        function.head());
            }
            return;
        }
        if (!has("Runtime") || !has("Handler")) {
            throw function.invalid(
                    "Runtime and Handler needs to be present when PackageType is of type `Zip`", function.head());
        }
        if (has("ImageConfig")) {
            throw function.invalid(
                    "ImageUri or ImageConfig cannot be present when PackageType is of type `Zip`", function.head());
        }
    }

    private void provisionedConcurrency() {
        if (has("ProvisionedConcurrencyConfig") && !has("AutoPublishAlias")) {
            throw function.invalid(
                    "To set ProvisionedConcurrencyConfig AutoPublishALias must be defined on the function",
                    function.head());
        }
    }
}
