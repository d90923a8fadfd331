package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where packaged code, content or a definition lies: {@code s3://bucket/key?versionId=version} or a mapping of {@code Bucket}, {@code Key}
 * and {@code Version}. A path of the author's own file stays what it is, as it may stand in a CloudFormation template before it is
 * packaged.
 */
public final class S3Location {
    /** The names of bucket, key and version in {@code AWS::Lambda::Function} and {@code AWS::Lambda::LayerVersion}. */
    public static final Names CODE = new Names("S3Bucket", "S3Key", "S3ObjectVersion", "S3ObjectStorageMode");
    /** Their names where definitions lie. */
    public static final Names DEFINITION = new Names("Bucket", "Key", "Version", null);

    // AWS CloudFormation User Guide, "Dynamic references".
    private static final Pattern DYNAMIC =
            Pattern.compile("\\{\\{resolve:(ssm|ssm-secure|secretsmanager):[a-zA-Z0-9_.\\-/]+(:\\d+)?\\}\\}");

    private S3Location() {}

    /**
     * What the parts are called.
     *
     * @param storageMode the name of the storage mode; null when there is none
     */
    public record Names(
            String bucket,
            String key,
            String version,
            @Nullable String storageMode) {}

    /**
     * The location that a property gives.
     *
     * @throws InvalidResource when it is none
     */
    public static Value of(Owner owner, String property, Value uri, Names names) {
        return switch (uri) {
            case Value.Mapping mapping -> of(owner, property, mapping, names);
            case Value.Text text -> of(owner, property, text, names);
            default ->
                throw names.equals(CODE)
                        ? owner.invalid("'" + property + "' must be of type dict or string.", uri.span())
                        : invalid(owner, property, uri);
        };
    }

    private static Value.Mapping of(Owner owner, String property, Value.Mapping uri, Names names) {
        if (Intrinsics.isEmpty(uri.get("Bucket")) || Intrinsics.isEmpty(uri.get("Key"))) {
            throw owner.invalid("'" + property + "' requires Bucket and Key properties to be specified.", uri.span());
        }
        MappingBuilder location = Values.of(uri).builder();
        location.put(names.bucket(), uri.entries().get("Bucket"));
        location.put(names.key(), uri.entries().get("Key"));
        location.put(names.version(), uri.entries().get("Version"));
        if (names.storageMode() != null) {
            location.put(names.storageMode(), uri.entries().get("StorageMode"));
        }
        return location.build();
    }

    private static Value of(Owner owner, String property, Value.Text uri, Names names) {
        String text = uri.text();
        if (names.equals(CODE) && text.indexOf('/') >= 0) {
            var dynamic = DYNAMIC.matcher(text);
            if (dynamic.find() && dynamic.group().indexOf('/') >= 0) {
                throw owner.invalid(
                        "Unsupported dynamic reference detected in '" + property
                                + "'. Please consider using alternative 'FunctionCode' object format.",
                        uri.span());
            }
        }
        if (!text.startsWith("s3://")) {
            if (!text.isEmpty() && !text.contains("://") && !text.contains("{{resolve:")) {
                return uri;
            }
            throw invalid(owner, property, uri);
        }
        String rest = before(text.substring("s3://".length()), '#');
        String path = before(rest, '?');
        int slash = path.indexOf('/');
        if (slash <= 0) {
            throw invalid(owner, property, uri);
        }
        Values values = Values.of(uri);
        return values.map(
                names.bucket(),
                values.text(path.substring(0, slash)),
                names.key(),
                values.text(path.substring(slash).replaceFirst("^/+", "")),
                names.version(),
                version(rest.substring(path.length()), values));
    }

    private static Value.@Nullable Text version(String query, Values values) {
        List<String> versions = new ArrayList<>();
        for (String part :
                query.isEmpty() ? List.<String>of() : List.of(query.substring(1).split("&", -1))) {
            if (part.startsWith("versionId=") && part.length() > "versionId=".length()) {
                versions.add(part.substring("versionId=".length()));
            }
        }
        return versions.size() == 1 ? values.text(decoded(versions.getFirst())) : null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    private static String before(String text, char end) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }

    private static InvalidResource invalid(Owner owner, String property, Value uri) {
        return owner.invalid(
                "'" + property
                        + "' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter.",
                uri.span());
    }
}
