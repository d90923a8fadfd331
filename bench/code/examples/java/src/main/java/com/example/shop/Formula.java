package com.example.shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** Computes with what the caller sends. */
public class Formula implements RequestHandler<APIGatewayV2HTTPEvent, String> {
    @Override
    public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            return compute("1 + 0.19") + compute(event.getBody());
        } catch (ScriptException e) {
            return "500";
        }
    }

    private String compute(String expression) throws ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("JavaScript");
        return engine.eval(expression).toString(); // weakness: code-injection
    }
}
