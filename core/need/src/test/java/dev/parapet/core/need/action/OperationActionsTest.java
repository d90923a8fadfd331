package dev.parapet.core.need.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.knowledge.ActionFacts;
import dev.parapet.core.knowledge.ServiceAuthorization;
import dev.parapet.core.need.Code;
import dev.parapet.core.need.sdk.SdkCall;
import dev.parapet.core.need.sdk.SdkOperation;
import dev.parapet.core.need.sdk.SdkService;
import dev.parapet.core.need.sdk.ServiceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class OperationActionsTest {
    /** What a handler needs whose body is some lines of Python, one action and resource a line. */
    private static String needs(String... lines) {
        StringBuilder source = new StringBuilder("import boto3, os\ndef handler(event, context):\n");
        for (String line : lines) {
            source.append("    ").append(line).append('\n');
        }
        return text(Code.of("app.py", source.toString()).calls("app.py", "handler"));
    }

    private static String text(List<SdkCall> calls) {
        StringBuilder text = new StringBuilder();
        for (SdkCall call : calls) {
            switch (OperationActions.of(call)) {
                case CallActions.Needed(List<NeededAction> actions) -> {
                    for (NeededAction action : actions) {
                        for (ResourcePattern resource : action.resources()) {
                            text.append(action.action())
                                    .append(' ')
                                    .append(resource.text()
                                            .replace("${AWS::Partition}", "P")
                                            .replace("${AWS::Region}:${AWS::AccountId}", "R:A")
                                            .replace("${AWS::AccountId}", "A")
                                            .replace("${AWS::Region}", "R"))
                                    .append(resource.exact() ? "\n" : " ?\n");
                        }
                    }
                }
                case CallActions.Permissionless(String why) ->
                    text.append("none: ").append(why).append('\n');
                case CallActions.Unknown(String why) ->
                    text.append("unknown: ").append(why).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void objects_and_buckets() {
        assertThat(needs(
                        "s3 = boto3.client('s3')",
                        "s3.get_object(Bucket=os.environ['IN'], Key=event['key'])",
                        "s3.get_object(Bucket='in', Key='a/b.json', VersionId=event['v'])",
                        "s3.head_object(Bucket=event['bucket'], Key='k')",
                        "s3.get_object_attributes(Bucket='in', Key='k', ObjectAttributes=['ETag'])",
                        "s3.put_object(Bucket='out', Key=f\"x/{event['id']}\", Body=b'', ACL='private', Tagging='a=b')",
                        "s3.copy_object(Bucket='out', Key='k', CopySource={'Bucket': 'in', 'Key': 'j'})",
                        "s3.copy_object(Bucket='out', Key='k', CopySource=f\"{os.environ['IN']}/{event['key']}\")",
                        "s3.list_objects_v2(Bucket='in')",
                        "s3.head_bucket(Bucket='in')",
                        "s3.delete_objects(Bucket='in', Delete={'Objects': [{'Key': 'a'}, {'Key': event['b']}]})",
                        "s3.list_buckets()",
                        "s3.write_get_object_response(RequestRoute='r', RequestToken='t')",
                        "s3.generate_presigned_url('get_object', Params={'Bucket': 'in', 'Key': 'k'})"))
                .isEqualTo("""
                        s3:GetObject arn:P:s3:::{env IN}/*
                        s3:GetObjectVersion arn:P:s3:::in/a/b.json
                        s3:GetObject arn:P:s3:::{event.bucket}/k ?
                        s3:GetObject arn:P:s3:::in/k
                        s3:GetObjectAttributes arn:P:s3:::in/k
                        s3:PutObject arn:P:s3:::out/*
                        s3:PutObjectAcl arn:P:s3:::out/*
                        s3:PutObjectTagging arn:P:s3:::out/*
                        s3:GetObject arn:P:s3:::in/j
                        s3:PutObject arn:P:s3:::out/k
                        s3:GetObject arn:P:s3:::{env IN}/*
                        s3:PutObject arn:P:s3:::out/k
                        s3:ListBucket arn:P:s3:::in
                        s3:ListBucket arn:P:s3:::in
                        s3:DeleteObject arn:P:s3:::in/a
                        s3:DeleteObject arn:P:s3:::in/*
                        s3:ListAllMyBuckets *
                        s3-object-lambda:WriteGetObjectResponse arn:P:s3-object-lambda:R:A:accesspoint/* ?
                        s3:GetObject arn:P:s3:::in/k
                        """);
    }

    @Test
    void tables() {
        assertThat(needs(
                        "db = boto3.client('dynamodb')",
                        "t = boto3.resource('dynamodb').Table(os.environ['TABLE'])",
                        "t.put_item(Item={})",
                        "t.query(IndexName='by-date')",
                        "t.query()",
                        "db.batch_get_item(RequestItems={'a': {}, 'b': {}})",
                        "db.transact_write_items(TransactItems=[{'Put': {'TableName': 'a'}}, {'Delete': {'TableName': 'b'}}])",
                        "db.transact_write_items(TransactItems=event['items'])",
                        "db.execute_statement(Statement='SELECT * FROM \"Orders\" WHERE id = ?')",
                        "db.execute_statement(Statement=f\"UPDATE {os.environ['TABLE']} SET a = 1\")"))
                .isEqualTo("""
                        dynamodb:PutItem arn:P:dynamodb:R:A:table/{env TABLE}
                        dynamodb:Query arn:P:dynamodb:R:A:table/{env TABLE}/index/by-date
                        dynamodb:Query arn:P:dynamodb:R:A:table/{env TABLE}
                        dynamodb:BatchGetItem arn:P:dynamodb:R:A:table/a
                        dynamodb:BatchGetItem arn:P:dynamodb:R:A:table/b
                        dynamodb:PutItem arn:P:dynamodb:R:A:table/a
                        dynamodb:DeleteItem arn:P:dynamodb:R:A:table/b
                        dynamodb:PutItem arn:P:dynamodb:R:A:table/{unknown<it is part of a value that is not known>} ?
                        dynamodb:UpdateItem arn:P:dynamodb:R:A:table/{unknown<it is part of a value that is not known>} ?
                        dynamodb:DeleteItem arn:P:dynamodb:R:A:table/{unknown<it is part of a value that is not known>} ?
                        dynamodb:ConditionCheckItem arn:P:dynamodb:R:A:table/{unknown<it is part of a value that is not known>} ?
                        dynamodb:PartiQLSelect arn:P:dynamodb:R:A:table/Orders
                        dynamodb:PartiQLUpdate arn:P:dynamodb:R:A:table/{env TABLE}
                        """);
    }

    @Test
    void names_arns_and_urls() {
        assertThat(needs(
                        "boto3.client('sqs').send_message(QueueUrl=os.environ['QUEUE_URL'], MessageBody='')",
                        "boto3.client('sns').publish(TopicArn=os.environ['TOPIC'], Message='')",
                        "boto3.client('sns').publish(PhoneNumber='+1', Message='')",
                        "boto3.client('lambda').invoke(FunctionName=os.environ['FN'])",
                        "boto3.client('lambda').invoke(FunctionName='arn:aws:lambda:eu-west-1:111122223333:function:f')",
                        "boto3.client('stepfunctions').start_execution(stateMachineArn=os.environ['SM'])",
                        "boto3.client('stepfunctions').send_task_success(taskToken='t', output='')",
                        "boto3.client('ssm').get_parameter(Name='/app/key')",
                        "boto3.client('ssm').get_parameters_by_path(Path='/app')",
                        "boto3.client('secretsmanager').get_secret_value(SecretId='db')",
                        "boto3.client('secretsmanager').get_secret_value(SecretId=os.environ['SECRET'])",
                        "boto3.client('events').put_events(Entries=[{'EventBusName': os.environ['BUS']}, {'EventBusName': 'b'}])",
                        "boto3.client('events').put_events(Entries=[{'Detail': ''}])",
                        "boto3.client('scheduler').create_schedule(Name='s', Target={'RoleArn': os.environ['ROLE']})",
                        "boto3.client('sts').assume_role(RoleArn=event['role'], RoleSessionName='s')",
                        "boto3.client('kms').decrypt(KeyId=os.environ['KEY'], CiphertextBlob=b'')",
                        "boto3.client('cloudwatch').put_metric_data(Namespace='n', MetricData=[])",
                        "boto3.client('apigatewaymanagementapi').post_to_connection(ConnectionId='c', Data=b'')",
                        "boto3.client('bedrock-runtime').converse(modelId='us.amazon.nova-lite-v1:0', messages=[])",
                        "boto3.client('bedrock-runtime').invoke_model(modelId='amazon.titan-embed-text-v1', body='')",
                        "boto3.client('iot-data').publish(topic=event['topic'])",
                        "boto3.client('kinesis').put_record(StreamName='s', Data=b'', PartitionKey='k')"))
                .isEqualTo("""
                        sqs:SendMessage arn:P:sqs:R:A:{arn of queue url(env QUEUE_URL)}
                        sns:Publish arn:P:sns:R:A:{env TOPIC}
                        sns:Publish *
                        lambda:InvokeFunction arn:P:lambda:R:A:function:{env FN}
                        lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:f
                        states:StartExecution arn:P:states:R:A:stateMachine:{env SM}
                        states:SendTaskSuccess *
                        ssm:GetParameter arn:P:ssm:R:A:parameter/app/key
                        ssm:GetParametersByPath arn:P:ssm:R:A:parameter/app
                        secretsmanager:GetSecretValue arn:P:secretsmanager:R:A:secret:db-??????
                        secretsmanager:GetSecretValue arn:P:secretsmanager:R:A:secret:{env SECRET}-??????
                        events:PutEvents arn:P:events:R:A:event-bus/{env BUS}
                        events:PutEvents arn:P:events:R:A:event-bus/b
                        events:PutEvents arn:P:events:R:A:event-bus/default
                        scheduler:CreateSchedule arn:P:scheduler:R:A:schedule/default/s
                        iam:PassRole arn:P:iam::A:role/{env ROLE}
                        sts:AssumeRole arn:P:iam::A:role/{event.role} ?
                        kms:Decrypt arn:P:kms:R:A:key/{env KEY}
                        cloudwatch:PutMetricData *
                        execute-api:ManageConnections arn:P:execute-api:R:A:{event.requestContext.apiId}/*/*/@connections/*
                        bedrock:InvokeModel arn:P:bedrock:*::foundation-model/amazon.nova-lite-v1:0
                        bedrock:InvokeModel arn:P:bedrock:R:A:inference-profile/us.amazon.nova-lite-v1:0
                        bedrock:InvokeModel arn:P:bedrock:R::foundation-model/amazon.titan-embed-text-v1
                        iot:Publish arn:P:iot:R:A:topic/{event.topic} ?
                        kinesis:PutRecord arn:P:kinesis:R:A:stream/s
                        """);
    }

    @Test
    void what_services_do_for_their_callers() {
        assertThat(needs(
                        "t = boto3.client('translate')",
                        "t.translate_text(SourceLanguageCode='auto', TargetLanguageCode='de', Text=event['text'])",
                        "t.translate_text(SourceLanguageCode='en', TargetLanguageCode='de', Text=event['text'])",
                        "a = boto3.client('athena')",
                        "a.start_query_execution(QueryString='', ResultConfiguration={'OutputLocation': f\"s3://{os.environ['OUT']}/x/\"})",
                        "a.start_query_execution(QueryString='', WorkGroup='team')",
                        "a.get_query_results(QueryExecutionId=event['id'])",
                        "boto3.client('transcribe').start_medical_scribe_job(DataAccessRoleArn=os.environ['ROLE'],"
                                + " ChannelDefinitions=[{'ParticipantRole': 'PATIENT'}])",
                        "boto3.client('pinpoint').send_messages(ApplicationId=os.environ['APP'], MessageRequest={})"))
                .isEqualTo("""
                        translate:TranslateText *
                        comprehend:DetectDominantLanguage *
                        translate:TranslateText *
                        athena:StartQueryExecution arn:P:athena:R:A:workgroup/primary
                        s3:GetBucketLocation arn:P:s3:::{env OUT}
                        s3:GetObject arn:P:s3:::{env OUT}/*
                        s3:PutObject arn:P:s3:::{env OUT}/*
                        athena:StartQueryExecution arn:P:athena:R:A:workgroup/team
                        s3:GetBucketLocation arn:P:s3:::* ?
                        s3:GetObject arn:P:s3:::*/* ?
                        s3:PutObject arn:P:s3:::*/* ?
                        athena:GetQueryResults arn:P:athena:R:A:workgroup/* ?
                        s3:GetObject arn:P:s3:::*/* ?
                        transcribe:StartMedicalScribeJob *
                        iam:PassRole arn:P:iam::A:role/{env ROLE}
                        mobiletargeting:SendMessages arn:P:mobiletargeting:R:A:apps/{env APP}/messages
                        """);
    }

    @Test
    void what_needs_nothing_or_is_not_known() {
        assertThat(needs(
                        "boto3.client('sts').get_caller_identity()",
                        "boto3.client('cognito-idp').initiate_auth(ClientId='c', AuthFlow='USER_SRP_AUTH')",
                        "boto3.client('s3').fly_to_the_moon()"))
                .isEqualTo("""
                        none: it needs no permission
                        none: it is authorised by what the user presents, not by IAM
                        unknown: 's3' has no method 'fly_to_the_moon'
                        """);
    }

    /** Every action that is named is one of the Service Authorization Reference, and every operation one of botocore or of a wrapper. */
    @Test
    void all_names_of_the_table_exist() {
        List<String> wrong = new ArrayList<>();
        for (String action : OperationTable.standard().actionNames()) {
            if (ServiceAuthorization.ofAction(action) == null) {
                wrong.add(action);
            }
        }
        for (String each : OperationTable.standard().typeNames()) {
            String[] words = each.split(" ", -1);
            ActionFacts facts = ServiceAuthorization.ofAction(words[0]);
            boolean known = facts != null
                    && facts.resources().stream()
                            .anyMatch(use -> use.type().name().equals(words[1]));
            if (!known && !words[1].equals("-")) {
                wrong.add(each);
            }
        }
        for (String each : OperationTable.standard().operationNames()) {
            String operation = each.substring(each.indexOf(':') + 1);
            Optional<SdkService> service = ServiceTable.standard().service(each.substring(0, each.indexOf(':')));
            boolean ofNoModel = operation.matches(
                    "SignedRequest|Connect|DbConnect|DbConnectAdmin|Invoke|InvokeHTTPEndpoint|Produce|Consume");
            if (!ofNoModel && service.flatMap(it -> it.operation(operation)).isEmpty()) {
                wrong.add(each);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Every operation of every service is mapped, permissionless, or among those whose action nobody publishes. */
    @Test
    void all_operations_are_mapped() {
        TreeSet<String> unmapped = new TreeSet<>();
        int mapped = 0;
        for (SdkService service : ServiceTable.standard().services()) {
            for (SdkOperation operation : service.operations()) {
                OperationTable table = OperationTable.standard();
                boolean known = table.actions(service.name(), operation.name()) != null
                        || table.permissionless(service.name(), operation.name()) != null
                        || !OperationActions.byRule(service.name(), operation.name())
                                .isEmpty();
                if (known) {
                    mapped++;
                } else {
                    unmapped.add(service.name());
                }
            }
        }
        assertThat(mapped).isGreaterThan(18_000);
        assertThat(String.join(" ", unmapped))
                .isEqualTo(
                        // Neither the reference of actions nor that of services names an action for some operation of
                        // these.
                        "applicationcostprofiler appstream bedrock-agentcore cloudfront cloudhsm cloudsearchdomain cloudwatch codecatalyst"
                                + " comprehendmedical connect datazone finspace-data geo-maps glue iam iotevents-data iotfleetwise"
                                + " iotthingsgraph keyspaces lakeformation lexv2-models logs mediaconnect mediaconvert mediatailor"
                                + " neptune-graph neptunedata outposts rds s3 s3control securityhub verifiedpermissions wickr");
    }

    @Test
    void structures_inside_requests_of_java() {
        String source = """
                import java.util.*;
                import com.amazonaws.services.eventbridge.*;
                import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
                import software.amazon.awssdk.services.dynamodb.model.*;
                import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
                import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
                import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
                public class App {
                  private final EventBridgeClient events = EventBridgeClient.create();
                  public void handleRequest(Map<String, String> event, Context context) {
                    PutEventsRequestEntry entry = PutEventsRequestEntry.builder().source("s").eventBusName("one").build();
                    events.putEvents(PutEventsRequest.builder().entries(entry).build());
                    List<PutEventsRequestEntry> entries = new ArrayList<>();
                    entries.add(PutEventsRequestEntry.builder().eventBusName(System.getenv("BUS")).build());
                    events.putEvents(r -> r.entries(entries));
                    events.putEvents(r -> r.entries(e -> e.eventBusName("two"), e -> e.eventBusName("three")));
                    events.putEvents(r -> r.entries(e -> e.source("s")));
                    DynamoDbClient.create().transactWriteItems(t -> t.transactItems(
                        TransactWriteItem.builder().put(Put.builder().tableName("orders").build()).build(),
                        TransactWriteItem.builder().delete(d -> d.tableName("carts")).build()));
                    AmazonEventBridgeClientBuilder.defaultClient().putEvents(
                        new com.amazonaws.services.eventbridge.model.PutEventsRequest().withEntries(
                            new com.amazonaws.services.eventbridge.model.PutEventsRequestEntry().withEventBusName("first")));
                  }
                }
                """;
        assertThat(text(Code.of("App.java", source).calls("App.java", "App.handleRequest")))
                .isEqualTo("""
                        events:PutEvents arn:P:events:R:A:event-bus/one
                        events:PutEvents arn:P:events:R:A:event-bus/{env BUS}
                        events:PutEvents arn:P:events:R:A:event-bus/two
                        events:PutEvents arn:P:events:R:A:event-bus/three
                        events:PutEvents arn:P:events:R:A:event-bus/default
                        dynamodb:PutItem arn:P:dynamodb:R:A:table/orders
                        dynamodb:DeleteItem arn:P:dynamodb:R:A:table/carts
                        events:PutEvents arn:P:events:R:A:event-bus/first
                        """);
    }
}
