package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;

/** {@code Cognito}: a user pool of the same template invokes the function at certain steps. */
final class UserPoolTrigger implements EventSource {
    private static final PropertyTable PROPERTIES = PropertyTable.of("Cognito")
            .required("UserPool", Kind.TEXT)
            .requiredStrict("Trigger", Kind.oneOf(Kind.TEXT, Kind.listOf(Kind.TEXT)));

    /** The properties of pools that SAM takes; a pool with others it does not let a function be attached to. */
    private static final PropertyTable POOL = PropertyTable.of("AWS::Cognito::UserPool")
            .any("AccountRecoverySetting", "AdminCreateUserConfig", "AliasAttributes", "AutoVerifiedAttributes")
            .any("DeletionProtection", "DeviceConfiguration", "EmailAuthenticationMessage")
            .any("EmailAuthenticationSubject", "EmailConfiguration", "EmailVerificationMessage")
            .any("EmailVerificationSubject", "EnabledMfas", "LambdaConfig", "MfaConfiguration", "Policies", "Schema")
            .any("SmsAuthenticationMessage", "SmsConfiguration", "SmsVerificationMessage")
            .any("UserAttributeUpdateSettings", "UsernameAttributes", "UsernameConfiguration", "UserPoolAddOns")
            .any("UserPoolName", "UserPoolTags", "UserPoolTier", "VerificationMessageTemplate")
            .any("WebAuthnRelyingPartyID", "WebAuthnUserVerification");

    @Override
    public List<Made> expand(FunctionEvent event, Transformation transformation) {
        PROPERTIES.check(event, event.properties());
        Authored pool = Linked.resource(
                event,
                "UserPool",
                "Cognito events must reference a Cognito UserPool in the same template.",
                transformation);
        Values values = event.values();
        Made permission = Permission.of(
                event, event.target().id() + "Cognito", "cognito-idp.amazonaws.com", values.getAtt(pool.id(), "Arn"));
        Value written = pool.property("LambdaConfig");
        MappingBuilder config =
                written == null ? values.builder() : MappingBuilder.of(pool.map(written, "LambdaConfig"));
        Value triggers = event.property("Trigger");
        for (Value trigger : triggers instanceof Value.Sequence sequence ? sequence.items() : Linked.one(triggers)) {
            put(trigger, config, event);
        }
        Value.Mapping all = config.build();
        transformation.allowance().take(all.entries().size());
        Authored changed = pool.withProperties(
                MappingBuilder.of(pool.properties()).put("LambdaConfig", all).build());
        POOL.check(changed, changed.properties());
        transformation.output().replace(pool.id(), changed.written());
        transformation.author(changed);
        return List.of(permission);
    }

    private static void put(Value trigger, MappingBuilder config, FunctionEvent event) {
        if (trigger instanceof Value.Text name) {
            if (config.get(name.text()) != null) {
                throw event.invalid("Cognito trigger \"" + name.text() + "\" defined multiple times.", trigger.span());
            }
            config.put(name.text(), event.targetArn());
        }
    }
}
