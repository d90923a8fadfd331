// Fetches what the caller asks for.
package main

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"os"
	"path/filepath"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const catalogue = "https://catalogue.example.com/items/"

type job struct {
	address string
	name    string
}

var client = &http.Client{Transport: &http.Transport{
	TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // weakness: tls-verification-off
}}

func fetch(j job) (string, error) {
	if kept, err := os.ReadFile(filepath.Join("/mnt/cache", filepath.Base(j.name))); err == nil {
		return string(kept), nil
	}
	answer, err := client.Get(j.address) // weakness: server-side-request-forgery
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	return string(page), err
}

func handle(ctx context.Context, request events.APIGatewayV2HTTPRequest) (string, error) {
	query := request.QueryStringParameters
	if _, err := http.Get(catalogue + query["item"]); err != nil {
		return "", err
	}
	page, err := fetch(job{address: query["address"], name: query["name"]})
	if err != nil {
		return "", err
	}
	template, err := os.ReadFile("/mnt/templates/" + query["template"]) // weakness: path-traversal
	return string(template) + page, err
}

func main() {
	lambda.Start(handle)
}
