// Lists and packs a folder that the caller names.
package main

import (
	"context"
	"os/exec"
	"slices"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var formats = []string{"zip", "tar"}

func handle(ctx context.Context, request events.APIGatewayV2HTTPRequest) (string, error) {
	name := request.QueryStringParameters["name"]
	format := request.QueryStringParameters["format"]
	out, err := exec.CommandContext(ctx, "sh", "-c", "ls -l /mnt/data/"+name).Output() // weakness: command-injection
	if err != nil {
		return "", err
	}
	if err := exec.CommandContext(ctx, "du", "-s", "--", name).Run(); err != nil {
		return "", err
	}
	if !slices.Contains(formats, format) {
		return "400", nil
	}
	return string(out), exec.CommandContext(ctx, "sh", "-c", "pack --as "+format).Run()
}

func main() {
	lambda.Start(handle)
}
