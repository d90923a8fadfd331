package com.example.shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.sql.SQLException;
import java.util.Map;

/** Looks orders up for the caller. */
public class Orders implements RequestHandler<APIGatewayV2HTTPEvent, String> {
    private final Store store = new Store();

    @Override
    public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Map<String, String> query = event.getQueryStringParameters();
        try {
            if (query.containsKey("number")) {
                return store.byNumber(Integer.parseInt(query.get("number")));
            }
            if (query.containsKey("customer")) {
                return store.byCustomer(query.get("customer"));
            }
            return store.sortedBy(query.getOrDefault("order", "number"));
        } catch (SQLException e) {
            return "500";
        }
    }
}
