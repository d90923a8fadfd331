package dev.parapet.read.code.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Span;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.CodePrinter;
import dev.parapet.model.code.Expression;
import dev.parapet.read.code.CodeReading;
import dev.parapet.read.code.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ClassFilesTest {
    private static CodeReading read(SequencedMap<String, byte[]> classes) {
        return ClassFiles.read("app.jar!/A.class", "A", classes, classes::containsKey);
    }

    private static void says(String source, String expected, String... options) {
        CodeReading reading = read(Compiler.compile(source, options));
        assertThat(reading.fault()).isEmpty();
        assertThat(reading.file().map(CodePrinter::print)).contains(expected);
    }

    /** What the body of a method is read as. */
    private static void does(String body, String expected) {
        String source = "import java.util.*; class A { Object f(String a, int b, List<String> c, Map<String, String> d)"
                + " throws Exception { " + body + " } static int g(Object... x) { return 0; } }";
        CodeFile file = read(Compiler.compile(source, "-g")).file().orElseThrow();
        String all = CodePrinter.print(file);
        int start = all.indexOf("): Object {\n") + "): Object {\n".length();
        assertThat(all.substring(start, all.indexOf("\n  }\n", start)).stripIndent())
                .isEqualTo(expected.stripTrailing().stripIndent());
    }

    @Test
    void classes_with_what_they_are_made_of() {
        says("""
                import java.util.function.Supplier;
                @Deprecated class A<T> extends java.util.ArrayList<String> implements Supplier<T> {
                  static final String TABLE = System.getenv("TABLE");
                  static final boolean ON = true;
                  private final java.util.Map<String, T> all = new java.util.HashMap<>();
                  A(String name) { super(3); }
                  @Override public T get() { return all.get(TABLE); }
                  static class B { int x; class C { int y() { return x; } } }
                  record P(String name) {}
                }
                """, """
                import java.util take Map as Map
                import java.util take ArrayList as ArrayList
                import java.util.function take Supplier as Supplier
                import java.util take HashMap as HashMap
                @Deprecated class A extends ArrayList<String>, Supplier<T> {
                  let TABLE: String
                  let ON: boolean = true
                  let all: Map<String, T>
                  constructor function <init>(name: String) {
                    super(3)
                    this.all = new HashMap()
                  }
                  @Override function get(): T {
                    return this.all.get(A.TABLE)
                  }
                  let TABLE = System.getenv("TABLE")
                  class B {
                    let x: int
                    constructor function <init>() {
                    }
                    class C {
                      let this$0: A.B
                      constructor function <init>(this$0: A.B) {
                        this.this$0 = this$0
                      }
                      function y(): int {
                        return (unknown<object of a class around> as A.B).x
                      }
                    }
                  }
                  class P {
                    let name: String
                    constructor function <init>(name: String) {
                      this.name = name
                    }
                    function toString(): String {
                      return unknown<dynamic call>(this)
                    }
                    function hashCode(): int {
                      return unknown<dynamic call>(this)
                    }
                    function equals(o: Object): boolean {
                      return unknown<dynamic call>(this, o)
                    }
                    function name(): String {
                      return this.name
                    }
                  }
                }
                """, "-g");
    }

    @Test
    void conditions_are_put_together_again() {
        does(
                "if (a == null || b > 3 && !a.isEmpty()) { return null; } boolean x = a.isEmpty() && b == 2; return x ? a : c;",
                """
                    if ((a == null) || ((b > 3) && !a.isEmpty())) {
                      return null
                    }
                    let x: boolean = (a.isEmpty() && (b == 2))
                    return (x ? a : c)
                """);
    }

    @Test
    void loops() {
        does(
                "for (String it : c) { if (it.equals(a)) continue; g(it); } while (b < 9) { b++; if (b == 7) break; }"
                        + " for (int i = 0; i < b; i++) { g(i); } return b;",
                """
                    let local5 = c
                    loop local5.hasNext() {
                      let it: String = (each(local5) as String)
                      if it.equals(a) {
                        continue
                      }
                      A.g([it])
                    }
                    loop (b < 9) {
                      b = (b + 1)
                      if (b != 7) {
                        continue
                      }
                      break
                    }
                    let i: int = 0
                    loop (i < b) {
                      A.g([i])
                      i = (i + 1)
                    }
                    return b
                """);
    }

    @Test
    void exceptions_and_what_is_done_in_any_case() {
        does(
                "try { g(a); } catch (IllegalStateException | IllegalArgumentException e) { throw new RuntimeException(e); }"
                        + " finally { g(b); } return c;",
                """
                    try {
                      A.g([a])
                      A.g([b])
                      return c
                    } catch IllegalStateException, IllegalArgumentException as e {
                      throw new RuntimeException(e)
                    }
                """);
    }

    @Test
    void switches() {
        does("switch (b) { case 1: case 2: a = \"x\"; break; default: a = \"y\"; } return a;", """
                    switch b {
                    case 1, 2 {
                      a = "x"
                    }
                    default {
                      a = "y"
                    }
                    }
                    return a
                """);
    }

    @Test
    void texts_arrays_and_any_number_of_arguments() {
        does(
                "String[] cmd = {\"sh\", a}; Runtime.getRuntime().exec(new String[] {\"sh\", a});"
                        + " String s = String.format(\"%s-%s\", a, b); byte[] x = new byte[b]; x[1] = 2; cmd[0] += s;"
                        + " return \"a-\" + a + '/' + b;",
                """
                    let cmd: []<String> = ["sh", a]
                    Runtime.getRuntime().exec(["sh", a])
                    let s: String = String.format("%s-%s", a, b)
                    let x: []<byte> = unknown<array>(b)
                    x[1] = 2
                    cmd[0] = (cmd[0] + s)
                    return ((("a-" + a) + "/") + b)
                """);
    }

    @Test
    void functions_are_told_where_they_are_made() {
        does(
                "Runnable r = () -> { String b2 = a + b; g(b2, this); }; d.computeIfAbsent(a, k -> k.trim());"
                        + " c.stream().map(String::trim).forEach(A::new2); return r; } static void new2(Object o) {",
                """
                    let r: Runnable = function() {
                      let b2: String = (a + b)
                      A.g([b2, this])
                    }
                    d.computeIfAbsent(a, function(k: String) {
                      return k.trim()
                    })
                    c.stream().map(String.trim).forEach(A.new2)
                    return r
                """);
    }

    @Test
    void values_that_are_needed_twice_are_told_once() {
        does(
                "int x; int y = x = g(a); if ((x = g(b)) > 2) { g(x); } c.add(d.get(a).trim() + (y > 1 ? a : \"\")); return y;",
                """
                    let y: int = let x: int = A.g([a])
                    if (x = A.g([b]) > 2) {
                      A.g([x])
                    }
                    let temporary@79 = (d.get(a) as String).trim()
                    c.add((temporary@79 + ((y > 1) ? a : "")))
                    return y
                """);
    }

    @Test
    void what_compilers_leave_out_has_names_of_its_own() {
        says("""
                class A { String f(String a) { String b = a + "x"; return b; } }
                """, """
                class A {
                  constructor function <init>() {
                  }
                  function f(local1: String): String {
                    let local2 = (local1 + "x")
                    return local2
                  }
                }
                """, "-g:none");
    }

    @Test
    void texts_are_put_together_as_older_compilers_do() {
        says("""
                class A { String f(String a) { return a + "x"; } }
                """, """
                class A {
                  constructor function <init>() {
                  }
                  function f(a: String): String {
                    return new StringBuilder().append(a).append("x").toString()
                  }
                }
                """, "-g", "-XDstringConcat=inline");
    }

    @Test
    void places_are_lines_of_the_source() {
        CodeFile file = read(Compiler.compile(
                        "class A {\n  int f(String a) {\n    return\n      a\n        .length();\n  }\n}", "-g"))
                .file()
                .orElseThrow();
        List<String> spans = new ArrayList<>();
        Walk.nodes(file, (node, depth) -> {
            if (node instanceof Expression.Call call) {
                Span span = file.span(call.range());
                spans.add(span.path()
                        + ' '
                        + span.start().line()
                        + '-'
                        + span.end().line());
            }
        });
        assertThat(spans).containsExactly("app.jar!/A.class 3-6");
    }

    @Test
    void what_is_no_class_file_is_said() {
        SequencedMap<String, byte[]> broken = new TreeMap<>();
        broken.put("A", new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 69, 0, 9});
        assertThat(read(broken).fault().map(it -> it.kind().word() + " " + it.path() + " " + it.message()))
                .contains(
                        "unreadable app.jar!/A.class is not a valid class file, or one of a newer Java, and was not read");
    }
}
