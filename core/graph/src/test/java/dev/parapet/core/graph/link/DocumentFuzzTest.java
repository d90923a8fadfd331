package dev.parapet.core.graph.link;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.graph.name.Arn;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whatever the documents within a template say (definitions, API descriptions, policies, patterns, names), its graph is drawn. */
final class DocumentFuzzTest {
    private static final Span SPAN = Span.of("fuzz.json", 1, 1, 1, 1);

    /** The properties that hold a document, and what it looks like around the part that is tried. */
    private static final String[][] DOCUMENTS = {
        {"AWS::StepFunctions::StateMachine", "DefinitionString", "", ""},
        {"AWS::StepFunctions::StateMachine", "DefinitionString", "{\"States\":{\"A\":{\"Type\":\"Task\",", "}}}"},
        {
            "AWS::StepFunctions::StateMachine",
            "DefinitionString",
            "{\"States\":{\"A\":{\"Type\":\"Map\",\"ItemProcessor\":",
            "}}}"
        },
        {
            "AWS::StepFunctions::StateMachine",
            "DefinitionString",
            "{\"QueryLanguage\":\"JSONata\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Arguments\":",
            "}}}"
        },
        {
            "AWS::StepFunctions::StateMachine",
            "DefinitionString",
            "{\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::aws-sdk:s3:getObject\",\"Parameters\":",
            "}}}"
        },
        {"AWS::ApiGateway::RestApi", "Body", "", ""},
        {"AWS::ApiGateway::RestApi", "Body", "{\"swagger\":\"2.0\",\"paths\":{\"/a\":", "}}"},
        {"AWS::ApiGatewayV2::Api", "Body", "{\"openapi\":\"3.0.1\",\"paths\":{\"/a\":{\"get\":", "}}}"},
        {"AWS::Events::Rule", "EventPattern", "", ""},
        {"AWS::IAM::Policy", "PolicyDocument", "{\"Statement\":[{\"Effect\":\"Allow\",", "}]}"},
        {"AWS::SQS::QueuePolicy", "PolicyDocument", "{\"Statement\":", "}"},
        {"AWS::Logs::ResourcePolicy", "PolicyDocument", "", ""},
        {"AWS::Lambda::Permission", "SourceArn", "", ""},
        {"AWS::Lambda::EventSourceMapping", "EventSourceArn", "arn:aws:", ""},
        {"AWS::Events::Rule", "Targets", "[{\"Id\":\"a\",\"Arn\":", "}]"},
    };

    @FuzzTest(maxDuration = "10s")
    void document(FuzzedDataProvider data) {
        String[] document = data.pickValue(DOCUMENTS);
        boolean isText = data.consumeBoolean();
        String text = document[2] + data.consumeRemainingAsString() + document[3];
        Value value = new Value.Text(text, SPAN);
        if (!isText && JsonText.parse(value) instanceof JsonText.Result.Parsed parsed) {
            value = parsed.value();
        }
        Map<String, Value.Entry> properties = new LinkedHashMap<>();
        properties.put(document[1], new Value.Entry(SPAN, value));
        GraphBuilder.build(List.of(new Stack(
                "fuzz.json",
                "fuzz.json",
                null,
                List.of(resource("It", document[0], properties), resource("Queue", "AWS::SQS::Queue", Map.of())),
                Map.of(),
                Map.of(),
                new Value.Mapping(Map.of(), SPAN),
                SPAN)));
    }

    @FuzzTest(maxDuration = "5s")
    void resource_name(FuzzedDataProvider data) {
        String name = data.consumeRemainingAsString();
        for (String text :
                new String[] {name, "arn:aws:" + name, "arn:aws:apigateway:r:lambda:path/functions/" + name}) {
            Arn.within(text);
            String shape = TextShape.of(new Value.Text(text, SPAN));
            // The two characters that mark what is unknown are replaced where a text has them itself.
            String meant = text.replace(TextShape.OPEN, '\uFFFD').replace(TextShape.CLOSE, '\uFFFD');
            if (shape != null
                    && TextShape.isKnown(shape)
                    && !TextShape.shown(shape).equals(meant)) {
                throw new AssertionError(text + " has the shape " + shape);
            }
        }
    }

    private static Resource resource(String name, String type, Map<String, Value.Entry> properties) {
        return new Resource(
                new ResourceId("fuzz.json", name),
                type,
                null,
                null,
                null,
                new Value.Mapping(properties, SPAN),
                new Value.Mapping(Map.of(), SPAN),
                null,
                SPAN,
                SPAN);
    }
}
