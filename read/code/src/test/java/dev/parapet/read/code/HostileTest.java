package dev.parapet.read.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.code.CodeFile;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that is made to exhaust whoever reads it. */
final class HostileTest {
    private static final int MANY = 4_000;

    private static int depth(String path, String source) {
        AtomicInteger deepest = new AtomicInteger();
        Lowered.read(path, source)
                .file()
                .ifPresent(file -> Walk.nodes(file, (node, depth) -> deepest.accumulateAndGet(depth, Math::max)));
        return deepest.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[", "{", "f(", "a[", "not ", "-", "lambda:", "a if b else ", "x = ", "f\"{", "await ", "*"
            })
    void nesting_is_followed_to_a_bound(String opening) {
        // In lines of a length that people write.
        String nested = (opening.repeat(8) + "\\\n").repeat(MANY / 8);
        assertThat(depth("a.py", nested)).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
        assertThat(depth("a.py", "x = " + nested + "1")).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {".a", "()", "[0]", " + a", " and a", " < a", " if a else a"})
    void chains_are_followed_to_a_bound(String part) {
        String chained = "a" + (part.repeat(8) + "\\\n").repeat(MANY / 8);
        assertThat(depth("a.py", "x = " + chained)).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{a:",
                "f(",
                "a=>",
                "!",
                "new ",
                "`${",
                "<a>",
                "a?b:",
                "if(a)",
                "{",
                "class A{x=",
                "[a]=",
                "x=",
                "a.",
                "a+"
            })
    void nesting_is_followed_to_a_bound_in_javascript_and_typescript(String opening) {
        String nested = (opening.repeat(8) + "\n").repeat(MANY / 8);
        assertThat(depth("a.js", nested + "1")).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
        assertThat(depth("a.ts", "x = " + nested + "1")).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[]T{",
                "T{a: ",
                "f(",
                "a[",
                "!",
                "&",
                "<-",
                "func(){ x := ",
                "[]",
                "*",
                "a.",
                "a +\n",
                "if a {",
                "{",
                "switch {case ",
                "for {",
                "select {case <-",
                "struct{a ",
                "map[string]T{a: {",
                "v, ok := m[func() { "
            })
    void nesting_is_followed_to_a_bound_in_go(String opening) {
        String nested = (opening.repeat(8) + "\n").repeat(MANY / 8);
        String before = "package main\nfunc f() {\n";
        assertThat(depth("a.go", before + nested + "1")).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
        assertThat(depth("a.go", before + "x := " + nested + "1")).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
    }

    @Test
    void what_is_said_twice_does_not_double_with_each_step_in() {
        String go = "a[func() int { ".repeat(200) + "return 1" + "}()] += 1\n".repeat(200);
        String lookup = "v, ok := a[func() int { ".repeat(200) + "return 1" + "}()]\n".repeat(200);
        for (String body : new String[] {go, lookup}) {
            AtomicInteger nodes = new AtomicInteger();
            Walk.nodes(
                    Lowered.file("a.go", "package main\nfunc f() {\n" + body + "}\n"),
                    (node, depth) -> nodes.incrementAndGet());
            assertThat(nodes.get()).isLessThan(200_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"a.cs,++", "a.cs,a[", "a.js,a[", "a.ts,a[", "A.java,a["})
    void what_is_changed_is_not_read_twice(String path, String opening) {
        String close = opening.equals("++") ? "" : "]++";
        String changed = opening.repeat(80) + "a" + close.repeat(80);
        String source = path.equals("A.java") ? "class A { int x = " + changed + "; }" : "x = " + changed + ";";
        AtomicInteger nodes = new AtomicInteger();
        Walk.nodes(Lowered.file(path, source), (node, depth) -> nodes.incrementAndGet());
        assertThat(nodes.get()).isLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "f(",
                "a->",
                "!",
                "new A(",
                "new A() { int x = ",
                "(B) ",
                "a ? b : ",
                "if (a) ",
                "{",
                "class A { int x = ",
                "switch (a) { default -> ",
                "x = ",
                "a.f().",
                "a instanceof A(",
                "try (A a = ",
                "int[] x = {",
                "@A(",
                "A<"
            })
    void nesting_is_followed_to_a_bound_in_java(String opening) {
        String nested = (opening.repeat(8) + "\n").repeat(MANY / 8);
        assertThat(depth("A.java", "class A { int x = " + nested + "1")).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
        assertThat(depth("A.java", "class A { void f() { " + nested + "1; } }"))
                .isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
    }

    @Test
    void what_java_says_once_is_read_once() {
        String indexed = "a[".repeat(200) + "0" + "] += 1\n".repeat(200) + ";";
        String matched = "switch (".repeat(150) + "f()" + ") { case A a -> a; case B b -> b; }\n".repeat(150);
        for (String body : new String[] {indexed, "x = " + matched + ";"}) {
            AtomicInteger nodes = new AtomicInteger();
            CodeFile file = Lowered.file("A.java", "class A { void f() {\n" + body + "} }\n");
            Walk.nodes(file, (node, depth) -> nodes.incrementAndGet());
            assertThat(nodes.get()).isLessThan(200_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "new T { A = ",
                "new[] { ",
                "f(",
                "a[",
                "!",
                "(T)",
                "await ",
                "x => ",
                "$\"{",
                "a ? b : ",
                "a ?? ",
                "a.b(",
                "a?.b(",
                "if (a) ",
                "{",
                "class A { ",
                "namespace A { ",
                "x = ",
                "a is { B: ",
                "x switch { _ => ",
                "from a in ",
                "switch (a) { case 1: ",
                "using (a) ",
                "(a, ",
                "a + ",
                "delegate { ",
                "#if a\n"
            })
    void nesting_is_followed_to_a_bound_in_csharp(String opening) {
        String nested = (opening.repeat(8) + "\n").repeat(MANY / 8);
        assertThat(depth("a.cs", nested + "1")).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
        assertThat(depth("a.cs", "class A { void F() { x = " + nested + "1"))
                .isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
    }

    @Test
    void a_long_sum_is_read_whole() {
        String source = "x = 'a'" + " + \\\n f(b)".repeat(2_000);
        CodeFile file = Lowered.file("a.py", source);
        assertThat(Walk.calls(file)).hasSize(2_000);
    }

    @Test
    void blocks_are_followed_to_a_bound() {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            source.append(" ".repeat(i)).append("if a:\n");
        }
        source.append(" ".repeat(1_000)).append("f()\n");
        assertThat(Lowered.text("a.py", source.toString())).contains("looks minified");
        StringBuilder branches = new StringBuilder("if a: f()\n");
        branches.append("elif b: f()\n".repeat(MANY));
        assertThat(depth("a.py", branches.toString())).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
    }

    @Test
    void what_a_minifier_or_bundler_made_is_not_read() {
        assertThat(Lowered.text("a.py", "x=1;".repeat(5_000)))
                .isEqualTo(
                        "unsupported a.py:1 looks minified or bundled and was not read; scan the sources that it is made of\n");
        assertThat(Lowered.text("a.py", "x = 1\n".repeat(300_000)))
                .isEqualTo(
                        "limit a.py:1 has more than 1500000 characters and was not read as code; is it generated?\n");
    }

    @Test
    void a_text_of_errors_ends() {
        for (String part : new String[] {"$$$ (\n", "f'{\n", "@\n", "\uD83D\uD83D\uDD12\n", "\0\n", "if\n  else\n"}) {
            CodeReading reading = Lowered.read("a.py", part.repeat(MANY));
            assertThat(reading.fault()).as(part).isPresent();
        }
    }

    @Test
    void a_text_that_takes_too_long_is_given_up() {
        assertThat(Lowered.text("a.py", "def f(\n".repeat(20_000)))
                .isEqualTo("limit a.py:1 takes too long to parse and was not read as code\n");
    }
}
