package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Step;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The deployments of all functions with {@code DeploymentPreference}: one CodeDeploy application and role, and a deployment
 * group for each function.
 */
final class Deployments implements Step {
    private static final String APPLICATION = "ServerlessDeploymentApplication";
    private static final String ROLE = "CodeDeployServiceRole";
    private static final String CONDITION = "ServerlessCodeDeployCondition";
    /** What one {@code Fn::Or} may hold (AWS CloudFormation User Guide, "Condition functions"). */
    private static final int MAX_OPERANDS = 10;

    private final Map<String, Deployment> byFunction = new LinkedHashMap<>();

    void add(Deployment deployment) {
        byFunction.put(deployment.function().id(), deployment);
    }

    static Value.Mapping application(Values values) {
        return values.ref(APPLICATION);
    }

    static String groupId(Authored function) {
        return function.id() + "DeploymentGroup";
    }

    @Override
    public void apply(Transformation transformation) {
        if (byFunction.isEmpty()) {
            return;
        }
        Authored first = byFunction.values().iterator().next().function();
        Value condition = condition(new Values(first.head()), transformation);
        Value.Mapping tags = tags(new Values(first.head()));
        transformation.output().put(application(first, condition, tags), first);
        if (byFunction.values().stream().anyMatch(deployment -> deployment.role() == null)) {
            transformation.output().put(role(first, condition, tags, transformation), first);
        }
        for (Deployment deployment : byFunction.values()) {
            transformation.attempt(() -> transformation.output().put(group(deployment), deployment.function()));
        }
    }

    private static Made application(Authored first, @Nullable Value condition, Value.Mapping tags) {
        Made made = new Made(
                APPLICATION,
                "AWS::CodeDeploy::Application",
                first.head(),
                first.written().span());
        made.attribute("Condition", condition);
        made.set("ComputePlatform", made.values().text("Lambda"));
        return withTags(made, tags);
    }

    private static Made role(
            Authored first, @Nullable Value condition, Value.Mapping tags, Transformation transformation) {
        String partition = transformation.resolution().partition();
        boolean isolated = partition.equals("aws-iso") || partition.equals("aws-iso-b");
        String policy = "arn:" + partition + ":iam::aws:policy/service-role/AWSCodeDeployRoleForLambda"
                + (isolated ? "Limited" : "");
        Made made =
                new Made(ROLE, "AWS::IAM::Role", first.head(), first.written().span());
        made.attribute("Condition", condition);
        made.set("AssumeRolePolicyDocument", PolicyDocuments.assumedBy(made.values(), "codedeploy.amazonaws.com"));
        made.set("ManagedPolicyArns", made.values().texts(policy));
        return withTags(made, tags);
    }

    private static Made withTags(Made made, Value.Mapping tags) {
        return tags.entries().isEmpty() ? made : made.set("Tags", Tags.list(tags));
    }

    private Value.Mapping tags(Values values) {
        MappingBuilder all = values.builder();
        for (Deployment deployment : byFunction.values()) {
            if (deployment.tags() != null) {
                all.putAll(deployment.tags());
            }
        }
        return all.build();
    }

    /** The condition that all deployments stand under; null when one of them stands under none. */
    private @Nullable Value condition(Values values, Transformation transformation) {
        Set<String> names = new LinkedHashSet<>();
        for (Deployment deployment : byFunction.values()) {
            if (deployment.condition() == null) {
                return null;
            }
            names.add(deployment.condition().text());
        }
        if (names.size() == 1) {
            return values.text(names.iterator().next());
        }
        combine(new ArrayList<>(names), values, transformation);
        return values.text(CONDITION);
    }

    private static void combine(List<String> names, Values values, Transformation transformation) {
        int left = (names.size() - 2) / (MAX_OPERANDS - 1);
        List<String> rest = names;
        while (rest.size() > 1) {
            String name = left > 0 ? CONDITION + left : CONDITION;
            left--;
            List<String> now = rest.subList(0, Math.min(MAX_OPERANDS, rest.size()));
            List<Value> operands = new ArrayList<>();
            now.forEach(each -> operands.add(values.map("Condition", values.text(each))));
            transformation.output().condition(name, values.map("Fn::Or", values.list(operands)));
            List<String> next = new ArrayList<>(rest.subList(now.size(), rest.size()));
            next.add(name);
            rest = next;
        }
    }

    private static Made group(Deployment deployment) {
        Authored function = deployment.function();
        Made made = new Made(
                groupId(function),
                "AWS::CodeDeploy::DeploymentGroup",
                function.head(),
                function.written().span());
        Values values = Values.of(deployment.written());
        made.attribute("Condition", deployment.condition());
        made.set("AlarmConfiguration", deployment.alarms());
        made.set("ApplicationName", application(values));
        made.set(
                "AutoRollbackConfiguration",
                values.map(
                        "Enabled",
                        values.bool(true),
                        "Events",
                        values.texts("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST")));
        made.set("DeploymentConfigName", deployment.configuration());
        made.set(
                "DeploymentStyle",
                values.map(
                        "DeploymentType",
                        values.text("BLUE_GREEN"),
                        "DeploymentOption",
                        values.text("WITH_TRAFFIC_CONTROL")));
        made.set("ServiceRoleArn", deployment.role() == null ? values.getAtt(ROLE, "Arn") : deployment.role());
        if (!Intrinsics.isEmpty(deployment.triggers())) {
            made.set("TriggerConfigurations", deployment.triggers());
        }
        return deployment.tags() == null ? made : withTags(made, deployment.tags());
    }
}
