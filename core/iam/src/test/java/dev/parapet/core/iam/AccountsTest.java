package dev.parapet.core.iam;

import static dev.parapet.core.iam.Asking.FEDERATED;
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
import static dev.parapet.core.iam.Asking.session;
import static dev.parapet.core.iam.Asking.statement;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which policies have to allow, by who asks and whose the resource is. */
final class AccountsTest {
    private static final String GET = "s3:GetObject";
    private static final String ALLOW = statement("Allow", GET, "*");
    private static final String DENY = statement("Deny", GET, "*");
    private static final String OTHER = statement("Allow", "sqs:SendMessage", "*");

    private static String allowFor(String principal) {
        return statement("Allow", GET, "*", aws(principal));
    }

    @Test
    void nothing_is_allowed_that_nobody_allows() {
        assertThat(decide(request(USER, GET, OBJECT))).isEqualTo("implicitDeny");
        assertThat(decide(request(USER, GET, OBJECT, identity(OTHER)))).isEqualTo("implicitDeny");
    }

    @Test
    void an_identity_policy_suffices_within_the_account_and_a_deny_is_final() {
        assertThat(decide(request(USER, GET, OBJECT, identity(ALLOW)))).isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, GET, OBJECT, identity(ALLOW, DENY))))
                .isEqualTo("explicitDeny by identity[0] 1");
        assertThat(decide(request(USER, GET, OBJECT, identity(ALLOW), resource(statement("Deny", GET, "*", aws("*"))))))
                .isEqualTo("explicitDeny by resource 0");
    }

    @Test
    void two_accounts_must_both_allow() {
        assertThat(decide(request(STRANGER, GET, OBJECT, identity(ALLOW)))).isEqualTo("implicitDeny");
        assertThat(decide(request(STRANGER, GET, OBJECT, resource(allowFor(STRANGER)))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(STRANGER, GET, OBJECT, identity(ALLOW), resource(allowFor(STRANGER)))))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request(STRANGER, GET, OBJECT, identity(ALLOW), resource(allowFor("444455556666")))))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request(STRANGER, GET, OBJECT, identity(ALLOW), resource(allowFor("777788889999")))))
                .isEqualTo("implicitDeny");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // What a resource policy gives by itself, under a boundary and a session policy that do not allow it.
        "the user, arn:aws:iam::111122223333:user/alice, arn:aws:iam::111122223333:user/alice, allowed by resource 0",
        "the session, arn:aws:sts::111122223333:assumed-role/worker/one, arn:aws:sts::111122223333:assumed-role/worker/one, allowed by resource 0",
        "another session, arn:aws:sts::111122223333:assumed-role/worker/one, arn:aws:sts::111122223333:assumed-role/worker/two, implicitDeny",
        "the role of the session, arn:aws:sts::111122223333:assumed-role/worker/one, arn:aws:iam::111122223333:role/app/worker, implicitDeny",
        "the role, arn:aws:iam::111122223333:role/app/worker, arn:aws:iam::111122223333:role/app/worker, implicitDeny",
        "the federated session, arn:aws:sts::111122223333:federated-user/alice, arn:aws:sts::111122223333:federated-user/alice, allowed by resource 0",
        "its user, arn:aws:sts::111122223333:federated-user/alice, arn:aws:iam::111122223333:user/alice, implicitDeny",
        "everybody, arn:aws:sts::111122223333:assumed-role/worker/one, *, allowed by resource 0",
        "the account, arn:aws:iam::111122223333:user/alice, arn:aws:iam::111122223333:root, implicitDeny",
    })
    void what_a_resource_policy_names_decides_whether_limits_count(
            String name, String principal, String named, String decision) {
        assertThat(decide(request(principal, GET, OBJECT, resource(allowFor(named)), boundary(OTHER), session(OTHER))))
                .isEqualTo(decision);
    }

    @Test
    void a_resource_policy_suffices_for_a_role_within_its_limits() {
        for (String principal : new String[] {ROLE, SESSION}) {
            assertThat(decide(request(principal, GET, OBJECT, resource(allowFor(ROLE)))))
                    .isEqualTo("allowed by resource 0");
            assertThat(decide(
                            request(principal, GET, OBJECT, resource(allowFor(ROLE)), boundary(ALLOW), session(ALLOW))))
                    .isEqualTo("allowed by resource 0");
        }
        assertThat(decide(request(FEDERATED, GET, OBJECT, resource(allowFor(USER)), session(ALLOW))))
                .isEqualTo("allowed by resource 0");
    }

    @Test
    void an_identity_policy_gives_what_its_limits_leave() {
        assertThat(decide(request(SESSION, GET, OBJECT, identity(ALLOW), boundary(ALLOW), session(ALLOW))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(SESSION, GET, OBJECT, identity(ALLOW), boundary(OTHER))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(SESSION, GET, OBJECT, identity(ALLOW), session(OTHER))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(SESSION, GET, OBJECT, identity(ALLOW), boundary(ALLOW, DENY))))
                .isEqualTo("explicitDeny by permissionBoundary[0] 1");
        assertThat(decide(
                        request(STRANGER, GET, OBJECT, identity(ALLOW), resource(allowFor(STRANGER)), boundary(OTHER))))
                .isEqualTo("implicitDeny");
    }

    @Test
    void each_level_of_an_organisation_must_allow() {
        String full = policy(statement("Allow", "*", "*"));
        String some = policy(ALLOW);
        String none = policy(OTHER);
        String identity = identity(ALLOW);
        assertThat(decide(request(
                        USER, GET, OBJECT, identity, "'serviceControlPolicies':[[" + full + "],[" + some + "]]")))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(
                        USER, GET, OBJECT, identity, "'serviceControlPolicies':[[" + full + "],[" + none + "]]")))
                .isEqualTo("implicitDeny");
        assertThat(decide(
                        request(USER, GET, OBJECT, identity, "'serviceControlPolicies':[[" + none + "," + some + "]]")))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, GET, OBJECT, identity, "'serviceControlPolicies':[[]]")))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, GET, OBJECT, identity, "'serviceControlPolicies':[]")))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(
                        USER, GET, OBJECT, identity, "'serviceControlPolicies':[[" + policy(DENY) + "," + full + "]]")))
                .isEqualTo("explicitDeny by serviceControl[0][0] 0");
        // Roles of services and services themselves are not restricted by them.
        assertThat(decide(request(
                        "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX",
                        GET,
                        OBJECT,
                        identity,
                        "'serviceControlPolicies':[[" + policy(DENY) + "]]")))
                .isEqualTo("allowed by identity[0] 0");
    }

    @Test
    void resource_control_policies_only_take_away() {
        String deny = policy("{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}");
        assertThat(decide(request(USER, GET, OBJECT, identity(ALLOW), "'resourceControlPolicies':[[],[]]")))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, GET, OBJECT, identity(ALLOW), "'resourceControlPolicies':[[],[" + deny + "]]")))
                .isEqualTo("explicitDeny by resourceControl[1][0] 0");
    }

    @Test
    void the_endpoint_of_a_network_must_allow_too() {
        assertThat(decide(request(USER, GET, OBJECT, identity(ALLOW), "'vpcEndpointPolicies':[" + policy(OTHER) + "]")))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, GET, OBJECT, identity(ALLOW), "'vpcEndpointPolicies':[" + policy(ALLOW) + "]")))
                .isEqualTo("allowed by identity[0] 0");
    }

    @Test
    void services_and_strangers_without_credentials_have_the_resource_policy_alone() {
        String service = statement("Allow", GET, "*", "'Principal':{'Service':'config.amazonaws.com'}");
        assertThat(decide(request("config.amazonaws.com", GET, OBJECT, resource(service))))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request("lambda.amazonaws.com", GET, OBJECT, resource(service), identity(ALLOW))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request("anonymous", GET, OBJECT, resource(allowFor("*")))))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request("anonymous", GET, OBJECT, resource(allowFor("111122223333")), identity(ALLOW))))
                .isEqualTo("implicitDeny");
    }

    @Test
    void a_key_is_open_to_identity_policies_only_where_its_policy_says_so() {
        String key = "arn:aws:kms:eu-west-1:111122223333:key/1";
        String decrypt = statement("Allow", "kms:Decrypt", "*");
        String toAccount = statement("Allow", "kms:*", "*", aws(ROOT));
        assertThat(decide(request(USER, "kms:Decrypt", key, identity(decrypt)))).isEqualTo("implicitDeny");
        assertThat(decide(request(USER, "kms:Decrypt", key, identity(decrypt), resource(toAccount))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(USER, "kms:Decrypt", key, resource(toAccount))))
                .isEqualTo("implicitDeny");
        assertThat(decide(
                        request(USER, "kms:Decrypt", key, resource(statement("Allow", "kms:Decrypt", "*", aws(USER))))))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request(USER, "kms:ListAliases", "*", identity(statement("Allow", "kms:ListAliases", "*")))))
                .isEqualTo("allowed by identity[0] 0");
    }

    @Test
    void a_role_is_assumed_by_whom_it_trusts() {
        String role = "arn:aws:iam::111122223333:role/target";
        String assume = statement("Allow", "sts:AssumeRole", "*");
        String trust = "{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'%s'}}";
        assertThat(decide(request(USER, "sts:AssumeRole", role, identity(assume), resource(trust.formatted(STRANGER)))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, "sts:AssumeRole", role, resource(trust.formatted(USER)))))
                .isEqualTo("allowed by resource 0");
        assertThat(decide(request(USER, "sts:AssumeRole", role, resource(trust.formatted(ROOT)))))
                .isEqualTo("implicitDeny");
        assertThat(decide(request(USER, "sts:AssumeRole", role, identity(assume), resource(trust.formatted(ROOT)))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(STRANGER, "sts:AssumeRole", role, resource(trust.formatted(STRANGER)))))
                .isEqualTo("implicitDeny");
        assertThat(
                        decide(
                                request(
                                        "arn:aws:iam::111122223333:oidc-provider/token.example.com",
                                        "sts:AssumeRoleWithWebIdentity",
                                        role,
                                        resource(
                                                "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':{'Federated':'arn:aws:iam::111122223333:oidc-provider/token.example.com'}}"))))
                .isEqualTo("allowed by resource 0");
    }

    @Test
    void everybody_may_ask_who_they_are() {
        assertThat(decide(request(USER, "sts:GetCallerIdentity", "*", identity(statement("Deny", "*", "*")))))
                .isEqualTo("allowed");
        assertThat(decide(request("anonymous", "sts:GetCallerIdentity", "*"))).isEqualTo("implicitDeny");
    }

    @Test
    void the_root_user_needs_no_policy_in_its_account_and_obeys_the_organisation() {
        assertThat(decide(request(ROOT, GET, OBJECT))).isEqualTo("allowed");
        assertThat(decide(request(ROOT, GET, OBJECT, "'serviceControlPolicies':[[" + policy(DENY) + "]]")))
                .isEqualTo("explicitDeny by serviceControl[0][0] 0");
    }

    @Test
    void a_principal_can_be_left_out() {
        String allBut = "{'Effect':'Deny','NotPrincipal':{'AWS':'" + USER + "'},'Action':'*','Resource':'*'}";
        assertThat(decide(request(USER, GET, OBJECT, identity(ALLOW), resource(allBut))))
                .isEqualTo("allowed by identity[0] 0");
        assertThat(decide(request(SESSION, GET, OBJECT, identity(ALLOW), resource(allBut))))
                .isEqualTo("explicitDeny by resource 0");
    }
}
