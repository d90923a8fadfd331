package dev.parapet.read.code.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeReader;
import dev.parapet.read.code.FilePaths;
import java.util.List;
import java.util.Optional;

/**
 * How handlers are written, by which a file that no template names is told to hold one. The forms are those of the pages on handlers in
 * https://docs.aws.amazon.com/lambda/latest/dg/, under the names that their examples and people's code use.
 */
final class HandlerShapes {
    /**
     * One way to write a handler.
     *
     * @param language in which language
     * @param text what stands in the file; its first group is the name of the function, or the class in Java
     * @param method the method of the class; empty where the group is the function itself
     */
    private record Shape(Language language, Pattern text, String method) {
        static Shape of(Language language, String text) {
            return new Shape(language, Pattern.compile("(?m)" + text), "");
        }
    }

    /** Characters of a file that people write a handler in. */
    private static final int MAXIMUM_LENGTH = 400_000;

    private static final String EXPORTS = "^\\s*(?:module\\.)?exports\\.";

    private static final String EXPORT = "^export\\s+(?:const|let|var|(?:async\\s+)?function)\\s+";

    /** The name that is meant where a file has several comes first. */
    private static final List<Shape> SHAPES = List.of(
            Shape.of(Language.PYTHON, "^(?:async\\s+)?def\\s+(lambda_handler|handler)\\s*\\(\\s*\\w+[^,)]*,\\s*\\w+"),
            Shape.of(Language.PYTHON, "^def\\s+(\\w+)\\s*\\(\\s*event\\b[^,)]*,\\s*_*context\\b"),
            Shape.of(Language.JAVASCRIPT, EXPORTS + "(handler|lambdaHandler)\\s*="),
            Shape.of(Language.JAVASCRIPT, EXPORT + "(handler|lambdaHandler)\\b"),
            Shape.of(Language.JAVASCRIPT, "^export\\s*\\{[^}]*\\b(handler|lambdaHandler)\\b"),
            Shape.of(
                    Language.JAVASCRIPT,
                    EXPORTS + "(\\w+)\\s*=\\s*(?:async\\s*)?(?:function\\s*\\w*\\s*)?\\(\\s*event\\b[^)]*\\)"),
            Shape.of(Language.JAVASCRIPT, EXPORT + "(\\w+)\\s*(?:=\\s*(?:async\\s*)?)?\\(\\s*event\\b"),
            Shape.of(Language.JAVASCRIPT, EXPORT + "(\\w+)\\s*:\\s*(?:\\w+\\.)?\\w*Handler\\b"),
            new Shape(
                    Language.JAVA,
                    Pattern.compile("\\bclass\\s+(\\w+)\\b[^{]*\\bimplements\\s[^{]*\\bRequest(?:Stream)?Handler\\b"),
                    "handleRequest"),
            // A method of the usual name needs no interface:
            // https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html
            new Shape(
                    Language.JAVA,
                    Pattern.compile("(?s)\\bclass\\s+(\\w+)\\b.*\\bhandleRequest\\s*\\("),
                    "handleRequest"),
            // A function of Spring Cloud that takes or gives what Lambda has:
            // https://docs.spring.io/spring-cloud-function/reference/adapters/aws-intro.html
            new Shape(
                    Language.JAVA,
                    Pattern.compile(
                            "(?s)\\bimport\\s+com\\.amazonaws\\.services\\.lambda\\.runtime\\.events\\b.*\\bclass\\s+(\\w+)\\b[^{]*\\bimplements\\s[^{]*\\bFunction<"),
                    "apply"),
            Shape.of(Language.CSHARP, "^\\s*public\\s[^\\n(=;]*\\s(\\w+)\\s*\\([^)]*\\bILambdaContext\\b"),
            // https://github.com/aws/aws-lambda-dotnet/tree/master/Libraries/src/Amazon.Lambda.AspNetCoreServer
            new Shape(
                    Language.CSHARP,
                    Pattern.compile(
                            "\\bclass\\s+(\\w+)\\s*:[^{;]*\\b(?:APIGateway(?:HttpApiV2)?ProxyFunction|ApplicationLoadBalancerFunction)\\b"),
                    "FunctionHandlerAsync"));

    private static final Pattern CSHARP_TYPE = Pattern.compile("(?m)^\\s*(?:\\w+\\s+)*class\\s+(\\w+)");

    private HandlerShapes() {}

    /** The handler in a file; empty when nothing looks like one. */
    static Optional<Located> find(String path, Project project) {
        Language language = CodeReader.language(path).orElseThrow();
        String text = project.text(path);
        if (text.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        if (language == Language.GO) {
            return GoHandlers.starting(path, project);
        }
        for (Shape shape : SHAPES) {
            boolean sameSyntax = shape.language() == language
                    || (shape.language() == Language.JAVASCRIPT && language == Language.TYPESCRIPT);
            Matcher matcher = shape.text().matcher(text);
            if (sameSyntax && matcher.find()) {
                return Optional.of(located(language, path, symbol(shape, matcher, text), project));
            }
        }
        return language == Language.CSHARP ? DotNetHandlers.hosting(path, project) : Optional.empty();
    }

    private static String symbol(Shape shape, Matcher matcher, String text) {
        String name = matcher.group(1);
        if (shape.language() == Language.CSHARP && shape.method().isEmpty()) {
            // The class around is further to the left than the method; one inside the same class is not.
            int indentation = indentation(matcher.group());
            Matcher types = CSHARP_TYPE.matcher(text.substring(0, matcher.start()));
            String around = "";
            while (types.find()) {
                around = around.isEmpty() || indentation(types.group()) < indentation ? types.group(1) : around;
            }
            return around.isEmpty() ? name : around + '.' + name;
        }
        return shape.method().isEmpty() ? name : name + '.' + shape.method();
    }

    /** How far to the right the last line of a text begins. */
    private static int indentation(String text) {
        String line = text.stripLeading();
        String before = text.substring(0, text.length() - line.length());
        return before.length() - (before.lastIndexOf('\n') + 1);
    }

    private static Located located(Language language, String path, String symbol, Project project) {
        String folder = FilePaths.folder(path);
        return switch (language) {
            case JAVA ->
                Located.of(
                        language, path, symbol, SourceRoots.of(folder, project).toArray(String[]::new));
            case PYTHON -> Located.of(language, path, symbol, folder, "");
            case JAVASCRIPT, TYPESCRIPT, GO, CSHARP -> Located.of(language, path, symbol, folder);
        };
    }
}
