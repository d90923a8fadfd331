package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.report.Format;
import dev.parapet.core.report.graph.GraphFormat;
import dev.parapet.core.rule.file.Example;
import dev.parapet.core.rule.file.RuleFile;
import dev.parapet.core.rule.file.RuleFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The text of a secret comes out at no door. Every secret here holds the word {@code hunter} with a number behind it. */
final class SecretsStayHiddenTest {
    private static final String TEMPLATE = """
            Parameters:
              DbPassword: { Type: String, Default: hunter2 }
              Hidden: { Type: String, NoEcho: true, Default: hunter3 }
              Configured: { Type: String, NoEcho: true }
              Given: { Type: String }
              Prefix: { Type: String, Default: hunter4 }
              User: { Type: String, Default: admin }
              UrlPassword: { Type: String, Default: hunter5 }
              Pin: { Type: Number, Default: 8837 }
              Url: { Type: String, Default: "https://deploy:hunter6@registry.example.org" }
            Mappings:
              ByStage: { dev: { Password: hunter7 } }
            Conditions:
              IsOld: !Equals [!Ref Unknown, hunter2]
            Resources:
              ByDefault:
                Type: AWS::RDS::DBInstance
                Condition: IsOld
                Properties: { Engine: mysql, MasterUsername: admin, MasterUserPassword: !Ref DbPassword }
              InClear:
                Type: AWS::RDS::DBInstance
                Properties: { Engine: mysql, MasterUsername: admin, MasterUserPassword: 'hunter8', PubliclyAccessible: true }
              InParts:
                Type: AWS::RDS::DBInstance
                Properties: { Engine: mysql, MasterUserPassword: !Join ["", [!Ref Prefix, "hunter9"]] }
              Escaped:
                Type: AWS::RDS::DBInstance
                Properties: { Engine: mysql, MasterUserPassword: "hunter10\\"hunter11\\u0021" }
              Numbered:
                Type: AWS::RDS::DBInstance
                Properties: { Engine: mysql, MasterUserPassword: !Ref Pin }
              Noted:
                Type: AWS::RDS::DBInstance
                Properties: { Engine: mysql, MasterUserPassword: !Ref Hidden }
              Chosen:
                Type: AWS::RDS::DBInstance
                Properties: { Engine: mysql, MasterUserPassword: !If [IsOld, hunter12, hunter13] }
              Told:
                Type: AWS::RDS::DBInstance
                Properties: { Engine: mysql, MasterUserPassword: !Ref Configured }
              Users:
                Type: AWS::AmazonMQ::Broker
                Properties:
                  PubliclyAccessible: true
                  Users: [{ Username: one, Password: hunter14-long-enough }, { Username: two, Password: hunter15-long-enough }]
              Site:
                Type: AWS::Amplify::App
                Properties: { Name: site, OauthToken: hunter16 }
              Function:
                Type: AWS::Lambda::Function
                Properties:
                  Handler: app.handler
                  Runtime: python3.8
                  Role: !GetAtt Role.Arn
                  Code: { ZipFile: "password = 'hunter17-x'\\ndef handler(event, context): pass" }
                  Environment:
                    Variables:
                      DB_PASSWORD: !FindInMap [ByStage, dev, Password]
                      OTHER_PASSWORD: !Ref Given
                      DATABASE: !Sub "mysql://${User}:${UrlPassword}@db.example.org/orders"
                      DEBUG: "true"
                      KEY: |
                        -----BEGIN RSA PRIVATE KEY-----
                        hunter18aQIBAAKCAQEAhunter19
                        -----END RSA PRIVATE KEY-----
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Action: "sts:AssumeRole", Principal: "*" }] }
              Callback:
                Type: AWS::SNS::Subscription
                Properties: { TopicArn: !Ref Topic, Protocol: https, Endpoint: !Ref Url }
              Topic: { Type: AWS::SNS::Topic }
              Machine:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  RoleArn: !GetAtt Role.Arn
                  DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"api_key":"hunter20-kJ8sd7Fh2Lq9"},"End":true}}}'
              Host:
                Type: AWS::EC2::Instance
                Metadata:
                  AWS::CloudFormation::Authentication:
                    files: { type: basic, username: deploy, password: hunter21, uris: [files.example.org] }
                Properties:
                  ImageId: ami-12345678
                  UserData:
                    Fn::Base64: !Sub |
                      #!/bin/bash
                      export DB_PASSWORD=hunter22x REGION=${AWS::Region}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_report_tells_none(Format format) throws Exception {
        write();
        Door.Answer answer = Door.PIPE.run(
                "scan", folder, "--format", format.word(), "--verdicts", "all", "--parameter", "Given=hunter30");
        assertThat(answer.out()).contains("credential").contains("Users");
        assertThat(told(answer)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void neither_does_one_that_asks_about_something_else(Format format) throws Exception {
        write();
        Door.Answer answer = Door.PIPE.run(
                "scan",
                folder,
                "--format",
                format.word(),
                "--parameter",
                "Given=hunter30",
                "--only",
                "rds-instance-publicly-accessible,lambda-environment-debug-mode,mq-broker-public,lambda-runtime-deprecated");
        assertThat(answer.out()).contains("InClear").contains("Users");
        assertThat(told(answer)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(GraphFormat.class)
    void neither_does_the_graph(GraphFormat format) throws Exception {
        write();
        Door.Answer answer =
                Door.PIPE.run("graph", folder, "--all", "--format", format.word(), "--parameter", "Given=hunter30");
        assertThat(answer.out()).contains("registry.example.org");
        assertThat(told(answer)).isEmpty();
    }

    @Test
    void a_hidden_secret_leaves_the_rest_of_its_line() throws Exception {
        Files.writeString(folder.resolve("template.yaml"), """
                Parameters:
                  DbPassword: { Type: String, Default: hunter2 }
                Resources:
                  Db:
                    Type: AWS::RDS::DBInstance
                    Properties:
                      MasterUserPassword: !Ref DbPassword
                """);
        assertThat(Door.PIPE
                        .run("scan", folder, "--only", "rds-database-password-in-template")
                        .out())
                .contains("""
                         --> template.yaml:7:7  Db (AWS::RDS::DBInstance)
                          |
                        2 |   DbPassword: { Type: String, Default: ******* }
                          |                                        ------- parameter DbPassword is "*******" by default
                        3 | Resources:
                        4 |   Db:
                        ...
                        7 |       MasterUserPassword: !Ref DbPassword
                          |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                        """);
    }

    /** Every rule that asks for secrets, with its own bad examples; {@code secrets} are all that stand in these. */
    @TestFactory
    List<DynamicTest> neither_does_a_rule_about_secrets() throws Exception {
        Pattern secrets = Pattern.compile("hunter2x|[Ss]pring-2026(-broker)?|correct-horse-battery|s3cr3t-9x7q2w"
                + "|Tr0ub4dor&3x9|kJ8sd7Fh2Lq9Zx4Vb6Nm|8fG2kQ7mZp4xW9vR3tY6sL1n|ghp_16C7e42F292c6912E7710c838347Ae178B4a"
                + "|(?<=someone:)token(?=@)");
        Path rules = Path.of("..", "rules", "src", "main", "rules");
        Set<String> facts = RuleFileReader.readFacts("facts.yaml", Files.readString(rules.resolve("facts.yaml")))
                .keySet();
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                if (!text.matches("(?s).*(isPlaintext|looksLikeSecret|holdsSecret|credentials-in).*")) {
                    continue;
                }
                RuleFile rule = new RuleFileReader(facts).read(file.toString(), text);
                for (Example example : rule.examples()) {
                    if (example.verdict() == Example.Kind.BAD
                            && secrets.matcher(example.text()).find()) {
                        tests.add(DynamicTest.dynamicTest(
                                rule.rule().id() + ":" + example.line(), () -> hides(rule, example, secrets)));
                    }
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests;
    }

    private void hides(RuleFile rule, Example example, Pattern secrets) throws Exception {
        String text = example.text();
        Files.writeString(
                folder.resolve("template.yaml"),
                (text.contains("AWS::Serverless::") ? "Transform: AWS::Serverless-2016-10-31\n" : "")
                        + (text.contains("Resources:") ? text : "Resources:\n" + text.indent(2)));
        for (Format format : Format.values()) {
            Door.Answer answer =
                    Door.PIPE.run("scan", folder, "--only", rule.rule().id(), "--format", format.word());
            assertThat(answer.code()).isEqualTo(1);
            assertThat(secrets.matcher(answer.out()).find()).as(answer.out()).isFalse();
        }
    }

    private void write() throws Exception {
        Files.writeString(folder.resolve("template.yaml"), TEMPLATE.replace("!Ref Unknown", "!Ref AWS::StackName"));
        Files.writeString(
                folder.resolve("samconfig.toml"),
                "[default.deploy.parameters]\nparameter_overrides = \"Configured=hunter31\"\n");
    }

    private static List<String> told(Door.Answer answer) {
        List<String> told = new ArrayList<>();
        Matcher secret = Pattern.compile("hunter\\d+|8837").matcher(answer.out() + answer.err());
        while (secret.find()) {
            told.add(secret.group());
        }
        return told;
    }
}
