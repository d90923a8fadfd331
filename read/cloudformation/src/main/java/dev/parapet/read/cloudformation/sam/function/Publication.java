package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version and alias of a function with {@code AutoPublishAlias}. The version's logical id changes with the code, so
 * that CloudFormation publishes a new one.
 *
 * @param version the version
 * @param alias the alias that points to it
 */
record Publication(Made version, Made alias) {
    private static final Pattern ALIAS = Pattern.compile("(?!^[0-9]+$)([a-zA-Z0-9\\-_]+)$");

    static Publication of(Authored function, Made lambda, Value aliasProperty, Transformation transformation) {
        Value name = transformation.resolution().parameters(aliasProperty);
        if (!(name instanceof Value.Text alias)) {
            throw function.invalid(
                    "'AutoPublishAlias' must be a string or a Ref to a template parameter", aliasProperty.span());
        }
        String codeHash = codeHash(function, lambda, transformation);
        Made version = version(function, lambda, codeHash, transformation);
        return new Publication(version, alias(function, alias, version));
    }

    /** The author's own hash of the code; it goes into the description, which makes Lambda see a change. */
    private static @Nullable String codeHash(Authored function, Made lambda, Transformation transformation) {
        Value written = function.property("AutoPublishCodeSha256");
        if (written == null || Intrinsics.isEmpty(written)) {
            return null;
        }
        if (!(transformation.resolution().parameters(written) instanceof Value.Text hash)) {
            throw function.invalid("AutoPublishCodeSha256 must be a string", written.span());
        }
        Value description = transformation.resolution().parametersOrNull(function.property("Description"));
        if (description == null || Intrinsics.isEmpty(description)) {
            lambda.set("Description", hash);
        } else if (description instanceof Value.Text text) {
            lambda.set("Description", new Value.Text(text.text() + " " + hash.text(), text.span()));
        } else {
            lambda.set("Description", lambda.values().join(" ", description, hash));
        }
        return hash.text();
    }

    private static Made version(
            Authored function, Made lambda, @Nullable String codeHash, Transformation transformation) {
        String prefix = function.id() + "Version";
        String id = codeHash == null
                ? LogicalIds.of(prefix, hashed(function, lambda, transformation))
                : prefix + codeHash.substring(0, Math.min(10, codeHash.length()));
        Made version = function.make(id, "AWS::Lambda::Version");
        if (version.attribute("DeletionPolicy") == null) {
            Value policy = function.property("VersionDeletionPolicy");
            String usual = function.property("CapacityProviderConfig") == null ? "Retain" : "Delete";
            version.attribute(
                    "DeletionPolicy", policy == null ? version.values().text(usual) : policy);
        }
        version.set("FunctionName", lambda.ref());
        version.set("Description", function.property("VersionDescription"));
        if (function.property("CapacityProviderConfig") != null) {
            version.set("FunctionScalingConfig", function.property("FunctionScalingConfig"));
        }
        return version;
    }

    /** What a change of must publish a new version: the code, or every property when the author says so. */
    private static Value hashed(Authored function, Made lambda, Transformation transformation) {
        MappingBuilder all = lambda.values().builder();
        if (!Intrinsics.isEmpty(function.property("AutoPublishAliasAllProperties"))) {
            all.putAll(lambda.properties());
            if (lambda.get("Layers") instanceof Value.Sequence layers) {
                for (Value layer : layers.items()) {
                    layer(layer, all, transformation);
                }
            }
            return all.build();
        }
        if (lambda.get("Code") instanceof Value.Mapping code
                && transformation.resolution().parameters(code) instanceof Value.Mapping resolved) {
            all.putAll(resolved);
        }
        if (lambda.get("Environment") instanceof Value.Mapping environment) {
            all.putAll(environment);
        }
        if (!Intrinsics.isEmpty(lambda.get("MemorySize"))) {
            all.put("MemorySize", lambda.get("MemorySize"));
        }
        if (lambda.get("SnapStart") instanceof Value.Mapping snapStart
                && snapStart.get("ApplyOn") instanceof Value applyOn
                && !(applyOn instanceof Value.Text text && text.text().equals("None"))) {
            all.put("SnapStart", snapStart);
        }
        return all.build();
    }

    /** A layer whose own versions are to publish the function anew. */
    private static void layer(Value layer, MappingBuilder all, Transformation transformation) {
        String id = Intrinsics.logicalId(layer);
        Value.Mapping resource = id == null ? null : transformation.output().resource(id);
        if (id != null
                && resource != null
                && resource.get("Properties") instanceof Value.Mapping properties
                && !Intrinsics.isEmpty(properties.get("PublishLambdaVersion"))) {
            all.put(id, properties);
        }
    }

    private static Made alias(Authored function, Value.Text name, Made version) {
        if (name.text().isEmpty()) {
            throw function.invalid("Alias name is required to create an alias", name.span());
        }
        if (!ALIAS.matcher(name.text()).matches()) {
            throw function.invalid(
                    "AutoPublishAlias name ('" + name.text()
                            + "') must contain only alphanumeric characters, hyphens, or underscores matching"
                            + " (?!^[0-9]+$)([a-zA-Z0-9-_]+) pattern.",
                    name.span());
        }
        String suffix = name.text().replace("-", "D").replace("_", "U");
        Made alias = function.make(function.id() + "Alias" + suffix, "AWS::Lambda::Alias");
        alias.set("Name", name);
        alias.set("FunctionName", alias.values().ref(function.id()));
        alias.set("FunctionVersion", version.getAtt("Version"));
        Value provisioned = function.property("ProvisionedConcurrencyConfig");
        if (!Intrinsics.isEmpty(provisioned)) {
            alias.set("ProvisionedConcurrencyConfig", provisioned);
        }
        return alias;
    }
}
