package dev.parapet.core.iam.lint;

import dev.parapet.core.iam.lint.Diagnostic.Level;
import java.util.List;
import java.util.Locale;

/**
 * What is looked for, how sure it is a mistake, and what other tools call the same: the codes of <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer's policy
 * checks</a> and the findings of <a href="https://github.com/duo-labs/parliament/blob/main/parliament/config.yaml">parliament</a>.
 */
public enum Check {
    SYNTAX(
            Level.ERROR,
            "access-analyzer:DATA_TYPE_MISMATCH",
            "access-analyzer:INVALID_CONDITION_OPERATOR",
            "access-analyzer:INVALID_EFFECT",
            "access-analyzer:INVALID_POLICY_ELEMENT",
            "access-analyzer:INVALID_PRINCIPAL_KEY",
            "access-analyzer:INVALID_VERSION",
            "access-analyzer:MISSING_ACTION",
            "access-analyzer:MISSING_EFFECT",
            "access-analyzer:MISSING_STATEMENT",
            "access-analyzer:UNSUPPORTED_ELEMENT_COMBINATION",
            "parliament:INVALID_VERSION",
            "parliament:MALFORMED",
            "parliament:UNKNOWN_OPERATOR"),
    VERSION_MISSING(Level.WARNING, "access-analyzer:MISSING_VERSION", "parliament:NO_VERSION"),
    VARIABLE_IN_2008(Level.ERROR, "access-analyzer:VARIABLE_UNSUPPORTED_IN_VERSION", "parliament:OLD_VERSION"),
    POLICY_TOO_LARGE(Level.ERROR, "access-analyzer:POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA"),
    SID_EMPTY(Level.WARNING, "access-analyzer:EMPTY_SID_VALUE"),
    SID_DUPLICATE(
            Level.ERROR,
            "access-analyzer:UNIQUE_SIDS_RECOMMENDED",
            "access-analyzer:UNIQUE_SIDS_REQUIRED",
            "parliament:DUPLICATE_SID"),
    SID_CHARACTERS(Level.ERROR, "access-analyzer:UNSUPPORTED_SID", "parliament:INVALID_SID"),
    RESOURCE_MISSING(Level.ERROR, "access-analyzer:MISSING_RESOURCE"),
    LIST_EMPTY(
            Level.ERROR,
            "access-analyzer:EMPTY_ARRAY_ACTION",
            "access-analyzer:EMPTY_ARRAY_RESOURCE",
            "access-analyzer:EMPTY_OBJECT_PRINCIPAL"),
    PRINCIPAL_MISPLACED(Level.ERROR, "access-analyzer:UNSUPPORTED_PRINCIPAL"),
    TRUST_RESOURCE(Level.ERROR),

    ACTION_UNKNOWN(
            Level.WARNING,
            "access-analyzer:INVALID_ACTION",
            "access-analyzer:INVALID_SERVICE_IN_ACTION",
            "parliament:UNKNOWN_ACTION",
            "parliament:UNKNOWN_PREFIX"),
    ACTION_MATCHES_NOTHING(Level.WARNING, "parliament:UNKNOWN_ACTION"),
    ACTION_MALFORMED(Level.ERROR, "access-analyzer:INVALID_ACTION"),
    ACTION_WITHOUT_RESOURCE(Level.WARNING, "parliament:RESOURCE_MISMATCH"),
    ACTION_REDUNDANT(Level.WARNING, "access-analyzer:REDUNDANT_ACTION"),

    RESOURCE_NOT_TAKEN(
            Level.WARNING,
            "access-analyzer:ARN_ACCOUNT_NOT_ALLOWED",
            "access-analyzer:ARN_REGION_NOT_ALLOWED",
            "access-analyzer:INVALID_ARN_RESOURCE",
            "access-analyzer:MISSING_ARN_REGION",
            "parliament:RESOURCE_MISMATCH"),
    RESOURCE_UNUSED(Level.NOTE, "parliament:RESOURCE_MISMATCH"),
    RESOURCE_REDUNDANT(Level.NOTE, "access-analyzer:REDUNDANT_RESOURCE"),
    ARN_MALFORMED(
            Level.ERROR,
            "access-analyzer:INVALID_ARN_ACCOUNT",
            "access-analyzer:INVALID_ARN_PREFIX",
            "access-analyzer:INVALID_ARN_REGION",
            "access-analyzer:INVALID_ARN_SERVICE_CASE",
            "access-analyzer:INVALID_PARTITION",
            "access-analyzer:MISSING_ARN_FIELD",
            "parliament:INVALID_ARN"),

    CONDITION_KEY_UNKNOWN(
            Level.WARNING,
            "access-analyzer:INVALID_CONDITION_KEY_FORMAT",
            "access-analyzer:INVALID_GLOBAL_CONDITION_KEY",
            "access-analyzer:INVALID_SERVICE_CONDITION_KEY",
            "parliament:UNKNOWN_CONDITION_FOR_ACTION"),
    CONDITION_KEY_NOT_OF_ACTION(
            Level.WARNING,
            "access-analyzer:ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
            "access-analyzer:DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
            "parliament:UNKNOWN_CONDITION_FOR_ACTION"),
    CONDITION_TYPE(
            Level.WARNING,
            "access-analyzer:TYPE_MISMATCH",
            "parliament:MISMATCHED_TYPE",
            "parliament:MISMATCHED_TYPE_BUT_USABLE"),
    SET_OPERATOR_MISSING(Level.WARNING, "access-analyzer:MISSING_QUALIFIER"),
    CONDITION_NEVER_HOLDS(Level.ERROR),
    VALUE_NEVER_MATCHES(
            Level.ERROR,
            "access-analyzer:INVALID_CONDITION_DATA_TYPE",
            "access-analyzer:INVALID_DATE_VALUE",
            "access-analyzer:TYPE_MISMATCH_IP_RANGE"),
    WILDCARD_WITHOUT_LIKE(Level.WARNING, "access-analyzer:WILDCARD_WITHOUT_LIKE_OPERATOR"),
    NULL_WITH_SUFFIX(Level.WARNING, "access-analyzer:NULL_WITH_IF_EXISTS", "access-analyzer:NULL_WITH_QUALIFIER"),
    FOR_ALL_VALUES_ABSENT(Level.WARNING, "access-analyzer:FORALLVALUES_WITH_SINGLE_VALUED_KEY"),
    MFA_ABSENT(Level.WARNING, "parliament:BAD_PATTERN_FOR_MFA"),

    STATEMENT_SHADOWED(Level.WARNING, "access-analyzer:REDUNDANT_STATEMENT"),
    ALLOW_DENIED(Level.ERROR),
    ALLOW_NOT_ACTION(Level.WARNING),
    ALLOW_NOT_RESOURCE(Level.WARNING),
    ALLOW_NOT_PRINCIPAL(Level.ERROR, "access-analyzer:ALLOW_WITH_NOT_PRINCIPAL"),
    PRINCIPAL_WILDCARD(Level.ERROR, "access-analyzer:UNSUPPORTED_WILDCARD_IN_PRINCIPAL"),
    CONFUSED_DEPUTY(
            Level.WARNING,
            "access-analyzer:RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
            "prowler:iam_role_cross_service_confused_deputy_prevention");

    private final Level level;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> sameAs;

    Check(Level level, String... sameAs) {
        this.level = level;
        this.sameAs = List.of(sameAs);
    }

    /** Its name in reports, such as {@code action-unknown}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How sure it is a mistake. */
    public Level level() {
        return level;
    }

    /** What other tools call it. */
    public List<String> sameAs() {
        return sameAs;
    }
}
