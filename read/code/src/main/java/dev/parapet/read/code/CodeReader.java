package dev.parapet.read.code;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.csharp.CSharpFrontEnd;
import dev.parapet.read.code.ecmascript.EcmaScriptFrontEnd;
import dev.parapet.read.code.go.GoFrontEnd;
import dev.parapet.read.code.java.JavaFrontEnd;
import dev.parapet.read.code.python.PythonFrontEnd;
import dev.parapet.read.code.syntax.SyntaxParser;
import dev.parapet.read.code.syntax.SyntaxTree;
import dev.parapet.read.code.syntax.UnavailableException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files of code to the small language. The native parser is loaded by the first file that is read. */
public final class CodeReader {
    /** Characters that a file may have; what people write by hand has fewer. */
    private static final int MAXIMUM_LENGTH = 1_500_000;

    /** A text longer than this is looked at for what a minifier or bundler made. */
    private static final int LENGTH_OF_INTEREST = 10_000;

    /** Characters that a line has on average at most in what people write. */
    private static final int MAXIMUM_LINE = 250;

    private static final Map<String, Language> LANGUAGES = Map.ofEntries(
            Map.entry("py", Language.PYTHON),
            Map.entry("js", Language.JAVASCRIPT),
            Map.entry("mjs", Language.JAVASCRIPT),
            Map.entry("cjs", Language.JAVASCRIPT),
            Map.entry("jsx", Language.JAVASCRIPT),
            Map.entry("ts", Language.TYPESCRIPT),
            Map.entry("mts", Language.TYPESCRIPT),
            Map.entry("cts", Language.TYPESCRIPT),
            Map.entry("tsx", Language.TYPESCRIPT),
            Map.entry("java", Language.JAVA),
            Map.entry("go", Language.GO),
            Map.entry("cs", Language.CSHARP));

    private CodeReader() {}

    /** The language that a file is written in by its name; empty when it is no code of one that is known. */
    public static Optional<Language> language(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(LANGUAGES.get(extension));
    }

    private static FrontEnd frontEnd(Language language) {
        return switch (language) {
            case PYTHON -> new PythonFrontEnd();
            case JAVASCRIPT -> new EcmaScriptFrontEnd(false);
            case TYPESCRIPT -> new EcmaScriptFrontEnd(true);
            case JAVA -> new JavaFrontEnd();
            case GO -> new GoFrontEnd();
            case CSHARP -> new CSharpFrontEnd();
        };
    }

    /** Reads code that is written in {@code language}. The same text gives the same, on every machine. */
    public static CodeReading read(SourceFile source, Language language) {
        String path = source.path();
        FrontEnd frontEnd = frontEnd(language);
        if (source.text().length() > MAXIMUM_LENGTH) {
            return CodeReading.failed(
                    Fault.Kind.LIMIT,
                    path,
                    "has more than " + MAXIMUM_LENGTH + " characters and was not read as code; is it generated?");
        }
        if (isMinified(source.text())) {
            return CodeReading.failed(
                    Fault.Kind.UNSUPPORTED,
                    path,
                    "looks minified or bundled and was not read; scan the sources that it is made of");
        }
        try {
            Optional<SyntaxTree> tree = SyntaxParser.parse(source, frontEnd.grammar());
            if (tree.isEmpty()) {
                return CodeReading.failed(Fault.Kind.LIMIT, path, "takes too long to parse and was not read as code")
                        .forNow();
            }
            return withFault(frontEnd.lower(tree.get()), tree.get().firstError(), language);
        } catch (UnavailableException e) {
            return CodeReading.failed(Fault.Kind.UNSUPPORTED, path, "was not read as code: " + e.getMessage())
                    .forNow();
        }
    }

    private static CodeReading withFault(CodeFile file, int error, Language language) {
        if (error < 0) {
            return CodeReading.of(file);
        }
        int line = file.span(new TextRange(error, error)).start().line();
        return new CodeReading(
                Optional.of(file),
                Optional.of(new Fault(
                        Fault.Kind.UNREADABLE,
                        file.path(),
                        line,
                        "is not valid " + language.title() + " here; the rest of the file was read")));
    }

    private static boolean isMinified(String text) {
        if (text.length() < LENGTH_OF_INTEREST) {
            return false;
        }
        long lines = 1 + text.chars().filter(c -> c == '\n').count();
        return text.length() / lines > MAXIMUM_LINE;
    }
}
