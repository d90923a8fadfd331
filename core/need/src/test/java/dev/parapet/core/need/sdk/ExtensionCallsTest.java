package dev.parapet.core.need.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.need.Code;
import org.junit.jupiter.api.Test;

/** Requests to extensions within the function. */
final class ExtensionCallsTest {
    @Test
    void python() {
        assertThat(Code.of("app.py", """
                import os, json, urllib.parse, urllib.request
                import requests, urllib3

                port = os.environ.get("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "2773")

                def handler(event, context):
                    headers = {"X-Aws-Parameters-Secrets-Token": os.environ["AWS_SESSION_TOKEN"]}
                    requests.get("http://localhost:2773/secretsmanager/get?secretId=" + os.environ["SECRET"], headers=headers)
                    requests.get(f"http://localhost:{port}/systemsmanager/parameters/get", params={"name": "/app/key"}, headers=headers)
                    url = "http://localhost:2773/systemsmanager/parameters/get?name=%2Fapp%2Fother&withDecryption=true"
                    urllib.request.urlopen(urllib.request.Request(url))
                    name = urllib.parse.quote(os.environ["NAME"])
                    urllib3.PoolManager().request("GET", f"http://localhost:2773/secretsmanager/get?secretId={name}&versionStage=AWSCURRENT")
                    requests.get("http://localhost:2772/applications/shop/environments/" + os.environ["STAGE"] + "/configurations/flags")
                    requests.get("http://localhost:8080/applications/x")
                """).text("app.py", "handler")).isEqualTo("""
                secretsmanager:GetSecretValue(SecretId: env SECRET)
                ssm:GetParameter(Name: "/app/key")
                ssm:GetParameter(Name: "/app/other")
                secretsmanager:GetSecretValue(SecretId: env NAME)
                appconfigdata:StartConfigurationSession(ApplicationIdentifier: "shop", EnvironmentIdentifier: env STAGE, ConfigurationProfileIdentifier: "flags")
                appconfigdata:GetLatestConfiguration(ApplicationIdentifier: "shop", EnvironmentIdentifier: env STAGE, ConfigurationProfileIdentifier: "flags")
                """);
    }

    @Test
    void javascript() {
        assertThat(Code.of("index.mjs", """
                import http from "node:http";

                export const handler = async (event) => {
                  await fetch(`http://localhost:2773/secretsmanager/get?secretId=${encodeURIComponent(process.env.SECRET)}`, {});
                  http.get({hostname: "localhost", port: 2773, path: "/systemsmanager/parameters/get?name=" + event.name});
                };
                """).text("index.mjs", "handler")).isEqualTo("""
                secretsmanager:GetSecretValue(SecretId: env SECRET)
                ssm:GetParameter(Name: event.name)
                """);
    }
}
