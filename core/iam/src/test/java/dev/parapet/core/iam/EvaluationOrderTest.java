package dev.parapet.core.iam;

import static dev.parapet.core.iam.Asking.OBJECT;
import static dev.parapet.core.iam.Asking.ROLE;
import static dev.parapet.core.iam.Asking.ROOT;
import static dev.parapet.core.iam.Asking.SESSION;
import static dev.parapet.core.iam.Asking.STRANGER;
import static dev.parapet.core.iam.Asking.USER;
import static dev.parapet.core.iam.Asking.aws;
import static dev.parapet.core.iam.Asking.boundary;
import static dev.parapet.core.iam.Asking.decide;
import static dev.parapet.core.iam.Asking.identity;
import static dev.parapet.core.iam.Asking.policy;
import static dev.parapet.core.iam.Asking.request;
import static dev.parapet.core.iam.Asking.resource;
import static dev.parapet.core.iam.Asking.statement;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation says of services, of requests on behalf of somebody, and of what only the provider does; all evaluators agree. */
final class EvaluationOrderTest {
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:111122223333:jobs";

    private static String context(String entries) {
        return "'context':{" + entries + "}";
    }

    /**
     * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html">One account</a>
     * needs one side, <a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">two accounts</a> both.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "s3:GetObject, arn:aws:s3:::orders/1",
        "lambda:InvokeFunction, arn:aws:lambda:eu-west-1:111122223333:function:pay",
        "sqs:SendMessage, arn:aws:sqs:eu-west-1:111122223333:jobs",
        "sns:Publish, arn:aws:sns:eu-west-1:111122223333:orders",
        "secretsmanager:GetSecretValue, arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
    })
    void one_side_suffices_within_an_account_and_both_must_allow_across_two(String action, String on) {
        String own = identity(statement("Allow", action, on));
        for (String principal : new String[] {USER, ROLE, SESSION}) {
            String named = resource(statement("Allow", action, on, aws(principal)));
            assertThat(decide(request(principal, action, on, own))).isEqualTo("allowed by identity[0] 0");
            assertThat(decide(request(principal, action, on, named))).isEqualTo("allowed by resource 0");
            assertThat(decide(request(principal, action, on))).isEqualTo("implicitDeny");
        }
        String named = resource(statement("Allow", action, on, aws(STRANGER)));
        assertThat(decide(request(STRANGER, action, on, own))).isEqualTo("implicitDeny");
        assertThat(decide(request(STRANGER, action, on, named))).isEqualTo("implicitDeny");
        assertThat(decide(request(STRANGER, action, on, own, named))).isEqualTo("allowed by resource 0");
    }

    /** <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html">Another account's key</a> */
    @Test
    void a_key_is_shared_with_an_account_by_both_sides() {
        String key = "arn:aws:kms:eu-west-1:111122223333:key/1";
        String decrypt = identity(statement("Allow", "kms:Decrypt", key));
        String shared = resource(statement("Allow", "kms:Decrypt", "*", aws("arn:aws:iam::444455556666:root")));
        assertThat(decide(request(STRANGER, "kms:Decrypt", key, decrypt, shared)))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request(STRANGER, "kms:Decrypt", key, shared))).isEqualTo("implicitDeny");
        assertThat(decide(request(STRANGER, "kms:Decrypt", key, decrypt))).isEqualTo("implicitDeny");
    }

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a> */
    @Test
    void a_service_is_let_in_for_the_resource_that_its_call_is_about() {
        String topic = "arn:aws:sns:eu-west-1:111122223333:orders";
        String allow = resource(statement(
                "Allow",
                "sqs:SendMessage",
                QUEUE,
                "'Principal':{'Service':'sns.amazonaws.com'}",
                "'Condition':{'ArnEquals':{'aws:SourceArn':'" + topic
                        + "'},'StringEquals':{'aws:SourceAccount':'111122223333'}}"));
        String sns = "sns.amazonaws.com";
        assertThat(decide(request(
                        sns,
                        "sqs:SendMessage",
                        QUEUE,
                        allow,
                        context("'aws:SourceArn':'" + topic + "','aws:SourceAccount':'111122223333'"))))
                .isEqualTo("allowed by resource 0");
        assertThat(
                        decide(
                                request(
                                        sns,
                                        "sqs:SendMessage",
                                        QUEUE,
                                        allow,
                                        context(
                                                "'aws:SourceArn':'arn:aws:sns:eu-west-1:444455556666:other','aws:SourceAccount':'444455556666'"))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(sns, "sqs:SendMessage", QUEUE, allow))).isEqualTo("implicitDeny");
        assertThat(decide(request(sns, "sqs:SendMessage", QUEUE, allow, "'contextIsComplete':false")))
                .isEqualTo("undetermined without aws:sourceaccount, aws:sourcearn");
        // Those who are no service never send the keys.
        assertThat(decide(request(USER, "sqs:SendMessage", QUEUE, allow))).isEqualTo("implicitDeny");
    }

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html">Forward access sessions</a> */
    @Test
    void a_service_that_calls_on_behalf_of_somebody_has_the_permissions_of_that_principal() {
        String viaOnly = identity(statement(
                "Allow",
                "s3:GetObject",
                "*",
                "'Condition':{'ForAnyValue:StringEquals':{'aws:CalledVia':['athena.amazonaws.com']}}"));
        String direct = identity(
                statement("Allow", "s3:GetObject", "*"),
                statement("Deny", "*", "*", "'Condition':{'Bool':{'aws:ViaAWSService':'false'}}"));
        String via = context("'aws:ViaAWSService':'true','aws:CalledVia':['athena.amazonaws.com']");
        assertThat(decide(request(ROLE, "s3:GetObject", OBJECT, viaOnly, via))).isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(ROLE, "s3:GetObject", OBJECT, direct, via))).isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(ROLE, "s3:GetObject", OBJECT, viaOnly))).isEqualTo("implicitDeny");
        assertThat(decide(request(ROLE, "s3:GetObject", OBJECT, direct, context("'aws:ViaAWSService':'false'"))))
                .isEqualTo("explicitDeny by identity[0] 1");
    }

    /**
     * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid">aws:PrincipalOrgID</a>
     * and services, which belong to no organisation.
     */
    @Test
    void an_organisation_is_let_in_and_services_by_their_own_key() {
        String perimeter = resource(
                statement("Allow", "s3:GetObject", "*", aws("*")),
                statement(
                        "Deny",
                        "s3:*",
                        "*",
                        aws("*"),
                        "'Condition':{'StringNotEqualsIfExists':{'aws:PrincipalOrgID':'o-own'},'BoolIfExists':{'aws:PrincipalIsAWSService':'false'}}"));
        String get = identity(statement("Allow", "s3:GetObject", "*"));
        assertThat(decide(request(
                        STRANGER,
                        "s3:GetObject",
                        OBJECT,
                        get,
                        perimeter,
                        context("'aws:PrincipalOrgID':'o-own','aws:PrincipalIsAWSService':'false'"))))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request(
                        STRANGER,
                        "s3:GetObject",
                        OBJECT,
                        get,
                        perimeter,
                        context("'aws:PrincipalOrgID':'o-other','aws:PrincipalIsAWSService':'false'"))))
                .isEqualTo("explicitDeny by resource 1");
        assertThat(decide(request(
                        "logging.s3.amazonaws.com",
                        "s3:GetObject",
                        OBJECT,
                        perimeter,
                        context("'aws:PrincipalIsAWSService':'true'"))))
                .isEqualTo("allowed by resource 0");
    }

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html">Access by tags</a> */
    @Test
    void tags_of_principal_and_resource_are_compared() {
        String same = identity(statement(
                "Allow",
                "sqs:SendMessage",
                "*",
                "'Condition':{'StringEquals':{'aws:ResourceTag/team':'${aws:PrincipalTag/team}'}}"));
        assertThat(decide(request(
                        ROLE,
                        "sqs:SendMessage",
                        QUEUE,
                        same,
                        context("'aws:ResourceTag/team':'red','aws:PrincipalTag/team':'red'"))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(
                        ROLE,
                        "sqs:SendMessage",
                        QUEUE,
                        same,
                        context("'aws:ResourceTag/team':'red','aws:PrincipalTag/team':'blue'"))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(ROLE, "sqs:SendMessage", QUEUE, same, context("'aws:ResourceTag/team':'red'"))))
                .isEqualTo("implicitDeny");
    }

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html">Role chaining</a> */
    @Test
    void a_session_may_assume_what_its_role_may() {
        String next = "arn:aws:iam::111122223333:role/next";
        String trust = resource("{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'" + ROLE + "'}}");
        assertThat(decide(request(SESSION, "sts:AssumeRole", next, trust))).isEqualTo("allowed by resource 0");
        assertThat(decide(request("arn:aws:sts::111122223333:assumed-role/other/one", "sts:AssumeRole", next, trust)))
                .isEqualTo("implicitDeny");
        String external = resource(
                "{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'arn:aws:iam::444455556666:root'},'Condition':{'StringEquals':{'sts:ExternalId':'42'}}}");
        String assume = identity(statement("Allow", "sts:AssumeRole", next));
        assertThat(decide(
                        request(STRANGER, "sts:AssumeRole", next, assume, external, context("'sts:ExternalId':'42'"))))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request(STRANGER, "sts:AssumeRole", next, assume, external)))
                .isEqualTo("implicitDeny");
    }

    /** <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</a> */
    @Test
    void control_policies_leave_service_linked_roles_alone_and_bind_services_only_by_those_of_resources() {
        String deny = "[[" + policy(statement("Deny", "*", "*", aws("*"))) + "]]";
        String linked = "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX";
        String get = identity(statement("Allow", "s3:GetObject", "*"));
        assertThat(decide(request(
                        linked,
                        "s3:GetObject",
                        OBJECT,
                        get,
                        "'serviceControlPolicies':" + deny,
                        "'resourceControlPolicies':" + deny)))
                .isEqualTo("allowed by identity[0] 0");
        String service =
                resource(statement("Allow", "s3:GetObject", "*", "'Principal':{'Service':'config.amazonaws.com'}"));
        assertThat(decide(request(
                        "config.amazonaws.com", "s3:GetObject", OBJECT, service, "'serviceControlPolicies':" + deny)))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request(
                        "config.amazonaws.com", "s3:GetObject", OBJECT, service, "'resourceControlPolicies':" + deny)))
                .isEqualTo("explicitDeny by resourceControl[0][0] 0");
    }

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a> */
    @Test
    void a_deny_of_all_but_some_denies_whoever_has_a_boundary() {
        String allBut = resource(
                "{'Effect':'Deny','NotPrincipal':{'AWS':['" + USER + "','" + ROOT + "']},'Action':'*','Resource':'*'}");
        String get = identity(statement("Allow", "s3:GetObject", "*"));
        assertThat(decide(request(USER, "s3:GetObject", OBJECT, get, allBut))).isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, "s3:GetObject", OBJECT, get, allBut, boundary(statement("Allow", "*", "*")))))
                .isEqualTo("explicitDeny by resource 0");
    }

    /** What {@code Reserved} cites. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "iam:CreatePolicyVersion, arn:aws:iam::aws:policy/ReadOnlyAccess, implicitDeny",
        "iam:CreatePolicyVersion, arn:aws:iam::111122223333:policy/Own, allowed by identity[0] 0",
        "iam:GetPolicy, arn:aws:iam::aws:policy/ReadOnlyAccess, allowed by identity[0] 0",
        "iam:PutRolePolicy, arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1, implicitDeny",
        "iam:GetRole, arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1, allowed by identity[0] 0",
        "kms:CreateAlias, arn:aws:kms:eu-west-1:111122223333:alias/aws/s3, implicitDeny",
        "kms:CreateAlias, arn:aws:kms:eu-west-1:111122223333:alias/own, allowed by identity[0] 0",
    })
    void what_only_the_provider_does_nobody_may(String action, String on, String decision) {
        assertThat(decide(request(USER, action, on, identity(statement("Allow", "*", "*")))))
                .isEqualTo(decision);
    }
}
