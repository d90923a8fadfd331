package dev.parapet.read.cloudformation.sam.function;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.S3Location;
import dev.parapet.read.cloudformation.sam.template.Values;

/** The {@code Code} of a function: inline, an object in S3, an image, or a local path that is not packaged yet and stays one. */
final class Code {
    private Code() {}

    /** The code of a function. */
    static Value of(Authored function) {
        Value type = function.property("PackageType");
        String packageType = type instanceof Value.Text text ? text.text() : type == null ? "Zip" : "";
        Value code = switch (packageType) {
            case "Zip" -> zip(function);
            case "Image" -> image(function);
            default -> {
                String shown = type instanceof Value.Text text ? text.text() : "";
                throw function.invalid(
                        "invalid 'PackageType' : " + shown, type == null ? function.head() : type.span());
            }
        };
        Value key = function.property("SourceKMSKeyArn");
        return packageType.equals("Zip") && code instanceof Value.Mapping mapping && !Intrinsics.isEmpty(key)
                ? MappingBuilder.of(mapping).put("SourceKMSKeyArn", key).build()
                : code;
    }

    private static Value zip(Authored function) {
        Value inline = function.property("InlineCode");
        if (inline != null) {
            return Values.of(inline).map("ZipFile", inline);
        }
        Value uri = function.property("CodeUri");
        if (uri == null) {
            throw function.invalid("Only one of 'InlineCode' or 'CodeUri' can be set.", function.head());
        }
        return S3Location.of(function, "CodeUri", uri, S3Location.CODE);
    }

    private static Value image(Authored function) {
        Value uri = function.property("ImageUri");
        if (uri != null) {
            if (Intrinsics.isEmpty(uri)) {
                throw function.invalid(
                        "'ImageUri' requires that a image hosted at a registry be specified.", uri.span());
            }
            return Values.of(uri).map("ImageUri", uri);
        }
        // An image that is built from the source beside the template has no address before it is packaged.
        Value context = Intrinsics.entries(function.written().get("Metadata")).containsKey("DockerContext")
                        && function.written().get("Metadata") instanceof Value.Mapping metadata
                ? metadata.get("DockerContext")
                : null;
        if (context != null) {
            return Values.of(context).map("ImageUri", context);
        }
        throw function.invalid("'ImageUri' must be set.", function.head());
    }
}
