package dev.parapet.read.code.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.read.code.Lowered;
import org.junit.jupiter.api.Test;

final class GoFrontEndTest {
    private static void go(String source, String expected) {
        assertThat(Lowered.text("a.go", "package main\n" + source)).isEqualTo("namespace main\n" + expected);
    }

    @Test
    void imports_are_called_as_the_file_calls_them() {
        go("""
                import "context"
                import (
                	. "fmt"
                	_ "embed"
                	v2 "github.com/aws/aws-sdk-go-v2/service/s3"
                	"github.com/redis/go-redis/v9"
                	"gopkg.in/yaml.v3"
                	"github.com/awslabs/aws-lambda-go-api-proxy/gin"
                	"example.com/unused-go/v2"
                )
                var a = redis.NewClient(yaml.Node, ginadapter.New(context.TODO()))
                """, """
                import context as context
                import fmt take *
                import embed
                import github.com/aws/aws-sdk-go-v2/service/s3 as v2
                import github.com/redis/go-redis/v9 as redis
                import gopkg.in/yaml.v3 as yaml
                import github.com/awslabs/aws-lambda-go-api-proxy/gin as ginadapter
                import example.com/unused-go/v2 as unused-go
                let a = redis.NewClient(yaml.Node, ginadapter.New(context.TODO()))
                """);
    }

    @Test
    void constants_count_and_repeat() {
        go("""
                const (
                	A, B = iota, "x"
                	C, D
                	_, E
                )
                const F int = 1_000
                var client *s3.Client
                var (
                	x, y int = 1, 2
                	z, err = f()
                )
                """, """
                let A = 0
                let B = "x"
                let C = 1
                let D = "x"
                _ = 2
                let E = "x"
                let F: int = 1000
                let client: s3.Client
                let x: int = 1
                let y: int = 2
                [let z, let err] = f()
                """);
    }

    @Test
    void types_are_classes() {
        go("""
                type Store struct {
                	*s3.Client
                	Name, Other string `json:"name,omitempty"`
                	m map[string][]*types.Foo
                	fn func(int) error
                	Gen[int]
                }
                type Repo interface {
                	Save(ctx context.Context, x string) (int, error)
                	io.Reader
                	~int | string
                }
                type Env map[string]string
                type Alias = s3.Client
                type Gen[T any] struct{ v chan T }
                """, """
                class Store extends s3.Client, Gen<int> {
                  let Client: s3.Client
                  "json:\\"name,omitempty\\""
                  let Name: string
                  let Other: string
                  let m: map<string, []<types.Foo>>
                  let fn: ?
                  let Gen: Gen<int>
                }
                class Repo extends io.Reader {
                  function Save(ctx: context.Context, x: string): tuple<int, error> {
                  }
                }
                class Env extends map<string, string> {
                }
                let Alias = s3.Client
                class Gen {
                  let v: chan<T>
                }
                """);
    }

    @Test
    void methods_have_an_owner_and_their_object_is_this() {
        go("""
                func (s *Store) Get(ctx context.Context, a, b string, rest ...int) (out string, err error) {
                	out, err = s.load(s.key)
                	run(func(s string) { s.x() }, func() { s.y() })
                	return
                }
                func (Store) Plain(_ int) (string, error) { return "a", nil }
                func (l List[T]) Len() int { return len(l) }
                func Map[T, U any](s []T, f func(T) U) []U { return nil }
                """, """
                function Store.Get(ctx: context.Context, a: string, b: string, ...rest: []<int>): tuple<string, error> {
                  let out: string
                  let err: error
                  [out, err] = this.load(this.key)
                  run(function(s: string) {
                    s.x()
                  }, function() {
                    this.y()
                  })
                  return tuple[out, err]
                }
                function Store.Plain(_: int): tuple<string, error> {
                  return tuple["a", null]
                }
                function List<T>.Len(): int {
                  return len(this)
                }
                function Map(s: []<T>, f: ?): []<U> {
                  return null
                }
                """);
    }

    @Test
    void composite_literals_make_objects_lists_and_maps() {
        go("""
                func f() {
                	s.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("b"), Key: &key})
                	w := []string{"a", 'b', 2: "c"}
                	m := map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: "x"}, k: {Q: 1}}
                	a := [...]*Foo{{A: 1}, {2, x()}}
                	n := struct{ A int }{A: 1}
                	h := gin.H{"error": err.Error(), types.Key: 1}
                	d := bson.D{{"a", 1}}
                	l := Pair[string, int]{"a", 1}
                	e, g, c, r := new(Store), make([]string, 0, size()), make(map[string]int), make(chan pkg.T)
                }
                """, """
                function f() {
                  s.GetObject(ctx, new s3.GetObjectInput(Bucket: aws.String("b"), Key: key))
                  let w = ["a", "b", "c"]
                  let m = {"id": new types.AttributeValueMemberS(Value: "x"), k: new types.AttributeValue(Q: 1)}
                  let a = [new Foo(A: 1), new Foo(2, x())]
                  let n = {"A": 1}
                  let h = {"error": err.Error(), types.Key: 1}
                  let d = new bson.D(["a", 1])
                  let l = new Pair("a", 1)
                  let e = new Store()
                  let g = [unknown<length>(size())]
                  let c = {}
                  let r = []
                }
                """);
    }

    @Test
    void assignments() {
        go("""
                func f() {
                	a, b = b, a
                	v, ok := m["k"]
                	t, ok := x.(*T)
                	c, ok := <-ch
                	_, err := g()
                	s.n++
                	l[i] -= 2
                	x &^= 3
                	list = append(list, 1, more...)
                	p := *ptr
                	q := &T{}
                	y = -1 + 2<<3 | ^4
                	ch <- v
                	r := "é\\n\\"\\x41\\u00e9\\101" + `a\\
                b`
                	h, j := []byte(x), string(h)
                	k := Map[string, int](xs)
                	u := xs[1:n:f()]
                }
                """, """
                function f() {
                  a = b
                  b = a
                  let v = m["k"]
                  let ok = ("k" in m)
                  let t = (x as T)
                  let ok = unknown<whether there is a value>
                  let c = each(ch)
                  let ok = unknown<whether there is a value>
                  [_, let err] = g()
                  s.n = (s.n + 1)
                  l[i] = (l[i] - 2)
                  x = (x # 3)
                  list = [...list, 1, ...more]
                  let p = ptr
                  let q = new T()
                  y = ((-1 + (2 # 3)) # #4)
                  ch[unknown<next element>] = v
                  let r = ("é\\n\\"AéA" + "a\\\\\\nb")
                  let h = (x as []<byte>)
                  let j = (h as string)
                  let k = Map(xs)
                  let u = unknown<slice expression>(xs[1..n], f())
                }
                """);
    }

    @Test
    void branches_and_loops() {
        go("""
                func f() {
                	if v, ok := m[k]; ok && !x { return } else if q { panic(v) } else { g() }
                	for i, r := range ev.Records { continue }
                	for i := 0; i < 3; i++ { break }
                	for range ch {}
                	for k := range m {}
                	for x.ok { goto end }
                	switch t := v.(type) {
                	case string, *int: a(t)
                	case nil: b()
                	default: c()
                	}
                	switch q := 1; x {
                	case 1, 2: fallthrough
                	default: z(q)
                	}
                	switch { case x > 1: }
                	select {
                	case m := <-ch: f(m)
                	case ch <- 1:
                	default:
                	}
                	defer func() { recover() }()
                	go s.run(ctx)
                end:
                	h()
                }
                """, """
                function f() {
                  let v = m[k]
                  let ok = (k in m)
                  if (ok && !x) {
                    return
                  } else {
                    if q {
                      throw v
                    } else {
                      g()
                    }
                  }
                  loop {
                    let i = unknown<index or key>
                    let r = each(ev.Records)
                    continue
                  }
                  let i = 0
                  loop (i < 3) {
                    break
                    i = (i + 1)
                  }
                  loop {
                    ch
                  }
                  loop {
                    let k = unknown<index or key>(m)
                  }
                  loop x.ok {
                    break
                  }
                  switch v {
                  case unknown<type>, unknown<type> {
                    let t = v
                    a(t)
                  }
                  case unknown<type> {
                    let t = (v as nil)
                    b()
                  }
                  default {
                    let t = v
                    c()
                  }
                  }
                  let q = 1
                  switch x {
                  case 1, 2 {
                  } falls through
                  default {
                    z(q)
                  }
                  }
                  switch true {
                  case (x > 1) {
                  }
                  }
                  switch unknown<select> {
                  case unknown<communication> {
                    let m = each(ch)
                    f(m)
                  }
                  case unknown<communication> {
                    ch[unknown<next element>] = 1
                  }
                  default {
                  }
                  }
                  function() {
                    recover()
                  }()
                  s.run(ctx)
                  h()
                }
                """);
    }

    @Test
    void what_is_wrong_is_said_and_the_rest_is_read() {
        assertThat(Lowered.text("a.go", "package main\nfunc f() {\n\tx := g(\n\ty := h(1)\n}\nfunc k() { z() }\n"))
                .isEqualTo("""
                        unreadable a.go:3 is not valid Go here; the rest of the file was read
                        namespace main
                        function f() {
                          let x = h(1)
                          unknown<syntax error>(g, y)
                        }
                        function k() {
                          z()
                        }
                        """);
    }
}
