package dev.parapet.read.code.ecmascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.read.code.Lowered;
import org.junit.jupiter.api.Test;

final class JavaScriptTest {
    private static void javascript(String source, String expected) {
        assertThat(Lowered.text("a.mjs", source)).isEqualTo(expected);
    }

    @Test
    void imports_and_exports() {
        javascript("""
                import client, * as all from 'm';
                import { a as b, default as c } from "n";
                import './side';
                export const x = 1, { y, z: [w = 2] } = load();
                export { b as 'd', c };
                export * from './all';
                export * as k from './k';
                export { m as n } from './m';
                export default async function handler() {}
                """, """
                import m take default as client
                import m as all
                import n take a as b
                import n take default as c
                import ./side
                let x = 1
                export x = x
                {"y": let y, "z": [let w = 2]} = load()
                export y = y
                export w = w
                export d = b
                export c = c
                reexport ./all take *
                reexport ./k as k
                reexport ./m take m as n
                async function handler() {
                }
                export default = handler
                """);
        javascript("export default class extends A {}", "export default = class extends A {\n}\n");
    }

    @Test
    void a_handler_of_common_js() {
        javascript("""
                'use strict';
                const { S3, ...others } = require('aws-sdk'), s3 = new S3({ region: `${r}-\\n` });
                exports.handler = module.exports.main = async ({ Records: [first, , third], ...event }, context = {}) => {
                  const data = await s3.getObject({ Bucket: process.env.BUCKET, [key]: event?.a?.['b'], first, ...more }).promise();
                  return data?.Body.toString(), done();
                };
                """, """
                {"S3": let S3, "...": ***let others} = require("aws-sdk")
                let s3 = new S3({"region": template(r, "-\\n")})
                exports.handler = module.exports.main = async function({"Records": [first, _, third], "...": ***event}, context = {}) {
                  let data = await s3.getObject({"Bucket": process.env.BUCKET, key: event.a["b"], "first": first, ***more}).promise()
                  return tuple[data.Body.toString(), done()][1]
                }
                """);
    }

    @Test
    void classes_and_objects() {
        javascript("""
                class A extends mixin(B) {
                  static #count = 1;
                  load = () => this.x;
                  'quoted name'() {}
                  constructor(a) { super(a); this.#count = a; }
                  static async make() {}
                  get size() { return 1 }
                  set size(v) {}
                  *items() { yield* x; yield; }
                  static { init(); }
                }
                const o = { m(x) { return x }, get g() { return 1 }, async *stream() {} };
                """, """
                class A extends ? {
                  mixin(B)
                  let #count = 1
                  let load = function() {
                    return this.x
                  }
                  function quoted name() {
                  }
                  constructor function constructor(a) {
                    super(a)
                    this.#count = a
                  }
                  async static function make() {
                  }
                  getter function size() {
                    return 1
                  }
                  setter function size(v) {
                  }
                  generator function items() {
                    yield ...x
                    yield
                  }
                  init()
                }
                let o = {"m": function m(x) {
                  return x
                }, "g": getter function g() {
                  return 1
                }, "stream": async generator function stream() {
                }}
                """);
    }

    @Test
    void statements_keep_their_blocks() {
        javascript("""
                for (let i = 0, n = 3; i < n; i++) continue;
                for (const [k, v] of Object.entries(o)) use(k);
                for await (part of stream) { break }
                outer: do { again() } while (more)
                switch (a) { case 1: case "b": f(); break; default: g() }
                try { t() } catch (e) { throw e } finally { u() }
                if (a) b(); else if (c) { d() } else e();
                """, """
                let i = 0
                let n = 3
                loop (i < n) {
                  continue
                  i = (i + 1)
                }
                loop {
                  [let k, let v] = each(Object.entries(o))
                  use(k)
                }
                loop {
                  part = each(stream)
                  break
                }
                loop {
                  again()
                  more
                }
                switch a {
                case 1 {
                } falls through
                case "b" {
                  f()
                  break
                }
                default {
                  g()
                } falls through
                }
                try {
                  t()
                } catch as e {
                  throw e
                } finally {
                  u()
                }
                if a {
                  b()
                } else {
                  if c {
                    d()
                  } else {
                    e()
                  }
                }
                """);
    }

    @Test
    void expressions() {
        javascript("""
                (0, client_1.send)(new Foo, new Foo(a, ...b));
                x ??= typeof y === 'string' ? !z : void 0;
                a && b || c ?? d, 'k' in o, p instanceof Q, -1n, 1_000;
                sql`select ${id}`;
                /a+\\/b/gi.test("\\x41\\u{1F512}\\q");
                delete o.p; let u; [a, b] = [b, , a];
                import('./lazy').then(m => m.run());
                """, """
                client_1.send(new Foo(), new Foo(a, ...b))
                x = (x ?? ((typeof(y) == "string") ? !z : #0))
                (((a && b) || c) ?? d)
                ("k" in o)
                (p instanceof Q)
                -1
                1000
                sql(template("select ", id))
                new RegExp("a+\\\\/b", "gi").test("A\uD83D\uDD12q")
                unknown<delete>(o.p)
                let u
                [a, b] = [b, a]
                import("./lazy").then(function(m) {
                  return m.run()
                })
                """);
    }

    @Test
    void markup_is_an_object() {
        javascript(
                "const page = <div onClick={go} {...rest} hidden>hi {name}<A.B/><></></div>;",
                "let page = new div(onClick: go, ...rest, hidden: true, \"hi \", name, new A.B(), new Fragment())\n");
    }

    @Test
    void a_syntax_error_costs_only_its_place() {
        javascript("""
                function f(event) {
                  const x = run(event) @@ 3;
                  return safe(x);
                }
                h();
                """, """
                unreadable a.mjs:2 is not valid JavaScript here; the rest of the file was read
                function f(event) {
                  let x = run(event)
                  unreadable<syntax error>
                  3
                  return safe(x)
                }
                h()
                """);
    }
}
