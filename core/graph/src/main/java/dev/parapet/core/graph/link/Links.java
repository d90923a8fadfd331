package dev.parapet.core.graph.link;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import java.util.List;

/** All that draws edges, in the order in which each can rely on the one before. */
public final class Links {
    private Links() {}

    /** The graph of some stacks. */
    public static Graph draw(List<Stack> stacks) {
        Draft draft = new Draft(stacks);
        Relations relations = new Relations(draft);
        Statements statements = new Statements(draft);
        for (Stack stack : stacks) {
            for (Resource resource : stack.resources()) {
                References.link(draft, resource);
                relations.link(resource);
                statements.link(resource);
            }
        }
        Endpoints endpoints = new Endpoints(draft);
        Integrations integrations = new Integrations(draft);
        OpenApi openApi = new OpenApi(draft, endpoints, integrations);
        Reach reach = new Reach(draft);
        new RestApis(draft, endpoints, integrations, openApi, reach).link();
        new HttpApis(draft, endpoints, integrations, openApi, reach).link();
        new OtherEndpoints(draft, endpoints).link();
        new EventApis(draft, endpoints).link();
        new StateMachines(draft).link();
        new UniversalTargets(draft).link();
        new MetricAlarms(draft).link();
        new EventRules(draft).link();
        new Permissions(draft).linkAll();
        return draft.finish();
    }
}
