package dev.parapet.core.rule.catalogue;

/** {@code parapet rules new}: a rule file to start from, whose examples pass. */
public final class RuleSkeleton {
    private RuleSkeleton() {}

    /** The text of a new rule about resources of a type. */
    public static String of(String type) {
        return """
                ---
                title: Name the risk in a few words
                severity: medium
                area: development
                resource: %1$s
                violated: resource.Mode == "OPEN"
                at: Mode
                message: "{self.name} is open to everybody"
                ---
                Say in about three sentences why it matters: what an attacker does with it, and what that costs.

                ## Fix
                Say what to do. Then say what that changes for those who use it.

                ## Examples
                ```yaml bad
                Example:
                  Type: %1$s
                  Properties:
                    Mode: OPEN  # <- violated
                ```

                ```yaml good
                Example:
                  Type: %1$s
                  Properties:
                    Mode: CLOSED
                ```

                ```yaml undetermined
                Parameters:
                  Mode:
                    Type: String
                Resources:
                  Example:
                    Type: %1$s
                    Properties:
                      Mode: !Ref Mode  # <- undetermined
                ```
                """.formatted(type);
    }
}
