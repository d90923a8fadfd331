package dev.parapet.read.cloudformation.sam.template;

import java.util.List;

/**
 * The resource attributes that outlive the transform (AWS SAM, "Resource attributes",
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resource-attributes.html).
 */
public final class Attributes {
    /** Those of the resource that an authored one becomes. */
    public static final List<String> KEPT =
            List.of("DeletionPolicy", "UpdatePolicy", "Condition", "UpdateReplacePolicy", "Metadata");
    /** Those of every resource that an authored one makes. */
    public static final List<String> SHARED = List.of("Condition", "DeletionPolicy", "UpdateReplacePolicy");

    private Attributes() {}
}
