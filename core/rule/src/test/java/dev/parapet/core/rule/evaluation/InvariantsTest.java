package dev.parapet.core.rule.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.rule.Bench;
import dev.parapet.core.rule.RuleEngine;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.model.Condition;
import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked once for a whole stack is answered as if it were asked anew for each resource. */
final class InvariantsTest {
    private static final Span HEAD = Span.of("template.yaml", 1, 1, 1, 2);
    private static final Value YES = new Value.Bool(true, HEAD);
    private static final Value NO = new Value.Bool(false, HEAD);

    private static final String RULE = """
            ---
            title: One is not marked although another is
            severity: low
            area: data
            resource: AWS::Test::It
            same-as: []
            applies: every("AWS::Test::It").exists(i, i.properties.Mark == true)
            violated: resource.Mark != true
            message: "{self.name} is not marked"
            ---
            It is not.

            ## Fix
            Mark it.
            """;

    private static Node node(String stack, String name, Value mark) {
        Value.Mapping properties = new Value.Mapping(Map.of("Mark", new Value.Entry(HEAD, mark)), HEAD);
        Value.Mapping none = new Value.Mapping(Map.of(), HEAD);
        ResourceId id = new ResourceId(stack, name);
        Resource resource = new Resource(id, "AWS::Test::It", null, null, null, properties, none, null, HEAD, HEAD);
        return new Node(id.toString(), NodeKind.RESOURCE, name, resource, null, HEAD);
    }

    private static List<String> violated(List<Node> nodes) throws RuleFileException {
        RuleSet rules = RuleSet.of(
                List.of(new RuleFileReader(Set.of()).read("the-rule.md", RULE).rule()), Map.of());
        Graph graph = new Graph(List.of(), nodes, List.of());
        List<String> violated = new ArrayList<>();
        for (Finding finding : new RuleEngine(rules, Bench.TODAY)
                .judge(graph, RuleEngine.Wanted.VIOLATED_AND_UNDETERMINED)
                .findings()) {
            violated.add(finding.resource().id() + (finding.condition() == null ? "" : " if " + finding.condition()));
        }
        return violated;
    }

    @Test
    void answers_for_each_stack_by_itself() throws RuleFileException {
        assertThat(violated(List.of(
                        node("a", "One", NO), node("a", "Two", YES), node("b", "Three", NO), node("b", "Four", NO))))
                .containsExactly("a#One");
    }

    @Test
    void takes_no_answer_that_hangs_on_a_condition_for_one_that_does_not() throws RuleFileException {
        Condition prod = new Condition.Named("a", "IsProd", new Condition.Equals("Stage", "prod"));
        assertThat(violated(List.of(
                        node("a", "One", NO),
                        node("a", "Two", new Value.Conditional(prod, YES, NO, HEAD)),
                        node("a", "Three", NO))))
                .containsExactly("a#One if IsProd is true", "a#Three if IsProd is true");
    }

    /** Asked of each anew, 4,000 would take 16 million questions about a resource. */
    @Test
    @Timeout(20)
    void asks_in_the_time_of_one_walk() throws RuleFileException {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            nodes.add(node("a", "It" + i, NO));
        }
        assertThat(violated(nodes)).isEmpty();
    }
}
