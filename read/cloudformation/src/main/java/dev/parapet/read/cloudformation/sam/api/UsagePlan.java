package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;

/** {@code Auth.UsagePlan}: a plan with a key, for one API or for all that share it (AWS SAM, "ApiUsagePlan"). */
final class UsagePlan {
    private static final List<String> COPIED = List.of("UsagePlanName", "Description", "Quota", "Tags", "Throttle");

    private final Authored api;
    private final Value.Mapping written;
    private final Values values;

    private UsagePlan(Authored api, Value.Mapping written) {
        this.api = api;
        this.written = written;
        this.values = Values.of(written);
    }

    static List<Made> of(RestAuth auth, Made stage, Transformation transformation) {
        Authored api = auth.api();
        Value plan = auth.written().get("UsagePlan");
        if (plan == null || plan instanceof Value.Null) {
            return List.of();
        }
        if (!(plan instanceof Value.Mapping written)) {
            throw api.invalid("'UsagePlan' must be a dictionary", plan.span());
        }
        written.entries().forEach((name, entry) -> {
            if (!name.equals("CreateUsagePlan") && !COPIED.contains(name)) {
                throw api.invalid("Invalid property for 'UsagePlan'", entry.keySpan());
            }
        });
        Value create = written.get("CreateUsagePlan");
        if (create == null || create instanceof Value.Null) {
            throw api.invalid("'CreateUsagePlan' is a required field for UsagePlan.", plan.span());
        }
        UsagePlan made = new UsagePlan(api, written);
        return switch (create instanceof Value.Text text ? text.text() : "") {
            case "NONE" -> List.of();
            case "PER_API" -> made.own(stage);
            case "SHARED" -> made.shared(stage, SharedUsagePlan.of(transformation));
            default ->
                throw api.invalid("'CreateUsagePlan' accepts one of ['SHARED', 'PER_API', 'NONE'].", create.span());
        };
    }

    private List<Made> own(Made stage) {
        String id = api.id() + "UsagePlan";
        Made plan = make(id, "AWS::ApiGateway::UsagePlan", api.id())
                .set("ApiStages", values.list(SharedUsagePlan.stageOf(api, stage, "ApiId", "Stage", values)));
        Made key = make(api.id() + "ApiKey", "AWS::ApiGateway::ApiKey", id)
                .set("Enabled", values.bool(true))
                .set("StageKeys", values.list(SharedUsagePlan.stageOf(api, stage, "RestApiId", "StageName", values)));
        return List.of(
                copied(plan),
                key,
                join(make(api.id() + "UsagePlanKey", "AWS::ApiGateway::UsagePlanKey", key.id()), plan, key));
    }

    private List<Made> shared(Made stage, SharedUsagePlan shared) {
        shared.add(api, stage, values);
        Made plan = shared.make("ServerlessUsagePlan", "AWS::ApiGateway::UsagePlan", values.span())
                .dependsOn(shared.apis(values))
                .set("ApiStages", shared.stages("ApiId", "Stage", values));
        Made key = shared.make("ServerlessApiKey", "AWS::ApiGateway::ApiKey", values.span())
                .dependsOn(values.texts(plan.id()))
                .set("Enabled", values.bool(true))
                .set("StageKeys", shared.stages("RestApiId", "StageName", values));
        Made join = shared.make("ServerlessUsagePlanKey", "AWS::ApiGateway::UsagePlanKey", values.span())
                .dependsOn(values.texts(key.id()));
        return List.of(copied(plan), key, join(join, plan, key));
    }

    private Made make(String id, String type, String dependency) {
        return api.make(id, type, values.span()).dependsOn(values.texts(dependency));
    }

    private Made join(Made join, Made plan, Made key) {
        return join.set("KeyId", values.ref(key.id()))
                .set("KeyType", values.text("API_KEY"))
                .set("UsagePlanId", values.ref(plan.id()));
    }

    private Made copied(Made plan) {
        for (String name : COPIED) {
            if (!Intrinsics.isEmpty(written.get(name))) {
                plan.copy(written, name);
            }
        }
        return plan;
    }
}
