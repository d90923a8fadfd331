package dev.parapet.read.code.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.read.code.Lowered;
import org.junit.jupiter.api.Test;

final class CSharpFrontEndTest {
    private static void csharp(String source, String expected) {
        assertThat(Lowered.text("a.cs", source)).isEqualTo(expected);
    }

    @Test
    void usings_and_namespaces() {
        csharp("""
                using System;
                using static System.Math;
                using Client = Amazon.S3.AmazonS3Client;
                global using Amazon.DynamoDBv2;
                [assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]
                namespace My.App
                {
                    namespace Inner { enum Kind { A, B = 3 } }
                    delegate void Done(int a);
                }
                #if DEBUG
                class OnlyDebug { }
                #endif
                """, """
                namespace My.App
                import System take *
                import System.Math take *
                let Client = AmazonS3Client
                import Amazon.DynamoDBv2 take *
                LambdaSerializer(DefaultLambdaJsonSerializer)
                class Kind {
                  let A = "A"
                  let B = 3
                }
                class OnlyDebug {
                }
                """);
    }

    @Test
    void classes_records_and_properties() {
        csharp("""
                namespace My.App;
                public record Order(string Id, int Count = 1) : Base(Id), IThing { public string? Note { get; init; } }
                public interface IStore { Task<string> GetAsync(string id); string Name { get; } }
                public abstract partial class Function<T>(IAmazonS3 s3, ILogger<Function> log) : Base, IDisposable where T : class
                {
                    private readonly IAmazonDynamoDB _db = new AmazonDynamoDBClient(), _x;
                    static string Table => Environment.GetEnvironmentVariable("T") ?? "t";
                    public string Bucket { get; set; } = "b";
                    public int Y { get { return 1; } set => _y = value; }
                    public Client Made { get; } = new() { Url = "u" };
                    const int K = 1;
                    public Function() : this(new AmazonS3Client()) { _db = null; }
                    static Function() { Warm(); }
                    [LambdaFunction(Policies = "x"), HttpApi(LambdaHttpMethod.Get, "/add/{x}")]
                    public async Task<Response> Handler([FromBody] Order o, ILambdaContext context, params string[] rest) => await base.Run(o);
                    IEnumerable<int> Many() { yield return 1; yield break; }
                    public abstract void Nothing();
                    public static string Ext(this string s) => s;
                    public string this[int i] => "x";
                    public static Function<T> operator +(Function<T> a, int b) => a;
                }
                """, """
                namespace My.App
                class Order extends Base, IThing {
                  let Id: string
                  let Count: int
                  constructor function Order(Id: string, Count: int = 1) {
                    super(Id)
                    this.Id = Id
                    this.Count = Count
                  }
                  let Note: string
                }
                class IStore {
                  let Name: string
                }
                class Function extends Base, IDisposable {
                  let s3: IAmazonS3
                  let log: ILogger<Function>
                  constructor function Function(s3: IAmazonS3, log: ILogger<Function>) {
                    this.s3 = s3
                    this.log = log
                  }
                  let _db: IAmazonDynamoDB = new AmazonDynamoDBClient()
                  let _x: IAmazonDynamoDB
                  static getter function Table(): string {
                    return (Environment.GetEnvironmentVariable("T") ?? "t")
                  }
                  let Bucket: string = "b"
                  getter function Y(): int {
                    return 1
                  }
                  setter function Y(value: int) {
                    return _y = value
                  }
                  let Made: Client = new Client(Url: "u")
                  let K: int = 1
                  constructor function Function() {
                    this(new AmazonS3Client())
                    _db = null
                  }
                  Warm()
                  @LambdaFunction(Policies: "x") @HttpApi(LambdaHttpMethod.Get, "/add/{x}") async function Handler(@FromBody o: Order, context: ILambdaContext, ...rest: []<string>): Task<Response> {
                    return await super.Run(o)
                  }
                  generator function Many(): IEnumerable<int> {
                    yield 1
                    return
                  }
                  static function Ext(s: string): string {
                    return s
                  }
                  getter function Item() {
                    return "x"
                  }
                  static function operator(a: Function<T>, b: int): Function<T> {
                    return a
                  }
                }
                """);
    }

    @Test
    void objects_collections_and_maps() {
        csharp("""
                var a = await db.GetItemAsync(new GetItemRequest { TableName = Table, Key = new Dictionary<string, AttributeValue> { ["id"] = new AttributeValue { S = o.Id }, { "b", new(1) } } });
                GetItemRequest b = new() { TableName = "t" };
                List<string> c = new() { "a", x };
                var d = new List<string>(c) { "b" };
                int[] e = { 1, 2 };
                f = new int[] { 1 };
                g = new[] { h(), [1, ..e] };
                i = new int[size()];
                j = new { o.Id, Name = b.N, k };
                l = o with { Count = 2 };
                m = (A: 1, 2);
                client.Send(new() { Body = "x" }, name: 1, ref n, out var p);
                """, """
                let a = await db.GetItemAsync(new GetItemRequest(TableName: Table, Key: {"id": new AttributeValue(S: o.Id), "b": new unknown<implied type>(1)}))
                let b: GetItemRequest = new GetItemRequest(TableName: "t")
                let c: List<string> = ["a", x]
                let d = [...c, "b"]
                let e: []<int> = [1, 2]
                f = [1]
                g = [h(), [1, ...e]]
                i = [unknown<length>(size())]
                j = {"Id": o.Id, "Name": b.N, "k": k}
                l = {***o, "Count": 2}
                m = tuple[1, 2]
                client.Send(new unknown<implied type>(Body: "x"), name: 1, n, let p = unknown<out argument>)
                """);
    }

    @Test
    void texts() {
        csharp("""
                a = $"a{x:N2}b{{c}}\\t{y.Z()}";
                b = @"c:\\""q\""";
                c = \"""raw "x" \""";
                d = $\"""in {x} z\""";
                e = 'c' + "\\u0041\\n\\x41g" + nameof(X.Y) + 1_000L + 2.5f;
                f = $@"v\\{x}";
                """, """
                a = template("a", x, "b{c}\\t", y.Z())
                b = "c:\\\\\\"q\\""
                c = "raw \\"x\\""
                d = template("in ", x, " z")
                e = (("c" + "A\\nAg") + (("Y" + 1000) + 2.5))
                f = template("v\\\\", x)
                """);
    }

    @Test
    void patterns() {
        csharp("""
                if (o is { Id: var id, Count: > 3 } and not null) { return; } else if (o is Order order) { } else if (o is null || o is not null || o is string) { }
                var t = o switch { Order { Id: "x" } p when p.Count > 1 => A(p), null => throw new Exception("a"), _ => B() };
                switch (f(x)) {
                    case 1: case 2: A(); break;
                    case string s when s.Length > 1: return s;
                    default: return null;
                }
                """, """
                if unknown<pattern>(let subject@4 = o, let id = subject@4.Id, 3, null) {
                  return
                } else {
                  if (let order = (o as Order) instanceof Order) {
                  } else {
                    if (((o == null) || (o != null)) || (o instanceof string)) {
                    }
                  }
                }
                let t = function() {
                  let subject@157 = o
                  switch subject@157 {
                  case unknown<pattern> if (p.Count > 1) {
                    let p = subject@157
                    "x"
                    return A(p)
                  }
                  case null {
                    throw new Exception("a")
                  }
                  default {
                    return B()
                  }
                  }
                }()
                let subject@268 = f(x)
                switch subject@268 {
                case 1 {
                } falls through
                case 2 {
                  A()
                  break
                }
                case unknown<pattern> if (s.Length > 1) {
                  let s = subject@268
                  return s
                }
                default {
                  return null
                }
                }
                """);
    }

    @Test
    void statements() {
        csharp("""
                foreach (var r in e.Records) { continue; }
                foreach (var (k, v) in d) F(k);
                await foreach (Item m in Asy()) { }
                for (int i = 0, j = 1; i < 3; i++) { break; }
                while (true) { }
                do { } while (x);
                using var s = new Stream();
                using (var q = Open()) { Use(q); }
                lock (this) { A(); }
                try { A(); } catch (AmazonS3Exception ex) when (ex.Code == 1) { throw; } catch { } finally { B(); }
                (int a1, var b1) = Tup();
                var (c1, _) = Tup();
                x ??= y; x += 1; this[1] = -x!;
                goto L; L: Foo();
                unsafe { D(); }
                """, """
                loop {
                  let r = each(e.Records)
                  continue
                }
                loop {
                  [let k, let v] = each(d)
                  F(k)
                }
                loop {
                  let m: Item = each(Asy())
                }
                let i: int = 0
                let j: int = 1
                loop (i < 3) {
                  break
                  i = (i + 1)
                }
                loop true {
                }
                loop {
                  x
                }
                let s = new Stream()
                let q = Open()
                Use(q)
                A()
                try {
                  A()
                } catch AmazonS3Exception as ex {
                  (ex.Code == 1)
                  throw
                } catch {
                } finally {
                  B()
                }
                [let a1: int, let b1] = Tup()
                [let c1, _] = Tup()
                x = (x ?? y)
                x = (x + 1)
                this[1] = -x
                break
                Foo()
                D()
                """);
    }

    @Test
    void functions_queries_and_access() {
        csharp("""
                var l = xs.Where(y => y.A).Select((y, i) => { return y; }).ToList();
                Func<int, int> fn = async delegate (int w) { return w; };
                int Local(int a) => a + 1;
                var q = from a in xs join b in ys on a.Id equals b.Id where a.X > 1 let z = F(a) orderby a.Y select new { a.Id, z };
                obj?.Method()?.Prop!.Other[^1..2]?[0].X();
                Gen<int>.Call<string>((string)x, x as string, typeof(Y), default);
                global::System.X.Y();
                """, """
                let l = xs.Where(function(y) {
                  return y.A
                }).Select(function(y, i) {
                  return y
                }).ToList()
                let fn: Func<int, int> = async function(w: int) {
                  return w
                }
                function Local(a: int): int {
                  return (a + 1)
                }
                let q = [{"Id": a.Id, "z": z} for let a of xs for let b of ys if a.Id if b.Id if (a.X > 1) for let z of [F(a)] if a.Y]
                obj.Method().Prop.Other[#1..2][0].X()
                Gen.Call((x as string), (x as string), Y, null)
                System.X.Y()
                """);
    }

    @Test
    void what_is_wrong_is_said_and_the_rest_is_read() {
        csharp("""
                class A { void F() { var x = g(; h(1); } }
                class B { void K() { z(); } }
                """, """
                unreadable a.cs:1 is not valid C# here; the rest of the file was read
                class A {
                  function F(): void {
                    let x = g
                    unknown<syntax error>
                    h(1)
                  }
                }
                class B {
                  function K(): void {
                    z()
                  }
                }
                """);
    }
}
