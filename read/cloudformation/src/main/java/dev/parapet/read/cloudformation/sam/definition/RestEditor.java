package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * One round of edits of a REST API's document. SAM copies the document before the round and after it, and puts some of its
 * sections back only then.
 */
public final class RestEditor {
    private static final String SECURITY = "securityDefinitions";
    private static final String RESPONSES = "x-amazon-apigateway-gateway-responses";
    private static final String POLICY = "x-amazon-apigateway-policy";
    private static final String MODELS = "definitions";

    private final Definition definition;
    private final @Nullable Node security;
    private @Nullable Table securityDefinitions;
    private @Nullable Table responses;
    private @Nullable Table policy;
    private @Nullable Table models;

    /** Begins a round. */
    public RestEditor(Definition definition) {
        if (!definition.isSwagger()) {
            throw Definition.invalid(
                    "Invalid Swagger document or the Swagger document is not explicitly defined in 'DefinitionBody'.",
                    definition.root().span());
        }
        definition.copied();
        this.definition = definition;
        this.security = definition.root().get(SECURITY);
        this.securityDefinitions = definition.root().table(SECURITY);
        this.responses = definition.root().table(RESPONSES);
        this.policy = definition.root().table(POLICY);
        this.models = definition.root().table(MODELS);
        definition.paths().keys().forEach(definition::pathItems);
    }

    /** Ends the round. */
    public void finish() {
        put(SECURITY, securityDefinitions);
        put(RESPONSES, responses);
        put(MODELS, models);
        definition.copied();
    }

    private void put(String name, @Nullable Table section) {
        if (section != null && !section.isEmpty()) {
            definition.root().put(name, section);
        }
    }

    /** The document. */
    public Definition definition() {
        return definition;
    }

    /** The authorizers and keys that it knows. */
    public Table securityDefinitions(Span cause) {
        if (securityDefinitions == null) {
            if (security != null && !Node.isEmpty(security)) {
                throw Definition.invalid("securityDefinitions must be a dictionary.", security.span());
            }
            securityDefinitions = definition.at(cause).table();
        }
        return securityDefinitions;
    }

    /** Its gateway responses. */
    public Table responses(Span cause) {
        if (responses == null) {
            responses = definition.at(cause).table();
        }
        return responses;
    }

    /** Its models. */
    public Table models(Span cause) {
        if (models == null) {
            models = definition.at(cause).table();
        }
        return models;
    }

    /** Its resource policy. */
    Table policy(Span cause) {
        if (policy == null) {
            policy = definition.at(cause).table();
        }
        return policy;
    }

    /** Puts the policy into the document. */
    void putPolicy(Span cause) {
        definition.root().put(Key.made(POLICY, cause), policy(cause));
    }

    /** Lets it know IAM as an authorizer. */
    void addIam(Span cause) {
        Maker maker = definition.at(cause);
        if (!securityDefinitions(cause).has("AWS_IAM")) {
            Table iam = maker.table()
                    .put("x-amazon-apigateway-authtype", maker.text("awsSigv4"))
                    .put("type", maker.text("apiKey"))
                    .put("name", maker.text("Authorization"))
                    .put("in", maker.text("header"));
            securityDefinitions(cause).merge(maker.table().put("AWS_IAM", iam));
        }
    }

    /** Lets it know API keys. */
    public void addApiKey(Span cause) {
        Maker maker = definition.at(cause);
        if (!securityDefinitions(cause).has("api_key")) {
            Table key = maker.table()
                    .put("type", maker.text("apiKey"))
                    .put("name", maker.text("x-api-key"))
                    .put("in", maker.text("header"));
            securityDefinitions(cause).merge(maker.table().put("api_key", key));
        }
    }
}
