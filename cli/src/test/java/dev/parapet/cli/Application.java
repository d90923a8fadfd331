package dev.parapet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small application with a rule of its own, which alone is asked, so that no built-in rule changes what is said of it. */
final class Application {
    static final String RULE = """
            ---
            title: Function URL answers anyone
            severity: high
            area: gateway
            resource: AWS::Lambda::Url
            violated: resource.AuthType == "NONE"
            at: AuthType
            message: "{self.name} can be invoked by anyone"
            ---
            Whoever has the URL runs the code. Nothing else is checked.

            ## Fix
            Set `AuthType: AWS_IAM`. Callers must sign.

            ## Examples
            ```yaml bad
            Url:
              Type: AWS::Lambda::Url
              Properties:
                AuthType: NONE # <- violated
            ```
            ```yaml good
            Url:
              Type: AWS::Lambda::Url
              Properties:
                AuthType: AWS_IAM
            ```
            """;

    static final String OPEN = """
            Resources:
              Open:
                Type: AWS::Lambda::Url
                Properties:
                  TargetFunctionArn: x
                  AuthType: NONE
            """;

    static final String CLOSED = OPEN.replace("NONE", "AWS_IAM");

    private Application() {}

    /** Writes an application of one template to a folder. */
    static Path write(Path folder, String template) throws IOException {
        Files.writeString(folder.resolve("template.yaml"), template);
        Files.createDirectories(folder.resolve("policy"));
        Files.writeString(folder.resolve("policy/open-url.md"), RULE);
        Files.writeString(folder.resolve("parapet.yaml"), "rules: [policy]\nonly: [open-url]\n");
        return folder;
    }
}
