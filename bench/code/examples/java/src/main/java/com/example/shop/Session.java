package com.example.shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.security.MessageDigest;
import java.util.Base64;

/** Restores a session from a header. */
public class Session implements RequestHandler<APIGatewayV2HTTPEvent, String> {
    @Override
    public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            Object session = load(event.getHeaders().get("x-session"));
            byte[] seal = MessageDigest.getInstance("MD5").digest(session.toString().getBytes()); // weakness: weak-hash
            return Base64.getEncoder().encodeToString(seal);
        } catch (Exception e) {
            return "500";
        }
    }

    private Object load(String text) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(text);
        return new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject(); // weakness: unsafe-deserialization
    }
}
