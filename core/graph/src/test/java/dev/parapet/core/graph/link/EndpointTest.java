package dev.parapet.core.graph.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.graph.Drawn;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final String HTTP_API = """
            {"Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP"}},
             "F": {"Type": "AWS::Lambda::Function", "Properties": {}},
             "Tokens": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {"ApiId": {"Ref": "Api"}, "AuthorizerType": "JWT"}},
             "ToF": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"}, "IntegrationType": "AWS_PROXY",
               "IntegrationUri": {"Fn::GetAtt": ["F", "Arn"]}}},
             "ToQueue": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"}, "IntegrationType": "AWS_PROXY",
               "IntegrationSubtype": "SQS-SendMessage", "RequestParameters": {"QueueUrl": {"Ref": "Queue"}}}},
             "Queue": {"Type": "AWS::SQS::Queue", "Properties": {}},
             "Get": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"}, "RouteKey": "GET /orders",
               "AuthorizationType": "JWT", "AuthorizerId": {"Ref": "Tokens"}, "Target": {"Fn::Sub": "integrations/${ToF}"}}},
             "Any": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"}, "RouteKey": "$default",
               "Target": {"Fn::Sub": "integrations/${ToQueue}"}}},
             "Quick": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP", "Target": {"Fn::GetAtt": ["F", "Arn"]}}},
             "Socket": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "WEBSOCKET"}},
             "Connect": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Socket"}, "RouteKey": "$connect",
               "AuthorizationType": "AWS_IAM"}},
             "Send": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Socket"}, "RouteKey": "send",
               "AuthorizationType": "NONE"}}}
            """;

    @Test
    void routesOfHttpAndWebSocketApis() {
        assertThat(Drawn.endpoints(HTTP_API)).isEqualTo("""
                Get: protocol=http method=GET path=/orders auth=jwt
                Any: protocol=http method=ANY path=$default auth=none
                Connect: protocol=websocket method=ANY path=$connect auth=iam
                Send: protocol=websocket method=ANY path=send auth=iam
                Quick/endpoint/$default: protocol=http method=ANY path=$default auth=none
                """);
    }

    @Test
    void routesLeadThroughIntegrations() {
        assertThat(Drawn.edges(HTTP_API)).isEqualTo("""
                3 Api -contains-> Tokens: Api defines the authorizer Tokens
                9 Api -contains-> Get: Api answers Get
                10 Tokens -guards-> Get: Tokens guards Get
                11 Api -contains-> Any: Api answers Any
                15 Socket -contains-> Connect: Socket answers Connect
                17 Socket -contains-> Send: Socket answers Send
                13 Quick -contains-> Quick/endpoint/$default: Quick answers ANY $default
                13 internet -reaches-> Quick/endpoint/$default: the Internet reaches ANY $default
                13 Quick/endpoint/$default -invokes-synchronously-> F: ANY $default calls and waits for F
                9 internet -reaches-> Get: the Internet reaches GET /orders
                5 Get -invokes-synchronously-> F: GET /orders calls and waits for F
                11 internet -reaches-> Any: the Internet reaches ANY $default
                7 Any -delivers-to-> Queue: ANY $default delivers to Queue
                15 internet -reaches-> Connect: the Internet reaches ANY $connect
                17 internet -reaches-> Send: the Internet reaches ANY send
                """);
    }

    private static final String OTHERS = """
            {"F": {"Type": "AWS::Lambda::Function", "Properties": {}},
             "Url": {"Type": "AWS::Lambda::Url", "Properties": {"AuthType": "NONE", "TargetFunctionArn": {"Ref": "F"}}},
             "Graph": {"Type": "AWS::AppSync::GraphQLApi", "Properties": {"AuthenticationType": "API_KEY"}},
             "Source": {"Type": "AWS::AppSync::DataSource", "Properties": {"ApiId": {"Fn::GetAtt": ["Graph", "ApiId"]},
               "LambdaConfig": {"LambdaFunctionArn": {"Fn::GetAtt": ["F", "Arn"]}}}},
             "Field": {"Type": "AWS::AppSync::Resolver", "Properties": {"ApiId": {"Fn::GetAtt": ["Graph", "ApiId"]},
               "TypeName": "Query", "FieldName": "orders", "DataSourceName": {"Fn::GetAtt": ["Source", "Name"]}}},
             "Balancer": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": {"Scheme": "internal"}},
             "Group": {"Type": "AWS::ElasticLoadBalancingV2::TargetGroup", "Properties": {"TargetType": "lambda",
               "Targets": [{"Id": {"Fn::GetAtt": ["F", "Arn"]}}]}},
             "Listener": {"Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {"LoadBalancerArn": {"Ref": "Balancer"},
               "DefaultActions": [{"Type": "authenticate-oidc"}, {"Type": "forward", "TargetGroupArn": {"Ref": "Group"}}]}},
             "Site": {"Type": "AWS::S3::Bucket", "Properties": {"WebsiteConfiguration": {"IndexDocument": "index.html"}}},
             "Hidden": {"Type": "AWS::S3::Bucket", "Properties": {"WebsiteConfiguration": {"IndexDocument": "index.html"}}},
             "SitePolicy": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "Site"}, "PolicyDocument": {"Statement": [
               {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": {"Fn::Sub": "${Site.Arn}/*"}}]}}},
             "Edge": {"Type": "AWS::CloudFront::Distribution", "Properties": {"DistributionConfig": {
               "Origins": [{"Id": "site", "DomainName": {"Fn::GetAtt": ["Hidden", "RegionalDomainName"]}}],
               "DefaultCacheBehavior": {"TargetOriginId": "site"},
               "CacheBehaviors": [{"PathPattern": "/paid/*", "TargetOriginId": "site", "TrustedKeyGroups": ["k"]},
                 {"PathPattern": "/api/*", "TargetOriginId": "none", "AllowedMethods": ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
                  "FunctionAssociations": [{"EventType": "viewer-request", "FunctionARN": "arn:aws:cloudfront::111122223333:function/f"}]}]}}}}
            """;

    @Test
    void otherWaysIn() {
        assertThat(Drawn.endpoints(OTHERS)).isEqualTo("""
                Url: protocol=function-url method=ANY path=/* auth=none
                Field: protocol=graphql auth=api-key private=false method=Query path=orders
                Listener: protocol=load-balancer method=ANY path=/* auth=jwt private=true
                Graph/endpoint/graphql: protocol=graphql auth=api-key private=false method=POST path=/graphql
                Edge/endpoint//paid/*: protocol=cloudfront method=GET path=/paid/* auth=signed-url
                Edge/endpoint//api/*: protocol=cloudfront method=ANY path=/api/* auth=unknown(the code of the viewer request function)
                Edge/endpoint/*: protocol=cloudfront method=GET path=/* auth=none
                Site/endpoint/website: protocol=website method=GET path=/* auth=none private=false
                Hidden/endpoint/website: protocol=website method=GET path=/* auth=none private=true
                """);
    }

    @Test
    void otherWaysInLeadSomewhere() {
        assertThat(Drawn.edges(OTHERS)).isEqualTo("""
                2 Url -invokes-synchronously-> F: Url calls and waits for F
                4 Graph -contains-> Source: Graph reads from Source
                5 Source -invokes-synchronously-> F: Source calls and waits for F
                6 Graph -contains-> Field: Graph answers Field
                7 Field -invokes-synchronously-> Source: Field calls and waits for Source
                10 Group -invokes-synchronously-> F: Group calls and waits for F
                11 Balancer -contains-> Listener: Balancer listens by Listener
                12 Listener -invokes-synchronously-> Group: Listener forwards to Group
                15 SitePolicy -protects-> Site: SitePolicy protects Site
                16 SitePolicy -carries-> SitePolicy/statement/0: SitePolicy carries the statement
                16 SitePolicy/statement/0 -covers-> Site: it covers ${Site.Arn}/*
                16 SitePolicy/statement/0 -names-> principal:*: it names everybody
                22 Edge -invokes-synchronously-> external:arn:aws:cloudfront::111122223333:function/f: Edge calls and waits for arn:aws:cloudfront::111122223333:function/f
                2 internet -reaches-> Url: the Internet reaches Url
                3 Graph -contains-> Graph/endpoint/graphql: Graph answers POST /graphql
                3 internet -reaches-> Graph/endpoint/graphql: the Internet reaches POST /graphql
                3 internet -reaches-> Field: the Internet reaches Query orders
                20 Edge -contains-> Edge/endpoint//paid/*: Edge answers GET /paid/*
                20 internet -reaches-> Edge/endpoint//paid/*: the Internet reaches GET /paid/*
                18 Edge/endpoint//paid/* -reaches-> Hidden: GET /paid/* reaches Hidden
                21 Edge -contains-> Edge/endpoint//api/*: Edge answers ANY /api/*
                21 internet -reaches-> Edge/endpoint//api/*: the Internet reaches ANY /api/*
                19 Edge -contains-> Edge/endpoint/*: Edge answers GET /*
                19 internet -reaches-> Edge/endpoint/*: the Internet reaches GET /*
                18 Edge/endpoint/* -reaches-> Hidden: GET /* reaches Hidden
                13 Site -contains-> Site/endpoint/website: Site answers GET /*
                13 internet -reaches-> Site/endpoint/website: the Internet reaches GET /*
                14 Hidden -contains-> Hidden/endpoint/website: Hidden answers GET /*
                """);
    }

    @Test
    void websitesOfBucketsThatBlockPublicAccessAreClosed() {
        assertThat(Drawn.endpoints("""
                {"Listed": {"Type": "AWS::S3::Bucket", "Properties": {"WebsiteConfiguration": {}, "AccessControl": "PublicReadWrite"}},
                 "Ignored": {"Type": "AWS::S3::Bucket", "Properties": {"WebsiteConfiguration": {}, "AccessControl": "PublicRead",
                   "PublicAccessBlockConfiguration": {"IgnorePublicAcls": true}}},
                 "Open": {"Type": "AWS::S3::Bucket", "Properties": {"WebsiteConfiguration": {},
                   "PublicAccessBlockConfiguration": {"IgnorePublicAcls": true, "RestrictPublicBuckets": false}}},
                 "Blocked": {"Type": "AWS::S3::Bucket", "Properties": {"WebsiteConfiguration": {},
                   "PublicAccessBlockConfiguration": {"RestrictPublicBuckets": "true"}}},
                 "OpenPolicy": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "Open"}, "PolicyDocument": {"Statement": [
                   {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": {"Fn::Sub": "${Open.Arn}/*"}}]}}},
                 "BlockedPolicy": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "Blocked"}, "PolicyDocument": {"Statement": [
                   {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": {"Fn::Sub": "${Blocked.Arn}/*"}}]}}}}
                """)).isEqualTo("""
                Listed/endpoint/website: protocol=website method=GET path=/* auth=none private=false
                Ignored/endpoint/website: protocol=website method=GET path=/* auth=none private=true
                Open/endpoint/website: protocol=website method=GET path=/* auth=none private=false
                Blocked/endpoint/website: protocol=website method=GET path=/* auth=none private=true
                """);
    }
}
