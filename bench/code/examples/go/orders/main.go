// Looks orders up for the caller.
package main

import (
	"context"
	"strconv"

	"example.com/shop/store"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, request events.APIGatewayV2HTTPRequest) (string, error) {
	query := request.QueryStringParameters
	if number, err := strconv.Atoi(query["number"]); err == nil {
		return store.ByNumber(ctx, number)
	}
	if customer, ok := query["customer"]; ok {
		return store.ByCustomer(ctx, customer)
	}
	return store.SortedBy(ctx, query["order"])
}

func main() {
	lambda.Start(handle)
}
