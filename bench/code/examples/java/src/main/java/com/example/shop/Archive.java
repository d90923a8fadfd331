package com.example.shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.util.List;

/** Lists and packs a folder that the caller names. */
public class Archive implements RequestHandler<APIGatewayV2HTTPEvent, String> {
    private static final List<String> FORMATS = List.of("zip", "tar");

    @Override
    public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        String name = event.getQueryStringParameters().get("name");
        String format = event.getQueryStringParameters().get("format");
        try {
            Runtime.getRuntime().exec("sh -c ls\t/mnt/data/" + name); // weakness: command-injection
            new ProcessBuilder("du", "-s", "--", name).start();
            if (!FORMATS.contains(format)) {
                return "400";
            }
            Runtime.getRuntime().exec("pack --as " + format);
            return "204";
        } catch (IOException e) {
            return "500";
        }
    }
}
