package dev.parapet.read.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.SourceFile;
import dev.parapet.model.binary.Digest;
import dev.parapet.model.binary.Store;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says is the same whether it was read, or kept. */
final class KeptReadingTest {
    private static final Map<String, String> SOURCES = Map.of(
            "a.py", """
            import os, boto3 as aws
            from ..shared import (helper as h, *)
            @app.get("/orders/{id}", cors=True)
            async def handler(event: dict, context=None, *rest, **named) -> "list[str]":
                global TABLE
                TABLE, (a, *b) = aws.resource('dynamodb').Table(os.environ["TABLE"]), event['x'][1:-1]
                try:
                    with open(f"/tmp/{event['name']!r:>10}") as f, lock:
                        async for x in await f.read(): yield x
                except (KeyError, ValueError) as e: raise Problem("a\\n\\u00e9") from e
                finally: del a.b[0]
                match event:
                    case {"kind": "a" | "b", **other} if other: pass
                    case [1, *_]: return {k: v for k, v in other.items() if not v}
                return lambda q: [*q, {1, 2}, (3,), -q ** 2, q if q else None, q in b and True]
            class A(Base, metaclass=M):
                field: int = 1
                def __init__(self): super().__init__(); self.x = self
            """,
            "a.js", """
            import def, { a as b, c } from './x'; export * from "y"; export { b as d };
            const { q, ...others } = require('z'), re = /a+/g;
            exports.handler = async ({ body: { id = 1 }, list: [first, , ...rest] }, context) => {
              for (const [k, v] of Object.entries(others)) { if (!v) continue; else break; }
              switch (k) { case 1: case "2": return `a${k}b${v?.w ?? 3}`; default: throw new Error('x'); }
              do { label: while (i++ < 3) x ||= y ? 1 : void 0; } while (await p);
              try { this.a["b"] = function* named() { yield* x; } } catch { } finally { eval(q) }
              return <Tag a={1} {...rest}>text</Tag>;
            };
            class A extends B { static #p = 1; get x() { return super.x } set x(v) {} constructor() { super() } }
            """,
            "a.ts", """
            import type { T } from 't'; import x = require("x");
            export default abstract class A<T extends B> implements C { @dec() private readonly f?: Map<string, T[]> = {} as any;
              constructor(private client: S3Client, public n = 1!) { super() } }
            enum E { A = 1, B } namespace N.M { export const z = <any>y satisfies T; }
            export const handler: Handler<E> = async (event): Promise<void> => { };
            """,
            "A.java", """
            package com.example; import static java.util.Map.*; import software.amazon.awssdk.services.s3.S3Client;
            @Named("a") public record A<T extends B>(String id, int... n) implements RequestHandler<Map<String, Object>, String> {
              static final S3Client S3 = S3Client.builder().region(Region.of("x")).build(); { init(); }
              enum E { ONE(1) { int f() { return 2; } }, TWO }
              public String handleRequest(Map<String, Object> in, Context c) throws Exception {
                try (var r = open(); ) { for (int i = 0, j = 1; i < j; i++) { if (in instanceof B(var x, C y) && x > 1) continue; } }
                catch (A | B e) { throw e; } finally { synchronized (this) { a[0] += 1; } }
                return switch (c) { case null, default -> { yield "a" + 'b' + 1L + \"\"\"
                  block\"\"\"; } case E.ONE -> (String) in.get("x"); };
              }
              Runnable r = () -> new Object() { void f() { A.this.g(B::new, int[].class, new int[][] {{1}}); } };
            }
            """,
            "a.go", """
            package main
            import ("context"; l "github.com/aws/aws-lambda-go/lambda"; . "x")
            type T struct { *Base; A map[string][]byte `json:"a"` }
            func (t *T) M(a, b int, rest ...string) (out string, err error) { defer t.close(); return fmt.Sprintf("%s", a), nil }
            const ( X = iota; Y )
            func main() { v, ok := m["k"]; for i, x := range xs { go func() { ch <- x }() }
              switch y := z.(type) { case int, string: fallthrough; default: goto end }
              select { case r := <-ch: _ = r; default: }
              end: l.Start(func(ctx context.Context, e Event) error { return &T{Base: b, A: nil}.a[1:2] }) }
            """,
            "a.cs", """
            using System; using S3 = Amazon.S3; [assembly: LambdaSerializer(typeof(X))]
            namespace A.B; public class F(IAmazonS3 s3) : Base, I<T> { public string? Name { get; set; } = "x"; event E e;
              public async Task<string> Handle(ILambdaContext c, params int[] n) { await using var x = new Req { Key = $"a{n[0]:X}b", L = { 1 } };
                foreach (var (k, v) in d) lock (this) { if (k is { Length: > 1 } and not null) yield return v switch { 1 => "a", _ => throw new E() }; }
                return (from a in b where a.c select new { a, d = @"x""y" }).First() ?? default!; } ~F() { checked { i++; } }
              public int this[int i] => i; public static implicit operator int(F f) => 1; }
            """);

    /** A store in memory. */
    private static final class Memory implements Store {
        private final Map<Digest, byte[]> kept = new HashMap<>();
        private int found;

        @Override
        public boolean keeps() {
            return true;
        }

        @Override
        public byte @Nullable [] get(Digest name) {
            byte[] bytes = kept.get(name);
            found += bytes == null ? 0 : 1;
            return bytes;
        }

        @Override
        public void put(Digest name, byte[] bytes) {
            kept.put(name, bytes);
        }
    }

    /** Reads a source three times: by itself, into a store, and from it. */
    private static void isKept(String path, String text) {
        SourceFile source = new SourceFile(path, text);
        Language language = CodeReader.language(path).orElseThrow();
        CodeReading plain = CodeReader.read(source, language);
        Memory memory = new Memory();
        same(plain, KeptReading.read(source, language, memory));
        same(plain, KeptReading.read(source, language, memory));
        assertThat(memory.found).isEqualTo(plain.file().isPresent() ? 1 : 0);
    }

    private static void same(CodeReading expected, CodeReading actual) {
        assertThat(actual.fault()).isEqualTo(expected.fault());
        assertThat(actual.file().map(CodeFile::body)).isEqualTo(expected.file().map(CodeFile::body));
        assertThat(actual.file().map(CodeFile::source))
                .isEqualTo(expected.file().map(CodeFile::source));
        assertThat(actual.file().map(CodeFile::language))
                .isEqualTo(expected.file().map(CodeFile::language));
        assertThat(actual.file().map(it -> Objects.toString(it.namespace())))
                .isEqualTo(expected.file().map(it -> Objects.toString(it.namespace())));
    }

    @Test
    void what_all_front_ends_say_comes_back() {
        SOURCES.forEach(KeptReadingTest::isKept);
    }

    @ParameterizedTest
    @CsvSource({"a.py", "a.js", "a.ts", "A.java", "a.go", "a.cs"})
    void what_is_made_of_wrong_code_comes_back(String path) {
        Random random = new Random(path.hashCode());
        String source = Objects.requireNonNull(SOURCES.get(path));
        for (int i = 0; i < 40; i++) {
            StringBuilder text = new StringBuilder(source);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + random.nextInt(40));
                String cut = text.substring(from, to);
                text.delete(from, to);
                if (random.nextBoolean()) {
                    text.insert(random.nextInt(text.length() + 1), cut);
                }
            }
            isKept(path, text.toString());
        }
    }

    @Test
    void real_code_comes_back() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                isKept(file.toString(), Files.readString(file));
            }
        }
    }

    @Test
    void the_deepest_trees_come_back() {
        isKept("a.py", "x = " + ("(not ".repeat(8) + "\\\n").repeat(500));
        isKept("a.js", ("f([{a: () => ".repeat(4) + "\n").repeat(500));
        isKept("A.java", "class A { A" + "<A".repeat(2_000) + ">".repeat(2_000) + " a; }");
    }

    @Test
    void a_text_is_known_by_what_it_says_and_not_by_its_place() {
        Memory memory = new Memory();
        String text = Objects.requireNonNull(SOURCES.get("a.py"));
        KeptReading.read(new SourceFile("a.py", text), Language.PYTHON, memory);
        CodeReading other = KeptReading.read(new SourceFile("b/c.py", text), Language.PYTHON, memory);
        assertThat(memory.found).isEqualTo(1);
        assertThat(other.file().orElseThrow().path()).isEqualTo("b/c.py");
        KeptReading.read(new SourceFile("a.py", text + "\n"), Language.PYTHON, memory);
        KeptReading.read(new SourceFile("a.js", text), Language.JAVASCRIPT, memory);
        assertThat(memory.found).isEqualTo(1);
    }

    @Test
    void what_is_damaged_is_read_anew() {
        SourceFile source = new SourceFile("a.py", Objects.requireNonNull(SOURCES.get("a.py")));
        CodeReading plain = CodeReader.read(source, Language.PYTHON);
        Memory memory = new Memory();
        KeptReading.read(source, Language.PYTHON, memory);
        Digest name = memory.kept.keySet().iterator().next();
        byte[] whole = Objects.requireNonNull(memory.kept.get(name));
        for (int length = 0; length < whole.length; length++) {
            memory.put(name, Arrays.copyOf(whole, length));
            same(plain, KeptReading.read(source, Language.PYTHON, memory));
        }
    }

    @Test
    void what_could_not_be_read_is_tried_again() {
        Memory memory = new Memory();
        KeptReading.read(new SourceFile("a.py", "x=1;".repeat(5_000)), Language.PYTHON, memory);
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void credentials_are_not_written_down_again() {
        Memory memory = new Memory();
        List<String> lines =
                List.of("KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'", "send(f'{KEY}', b'hunter2')", "");
        KeptReading.read(new SourceFile("a.py", String.join("\n", lines)), Language.PYTHON, memory);
        for (byte[] bytes : memory.kept.values()) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("wJalr").doesNotContain("hunter2");
        }
    }
}
