package dev.parapet.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.space.Exposure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whom a resource's policy lets in, as S3 tells it of its own (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
 * meaning of "public"</a>) and as IAM Access Analyzer does of external access (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html">supported resource types</a>).
 */
final class ExposureTest {
    private static final Exposure.Inside INSIDE = new Exposure.Inside(Set.of("111122223333"), Set.of());

    private static String letsIn(String principal, String condition) {
        String json = Asking.policy("{'Effect':'Allow','Principal':" + principal
                + ",'Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'"
                + (condition.equals("-") ? "" : ",'Condition':{" + condition + "}") + "}");
        Exposure.Result result =
                Exposure.of(List.of(PolicyReader.read(Json.of(json)).policy()), INSIDE);
        String grants =
                result.grants().stream().map(grant -> grant.outsider().name()).collect(Collectors.joining(" "));
        return grants + (result.undecided().isEmpty() ? "" : " or " + String.join(", ", result.undecided()));
    }

    /** Everybody is named, and a condition says who may. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "-; ANONYMOUS",
                // Networks: a fixed one, one so wide that strangers are in it.
                "'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}; ``",
                "'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}; ``",
                "'IpAddress':{'aws:SourceIp':['203.0.113.0/24','0.0.0.0/1']}; ANONYMOUS",
                "'IpAddress':{'aws:SourceIp':'2000::/3'}; ANONYMOUS",
                "'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}; ANONYMOUS",
                "'StringEquals':{'aws:SourceVpc':'vpc-0a1b2c3d'}; ``",
                "'StringLike':{'aws:SourceVpc':'vpc-*'}; ANONYMOUS",
                "'StringEquals':{'aws:SourceVpce':'vpce-0a1b2c3d'}; ``",
                "'StringLike':{'aws:SourceVpce':'vpce-*'}; ANONYMOUS",
                "'StringEqualsIfExists':{'aws:SourceVpce':'vpce-0a1b2c3d'}; ANONYMOUS",
                "'StringNotEquals':{'aws:SourceVpce':'vpce-0a1b2c3d'}; ANONYMOUS",
                // What a service acts for.
                "'ArnLike':{'aws:SourceArn':'arn:aws:sns:eu-west-1:111122223333:topic'}; ``",
                "'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:111122223333:*'}; ``",
                "'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:*:*'}; SERVICE",
                "'ArnLike':{'aws:SourceArn':'arn:aws:s3:::uploads'}; ``",
                "'ArnLike':{'aws:SourceArn':'arn:aws:s3:::*'}; SERVICE",
                "'StringEquals':{'aws:SourceAccount':'111122223333'}; ``",
                "'StringLike':{'aws:SourceAccount':'*'}; SERVICE",
                "'StringEquals':{'aws:SourceOwner':'111122223333'}; ``",
                "'StringEquals':{'aws:SourceOrgID':'o-a1b2c3d4e5'}; ``",
                "'Bool':{'aws:PrincipalIsAWSService':'true'}; SERVICE",
                // Who it is.
                "'StringEquals':{'aws:userid':'AIDAEXAMPLE'}; ``",
                "'StringLike':{'aws:userid':'*'}; ANONYMOUS",
                "'StringEquals':{'aws:PrincipalAccount':'111122223333'}; ``",
                "'StringEquals':{'aws:PrincipalAccount':'444455556666'}; ACCOUNT",
                "'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5'}; ORGANIZATION",
                "'StringLike':{'aws:PrincipalOrgID':'o-*'}; ANY_ACCOUNT",
                "'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::111122223333:role/reader'}; ``",
                "'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:user/*'}; ANY_ACCOUNT",
                "'StringEquals':{'kms:CallerAccount':'111122223333'}; ``",
                "'StringEquals':{'aws:PrincipalTag/team':'red'}; ANY_ACCOUNT",
                // Things of somebody's own.
                "'StringEquals':{'s3:x-amz-server-side-encryption-aws-kms-key-id':'arn:aws:kms:eu-west-1:111122223333:key/1'}; ``",
                "'StringEquals':{'s3:DataAccessPointAccount':'111122223333'}; ``",
                "'ArnLike':{'s3:DataAccessPointArn':'arn:aws:s3:eu-west-1:111122223333:accesspoint/*'}; ``",
                "'ArnLike':{'s3:DataAccessPointArn':'arn:aws:s3:*:*:accesspoint/*'}; ANONYMOUS",
                // What anybody can say of a request.
                "'Bool':{'aws:SecureTransport':'true'}; ANONYMOUS",
                "'StringEquals':{'s3:x-amz-acl':'private'}; ANONYMOUS",
                "'StringLike':{'aws:Referer':'https://example.com/*'}; ANONYMOUS",
                "'StringEquals':{'s3:ExistingObjectTag/public':'yes'}; ANONYMOUS",
                "'DateLessThan':{'aws:CurrentTime':'2030-01-01'}; ANONYMOUS",
                // One of two is enough to keep strangers out.
                "'Bool':{'aws:SecureTransport':'true'},'StringEquals':{'aws:SourceVpc':'vpc-0a1b2c3d'}; ``",
                "'StringEquals':{'aws:PrincipalOrgID':'o-a1b2c3d4e5','aws:SourceVpc':'vpc-0a1b2c3d'}; ``",
            })
    void everybody(String condition, String outsiders) {
        assertThat(letsIn("'*'", condition)).isEqualTo(outsiders);
        assertThat(letsIn("{'AWS':'*'}", condition)).isEqualTo(outsiders);
    }

    /** S3 takes this one for public all the same, as it doesn't look behind the colon. */
    @ParameterizedTest
    @CsvSource({"AROAEXAMPLE:*"})
    void sessions_of_one_role_are_no_strangers(String userid) {
        assertThat(letsIn("'*'", "'StringLike':{'aws:userid':'" + userid + "'}"))
                .isEmpty();
    }

    /** Some are named. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'AWS':'111122223333'}; -; ``",
                "{'AWS':'arn:aws:iam::444455556666:root'}; -; ACCOUNT",
                "{'AWS':'arn:aws:iam::444455556666:role/reader'}; -; PRINCIPAL",
                "{'AWS':'444455556666'}; 'StringEquals':{'aws:SourceVpc':'vpc-0a1b2c3d'}; ``",
                "{'Service':'cloudfront.amazonaws.com'}; -; SERVICE",
                "{'Service':'cloudfront.amazonaws.com'}; 'StringEquals':{'aws:SourceAccount':'111122223333'}; ``",
                "{'Service':'cloudfront.amazonaws.com'}; 'ArnLike':{'aws:SourceArn':'arn:aws:cloudfront::111122223333:distribution/*'}; ``",
                "{'Service':'cloudfront.amazonaws.com'}; 'ArnLike':{'aws:SourceArn':'arn:aws:cloudfront::*:distribution/*'}; SERVICE",
                "{'Federated':'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'}; -; FEDERATED",
                "{'Federated':'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'};"
                        + " 'StringLike':{'token.actions.githubusercontent.com:sub':'repo:own/*'}; ``",
                "{'Federated':'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'};"
                        + " 'StringLike':{'token.actions.githubusercontent.com:sub':'repo:*'}; FEDERATED",
            })
    void those_who_are_named(String principal, String condition, String outsiders) {
        assertThat(letsIn(principal, condition)).isEqualTo(outsiders);
    }
}
