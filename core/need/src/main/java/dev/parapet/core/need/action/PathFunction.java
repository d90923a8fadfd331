package dev.parapet.core.need.action;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.FlowValue.Concatenation;
import dev.parapet.core.flow.value.FlowValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code operations.txt} makes of a parameter's value, after the {@code #} of a path. */
enum PathFunction {
    /** The bucket of a copy's source: {@code BUCKET/KEY}, a map with {@code Bucket}, or a URL {@code s3://BUCKET/KEY}. */
    BUCKET {
        @Override
        FlowValue of(FlowValue value) {
            return source(value, "Bucket", true);
        }
    },

    /** The key of an object. What of it is only known at run time is a wildcard, and so is all of it. */
    KEY {
        @Override
        FlowValue of(FlowValue value) {
            FlowValue key = source(value, "Key", false);
            return key instanceof Text || key instanceof FlowValue.Environment ? key : new Text("*");
        }
    },

    /** The ARN of a queue by its URL. */
    QUEUE {
        @Override
        FlowValue of(FlowValue value) {
            return new FlowValue.Derived(ResourcePattern.ARN_OF_QUEUE_URL, List.of(value));
        }
    },

    /** The ARNs of the executions of a state machine by its own. */
    EXECUTIONS {
        @Override
        FlowValue of(FlowValue value) {
            return new FlowValue.Derived(ResourcePattern.ARN_OF_EXECUTIONS, List.of(value));
        }
    },

    /** What has versions: its name, {@code NAME:VERSION}, or its ARN with the version; every version where none is named. */
    VERSIONED {
        @Override
        FlowValue of(FlowValue value) {
            return new FlowValue.Derived(ResourcePattern.ANY_VERSION, List.of(value));
        }
    },

    /** A path by which a WebSocket API's connections are managed. */
    CONNECTIONS {
        @Override
        @Nullable
        FlowValue of(FlowValue value) {
            FlowValue first = value instanceof Concatenation(List<FlowValue> parts) ? parts.getFirst() : value;
            return first instanceof Text(String path)
                            && CONNECTION.matcher(path).find()
                    ? value
                    : null;
        }
    },

    /** The first label of a host name: {@code abc123} of {@code abc123.execute-api.eu-west-1.amazonaws.com}. */
    HOST {
        @Override
        FlowValue of(FlowValue value) {
            return switch (value) {
                case Text(String host) when host.indexOf('.') > 0 -> new Text(host.substring(0, host.indexOf('.')));
                case Concatenation(List<FlowValue> parts)
                when parts.size() > 1 && parts.get(1) instanceof Text(String rest) && rest.startsWith(".") ->
                    parts.getFirst();
                default -> new FlowValue.Unknown("the host is not known");
            };
        }
    },

    /**
     * The name of a parameter without its leading slash (<a
     * href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html">Parameter names</a>).
     */
    PARAMETER {
        @Override
        FlowValue of(FlowValue value) {
            return switch (value) {
                case Text(String name) when name.startsWith("/") -> new Text(name.substring(1));
                case Concatenation(List<FlowValue> parts)
                when parts.getFirst() instanceof Text(String name) && name.startsWith("/") -> {
                    List<FlowValue> rest = new ArrayList<>(parts);
                    rest.set(0, new Text(name.substring(1)));
                    yield new Concatenation(rest);
                }
                default -> value;
            };
        }
    },

    /** The name of an alias of a key without {@code alias/}. */
    ALIAS {
        @Override
        FlowValue of(FlowValue value) {
            return value instanceof Text(String name) && name.startsWith("alias/")
                    ? new Text(name.substring("alias/".length()))
                    : value;
        }
    },

    /** A model; of an inference profile, the model behind it in every region to which requests can go. */
    MODEL {
        @Override
        FlowValue of(FlowValue value) {
            return value instanceof Text(String id) && PROFILE.matcher(id).find()
                    ? new Text("arn:${AWS::Partition}:bedrock:*::foundation-model/"
                            + PROFILE.matcher(id).replaceFirst(""))
                    : value;
        }
    },

    /**
     * An inference profile, which is a model's identifier after that of a part of the world (<a
     * href="https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html">Supported Regions and models</a>);
     * nothing for a model.
     */
    PROFILE_ID {
        @Override
        @Nullable
        FlowValue of(FlowValue value) {
            return switch (value) {
                case Text(String id) -> PROFILE.matcher(id).find() ? value : null;
                default -> null;
            };
        }
    },

    /** A language that the service is to find out. */
    AUTO {
        @Override
        @Nullable
        FlowValue of(FlowValue value) {
            return value instanceof Text(String language) && language.equals("auto") ? value : null;
        }
    },

    /** The table that a statement of PartiQL is about. */
    TABLE {
        @Override
        FlowValue of(FlowValue value) {
            return PartiQl.table(value);
        }
    },

    /** A statement of PartiQL that reads, or of which it is not known what it does. */
    SELECT {
        @Override
        @Nullable
        FlowValue of(FlowValue value) {
            return PartiQl.is("SELECT", value) ? value : null;
        }
    },

    /** A statement of PartiQL that adds an item. */
    INSERT {
        @Override
        @Nullable
        FlowValue of(FlowValue value) {
            return PartiQl.is("INSERT", value) ? value : null;
        }
    },

    /** A statement of PartiQL that changes an item. */
    UPDATE {
        @Override
        @Nullable
        FlowValue of(FlowValue value) {
            return PartiQl.is("UPDATE", value) ? value : null;
        }
    },

    /** A statement of PartiQL that removes an item. */
    DELETE {
        @Override
        @Nullable
        FlowValue of(FlowValue value) {
            return PartiQl.is("DELETE", value) ? value : null;
        }
    };

    private static final Pattern PROFILE =
            Pattern.compile("^(us|us-gov|eu|apac|jp|au|ca|sa|global)\\.(?=[a-z0-9]+\\.)");

    private static final Pattern CONNECTION = Pattern.compile("^/?(@|%40)connections\\b");

    private static final Pattern OBJECT = Pattern.compile("^(?:s3://|/)?([^/]+)/(.+)$", Pattern.DOTALL);

    /** The function of a value; null where it has none. */
    abstract @Nullable FlowValue of(FlowValue value);

    private static FlowValue source(FlowValue value, String field, boolean first) {
        List<FlowArgument> entries = ParameterPath.entries(value);
        if (entries != null) {
            for (FlowArgument entry : entries) {
                if (field.equalsIgnoreCase(entry.name())) {
                    return entry.value();
                }
            }
        }
        if (!first) {
            return value;
        }
        if (value instanceof Text(String text)) {
            Matcher parts = OBJECT.matcher(text);
            return parts.matches() ? new Text(parts.group(1)) : value;
        }
        return value instanceof Concatenation(List<FlowValue> parts) ? beforeSlash(parts) : unknown();
    }

    private static FlowValue beforeSlash(List<FlowValue> parts) {
        List<FlowValue> bucket = new ArrayList<>();
        for (FlowValue part : parts) {
            String text = part instanceof Text(String known) ? known : "";
            if (bucket.isEmpty() && (text.equals("/") || text.equals("s3://"))) {
                continue;
            }
            int slash = text.indexOf('/');
            if (slash >= 0) {
                if (slash > 0) {
                    bucket.add(new Text(text.substring(0, slash)));
                }
                return bucket.size() == 1 ? bucket.getFirst() : new Concatenation(bucket);
            }
            bucket.add(part);
        }
        return unknown();
    }

    private static FlowValue unknown() {
        return new FlowValue.Unknown("the bucket is part of a value that is not known");
    }
}
