package dev.parapet.read.code.ecmascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.read.code.Lowered;
import org.junit.jupiter.api.Test;

final class TypeScriptTest {
    private static void typescript(String source, String expected) {
        assertThat(Lowered.text("a.ts", source)).isEqualTo(expected);
    }

    @Test
    void types_are_kept_as_far_as_they_have_names() {
        typescript("""
                import type { Handler } from 'aws-lambda';
                import { type Event, S3Client } from "m";
                import fs = require('fs');
                import Alias = Space.Inner;
                export const handler: Handler<Event, Result> = async (event: Event, context?: lambda.Context): Promise<void> => {
                  const keys: string[] | undefined = (event as any).keys!;
                  let mode: 'a' | 'b';
                  return <Out>f<In>(keys satisfies Keys, o as const);
                };
                export = handler;
                """, """
                import aws-lambda take Handler as Handler
                import m take Event as Event
                import m take S3Client as S3Client
                import fs as fs
                let Alias = Space.Inner
                let handler: Handler<Event, Result> = async function(event: Event, context: lambda.Context): Promise<void> {
                  let keys: []<string> = (event as any).keys
                  let mode: ?
                  return (f((keys as Keys), o) as Out)
                }
                export handler = handler
                module.exports = handler
                """);
    }

    @Test
    void classes_with_what_typescript_adds() {
        typescript("""
                @Injectable({ scope: 1 })
                export abstract class Orders<T> extends Base<T> implements Store, Other {
                  @In() private readonly s3: S3Client = new S3Client({});
                  table?: Table;
                  constructor(private readonly name: string, @Inject() public count = 1, plain) { super(); }
                  abstract find(): void;
                  @get('/x') async list(this: Orders, ids: Map<string, a.B>): Promise<T> { return this.name; }
                  [key: string]: any;
                }
                """, """
                @Injectable({"scope": 1}) class Orders extends Base<T>, Store, Other {
                  In()
                  let s3: S3Client = new S3Client({})
                  let table: Table
                  constructor function constructor(name: string, @Inject() count = 1, plain) {
                    this.name = name
                    this.count = count
                    super()
                  }
                  @get("/x") async function list(ids: Map<string, a.B>): Promise<T> {
                    return this.name
                  }
                }
                export Orders = Orders
                """);
    }

    @Test
    void interfaces_enumerations_and_namespaces_are_classes() {
        typescript("""
                interface Deps { s3: S3Client; run(): void }
                type Config = { table: string };
                enum Action { Start = 'start', Stop }
                namespace Tools { export function use() {} }
                declare module 'x' { export const y: string }
                function over(a: string): void;
                function over(a: any) {}
                """, """
                class Deps {
                  let s3: S3Client
                }
                class Config {
                  let table: string
                }
                class Action {
                  let Start = "start"
                  let Stop = 1
                }
                class Tools {
                  function use() {
                  }
                }
                function over(a: any) {
                }
                """);
    }
}
