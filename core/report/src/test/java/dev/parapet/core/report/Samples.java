package dev.parapet.core.report;

import static dev.parapet.core.report.FindingBuilder.finding;

import dev.parapet.core.graph.Graph;
import dev.parapet.model.Area;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.Resource;
import dev.parapet.model.Severity;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scans for tests. */
public final class Samples {
    /** A small application with something of everything. */
    public static final Template SHOP = new Template("shop/template.yaml", """
            AWSTemplateFormatVersion: "2010-09-09"
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Auth:
                Type: String
                Default: NONE
              Retention:
                Type: Number
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: app.handler
                  FunctionUrlConfig:
                    AuthType: !Ref Auth
                  Policies:
                    - Statement:
                        - Effect: Allow
                          Action: s3:*
                          Resource: "*"
              OrdersLog:
                Type: AWS::Logs::LogGroup
                Properties:
                  RetentionInDays: !Ref Retention
              Archive: # checkov:skip=CKV_AWS_18:written by nobody
                Type: AWS::S3::Bucket
            """);

    private Samples() {}

    /** A scan of some templates. */
    public static Scan scan(
            List<Template> templates,
            List<Resource> resources,
            List<Finding> findings,
            List<Note> notes,
            List<Fault> faults) {
        List<Stack> stacks = new ArrayList<>();
        for (Template template : templates) {
            List<Resource> own = new ArrayList<>();
            for (Resource resource : resources) {
                if (resource.id().stack().equals(template.path())) {
                    own.add(resource);
                }
            }
            Span whole = template.whole();
            stacks.add(new Stack(
                    template.path(),
                    template.path(),
                    null,
                    own,
                    Map.of(),
                    Map.of(),
                    new Value.Mapping(Map.of(), whole),
                    whole));
        }
        return new Scan(
                "0.1.0",
                stacks,
                () -> new Graph(stacks, List.of(), List.of()),
                findings,
                notes,
                faults,
                templates.size() + faults.size(),
                17,
                path -> source(templates, path));
    }

    private static Optional<SourceFile> source(List<Template> templates, String path) {
        for (Template template : templates) {
            if (template.path().equals(path)) {
                return Optional.of(template.file());
            }
        }
        return Optional.empty();
    }

    /** The findings of {@link #SHOP}: violated, undetermined, satisfied, suppressed and known before. */
    public static Scan shop() {
        Resource orders = SHOP.resource("Orders", "AWS::Lambda::Function", "AWS::Serverless::Function", null);
        Resource url = SHOP.resource("OrdersUrl", "AWS::Lambda::Url", null, "Orders");
        Resource role = SHOP.resource("OrdersRole", "AWS::IAM::Role", null, "Orders");
        Resource log = SHOP.resource("OrdersLog", "AWS::Logs::LogGroup", null, null);
        Resource archive = SHOP.resource("Archive", "AWS::S3::Bucket", null, null);
        List<Finding> findings = List.of(
                finding("log-group-retention", log, SHOP.span("RetentionInDays", "!Ref Retention"))
                        .area(Area.MONITORING)
                        .severity(Severity.LOW)
                        .says("Log is kept for ever", "OrdersLog may be kept for ever")
                        .missing("Parameter Retention")
                        .build(),
                finding("function-tracing", orders, SHOP.span("Orders"))
                        .area(Area.MONITORING)
                        .severity(Severity.INFO)
                        .says("No tracing", "Orders is not traced")
                        .hygiene()
                        .build(),
                finding("lambda-function-url-unauthenticated", url, SHOP.span("AuthType:", "!Ref Auth"))
                        .area(Area.GATEWAY)
                        .severity(Severity.CRITICAL)
                        .says("Function URL answers anyone", "Orders can be invoked by anyone who knows its URL")
                        .sameAs("CKV_AWS_258")
                        .cwe("CWE-306")
                        .why("role is an administrator")
                        .evidence("parameter Auth is \"NONE\" by default", SHOP.span("Default:", "NONE"))
                        .unauthenticated(true)
                        .fix(true, "Set AuthType: AWS_IAM and sign requests.")
                        .build(),
                finding("role-allows-all-of-a-service", role, SHOP.span("s3:*"))
                        .severity(Severity.HIGH)
                        .says("Role may do everything in a service", "Orders may do all of s3 to every resource")
                        .evidence("on every resource", SHOP.span("Resource:", "\"*\""))
                        .condition("IsProd is true")
                        .unauthenticated(false)
                        .baseline()
                        .build(),
                finding("bucket-without-access-log", archive, SHOP.span("Archive"))
                        .area(Area.MONITORING)
                        .says("Bucket keeps no access log", "Archive keeps no access log")
                        .sameAs("CKV_AWS_18", "AWS-0089")
                        .suppressed(
                                "checkov:skip=CKV_AWS_18",
                                "written by nobody",
                                SHOP.span("# checkov:skip=CKV_AWS_18:written by nobody"))
                        .build(),
                finding("bucket-public", archive, SHOP.span("Archive"))
                        .area(Area.DATA)
                        .says("Bucket is public", "Archive is not public")
                        .satisfied()
                        .build());
        return scan(
                List.of(SHOP),
                List.of(orders, url, role, log, archive),
                findings,
                List.of(new Note("shop/template.yaml", 9, "parapet:ignore names nothing that was found; remove it")),
                List.of(new Fault(
                        Fault.Kind.UNREADABLE, "shop/broken.yaml", 3, "a mapping ends without a value; close it")));
    }
}
