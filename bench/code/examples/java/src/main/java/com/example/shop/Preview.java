package com.example.shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Fetches what the caller asks for. */
public class Preview implements RequestHandler<APIGatewayV2HTTPEvent, String> {
    private static final String CATALOGUE = "https://catalogue.example.com/items/";

    private record Job(String address, String name) {}

    @Override
    public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Map<String, String> query = event.getQueryStringParameters();
        try {
            URI.create(CATALOGUE + query.get("item")).toURL().openStream().close();
            fetch(new Job(query.get("address"), query.get("name")));
            return Files.readString(Path.of("/mnt/templates/" + query.get("template"))); // weakness: path-traversal
        } catch (IOException e) {
            return "500";
        }
    }

    private void fetch(Job job) throws IOException {
        Path kept = Path.of("/mnt/cache").resolve(Path.of(job.name()).getFileName());
        if (!Files.exists(kept)) {
            new URL(job.address()).openStream().close(); // weakness: server-side-request-forgery
        }
    }
}
