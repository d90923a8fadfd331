package dev.parapet.core.rule.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DB_PASSWORD | hunter2",
                "dbPassword | correct-horse-battery-9",
                "MasterUserPassword | Admin123",
                "API_KEY | 9f8a7b6c5d4e3f2a1b0c",
                "apiKey | kJ8sd7Fh2Lq9Zx4Vb6Nm",
                "SECRET | 8d969eef6ecad3c29a3a629280e686cf",
                "AUTH_TOKEN_2 | kJ8sd7Fh2Lq9Zx4Vb6Nm",
                "JWT_SECRET | s3cr3t-Value-9x7q2w",
                "ANY | AKIAQYLPMN5HFIQR7XYA",
                "ANY | ghp_16C7e42F292c6912E7710c838347Ae178B4a",
                "DATABASE_URL | postgres://app:pa55w0rd@db.internal:5432/app",
                "ANY | -----BEGIN RSA PRIVATE KEY-----MIIE",
            })
    void secret(String name, String value) {
        assertThat(Secrets.looksLikeSecret(name, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "DB_PASSWORD | changeme",
                "DB_PASSWORD | <your password>",
                "DB_PASSWORD | ${DbPassword}",
                "DB_PASSWORD | '{{resolve:secretsmanager:x}}'",
                "DB_PASSWORD | /prod/db/password",
                "DB_PASSWORD | prod-db-password",
                "DB_PASSWORD_SECRET_NAME | orders-db-8f7a6b5c4d3e",
                "SECRET_ARN | arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-Ab12Cd",
                "TOKEN_TABLE | tokens-8f7a6b5c4d3e2f",
                "TOKEN_URL | https://example.org/oauth2/token",
                "token | $$.Task.Token",
                "apiKey | $.credentials.key2",
                "TOKEN_TTL | 86400000",
                "SECRET | my-app-secret",
                "ACCESS_KEY | xxxxxxxxxxxx",
                "API_KEY | YOUR_API_KEY",
                "ANY | AKIAIOSFODNN7EXAMPLE",
                "USER_POOL_ID | eu-west-1_Ab12Cd34E",
                "STAGE | production",
                "COMMIT | 8d969eef6ecad3c29a3a629280e686cf0c3f5d5a",
                "PASSWORD | true",
            })
    void noSecret(String name, String value) {
        assertThat(Secrets.looksLikeSecret(name, value)).isFalse();
    }
}
