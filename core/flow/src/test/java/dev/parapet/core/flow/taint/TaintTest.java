package dev.parapet.core.flow.taint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.taint.table.FlowTableException;
import dev.parapet.model.SourceFile;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Observation;
import dev.parapet.read.code.CodeReader;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class TaintTest {
    private static List<Observation> observe(FlowTable.Tables tables, String text) {
        return new OneFile(CodeReader.read(new SourceFile("app.py", text), Language.PYTHON)
                        .file()
                        .orElseThrow())
                .observe(new Taint(tables), ignored -> Exchange.none());
    }

    @Test
    void the_way_is_told_step_by_step() {
        Observation found = observe(FlowTable.standard(), """
                        import os, json
                        class Job:
                            def __init__(self, name):
                                self.name = name
                            def run(self):
                                start(self.name)
                        def start(name):
                            os.system("ls " + name)
                        def handler(event, context):
                            body = json.loads(event["body"])
                            Job(body["name"]).run()
                        """).getFirst();
        assertThat(found.source()).isEqualTo("event.body");
        assertThat(found.trigger()).isEqualTo("a request to an API");
        assertThat(found.steps().stream()
                        .map(step -> step.location().start().line() + " " + step.text())
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        10 event.body is taken here
                        10 goes into 'body'
                        11 is handed to __init__() as 'name'
                        4 is kept in 'name' of Job
                        6 is handed to start() as 'name'
                        8 reaches os.system()""");
    }

    @Test
    void tables_of_ones_own_add_sinks_and_what_makes_harmless() throws FlowTableException {
        FlowTable.Tables tables = FlowTable.with(List.of(new FlowTable.Source("own.flows", """
                language python
                sink command
                  shop.Runner().start(_, !.command)
                clean command
                  shop.safe(!text)
                """)));
        assertThat(observe(tables, """
                        import shop
                        def handler(event, context):
                            shop.Runner().start(event["a"], command=shop.safe(event["b"]))
                            shop.Runner().start("ls", command=event["c"])
                        """))
                .extracting(Observation::subject, it -> it.place().start().line())
                .containsExactly(Tuple.tuple("flow:command", 4));
    }

    @Test
    void mistakes_in_tables_are_told_with_their_line() {
        assertThatThrownBy(
                        () -> FlowTable.with(List.of(new FlowTable.Source("own.flows", "language python\nsinks x\n"))))
                .hasMessage(
                        "own.flows:2: the table has the word 'sinks'; there are source, fixed, carry, clean, check, schema, sink, fact, answer, named and variable");
    }
}
