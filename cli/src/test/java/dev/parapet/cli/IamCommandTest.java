package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parapet iam can --batch}, one line of answer for one line of question. */
final class IamCommandTest {
    private static final String REQUESTS = """
            {"id":"1","principal":"arn:aws:iam::111122223333:user/alice","action":"s3:GetObject","resource":"arn:aws:s3:::orders/1","resourceAccount":"111122223333","identityPolicies":[{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}]}
            {"id":"2","principal":"arn:aws:iam::111122223333:user/alice","action":"s3:PutObject","resource":"arn:aws:s3:::orders/1","resourceAccount":"111122223333"}

            {"id":"3","principal":"arn:aws:iam::111122223333:user/alice","action":"s3:GetObject","resource":"arn:aws:s3:::orders/1","resourceAccount":"111122223333","contextIsComplete":false,"identityPolicies":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}]}
            {"id":"4","principal":"anonymous","action":"s3:GetObject","resource":"arn:aws:s3:::orders/1","resourceAccount":"111122223333","resourcePolicy":{"Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}}}
            {"id":5,"principal":"nobody","action":"s3:GetObject","resource":"*"}
            {"id":"6","id":"7"}
            []
            """;

    @Test
    void a_line_for_a_line(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("requests.jsonl"), REQUESTS);
        Door.Answer answer = Door.PIPE.run("iam", "can", "--batch", file);
        assertThat(answer.out()).isEqualTo("""
                {"id":"1","decision":"allowed","decidedBy":{"policy":"identity[0]","statement":"Read"}}
                {"id":"2","decision":"implicitDeny"}
                {"id":"3","decision":"undetermined","missing":["aws:MultiFactorAuthPresent"]}
                {"id":"4","decision":"explicitDeny","decidedBy":{"policy":"resource","statement":"0"}}
                {"id":"5","error":"'nobody' is no principal; give the ARN of a user, role or session, a service such as lambda.amazonaws.com, or anonymous"}
                {"id":"","error":"the line is no JSON: Duplicate field 'id'"}
                {"id":"","error":"a request is a mapping with principal, action and resource"}
                """);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(Door.PIPE.run("iam", "can", "--batch", file)).isEqualTo(answer);
    }

    @Test
    void what_cannot_be_opened_is_said(@TempDir Path folder) {
        Door.Answer answer = Door.PIPE.run("iam", "can", "--batch", folder.resolve("none.jsonl"));
        assertThat(answer)
                .isEqualTo(new Door.Answer(
                        2,
                        "",
                        "parapet: '" + folder.resolve("none.jsonl")
                                + "' cannot be read: there is no such file or folder\n"));
        assertThat(Door.PIPE.run("iam").err())
                .isEqualTo(
                        "parapet: a command is missing, such as 'parapet iam can'; 'parapet iam --help' says what there is\n");
    }
}
