package dev.parapet.read.cloudformation.sam;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.parameter.Parameter;
import dev.parapet.read.cloudformation.sam.api.ImplicitApis;
import dev.parapet.read.cloudformation.sam.api.LegacyOrder;
import dev.parapet.read.cloudformation.sam.api.OpenApiVersions;
import dev.parapet.read.cloudformation.sam.connector.Connector;
import dev.parapet.read.cloudformation.sam.connector.EmbeddedConnectors;
import dev.parapet.read.cloudformation.sam.graphql.GraphQlApi;
import dev.parapet.read.cloudformation.sam.template.Allowance;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Globals;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Problem;
import dev.parapet.read.cloudformation.sam.template.Problems;
import dev.parapet.read.cloudformation.sam.template.Step;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.UniqueIds;
import dev.parapet.read.cloudformation.stack.Expansion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Does the SAM transform of one template. */
public final class SamTransform {
    private static final List<Step> STEPS =
            List.of(new ImplicitApis(), new Globals(), new OpenApiVersions(), new EmbeddedConnectors());

    /** Types that SAM looks at no sooner than it expands them. */
    private static final Set<String> LATE = Set.of(Connector.TYPE, GraphQlApi.TYPE);

    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]+");

    private SamTransform() {}

    /**
     * Transforms a template that asks for it, its intrinsic functions as they are written.
     *
     * @param parameters what is known of its parameters; SAM resolves them in a few places
     */
    public static Transformed transform(Value.Mapping template, Map<String, Parameter> parameters) {
        Transformation transformation = new Transformation(template, parameters);
        if (!(template.get("Resources") instanceof Value.Mapping resources)
                || resources.entries().isEmpty()) {
            transformation.problems().add(Problem.ofTemplate("'Resources' section is required", template.span()));
            return new Transformed(
                    new Expansion(template, Map.of()), transformation.problems().all(), false);
        }
        try {
            check(resources, transformation);
            return new Transformed(
                    run(transformation), transformation.problems().all(), false);
        } catch (Allowance.Spent spent) {
            return new Transformed(
                    new Expansion(template, Map.of()),
                    List.of(new Problem(
                            "",
                            "the SAM transform makes too much of it, and it was read as it is written; split it",
                            template.span())),
                    true);
        }
    }

    private static Expansion run(Transformation transformation) {
        for (Step step : STEPS) {
            step.apply(transformation);
        }
        LegacyOrder order = LegacyOrder.of(transformation);
        for (SamType.Phase phase : SamType.Phase.values()) {
            for (Authored resource : order.resources(transformation)) {
                SamType type = SamTypes.byName().get(resource.type());
                if (type != null && type.phase() == phase) {
                    expand(resource.id(), type, transformation);
                }
            }
        }
        transformation.finishTogether();
        return transformation.finish();
    }

    private static void check(Value.Mapping resources, Transformation transformation) {
        for (Map.Entry<String, Value.Entry> entry : resources.entries().entrySet()) {
            if (!(entry.getValue().value() instanceof Value.Mapping resource)) {
                transformation
                        .problems()
                        .add(Problem.ofTemplate(
                                "All 'Resources' must be Objects. If you're using YAML, this may be an indentation issue.",
                                entry.getValue().keySpan()));
                continue;
            }
            Value condition = resource.get("Condition");
            if (condition != null && !Intrinsics.isEmpty(condition) && !(condition instanceof Value.Text)) {
                transformation
                        .problems()
                        .add(Problem.ofTemplate("Every Condition member must be a string.", condition.span()));
            }
            if (resource.get("Type") instanceof Value.Text type && type.text().startsWith("AWS::Serverless::")) {
                check(entry.getKey(), resource, type.text(), transformation.problems());
            }
        }
    }

    private static void check(String id, Value.Mapping resource, String type, Problems problems) {
        boolean late = LATE.contains(type);
        Value properties = resource.get("Properties");
        if (properties != null && !(properties instanceof Value.Mapping)) {
            String detail =
                    late ? "Properties of a resource must be an object." : "Attribute 'Properties' should be a map.";
            problems.add(InvalidResource.of(id, detail, properties.span()).problem());
        }
    }

    private static void expand(String id, SamType type, Transformation transformation) {
        Authored resource = transformation.authored(id);
        if (resource == null) {
            return;
        }
        try {
            checkId(id, resource);
            List<Made> all = type.expander().expand(resource, transformation);
            all.forEach(made -> checkId(made.id(), resource));
            transformation.output().remove(id);
            for (Made made : all) {
                if (UniqueIds.mayHave(made, transformation)) {
                    transformation.output().put(made, resource);
                } else {
                    transformation.problems().addBeside(UniqueIds.problem(resource, made));
                }
            }
            refer(resource, type, all, transformation);
        } catch (InvalidResource invalid) {
            transformation.problems().add(invalid.problem());
        }
    }

    private static void checkId(String id, Authored resource) {
        if (!ALPHANUMERIC.matcher(id).matches()) {
            throw new InvalidResource(new Problem(
                    resource.id(),
                    "Resource with id [" + id + "] is invalid. Logical ids must be alphanumeric.",
                    resource.head()));
        }
    }

    private static void refer(Authored resource, SamType type, List<Made> all, Transformation transformation) {
        type.references().forEach((name, madeType) -> {
            for (Made made : all.reversed()) {
                if (made.type().equals(madeType)) {
                    transformation.references().derived(resource.id(), name, made.id());
                    break;
                }
            }
        });
    }
}
