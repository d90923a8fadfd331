// Each sink and fact of go.flows once.
package main
import (
	des "crypto/des"
	md5 "crypto/md5"
	rc4 "crypto/rc4"
	sha1 "crypto/sha1"
	tls "crypto/tls"
	sql "database/sql"
	base64 "encoding/base64"
	gob "encoding/gob"
	fmt "fmt"
	credentials "github.com/aws/aws-sdk-go-v2/credentials"
	secretsmanager "github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	credentials "github.com/aws/aws-sdk-go/aws/credentials"
	secretsmanager "github.com/aws/aws-sdk-go/service/secretsmanager"
	jwt "github.com/dgrijalva/jwt-go"
	gin "github.com/gin-gonic/gin"
	chi "github.com/go-chi/chi"
	chi "github.com/go-chi/chi/v5"
	ldap "github.com/go-ldap/ldap/v3"
	fiber "github.com/gofiber/fiber/v2"
	jwt "github.com/golang-jwt/jwt/v4"
	jwt "github.com/golang-jwt/jwt/v5"
	mux "github.com/gorilla/mux"
	sqlx "github.com/jmoiron/sqlx"
	echo "github.com/labstack/echo/v4"
	template "html/template"
	ioutil "io/ioutil"
	log "log"
	rand "math/rand"
	net "net"
	http "net/http"
	os "os"
	exec "os/exec"
	strings "strings"
	syscall "syscall"
	template "text/template"
)
func rows(request *http.Request) {
	var token int
	x := request.FormValue("x")
	e := err.Error()
	exec.Command((&http.Request{}).URL.Query()) // <- command
	exec.Command((&http.Request{}).URL.RawQuery) // <- command
	exec.Command((&http.Request{}).Body) // <- command
	exec.Command((&http.Request{}).Header) // <- command
	exec.Command((&http.Request{}).FormValue()) // <- command
	exec.Command((&http.Request{}).PostFormValue()) // <- command
	exec.Command((&http.Request{}).PathValue()) // <- command
	exec.Command((&http.Request{}).Form) // <- command
	exec.Command((&http.Request{}).PostForm) // <- command
	exec.Command((&http.Request{}).Cookie()) // <- command
	exec.Command(chi.URLParam()) // <- command
	exec.Command(chi.URLParam()) // <- command
	exec.Command(mux.Vars()) // <- command
	exec.Command((&gin.Context{}).Query()) // <- command
	exec.Command((&gin.Context{}).DefaultQuery()) // <- command
	exec.Command((&gin.Context{}).Param()) // <- command
	exec.Command((&gin.Context{}).PostForm()) // <- command
	exec.Command((&gin.Context{}).GetHeader()) // <- command
	exec.Command((&gin.Context{}).GetRawData()) // <- command
	exec.Command((&gin.Context{}).Cookie()) // <- command
	exec.Command((&gin.Context{}).Bind) // <- command
	exec.Command((&gin.Context{}).BindJSON) // <- command
	exec.Command((&gin.Context{}).BindQuery) // <- command
	exec.Command((&gin.Context{}).BindUri) // <- command
	exec.Command((&gin.Context{}).ShouldBind) // <- command
	exec.Command((&gin.Context{}).ShouldBindJSON) // <- command
	exec.Command((&gin.Context{}).ShouldBindQuery) // <- command
	exec.Command((&gin.Context{}).ShouldBindUri) // <- command
	exec.Command((&echo.Context{}).QueryParam()) // <- command
	exec.Command((&echo.Context{}).Param()) // <- command
	exec.Command((&echo.Context{}).FormValue()) // <- command
	exec.Command((&echo.Context{}).Bind) // <- command
	exec.Command((&fiber.Ctx{}).Query()) // <- command
	exec.Command((&fiber.Ctx{}).Params()) // <- command
	exec.Command((&fiber.Ctx{}).FormValue()) // <- command
	exec.Command((&fiber.Ctx{}).Get()) // <- command
	exec.Command((&fiber.Ctx{}).Body()) // <- command
	exec.Command((&fiber.Ctx{}).BodyParser) // <- command
	exec.Command((&fiber.Ctx{}).QueryParser) // <- command
	log.Println(secretsmanager.NewFromConfig().GetSecretValue()) // <- secret-logged
	log.Println((&secretsmanager.Client{}).GetSecretValue()) // <- secret-logged
	log.Println(secretsmanager.New().GetSecretValue()) // <- secret-logged
	token = rand.Int() // <- weak-random
	token = rand.Intn() // <- weak-random
	token = rand.Int31n() // <- weak-random
	token = rand.Int63() // <- weak-random
	token = rand.Float64() // <- weak-random
	token = rand.New().Int() // <- weak-random
	token = rand.New().Intn() // <- weak-random
	fmt.Println(x) // <- log
	fmt.Printf(nil, x) // <- log
	log.Println(x) // <- log
	log.Printf(nil, x) // <- log
	log.Print(x) // <- log
	http.Redirect(nil, nil, x) // <- redirect
	(&gin.Context{}).Redirect(nil, x) // <- redirect
	(&echo.Context{}).Redirect(nil, x) // <- redirect
	(&fiber.Ctx{}).Redirect(x) // <- redirect
	(&echo.Context{}).HTML(nil, x) // <- html
	(&gin.Context{}).Data(nil, "text/html", x) // <- html
	http.Error(nil, e) // <- error-text
	(&gin.Context{}).JSON(nil, e) // <- error-text
	(&gin.Context{}).String(nil, e) // <- error-text
	(&echo.Context{}).JSON(nil, e) // <- error-text
	(&echo.Context{}).String(nil, e) // <- error-text
	(&http.ResponseWriter{}).Header().Set(nil, x) // <- header
	(&http.ResponseWriter{}).Header().Add(nil, x) // <- header
	(&gin.Context{}).Header(nil, x) // <- header
	exec.Command("sh", "-c", x) // <- command
	exec.CommandContext(nil, "sh", "-c", x) // <- command
	exec.Command(x) // <- command
	exec.CommandContext(nil, x) // <- command
	syscall.Exec(x) // <- command
	sql.Open().Query(x) // <- sql
	sql.Open().QueryRow(x) // <- sql
	sql.Open().Exec(x) // <- sql
	sql.Open().Prepare(x) // <- sql
	sql.Open().QueryContext(nil, x) // <- sql
	sql.Open().QueryRowContext(nil, x) // <- sql
	sql.Open().ExecContext(nil, x) // <- sql
	(&sql.DB{}).Query(x) // <- sql
	(&sql.DB{}).QueryRow(x) // <- sql
	(&sql.DB{}).Exec(x) // <- sql
	(&sql.DB{}).QueryContext(nil, x) // <- sql
	(&sql.DB{}).QueryRowContext(nil, x) // <- sql
	(&sql.DB{}).ExecContext(nil, x) // <- sql
	(&sql.Tx{}).Query(x) // <- sql
	(&sql.Tx{}).Exec(x) // <- sql
	(&sqlx.DB{}).Get(nil, x) // <- sql
	(&sqlx.DB{}).Select(nil, x) // <- sql
	os.Open(x) // <- path
	os.Create(x) // <- path
	os.OpenFile(x) // <- path
	os.ReadFile(x) // <- path
	os.WriteFile(x) // <- path
	os.Remove(x) // <- path
	os.RemoveAll(x) // <- path
	os.ReadDir(x) // <- path
	ioutil.ReadFile(x) // <- path
	ioutil.WriteFile(x) // <- path
	http.Get(x) // <- ssrf
	http.Post(x) // <- ssrf
	http.PostForm(x) // <- ssrf
	http.Head(x) // <- ssrf
	http.NewRequest(nil, x) // <- ssrf
	http.NewRequestWithContext(nil, nil, x) // <- ssrf
	(&http.Client{}).Get(x) // <- ssrf
	(&http.Client{}).Post(x) // <- ssrf
	net.Dial(nil, x) // <- ssrf
	gob.NewDecoder(x) // <- deserialization
	template.New().Parse(x) // <- template
	template.New().Parse(x) // <- template
	template.HTML(x) // <- template
	template.JS(x) // <- template
	ldap.NewSearchRequest(nil, nil, nil, nil, nil, nil, x) // <- ldap
	md5.New() // <- weak-hash
	md5.Sum() // <- weak-hash
	sha1.New() // <- weak-hash
	sha1.Sum() // <- weak-hash
	des.NewCipher() // <- weak-cipher
	des.NewTripleDESCipher() // <- weak-cipher
	rc4.NewCipher() // <- weak-cipher
	tls.Config{InsecureSkipVerify: true} // <- tls-verification-off
	jwt.NewParser().ParseUnverified() // <- jwt-unverified
	jwt.NewParser().ParseUnverified() // <- jwt-unverified
	(&jwt.Parser{}).ParseUnverified() // <- jwt-unverified
	(&jwt.Parser{}).ParseUnverified() // <- jwt-unverified
	credentials.NewStaticCredentialsProvider(nil, "tr0ub4dor") // <- hard-coded-credential
	credentials.NewStaticCredentials(nil, "tr0ub4dor") // <- hard-coded-credential
	gin.SetMode("debug") // <- debug-mode
	os.Create("report.csv") // <- write-outside-tmp
	os.WriteFile("report.csv") // <- write-outside-tmp
	ioutil.WriteFile("report.csv") // <- write-outside-tmp
	base64.StdEncoding.DecodeString(strings.Split(x, ".")[1]) // <- token-parts
	base64.RawStdEncoding.DecodeString(strings.Split(x, ".")[1]) // <- token-parts
	base64.URLEncoding.DecodeString(strings.Split(x, ".")[1]) // <- token-parts
	base64.RawURLEncoding.DecodeString(strings.Split(x, ".")[1]) // <- token-parts
}
