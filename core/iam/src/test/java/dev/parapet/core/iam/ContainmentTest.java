package dev.parapet.core.iam;

import static dev.parapet.core.iam.Asking.policy;
import static dev.parapet.core.iam.Asking.statement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.space.Containment;
import dev.parapet.core.iam.space.PolicySpace;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a policy allows more than another, and the request that shows it. */
final class ContainmentTest {
    private static PolicySpace space(String document) {
        Policy policy = PolicyReader.read(Json.of(document)).policy();
        return new PolicySpace(List.of(policy), PolicyKind.IDENTITY);
    }

    private static String compare(String inner, String outer) {
        return switch (Containment.of(space(inner), space(outer))) {
            case Containment.Result.Contained ignored -> "contained";
            case Containment.Result.Undecided undecided -> "undecided: " + String.join(", ", undecided.because());
            case Containment.Result.Beyond(Request witness) -> {
                assertThat(space(inner).holds(witness)).isEqualTo(Truth.YES);
                assertThat(space(outer).holds(witness)).isEqualTo(Truth.NO);
                yield "beyond: " + witness.action() + " " + witness.resource();
            }
        };
    }

    @ParameterizedTest(name = "{0} on {1} within {2} on {3}")
    @CsvSource({
        "s3:GetObject, arn:aws:s3:::b/*, s3:Get*, arn:aws:s3:::b/*, contained",
        "s3:Get*, arn:aws:s3:::b/*, s3:GetObject, arn:aws:s3:::b/*, beyond: s3:GetAccelerateConfiguration arn:aws:s3:::b/",
        "s3:GetObject, arn:aws:s3:::b/*, s3:GetObject, arn:aws:s3:::b/a*, beyond: s3:GetObject arn:aws:s3:::b/",
        "s3:GetObject, arn:aws:s3:::b/a*, s3:GetObject, arn:aws:s3:::b/*, contained",
        "s3:ListAllMyBuckets, *, s3:*, arn:aws:s3:::*, beyond: s3:ListAllMyBuckets *",
        "s3:GetObject, *, '*', *, contained",
        "new:Thing, *, '*', *, contained",
        // Services and actions that the table does not know, other partitions.
        "new:Th*, *, 's3:*', *, beyond: new:th arn:aws::::",
        "new:Th*, *, new:Thing*, *, beyond: new:th arn:aws::::",
        "new:Thing*, *, new:Th*, *, contained",
        "s3:GetObject, arn:aws-cn:s3:::b/*, s3:*, arn:aws:s3:::*, beyond: s3:GetObject arn:aws-cn:s3:::b/",
        // What everybody may do anyway.
        "sts:GetCallerIdentity, *, 's3:*', *, contained",
    })
    void actions_and_resources(String action, String resource, String wider, String on, String result) {
        assertThat(compare(policy(statement("Allow", action, resource)), policy(statement("Allow", wider, on))))
                .isEqualTo(result);
    }

    private static String when(String conditions) {
        return policy(statement("Allow", "s3:GetObject", "*", "'Condition':" + conditions));
    }

    @ParameterizedTest(name = "{0} within {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{'StringEquals':{'k':'a'}}; {'StringLike':{'k':'a*'}}; contained",
                "{'StringLike':{'k':'a*'}}; {'StringEquals':{'k':'a'}}; beyond",
                "{'StringLike':{'k':['ab*','ac*']}}; {'StringLike':{'k':'a?*'}}; contained",
                "{'StringNotEquals':{'k':'a'}}; {'StringNotLike':{'k':'a*'}}; beyond",
                "{'StringNotLike':{'k':'a*'}}; {'StringNotEquals':{'k':'a'}}; contained",
                "{'StringEquals':{'k':'a'}}; {'StringEqualsIgnoreCase':{'k':'A'}}; contained",
                "{'StringEqualsIfExists':{'k':'a'}}; {'StringEquals':{'k':'a'}}; beyond",
                "{'StringEquals':{'k':'a'},'Bool':{'t':'true'}}; {'Bool':{'t':'true'}}; contained",
                "{'NumericLessThan':{'n':'5'}}; {'NumericLessThanEquals':{'n':'5'}}; contained",
                "{'NumericLessThanEquals':{'n':'5'}}; {'NumericLessThan':{'n':'5'}}; beyond",
                "{'NumericGreaterThan':{'n':'5'},'NumericLessThan':{'n':'6'}}; {'NumericNotEquals':{'n':'6'}}; contained",
                "{'DateLessThan':{'d':'2026-01-01T00:00:00Z'}}; {'DateLessThan':{'d':'2027-01-01T00:00:00Z'}}; contained",
                "{'IpAddress':{'i':'10.0.1.0/24'}}; {'IpAddress':{'i':'10.0.0.0/16'}}; contained",
                "{'IpAddress':{'i':'10.0.0.0/16'}}; {'IpAddress':{'i':['10.0.0.0/17','10.0.128.0/17']}}; contained",
                "{'IpAddress':{'i':'10.0.0.0/16'}}; {'IpAddress':{'i':['10.0.0.0/17','10.0.128.0/18']}}; beyond",
                "{'NotIpAddress':{'i':'10.0.0.0/16'}}; {'NotIpAddress':{'i':'10.0.0.0/24'}}; contained",
                "{'ArnLike':{'a':'arn:aws:sns:*:111122223333:t'}}; {'ArnLike':{'a':'arn:aws:sns:*:*:*'}}; contained",
                "{'ArnLike':{'a':'arn:aws:sns:*:*:*'}}; {'ArnNotLike':{'a':'arn:aws:sqs:*:*:*'}}; contained",
                "{'ForAllValues:StringEquals':{'k':['a']}}; {'ForAllValues:StringEquals':{'k':['a','b']}}; contained",
                "{'ForAllValues:StringEquals':{'k':['a']}}; {'ForAnyValue:StringEquals':{'k':['a']}}; beyond",
                "{'ForAnyValue:StringEquals':{'k':['a']},'ForAllValues:StringEquals':{'k':['a']}}; {'ForAnyValue:StringLike':{'k':['*']}}; contained",
                "{'Null':{'k':'true'}}; {'StringNotEquals':{'k':'a'}}; contained",
                "{'Null':{'k':'false'}}; {'StringNotEquals':{'k':'a'}}; beyond",
                "{'Bool':{'b':'true'}}; {'Bool':{'b':['true','false']}}; contained",
            })
    void conditions(String inner, String outer, String result) {
        assertThat(compare(when(inner), when(outer))).startsWith(result);
    }

    @Test
    void denies_count_on_both_sides() {
        String all = statement("Allow", "s3:*", "*");
        String notThere = statement("Deny", "s3:*", "arn:aws:s3:::secret/*");
        assertThat(compare(policy(all, notThere), policy(all))).isEqualTo("contained");
        assertThat(compare(policy(all), policy(all, notThere))).startsWith("beyond: s3:");
        String split = "{'Effect':'Allow','Action':'s3:*','NotResource':'arn:aws:s3:::secret/*'}";
        assertThat(compare(policy(split), policy(all, notThere))).isEqualTo("contained");
        assertThat(compare(policy(all, notThere), policy(split))).isEqualTo("contained");
    }

    @ParameterizedTest(name = "{0} {1} within {2} {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "arn:aws:s3:::b/${aws:username}/*; {}; arn:aws:s3:::b/*; {}; contained",
                "arn:aws:s3:::b/*; {}; arn:aws:s3:::b/${aws:username}/*; {}; beyond: s3:GetObject arn:aws:s3:::b/",
                "arn:aws:s3:::b/${aws:username}/*; {}; arn:aws:s3:::c/*; {}; beyond: s3:GetObject arn:aws:s3:::b/somebody/",
                "arn:aws:s3:::b/${aws:username}/a; {}; arn:aws:s3:::b/${aws:username}/*; {}; undecided",
                "arn:aws:s3:::b/${aws:username}; {'StringEquals':{'aws:username':'eve'}}; arn:aws:s3:::b/eve; {}; undecided: the policy variable ${aws:username}",
                "arn:aws:s3:::b/${aws:username}; {'StringEquals':{'aws:username':'eve'}}; arn:aws:s3:::b/bob; {}; beyond: s3:GetObject arn:aws:s3:::b/eve",
                "*; {'StringEquals':{'a':'${b}'}}; *; {'StringEquals':{'a':'${b}'}}; contained",
                "*; {'StringEquals':{'a':'${b}','c':'1'}}; *; {'StringEquals':{'a':'${b}'}}; contained",
                "*; {'StringEquals':{'a':'${b}'},'Bool':{'c':'true'}}; *; {'StringEquals':{'a':'${b}'}}; contained",
                "*; {'StringEquals':{'a':'${b}'}}; *; {'StringEquals':{'a':'1'}}; beyond",
                "*; {'StringEquals':{'a':'${b}'}}; *; {'Null':{'b':'false'}}; undecided",
            })
    void policy_variables(String inner, String when, String outer, String whenOuter, String result) {
        assertThat(compare(
                        policy(statement("Allow", "s3:GetObject", inner, "'Condition':" + when)),
                        policy(statement("Allow", "s3:GetObject", outer, "'Condition':" + whenOuter))))
                .startsWith(result);
    }

    @Test
    void a_variable_of_a_statement_about_other_resources_hides_nothing() {
        String elsewhere =
                "{'Effect':'Allow','Action':'*','NotResource':'*','Condition':{'StringEquals':{'a':'${b}'}}}";
        assertThat(compare(policy(statement("Allow", "s3:GetObject", "*"), elsewhere), policy(elsewhere)))
                .startsWith("beyond: s3:GetObject");
    }

    /** What is said to be contained is so for every generated request, and a witness is one for both evaluators. */
    @Test
    void generated_requests_contradict_no_answer() {
        Random random = new Random(7);
        Generator generator = new Generator(7);
        int contained = 0;
        int beyond = 0;
        for (int i = 0; i < 400; i++) {
            List<Policy> policies = generator.identityPolicies(2);
            PolicySpace inner = new PolicySpace(policies.subList(0, 1), PolicyKind.IDENTITY);
            PolicySpace outer = random.nextBoolean()
                    ? new PolicySpace(policies.subList(1, 2), PolicyKind.IDENTITY)
                    : new PolicySpace(policies, PolicyKind.IDENTITY);
            switch (Containment.of(inner, outer)) {
                case Containment.Result.Contained ignored -> {
                    contained++;
                    for (int j = 0; j < 50; j++) {
                        Request request = generator.request();
                        if (request.takesResources() == request.resource().equals("*")) {
                            continue;
                        }
                        assertThat(inner.holds(request).equals(Truth.YES)
                                        && outer.holds(request).equals(Truth.NO))
                                .as("%s", request)
                                .isFalse();
                    }
                }
                case Containment.Result.Beyond(Request witness) -> {
                    beyond++;
                    assertThat(inner.holds(witness)).isEqualTo(Truth.YES);
                    assertThat(outer.holds(witness)).isEqualTo(Truth.NO);
                }
                case Containment.Result.Undecided ignored -> {}
            }
        }
        assertThat(contained).isGreaterThan(40);
        assertThat(beyond).isGreaterThan(40);
    }
}
