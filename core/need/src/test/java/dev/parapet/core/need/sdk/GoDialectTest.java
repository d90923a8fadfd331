package dev.parapet.core.need.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.need.Code;
import org.junit.jupiter.api.Test;

final class GoDialectTest {
    private static void calls(String source, String expected) {
        assertThat(Code.of("main.go", "package main\n" + source).text("main.go", "main"))
                .isEqualTo(expected);
    }

    @Test
    void clients_of_the_second_version() {
        calls("""
                import (
                	"github.com/aws/aws-lambda-go/lambda"
                	"github.com/aws/aws-sdk-go-v2/aws"
                	"github.com/aws/aws-sdk-go-v2/config"
                	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
                	"github.com/aws/aws-sdk-go-v2/service/s3"
                	"github.com/aws/aws-sdk-go-v2/service/sfn"
                	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
                )
                type app struct { db *dynamodb.Client; table string }
                func (a *app) handle(ctx context.Context, e Event) error {
                	in := &dynamodb.PutItemInput{TableName: &a.table}
                	in.Item = item
                	_, err := a.db.PutItem(ctx, in)
                	client := s3.NewFromConfig(cfg)
                	p := s3.NewListObjectsV2Paginator(client, &s3.ListObjectsV2Input{Bucket: aws.String("b"), Prefix: aws.String(e.Prefix)})
                	for p.HasMorePages() { page, err := p.NextPage(ctx) }
                	s3.NewObjectExistsWaiter(client).Wait(ctx, &s3.HeadObjectInput{Bucket: aws.String("b")}, time.Minute)
                	manager.NewUploader(client).Upload(ctx, &s3.PutObjectInput{Bucket: aws.String("b"), Key: aws.String(e.Key)})
                	var d manager.Downloader
                	d.Download(ctx, w, &s3.GetObjectInput{Bucket: aws.String("b")})
                	s3.NewPresignClient(client).PresignGetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("p")})
                	sfn.NewFromConfig(cfg).StartExecution(ctx, &sfn.StartExecutionInput{StateMachineArn: aws.String(os.Getenv("M"))})
                	client.Mystery(ctx, build())
                	client.DeleteObject(ctx, request(e))
                	return err
                }
                func main() {
                	cfg, _ := config.LoadDefaultConfig(context.TODO())
                	a := app{db: dynamodb.NewFromConfig(cfg), table: os.Getenv("TABLE")}
                	lambda.Start(a.handle)
                }
                """, """
                dynamodb:PutItem(TableName: env TABLE, Item: item)
                s3:ListObjectsV2(Bucket: "b", Prefix: event.Prefix)
                s3:HeadObject(Bucket: "b")
                s3:PutObject(Bucket: "b", Key: event.Key)
                s3:GetObject(Bucket: "b")
                s3:GetObject(Bucket: "p")
                stepfunctions:StartExecution(stateMachineArn: env M)
                s3:?() // 'Mystery' is no operation that is known of the service
                s3:DeleteObject(...request(event))
                """);
    }

    @Test
    void clients_of_the_first_version() {
        calls("""
                import (
                	"github.com/aws/aws-sdk-go/aws"
                	"github.com/aws/aws-sdk-go/aws/session"
                	"github.com/aws/aws-sdk-go/service/dynamodb"
                	"github.com/aws/aws-sdk-go/service/dynamodb/dynamodbiface"
                	"github.com/aws/aws-sdk-go/service/s3"
                	"github.com/aws/aws-sdk-go/service/s3/s3manager"
                )
                type store struct { db dynamodbiface.DynamoDBAPI }
                func (s store) get() { s.db.GetItemWithContext(ctx, &dynamodb.GetItemInput{TableName: aws.String("t")}) }
                func main() {
                	sess := session.Must(session.NewSession())
                	svc := dynamodb.New(sess)
                	svc.ScanPages(&dynamodb.ScanInput{TableName: aws.String("t")}, func(o *dynamodb.ScanOutput, last bool) bool {
                		svc.DeleteItem(&dynamodb.DeleteItemInput{TableName: aws.String("inner")})
                		return true
                	})
                	svc.WaitUntilTableExists(&dynamodb.DescribeTableInput{TableName: aws.String("w")})
                	req, _ := s3.New(sess).GetObjectRequest(&s3.GetObjectInput{Bucket: aws.String("b")})
                	req.Presign(time.Minute)
                	s3manager.NewUploader(sess).UploadWithContext(ctx, &s3manager.UploadInput{Bucket: aws.String("u")})
                	store{}.get()
                }
                """, """
                dynamodb:GetItem(TableName: "t")
                dynamodb:Scan(TableName: "t")
                dynamodb:DeleteItem(TableName: "inner")
                dynamodb:DescribeTable(TableName: "w")
                s3:GetObject(Bucket: "b")
                s3:PutObject(Bucket: "u")
                """);
    }

    @Test
    void interfaces_of_the_project() {
        calls("""
                import "github.com/aws/aws-sdk-go-v2/service/sqs"
                import "github.com/aws/aws-sdk-go-v2/service/sns"
                type Sender interface { SendMessage(ctx context.Context, in *sqs.SendMessageInput) error }
                type Bus interface { Emit(subject string) }
                type snsBus struct { client *sns.Client }
                func (b *snsBus) Emit(subject string) { b.client.Publish(ctx, &sns.PublishInput{Subject: &subject}) }
                type service struct { sender Sender; bus Bus }
                func main() {
                	s := service{}
                	s.sender.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: aws.String(os.Getenv("Q"))})
                	s.bus.Emit("x")
                }
                """, """
                sns:Publish(Subject: "x")
                sqs:SendMessage(QueueUrl: aws.String(env Q))
                """);
    }

    @Test
    void requests_signed_by_hand() {
        calls("""
                import v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
                func main() {
                	signer := v4.NewSigner()
                	signer.SignHTTP(ctx, creds, req, hash, "healthlake", "eu-west-1", time.Now())
                }
                """, """
                healthlake:SignedRequest()
                """);
    }
}
