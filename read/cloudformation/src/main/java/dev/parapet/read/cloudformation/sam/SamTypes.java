package dev.parapet.read.cloudformation.sam;

import dev.parapet.read.cloudformation.sam.SamType.Phase;
import dev.parapet.read.cloudformation.sam.api.HttpApi;
import dev.parapet.read.cloudformation.sam.api.RestApi;
import dev.parapet.read.cloudformation.sam.api.WebSocketApi;
import dev.parapet.read.cloudformation.sam.connector.Connector;
import dev.parapet.read.cloudformation.sam.function.FunctionExpander;
import dev.parapet.read.cloudformation.sam.graphql.GraphQlApi;
import dev.parapet.read.cloudformation.sam.resource.CapacityProvider;
import dev.parapet.read.cloudformation.sam.resource.LayerVersion;
import dev.parapet.read.cloudformation.sam.resource.MicrovmImage;
import dev.parapet.read.cloudformation.sam.resource.NestedApplication;
import dev.parapet.read.cloudformation.sam.resource.NetworkConnector;
import dev.parapet.read.cloudformation.sam.resource.SimpleTable;
import dev.parapet.read.cloudformation.sam.web.WebFunction;
import dev.parapet.read.cloudformation.sam.workflow.StateMachine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of serverless resources, and the class that expands each. */
final class SamTypes {
    private static final Map<String, SamType> BY_NAME = List.of(
                    new SamType(CapacityProvider.TYPE, Phase.OTHER, new CapacityProvider(), Map.of()),
                    new SamType(GraphQlApi.TYPE, Phase.OTHER, new GraphQlApi(), Map.of()),
                    new SamType(StateMachine.TYPE, Phase.STATE_MACHINE, new StateMachine(), Map.of()),
                    new SamType(Connector.TYPE, Phase.CONNECTOR, new Connector(), Map.of()),
                    new SamType(
                            FunctionExpander.TYPE, Phase.FUNCTION, new FunctionExpander(), FunctionExpander.REFERENCES),
                    new SamType(LayerVersion.TYPE, Phase.OTHER, new LayerVersion(), Map.of()),
                    new SamType(MicrovmImage.TYPE, Phase.OTHER, new MicrovmImage(), Map.of()),
                    new SamType(NetworkConnector.TYPE, Phase.OTHER, new NetworkConnector(), Map.of()),
                    new SamType(NestedApplication.TYPE, Phase.OTHER, new NestedApplication(), Map.of()),
                    new SamType(HttpApi.TYPE, Phase.API, new HttpApi(), HttpApi.REFERENCES),
                    new SamType(RestApi.TYPE, Phase.API, new RestApi(), RestApi.REFERENCES),
                    new SamType(WebSocketApi.TYPE, Phase.API, new WebSocketApi(), WebSocketApi.REFERENCES),
                    new SamType(WebFunction.TYPE, Phase.WEB_FUNCTION, new WebFunction(), Map.of()),
                    new SamType(SimpleTable.TYPE, Phase.OTHER, new SimpleTable(), Map.of()))
            .stream()
            .collect(Collectors.toMap(SamType::name, Function.identity()));

    private SamTypes() {}

    static Map<String, SamType> byName() {
        return BY_NAME;
    }
}
