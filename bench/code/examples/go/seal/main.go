// Seals what the caller sends.
package main

import (
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, request events.APIGatewayV2HTTPRequest) (string, error) {
	strong := sha256.Sum256([]byte(request.Body))
	weak := md5.Sum([]byte(request.Body)) // weakness: weak-hash
	return hex.EncodeToString(strong[:]) + hex.EncodeToString(weak[:]), nil
}

func main() {
	lambda.Start(handle)
}
