package dev.parapet.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Code that is made to exhaust whoever follows it. */
final class HostileFlowTest {
    private static String calls(String body) {
        return Project.of("app.py", body).calls("app.py", "handler");
    }

    @Test
    void calls_inside_one_another_are_followed() {
        String nested = "g(".repeat(150) + "event" + ")".repeat(150);
        assertThat(calls("def g(x):\n    return [x, x]\ndef handler(event, context):\n    run(" + nested + ")\n"))
                .startsWith("run(");
    }

    @Test
    void values_that_double_with_each_step_are_cut() {
        StringBuilder body = new StringBuilder("def handler(event, context):\n    x0 = event['a']\n");
        for (int i = 1; i <= 60; i++) {
            body.append("    x%d = f(x%d, x%d)\n".formatted(i, i - 1, i - 1));
        }
        assertThat(calls(body + "    run(x60)\n")).contains("unknown<it is made of too many parts>");
    }

    @Test
    void functions_that_all_call_each_other_are_followed() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            body.append("def f").append(i).append("(x):\n");
            for (int j = 0; j < 40; j++) {
                body.append("    x = f").append(j).append("(x + 'a')\n");
            }
            body.append("    run(x)\n    return x\n");
        }
        assertThat(calls(body + "def handler(event, context):\n    f0(event)\n"))
                .contains("run(");
    }

    @Test
    void modules_that_import_each_other_are_followed() {
        assertThat(Project.of("a.mjs", """
                                export * from './b.mjs';
                                export { x } from './b.mjs';
                                import { y } from './b.mjs';
                                export const handler = () => run(y, x);
                                """, "b.mjs", """
                                export * from './a.mjs';
                                export { y } from './a.mjs';
                                import { x } from './a.mjs';
                                export class A extends x {}
                                """).calls("a.mjs", "handler"))
                .startsWith("run(");
    }

    @Test
    void classes_of_java_that_extend_and_hold_each_other_are_followed() {
        StringBuilder source =
                new StringBuilder("class App extends App { C0 c; Object handle(Object e) { return c.go(e); } }\n");
        for (int i = 0; i < 60; i++) {
            source.append(
                    "class C%d extends C%d implements I { C%d next; Object go(Object e) { run(e); return next.go(super.go(e)); } }\n"
                            .formatted(i, (i + 7) % 60, (i + 1) % 60));
        }
        source.append("interface I extends I { Object go(Object e); }\n");
        assertThat(Project.of("App.java", source.toString()).calls("App.java", "App.handle"))
                .contains("run(");
    }

    @Test
    void classes_that_extend_each_other_are_followed() {
        assertThat(calls("""
                        class A(B):
                            def go(self): self.up.go(); super().go()
                        class B(A):
                            def __init__(self): self.up = self; super().__init__()
                        def handler(event, context):
                            A().go().missing()
                        """)).contains("missing()");
    }
}
