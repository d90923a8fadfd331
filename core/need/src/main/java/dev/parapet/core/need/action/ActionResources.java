package dev.parapet.core.need.action;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.FlowValue.Text;
import dev.parapet.core.flow.value.Values;
import dev.parapet.core.knowledge.ActionFacts;
import dev.parapet.core.knowledge.ResourceType;
import dev.parapet.core.knowledge.ServiceAuthorization;
import dev.parapet.core.need.resource.EventResources;
import dev.parapet.core.need.sdk.ApiCall;
import dev.parapet.core.need.sdk.ClientSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a call's action is needed on: the types that the <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 * Authorization Reference</a> gives for the action, the variables of their ARNs being parameters of the call.
 */
final class ActionResources {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    /** What an ARN has of the account itself. */
    private static final Map<String, String> OWN =
            Map.of("Partition", "${AWS::Partition}", "Region", "${AWS::Region}", "Account", "${AWS::AccountId}");

    /** How parameters are called that are the resource of a variable whose name ends so. */
    private static final Pattern ENDING = Pattern.compile("(Name|Id|Identifier|Arn|ARN|WithPath)$");

    /** Variables that are not held against exactness: policies are written for the objects of a bucket, for the requests of an API. */
    private static final Set<String> WIDE = Set.of("ObjectName", "Stage", "Method", "ApiSpecificResourcePath");

    private final ApiCall call;
    private final String action;

    private ActionResources(ApiCall call, String action) {
        this.call = call;
        this.action = action;
    }

    /** The resources that a call needs an action on; at least one. */
    static List<ResourcePattern> of(ApiCall call, String action) {
        Set<ResourcePattern> patterns = new LinkedHashSet<>(new ActionResources(call, action).patterns());
        return List.copyOf(patterns);
    }

    private List<ResourcePattern> patterns() {
        ActionFacts facts = ServiceAuthorization.ofAction(action);
        if (facts == null || facts.resources().isEmpty()) {
            return List.of(ResourcePattern.ALL);
        }
        List<OperationTable.Conditional> reviewed = OperationTable.standard().uses(action);
        if (reviewed != null) {
            List<ResourcePattern> patterns = new ArrayList<>();
            for (OperationTable.Conditional each : reviewed) {
                if (each.holds(call)) {
                    if (each.name().equals("-")) {
                        patterns.add(ResourcePattern.ALL);
                    } else {
                        type(facts, each.name())
                                .ifPresent(type -> patterns.addAll(named(type).patterns()));
                    }
                }
            }
            return patterns.isEmpty() ? List.of(ResourcePattern.ALL) : patterns;
        }
        List<ResourcePattern> required = new ArrayList<>();
        Named best = null;
        for (ActionFacts.Use use : facts.resources()) {
            Named named = named(use.type());
            if (use.required()) {
                required.addAll(named.patterns());
            } else if (named.bound() > 0 && (best == null || named.unbound() < best.unbound())) {
                best = named;
            }
        }
        if (!required.isEmpty()) {
            return required;
        }
        // Where a request may be about a resource and this one is about none, it is about all.
        return best == null ? List.of(ResourcePattern.ALL) : best.patterns();
    }

    /**
     * The resources of a type that a call names.
     *
     * @param bound how many variables of its ARN are parameters of the call
     * @param unbound how many are not
     */
    private record Named(List<ResourcePattern> patterns, int bound, int unbound) {}

    private static Optional<ResourceType> type(ActionFacts facts, String name) {
        return facts.resources().stream()
                .map(ActionFacts.Use::type)
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    private Named named(ResourceType type) {
        String form = type.arns().getFirst();
        List<Draft> drafts = List.of(new Draft(List.of(), true, false));
        Matcher variable = VARIABLE.matcher(form);
        int from = 0;
        int bound = 0;
        int unbound = 0;
        while (variable.find()) {
            String text = form.substring(from, variable.start());
            from = variable.end();
            String own = OWN.get(variable.group(1));
            Optional<FlowValue> region =
                    variable.group(1).equals("Region") ? ClientSettings.region(call) : Optional.empty();
            if (region.isPresent()) {
                FlowValue other = new FlowValue.Derived(ResourcePattern.REGION_OF_CLIENT, List.of(region.get()));
                drafts = drafts.stream().map(it -> it.plus(text).in(other)).toList();
                continue;
            }
            if (own != null) {
                drafts = drafts.stream().map(it -> it.plus(text + own)).toList();
                continue;
            }
            List<FlowValue> values = values(type, variable.group(1));
            if (values.isEmpty()) {
                unbound++;
            } else {
                bound++;
            }
            List<Draft> next = new ArrayList<>();
            for (Draft draft : drafts) {
                if (values.isEmpty()) {
                    next.add(draft.unknown(text, variable.group(1)));
                }
                for (FlowValue value : values) {
                    next.add(draft.plus(text).plus(value, variable.group(1)));
                }
            }
            drafts = next;
        }
        // Behind a secret's name its ARN has a hyphen and six characters more:
        // https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
        String rest = type.name().equals("Secret") ? "-??????" : form.substring(from);
        List<ResourcePattern> patterns = new ArrayList<>();
        for (Draft draft : drafts) {
            patterns.add(draft.plus(rest).pattern(action.substring(0, action.indexOf(':')) + ":" + type.name()));
        }
        return new Named(patterns, bound, unbound);
    }

    /** The values of a variable of a type's ARN; none where the call names none. */
    private List<FlowValue> values(ResourceType type, String variable) {
        List<OperationTable.Source> sources = OperationTable.standard().sources(action, type.name(), variable);
        if (sources != null) {
            for (OperationTable.Source source : sources) {
                List<FlowValue> values = source.of(call);
                if (!values.isEmpty()) {
                    return named(values);
                }
            }
            return List.of();
        }
        FlowValue value = parameter(variable);
        return value == null ? List.of() : named(List.of(value));
    }

    /** Values without the empty text that stands in for a variable that is not set, where there is another. */
    private static List<FlowValue> named(List<FlowValue> values) {
        List<FlowValue> named = new ArrayList<>();
        for (FlowValue value : values) {
            List<FlowValue> kept = Values.alternatives(value).stream()
                    .filter(it ->
                            !(it instanceof Text(String text) && text.isEmpty()) && !(it instanceof FlowValue.Nothing))
                    .toList();
            if (!kept.isEmpty()) {
                named.add(Values.either(kept));
            }
        }
        return named.isEmpty() ? values : named;
    }

    /** The parameter of a variable's name: {@code TableName} for {@code TableName}, {@code stateMachineArn} for {@code StateMachineName}. */
    private @Nullable FlowValue parameter(String variable) {
        String stem = ENDING.matcher(variable).replaceFirst("");
        FlowValue named =
                given(variable, stem + "Arn", stem + "Name", stem + "Id", stem + "Identifier", stem, "ResourceArn");
        // CreateSchedule(Name): of a thing that is what the operation is about.
        String operation = call.operation().orElse("").toLowerCase(Locale.ROOT);
        boolean about = !stem.isEmpty() && operation.endsWith(stem.toLowerCase(Locale.ROOT));
        return named == null && about ? given("Name", "Id", "Arn", "Identifier") : named;
    }

    /** The value of the first of some parameters, upper and lower case alike; null where the call has none of them. */
    private @Nullable FlowValue given(String... names) {
        for (String name : names) {
            for (FlowArgument parameter : call.parameters()) {
                if (name.equalsIgnoreCase(parameter.name())) {
                    return parameter.value();
                }
            }
        }
        return null;
    }

    /** A pattern that is being made. */
    private record Draft(List<FlowValue> parts, boolean exact, boolean whole) {
        Draft plus(String text) {
            return text.isEmpty() || whole ? this : with(new Text(text), exact, false);
        }

        Draft in(FlowValue region) {
            return whole ? this : with(region, exact, false);
        }

        /** A part that nothing tells. */
        Draft unknown(String before, String variable) {
            return whole ? this : plus(before).with(new Text("*"), exact && WIDE.contains(variable), false);
        }

        Draft plus(FlowValue value, String variable) {
            if (whole) {
                return this;
            }
            boolean known = isKnown(value) || WIDE.contains(variable);
            // What may turn out to be a whole ARN ends the pattern.
            boolean arn = value instanceof Text(String text) && text.startsWith("arn:");
            return arn
                    ? new Draft(List.of(value), exact, true)
                    : with(value, exact && known, value instanceof FlowValue.Derived);
        }

        private Draft with(FlowValue part, boolean known, boolean isWhole) {
            List<FlowValue> all = new ArrayList<>(parts);
            if (part instanceof Text(String text) && !all.isEmpty() && all.getLast() instanceof Text(String before)) {
                all.set(all.size() - 1, new Text(before + text));
            } else {
                all.add(part);
            }
            return new Draft(all, known, isWhole);
        }

        ResourcePattern pattern(String type) {
            return new ResourcePattern(type, parts, exact);
        }

        private static boolean isKnown(FlowValue value) {
            return switch (value) {
                case Text(String text) -> !text.contains("*");
                case FlowValue.Environment ignored -> true;
                case FlowValue.Concatenation(List<FlowValue> all) ->
                    all.stream().allMatch(Draft::isKnown);
                case FlowValue.Derived derived -> derived.from().stream().allMatch(Draft::isKnown);
                case FlowValue.Either either -> either.values().stream().allMatch(Draft::isKnown);
                default -> EventResources.mayName(value);
            };
        }
    }
}
