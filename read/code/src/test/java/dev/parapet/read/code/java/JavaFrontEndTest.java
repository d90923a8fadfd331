package dev.parapet.read.code.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.read.code.Lowered;
import org.junit.jupiter.api.Test;

final class JavaFrontEndTest {
    private static void java(String source, String expected) {
        assertThat(Lowered.text("A.java", source)).isEqualTo(expected);
    }

    @Test
    void packages_and_imports() {
        java("""
                package com.example.orders;
                import java.util.*;
                import com.example.Constants;
                import static com.example.Constants.TABLE;
                import static java.lang.System.*;
                import com.example.Outer.Inner;
                """, """
                namespace com.example.orders
                import java.util take *
                import com.example take Constants as Constants
                import com.example.Constants take TABLE as TABLE
                import java.lang.System take *
                import com.example.Outer take Inner as Inner
                """);
    }

    @Test
    void fields_constructors_and_methods() {
        java("""
                @Service("x")
                public abstract class Orders<T> extends Base<T> implements RequestHandler<Map<String, Object>, List<String>> {
                  private static final S3Client S3 = S3Client.builder().region(Region.EU_WEST_1).build();
                  @Inject Store store, other = null;
                  private final String table;
                  static { init(); }
                  { count++; this.x[0] = 1L; }
                  Orders(String table) { super(table); this.table = table + "-" + TABLE + 1; }
                  Orders() { this("a"); }
                  abstract void nothing();
                  @Override @Logging(logEvent = true, names = {"a", 'b'})
                  public <Q> String handle(final Map<String, ? extends Order> in, @Ctx Context c, int... more) throws IOException {
                    return null;
                  }
                  private static void init() {}
                }
                """, """
                @Service("x") class Orders extends Base<T>, RequestHandler<Map<String, Object>, List<String>> {
                  let S3: S3Client = S3Client.builder().region(Region.EU_WEST_1).build()
                  let store: Store
                  let other: Store = null
                  let table: String
                  init()
                  count = (count + 1)
                  this.x[0] = 1
                  constructor function <init>(table: String) {
                    super(table)
                    this.table = (((table + "-") + TABLE) + 1)
                  }
                  constructor function <init>() {
                    this("a")
                  }
                  @Override @Logging(logEvent: true, names: ["a", "b"]) function handle(in: Map<String, Order>, @Ctx c: Context, ...more): String {
                    return null
                  }
                  static function init(): void {
                  }
                }
                """);
    }

    @Test
    void records_enumerations_and_interfaces() {
        java("""
                record Point<X>(@NonNull int x, List<String> y) implements Shape {
                  Point { check(x); }
                  static Point of() { return new Point(1, null); }
                  public int x() { return x; }
                }
                record Full(String a) { Full(String a) { this.a = a.trim(); } }
                enum Kind implements I {
                  ONE("a") { void f() { g(); } }, TWO;
                  final String v = null;
                  Kind(String... v) { this.v = v; }
                }
                interface Do extends A, B { String NAME = "n"; void run(); default int go() { return 1; } static Do of() { return () -> {}; } }
                @interface Ann { String value() default "x"; }
                """, """
                class Point extends Shape {
                  let x: int
                  let y: List<String>
                  constructor function <init>(@NonNull x: int, y: List<String>) {
                    check(x)
                    this.x = x
                    this.y = y
                  }
                  function y(): List<String> {
                    return this.y
                  }
                  static function of(): Point {
                    return new Point(1, null)
                  }
                  function x(): int {
                    return x
                  }
                }
                class Full {
                  let a: String
                  function a(): String {
                    return this.a
                  }
                  constructor function <init>(a: String) {
                    this.a = a.trim()
                  }
                }
                class Kind extends I {
                  let ONE = new Kind("a") class extends Kind {
                    function f(): void {
                      g()
                    }
                  }
                  let TWO = new Kind()
                  let v: String = null
                  constructor function <init>(...v) {
                    this.v = v
                  }
                }
                class Do extends A, B {
                  let NAME: String = "n"
                  function go(): int {
                    return 1
                  }
                  static function of(): Do {
                    return function() {
                    }
                  }
                }
                class Ann {
                }
                """);
    }

    @Test
    void what_lombok_makes() {
        java("""
                @Data class Order { private final String id; @NonNull String by = "x"; String note; static int count; boolean open; String getNote() { return "n"; } }
                @lombok.AllArgsConstructor class All { final String fixed = "f"; @Getter int x; }
                """, """
                @Data class Order {
                  let id: String
                  let by: String = "x"
                  let note: String
                  let count: int
                  let open: boolean
                  function getNote(): String {
                    return "n"
                  }
                  function getId(): String {
                    return this.id
                  }
                  function getBy(): String {
                    return this.by
                  }
                  function setBy(by: String) {
                    this.by = by
                  }
                  function setNote(note: String) {
                    this.note = note
                  }
                  function isOpen(): boolean {
                    return this.open
                  }
                  function setOpen(open: boolean) {
                    this.open = open
                  }
                  constructor function <init>(id: String) {
                    this.id = id
                  }
                }
                @lombok.AllArgsConstructor class All {
                  let fixed: String = "f"
                  let x: int
                  function getX(): int {
                    return this.x
                  }
                  constructor function <init>(x: int) {
                    this.x = x
                  }
                }
                """);
    }

    @Test
    void statements() {
        java("""
                class A { void f(Order[] orders) {
                  for (int i = 0, j = 1; i < 10; i++, j--) { f(i); }
                  for (;;) break;
                  for (final Order o : orders) o.save();
                  outer: while (true) { if (a == b) break outer; else if (!c) continue; else { d(); } }
                  do { x += 2; } while (x < 0x1FL);
                  try (var s = open(); Reader r = new Reader(s); t) { read(); } catch (Small | b.Big e) { throw e; } finally { close(); }
                  try (Reader z = open()) { zz(); }
                  synchronized (this) { y(); }
                  assert n > 0 : message();
                  record Local(int a) {}
                } }
                """, """
                class A {
                  function f(orders: []<Order>): void {
                    let i: int = 0
                    let j: int = 1
                    loop (i < 10) {
                      f(i)
                      i = (i + 1)
                      j = (j - 1)
                    }
                    loop {
                      break
                    }
                    loop {
                      let o: Order = each(orders)
                      o.save()
                    }
                    loop true {
                      if (a == b) {
                        break
                      } else {
                        if !c {
                          continue
                        } else {
                          d()
                        }
                      }
                    }
                    loop {
                      x = (x + 2)
                      (x < 0x1F)
                    }
                    try {
                      let s = open()
                      let r: Reader = new Reader(s)
                      read()
                    } catch Small, b.Big as e {
                      throw e
                    } finally {
                      close()
                    }
                    let z: Reader = open()
                    zz()
                    this
                    y()
                    (n > 0)
                    message()
                    class Local {
                      let a: int
                      constructor function <init>(a: int) {
                        this.a = a
                      }
                      function a(): int {
                        return this.a
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void switches_and_patterns() {
        java("""
                class A { Object f(Object o) {
                  int k = switch (a) { case "a", "b" -> 1; case "c" -> { log(); yield 2; } default -> throw new X(); };
                  switch (k) { case 1: one(); case 2: two(); break; default: three(); }
                  if (o instanceof String s && s.isEmpty() || o instanceof Point(int x, var y)) return o;
                  f(switch (g()) { case A a -> a; default -> 1; });
                  return switch (o) { case Point(int x, Line(var y)) when x > 0 -> y; case String s -> s; case null, default -> null; };
                } }
                """, """
                class A {
                  function f(o: Object): Object {
                    let k: int = function() {
                      switch a {
                      case "a", "b" {
                        return 1
                      }
                      case "c" {
                        log()
                        return 2
                      }
                      default {
                        throw new X()
                      }
                      }
                    }()
                    switch k {
                    case 1 {
                      one()
                    } falls through
                    case 2 {
                      two()
                      break
                    }
                    default {
                      three()
                    } falls through
                    }
                    if (((let s: String = o instanceof String) && s.isEmpty()) || ([let x: int, let y] = o instanceof Point)) {
                      return o
                    }
                    f(function() {
                      let subject@309 = g()
                      switch subject@309 {
                      case unknown<pattern> {
                        let a: A = subject@309
                        return a
                      }
                      default {
                        return 1
                      }
                      }
                    }())
                    return function() {
                      switch o {
                      case unknown<pattern> if (x > 0) {
                        [let x: int, [let y]] = o
                        return y
                      }
                      case unknown<pattern> {
                        let s: String = o
                        return s
                      }
                      default {
                        return null
                      }
                      }
                    }()
                  }
                }
                """);
    }

    @Test
    void expressions() {
        java("""
                class A { void f() {
                  g(this::f, Order::new, String[]::new, super::go, a.b.C::d, String.class);
                  Runnable r = new Runnable() { @Override public void run() { A.this.store.go(); } };
                  Function<String, Integer> f = (String q) -> q.length();
                  BiFunction<A, B, C> h = (p, q) -> { return p + q; };
                  int[] n = new int[] {1, 2}, m = new int[size()], e = {3};
                  Object z = outer.new Inner(1);
                  Object y = new a.b.C<>(2) == (List<String>) null;
                  x = cond ? -n[0] : ~m[1] << 2;
                  B.super.go(); a[g()] += 1; a.b++;
                  this.<T>go().to[1] = a.b = 3;
                } }
                """, """
                class A {
                  function f(): void {
                    g(this.f, Order, String[], super.go, a.b.C.d, String.class)
                    let r: Runnable = new Runnable() class extends Runnable {
                      @Override function run(): void {
                        (unknown<object of a class around> as A).store.go()
                      }
                    }
                    let f: Function<String, Integer> = function(q: String) {
                      return q.length()
                    }
                    let h: BiFunction<A, B, C> = function(p, q) {
                      return (p + q)
                    }
                    let n: []<int> = [1, 2]
                    let m: []<int> = unknown<array>(size())
                    let e: []<int> = [3]
                    let z: Object = new outer.Inner(1)
                    let y: Object = (new a.b.C(2) == (null as List<String>))
                    x = (cond ? -n[0] : (#m[1] # 2))
                    super.go()
                    a[g()] = (unknown<element> + 1)
                    a.b = (a.b + 1)
                    this.go().to[1] = a.b = 3
                  }
                }
                """);
    }

    @Test
    void texts() {
        java("""
                class A { String a = "x\\t\\u0041\\101\\q", b = "\\\\u0041", c = \"""
                    Hello \\
                    you
                      "there" \\\""" ok
                    \""" + '\\'' + 1_000L + 2.5f + 0xFFL; }
                """, """
                class A {
                  let a: String = "x\\\\t\\\\u0041\\\\101\\\\q"
                  let b: String = "\\\\u0041"
                  let c: String = (("Hello you\\n  \\"there\\" \\"\\"\\" ok\\n" + "'") + ((1000 + 2.5) + 0xFF))
                }
                """);
    }

    @Test
    void what_is_no_java_is_said_and_the_rest_is_read() {
        java("""
                class A { void f() { g(; } }
                class B { void h() { ok(); } }
                """, """
                unreadable A.java:1 is not valid Java here; the rest of the file was read
                class A {
                  function f(): void {
                    g
                    unknown<syntax error>
                  }
                }
                class B {
                  function h(): void {
                    ok()
                  }
                }
                """);
    }
}
