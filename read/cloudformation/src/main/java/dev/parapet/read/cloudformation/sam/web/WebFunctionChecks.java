package dev.parapet.read.cloudformation.sam.web;

import dev.parapet.model.Decimal;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import java.util.regex.Pattern;

/** What SAM checks of a web function before it makes anything of it. */
final class WebFunctionChecks {
    private static final int MIN_TIMEOUT = 3;
    private static final int MAX_TIMEOUT = 900;
    private static final int MAX_WEIGHTS = 2;
    private static final int WHOLE = 100;
    private static final int MAX_VARIABLE = 4096;
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");
    private static final Pattern CONNECTOR =
            Pattern.compile("arn:[^:]+:lambda:[^:]*:[^:]*:network-connector:[^:]+:[^:]+");

    private final Authored function;
    private final Resolution resolution;

    WebFunctionChecks(Authored function, Resolution resolution) {
        this.function = function;
        this.resolution = resolution;
    }

    void run() {
        routing();
        timeout();
        if (function.property("RevisionWeights") instanceof Value weights && !Intrinsics.isEmpty(weights)) {
            weights(weights);
        }
        if (function.property("EnvironmentVariables") instanceof Value.Mapping variables && !Intrinsics.is(variables)) {
            variables.entries().forEach(this::variable);
        }
        if (function.property("EgressNetworkConnectorArn") instanceof Value.Text arn
                && !CONNECTOR.matcher(arn.text()).matches()) {
            throw function.invalid(
                    "'EgressNetworkConnectorArn' must be a version-qualified network-connector ARN (ending in ':<version>',"
                            + " e.g. the connector's LatestVersionArn).",
                    arn.span());
        }
    }

    private Value resolved(String property, String otherwise) {
        Value value = resolution.parametersOrNull(function.property(property));
        return value == null || Intrinsics.isEmpty(value) ? new Value.Text(otherwise, function.head()) : value;
    }

    /** Which revisions an endpoint leads to is either left to SAM or said by weights. */
    private void routing() {
        Value mode = resolved("AutoDeploymentMode", "LatestRevision");
        if (Intrinsics.is(mode)) {
            throw function.invalid(
                    "'AutoDeploymentMode' must resolve to one of ['LatestRevision', 'Disabled'] at transform time; unresolved"
                            + " intrinsic functions are not supported because it is not passed through to CloudFormation.",
                    function.head());
        }
        boolean latest = isText(mode, "LatestRevision");
        boolean disabled = isText(mode, "Disabled");
        if (!latest && !disabled) {
            String shown = mode instanceof Value.Text text ? text.text() : LogicalIds.json(mode);
            throw function.invalid(
                    "'AutoDeploymentMode' must be one of ['LatestRevision', 'Disabled'], got '" + shown + "'.",
                    mode.span());
        }
        if (Intrinsics.isEmpty(function.property("AuthType"))) {
            throw function.invalid(
                    "'AuthType' is required. Specify 'IamAuth' (Lambda authorizes requests with SigV4/IAM) or"
                            + " 'ApplicationManaged' (the endpoint is public and your function handles authorization).",
                    function.head());
        }
        Value type = resolved("EndpointType", "HomeRegion");
        boolean regional = isText(type, "MultiRegion") || isText(type, "PerRegion");
        boolean weighted = !Intrinsics.isEmpty(function.property("RevisionWeights"));
        if (latest && weighted) {
            throw function.invalid(
                    "'RevisionWeights' cannot be specified when 'AutoDeploymentMode' is 'LatestRevision'.",
                    function.head());
        }
        if (regional && !disabled && type instanceof Value.Text name) {
            throw function.invalid(
                    "'AutoDeploymentMode' must be 'Disabled' when 'EndpointType' is '" + name.text() + "'.",
                    type.span());
        }
        if (disabled && !regional && !weighted) {
            throw function.invalid(
                    "'RevisionWeights' must be specified when 'AutoDeploymentMode' is 'Disabled'. Set 'AutoDeploymentMode' to"
                            + " 'LatestRevision' to route all traffic to the latest revision.",
                    function.head());
        }
    }

    private static boolean isText(Value value, String text) {
        return value instanceof Value.Text known && known.text().equals(text);
    }

    private void timeout() {
        if (function.property("Timeout") instanceof Value.Number timeout
                && (timeout.value().compareTo(Decimal.of(MIN_TIMEOUT)) < 0
                        || timeout.value().compareTo(Decimal.of(MAX_TIMEOUT)) > 0)) {
            throw function.invalid("'Timeout' must be an integer between 3 and 900.", timeout.span());
        }
    }

    private void weights(Value written) {
        if (!(written instanceof Value.Mapping weights)) {
            throw function.invalid(
                    "'RevisionWeights' must be a map of revision IDs to weights (e.g., {\"rev-id\": 100}).",
                    written.span());
        }
        if (Intrinsics.is(weights)) {
            throw function.invalid(
                    "'RevisionWeights' does not support top-level intrinsic functions; provide a map of revision IDs to"
                            + " weights (e.g., {\"rev-id\": 100}). Intrinsic functions may be used for individual weight values.",
                    written.span());
        }
        long sum = 0;
        boolean known = true;
        for (Value.Entry entry : weights.entries().values()) {
            Value weight = entry.value();
            boolean whole =
                    weight instanceof Value.Number number && number.value().scale() <= 0;
            if (!whole && !Intrinsics.is(weight)) {
                throw function.invalid(
                        "'RevisionWeights' values must be integers or intrinsic functions.", weight.span());
            }
            if (whole && weight instanceof Value.Number number) {
                if (number.value().signum() <= 0 || number.value().compareTo(Decimal.of(WHOLE)) > 0) {
                    throw function.invalid(
                            "'RevisionWeights' values must be between 1 and 100, got "
                                    + number.value().toPlainString() + ".",
                            weight.span());
                }
                sum += number.value().longValue();
            }
            known &= whole;
        }
        if (weights.entries().size() > MAX_WEIGHTS) {
            throw function.invalid("'RevisionWeights' supports a maximum of 2 entries.", written.span());
        }
        if (known && sum != WHOLE) {
            throw function.invalid("'RevisionWeights' values must sum to 100, got " + sum + ".", written.span());
        }
    }

    private void variable(String name, Value.Entry entry) {
        if (!VARIABLE.matcher(name).matches()) {
            throw function.invalid(
                    "Environment variable key '" + name + "' must match pattern '^[a-zA-Z][a-zA-Z0-9_]*$'.",
                    entry.keySpan());
        }
        if (entry.value() instanceof Value.Text text) {
            if (text.text().isEmpty()) {
                throw function.invalid("Environment variable '" + name + "' value must not be empty.", entry.keySpan());
            }
            if (text.text().codePointCount(0, text.text().length()) > MAX_VARIABLE) {
                throw function.invalid(
                        "Environment variable '" + name + "' value exceeds maximum length of 4096 characters.",
                        entry.keySpan());
            }
        }
    }
}
