package dev.parapet.read.code.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.read.code.Lowered;
import org.junit.jupiter.api.Test;

final class PythonFrontEndTest {
    private static void python(String source, String expected) {
        assertThat(Lowered.text("a.py", source)).isEqualTo(expected);
    }

    @Test
    void imports_say_what_is_taken_from_where_and_what_it_is_called() {
        python("""
                import boto3, json as j
                import os.path
                from ..shared.store import Orders as Store, save
                from . import util
                from helpers import *
                from __future__ import annotations
                """, """
                import boto3 as boto3
                import json as j
                import os as os
                import os.path
                import ..shared.store take Orders as Store
                import ..shared.store take save as save
                import . take util as util
                import helpers take *
                import __future__ take annotations as annotations
                """);
    }

    @Test
    void a_handler_with_a_client_and_a_table() {
        python("""
                import os, boto3
                table = boto3.resource("dynamodb").Table(os.environ["TABLE"])

                def handler(event, context=None, *args, limit: int = 10, **options) -> dict:
                    item = table.get_item(Key={"id": event["id"], **options})
                    return {"statusCode": 200, "body": f"{item.get('Item')!r} of {limit:>{width}}"}
                """, """
                import os as os
                import boto3 as boto3
                let table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
                function handler(event, context = null, ...args, limit: int = 10, ***options): dict {
                  let item = table.get_item(Key: {"id": event["id"], ***options})
                  return {"statusCode": 200, "body": template(item.get("Item"), " of ", limit, width)}
                }
                """);
    }

    @Test
    void names_declared_outside_are_not_declared_by_assignment() {
        python("""
                cache = None
                def f():
                    global cache
                    count = 0
                    if cache is None:
                        cache = load()
                    def g():
                        nonlocal count
                        count += 1
                        cache = 2
                """, """
                let cache = null
                function f() {
                  let count = 0
                  if (cache == null) {
                    cache = load()
                  }
                  function g() {
                    count = (count + 1)
                    let cache = 2
                  }
                }
                """);
    }

    @Test
    void the_first_parameter_of_a_method_is_this() {
        python("""
                class Orders(Base, Generic[T], metaclass=Meta):
                    table: Table
                    def __init__(self, name="orders"):
                        super().__init__()
                        self.name = name
                        self.load = lambda: self.name
                        def inner(self):
                            return self
                    @classmethod
                    def make(cls):
                        return cls()
                    @staticmethod
                    def plain(x):
                        return x
                    @property
                    def size(this):
                        return len(this)
                """, """
                Meta
                class Orders extends Base, Generic<T> {
                  let table: Table
                  constructor function __init__(name = "orders") {
                    super.__init__()
                    this.name = name
                    this.load = function() {
                      return this.name
                    }
                    function inner(self) {
                      return self
                    }
                  }
                  @classmethod static function make() {
                    return this()
                  }
                  @staticmethod static function plain(x) {
                    return x
                  }
                  @property getter function size() {
                    return len(this)
                  }
                }
                """);
    }

    @Test
    void decorators_are_expressions() {
        python("""
                @app.get("/items/<id>", methods=["GET"])
                @tracer.capture_method
                async def read(id: "str") -> Optional[Dict[str, a.Item]]:
                    return await fetch(id)
                """, """
                @app.get("/items/<id>", methods: ["GET"]) @tracer.capture_method async function read(id: str): Dict<str, a.Item> {
                  return await fetch(id)
                }
                """);
    }

    @Test
    void branches_loops_and_exceptions_keep_their_blocks() {
        python("""
                if a: f()
                elif b: g()
                else: h()
                for i, (k, *v) in pairs: use(k)
                else: done()
                while more(): break
                try:
                    risky()
                except (KeyError, errors.Bad) as e:
                    raise Wrong(e) from e
                except: continue
                else: fine()
                finally: close()
                with open(p) as file, lock: file.read()
                assert ok, "no"
                del cache[key]
                """, """
                if a {
                  f()
                } else {
                  if b {
                    g()
                  } else {
                    h()
                  }
                }
                loop {
                  [let i, [let k, ...let v]] = each(pairs)
                  use(k)
                }
                done()
                loop more() {
                  break
                }
                try {
                  risky()
                  fine()
                } catch KeyError, errors.Bad as e {
                  e
                  throw Wrong(e)
                } catch {
                  continue
                } finally {
                  close()
                }
                let file = open(p)
                lock
                file.read()
                if !ok {
                  throw "no"
                }
                unknown<del>(cache[key])
                """);
    }

    @Test
    void patterns_bind_names_from_the_subject() {
        python("""
                match event.get("action"):
                    case "start" | "stop" | -1: run()
                    case Action.PAUSE if ready: pause()
                    case ["go", place, *rest]: go(place)
                    case {"id": id, **others}: take(id)
                    case Point(x=0, y=height) as point: draw(point)
                    case _: nothing()
                """, """
                let match 0 = event.get("action")
                switch match 0 {
                case "start", "stop", -1 {
                  run()
                }
                case Action.PAUSE if ready {
                  pause()
                }
                case unknown<pattern> {
                  let place = match 0[1]
                  let rest = match 0
                  go(place)
                }
                case unknown<pattern> {
                  let id = match 0["id"]
                  let others = match 0
                  take(id)
                }
                case unknown<pattern> {
                  let height = match 0.y
                  let point = match 0
                  draw(point)
                }
                default {
                  nothing()
                }
                }
                """);
    }

    @Test
    void expressions() {
        python("""
                a = b = x if c else y
                n: int = (m := 1_000)
                s = "a\\n\\x41\\u00e9\\q" r'\\d' b"z" 'it''s'
                t = not a and b or c not in d
                u = 0 < x <= 9
                v = data[1:n], data[:], data[i, j], -x ** 2
                w = [f(x) for x in xs if x for y in x]
                z = {k: v for k, v in m.items()}, {1, 2}, (i for i in ())
                total += a + b + c + d + e + f
                f(*args, key=1, **more)
                g(i for i in n)
                d["k"].e, *r = h()
                """, """
                let a = let b = (c ? x : y)
                let n: int = let m = 1000
                let s = "a\\nA\u00e9\\\\q\\\\dzits"
                let t = ((!a && b) || !(c in d))
                let u = ((0 < x) && (x <= 9))
                let v = tuple[data[1..n], data[..], data[tuple[i, j]], -(x # 2)]
                let w = [f(x) for let x of xs if x for let y of x]
                let z = tuple[[k: v for [let k, let v] of m.items()], set[1, 2], [i for let i of tuple[]]]
                let total = (total + (((a + b) + c) + ((d + e) + f)))
                f(...args, key: 1, ***more)
                g([i for let i of n])
                [d["k"].e, ...let r] = h()
                """);
    }

    @Test
    void generators_and_coroutines_say_so() {
        python("""
                async def pages(client):
                    async with client as c:
                        async for page in c.pages():
                            yield page
                    yield from rest()
                """, """
                async generator function pages(client) {
                  let c = client
                  loop {
                    let page = each(c.pages())
                    yield page
                  }
                  yield ...rest()
                }
                """);
    }

    @Test
    void what_python_2_wrote_is_read() {
        python("print 'a', b\nexec code\n", "print(\"a\", b)\nexec(code)\n");
    }

    @Test
    void a_syntax_error_costs_only_its_place() {
        python("""
                def f(event):
                    x = run(event) $$ 3
                    return safe(x)
                def g(: pass
                h()
                """, """
                unreadable a.py:2 is not valid Python here; the rest of the file was read
                function f(event) {
                  let x = 3
                  unknown<syntax error>(run(event), unknown<syntax error>)
                  return safe(x)
                }
                function g() {
                }
                h()
                """);
    }
}
