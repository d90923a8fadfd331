package dev.parapet.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class GoFlowTest {
    private static void calls(String source, String expected) {
        assertThat(Project.of("main.go", source).calls("main.go", "main")).isEqualTo(expected);
    }

    @Test
    void clients_of_packages_and_handlers() {
        calls("""
                package main
                import (
                	"context"
                	"os"
                	"fmt"
                	"github.com/aws/aws-lambda-go/events"
                	"github.com/aws/aws-lambda-go/lambda"
                	"github.com/aws/aws-sdk-go-v2/aws"
                	"github.com/aws/aws-sdk-go-v2/config"
                	"github.com/aws/aws-sdk-go-v2/service/s3"
                )
                var client *s3.Client
                func init() {
                	cfg, err := config.LoadDefaultConfig(context.TODO())
                	if err != nil { panic(err) }
                	client = s3.NewFromConfig(cfg)
                }
                func handler(ctx context.Context, event events.S3Event) (string, error) {
                	for _, record := range event.Records {
                		input := &s3.GetObjectInput{Bucket: aws.String(os.Getenv("BUCKET"))}
                		input.Key = aws.String(fmt.Sprintf("in/%s.json", record.S3.Object.Key))
                		out, err := client.GetObject(ctx, input)
                		if err != nil { return "", err }
                		use(out.Body)
                	}
                	return "done", nil
                }
                func main() { lambda.Start(handler) }
                """, """
                github.com/aws/aws-sdk-go-v2/config.LoadDefaultConfig(context.TODO())
                context.TODO()
                github.com/aws/aws-sdk-go-v2/service/s3.NewFromConfig(github.com/aws/aws-sdk-go-v2/config.LoadDefaultConfig(context.TODO()))
                new github.com/aws/aws-sdk-go-v2/service/s3.GetObjectInput(Bucket: env BUCKET)
                github.com/aws/aws-sdk-go-v2/aws.String(env BUCKET)
                os.Getenv("BUCKET")
                github.com/aws/aws-sdk-go-v2/aws.String("in/" + event.Records[].S3.Object.Key + ".json")
                fmt.Sprintf("in/%s.json", event.Records[].S3.Object.Key)
                github.com/aws/aws-sdk-go-v2/service/s3.NewFromConfig(github.com/aws/aws-sdk-go-v2/config.LoadDefaultConfig(context.TODO())).GetObject(unknown<it is the context of the invocation>, new github.com/aws/aws-sdk-go-v2/service/s3.GetObjectInput(Bucket: env BUCKET, Key: "in/" + event.Records[].S3.Object.Key + ".json"))
                use(github.com/aws/aws-sdk-go-v2/service/s3.NewFromConfig(github.com/aws/aws-sdk-go-v2/config.LoadDefaultConfig(context.TODO())).GetObject(unknown<it is the context of the invocation>, new github.com/aws/aws-sdk-go-v2/service/s3.GetObjectInput(Bucket: env BUCKET, Key: "in/" + event.Records[].S3.Object.Key + ".json")).Body)
                github.com/aws/aws-lambda-go/lambda.Start(function handler)
                """);
    }

    /** What is given to {@code use}, which no file declares. */
    private static String used(String... files) {
        return Project.of(files)
                .calls("main.go", "main")
                .lines()
                .filter(line -> line.startsWith("use(") || line.startsWith("gap"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void packages_of_the_module_and_methods_in_other_files() {
        assertThat(used(
                        "main.go",
                        """
                                package main
                                import (
                                	"example.com/app/internal/store"
                                	"github.com/aws/aws-lambda-go/lambda"
                                )
                                type Handler struct {
                                	store store.Store
                                	*Base
                                }
                                func NewHandler(s store.Store) *Handler { return &Handler{store: s, Base: &Base{name: "b"}} }
                                func main() {
                                	s, err := store.New(defaultTable)
                                	if err != nil { panic(err) }
                                	h := NewHandler(s)
                                	lambda.Start(h.Handle)
                                }
                                """,
                        "handle.go",
                        """
                                package main
                                import "context"
                                const defaultTable = "orders"
                                func (h *Handler) Handle(ctx context.Context, in Input) error {
                                	if v, ok := in.Tags["a"]; ok { use(v) }
                                	return h.store.Put(ctx, in.ID, h.Name())
                                }
                                """,
                        "base.go",
                        """
                                package main
                                type Base struct { name string }
                                func (b *Base) Name() string { return b.name }
                                func unused() { use("unused") }
                                func init() { use("init") }
                                func init() { use("init again") }
                                """,
                        "internal/store/store.go",
                        """
                                package store
                                type Store interface { Put(ctx context.Context, id, name string) error }
                                func New(table string, options ...Option) (Store, error) {
                                	if table == "" { return nil, errors.New("no table") }
                                	s := &dynamo{table: table}
                                	return s, nil
                                }
                                """,
                        "internal/store/dynamo.go",
                        """
                                package store
                                type dynamo struct { table string }
                                func (d *dynamo) Put(ctx context.Context, id, name string) error { use(d.table, id, name); return nil }
                                """))
                .isEqualTo("""
                        use("init")
                        use("init again")
                        use(event.Tags.a)
                        use("orders", event.ID, "b")""");
    }

    @Test
    void functional_options_and_fields_that_others_assign() {
        assertThat(used("main.go", """
                        package main
                        type Store struct { table, bucket string; keys []string; fn func(string) }
                        type Option func(*Store)
                        func WithTable(t string) Option { return func(s *Store) { s.table = t } }
                        func New(options ...Option) *Store {
                        	s := &Store{}
                        	for _, o := range options { o(s) }
                        	return s
                        }
                        func (s *Store) run() { use(s.table, s.bucket, s.pair.right) }
                        type Pair struct { left, right string }
                        func main() {
                        	s := New(WithTable(os.Getenv("TABLE")))
                        	bucket, ok := os.LookupEnv("BUCKET")
                        	s.bucket = bucket
                        	s.pair = Pair{"l", "r"}
                        	go s.run()
                        }
                        """)).isEqualTo("use(env TABLE, env BUCKET, \"r\")");
    }

    @Test
    void lists_maps_channels_and_closures() {
        assertThat(used("main.go", """
                        package main
                        func main() {
                        	var names []string
                        	for _, n := range []string{"a", "b"} { names = append(names, n) }
                        	ch := make(chan string)
                        	go func() { for _, n := range names { ch <- n } }()
                        	for c := range ch { _ = c }
                        	use(<-ch)
                        	for _, v := range map[string]string{"k": "v"} { use(v) }
                        	m := make(map[string]string)
                        	m["k"] = "w"
                        	use(m["k"], strings.Join([]string{"x", "y"}, "-"), string([]byte("z")))
                        	each(func(s string) { use(s) })
                        	defer func() { use(recover()) }()
                        }
                        func each(f func(string)) { f("each") }
                        """)).isEqualTo("""
                        use(("a" | "b"))
                        use("v")
                        use("w", "x-y", "z")
                        use("each")
                        use(recover())""");
    }

    @Test
    void web_frameworks_behind_adapters() {
        assertThat(used("main.go", """
                        package main
                        import (
                        	"github.com/aws/aws-lambda-go/events"
                        	"github.com/aws/aws-lambda-go/lambda"
                        	"github.com/awslabs/aws-lambda-go-api-proxy/gin"
                        	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
                        	"github.com/gin-gonic/gin"
                        	"net/http"
                        )
                        var ginLambda *ginadapter.GinLambda
                        type server struct{ name string }
                        func (s *server) list(c *gin.Context) { use(s.name, c.Param("id")) }
                        func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) { use(r.URL) }
                        func (s *server) dead(c *gin.Context) { use("dead") }
                        func init() {
                        	s := &server{name: "n"}
                        	r := gin.Default()
                        	api := r.Group("/api")
                        	api.GET("/x/:id", s.list)
                        	ginLambda = ginadapter.New(r)
                        	http.Handle("/", s)
                        }
                        func Handler(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
                        	use(req.Body)
                        	return ginLambda.ProxyWithContext(ctx, req)
                        }
                        func main() {
                        	lambda.StartWithOptions(Handler)
                        	lambda.Start(httpadapter.New(http.DefaultServeMux).ProxyWithContext)
                        }
                        """)).isEqualTo("""
                        use("n", new github.com/gin-gonic/gin.Context().Param("id"))
                        use(new net/http.Request().URL)
                        use(event.Body)""");
    }

    @Test
    void handlers_that_are_objects() {
        assertThat(used("main.go", """
                        package main
                        import "github.com/aws/aws-lambda-go/lambda"
                        type h struct { next lambda.Handler }
                        func (h *h) Invoke(ctx context.Context, payload []byte) ([]byte, error) { use(payload); return payload, nil }
                        func main() { lambda.StartHandler(&h{}) }
                        """)).isEqualTo("use(event)");
    }

    @Test
    void structs_that_embed_each_other_are_followed() {
        assertThat(used("main.go", """
                        package main
                        type A struct { *B; *C }
                        type B struct { *A; *C }
                        type C struct { *A; *B }
                        func (a *A) run() { a.next = a.next.next; use(a.missing, a.next) }
                        func main() { a := &A{}; a.run() }
                        """)).startsWith("use(");
    }
}
