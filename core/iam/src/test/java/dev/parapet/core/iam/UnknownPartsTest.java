package dev.parapet.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hangs on a part of a policy that is not known, {@code <x>}, as it is in a template, is undetermined; nothing else is. */
final class UnknownPartsTest {
    private static final Pattern PART = Pattern.compile("<(.+?)>|[^<]+");
    private static final Span SPAN = Span.of("test.yaml", 1, 1, 1, 1);

    /** Puts values that are not known in the place of names in angle brackets. */
    private static Value unknown(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) ->
                                entries.put(name, new Value.Entry(entry.keySpan(), unknown(entry.value()))));
                yield new Value.Mapping(entries, mapping.span());
            }
            case Value.Sequence sequence ->
                new Value.Sequence(
                        sequence.items().stream().map(UnknownPartsTest::unknown).toList(), sequence.span());
            case Value.Text text when text.text().contains("<") -> composed(text.text());
            default -> value;
        };
    }

    private static Value composed(String text) {
        List<Value> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String name = part.group(1);
            parts.add(
                    name == null
                            ? new Value.Text(part.group(), SPAN)
                            : new Value.Unresolved(name, "a parameter", SPAN));
        }
        return parts.size() == 1 ? parts.getFirst() : new Value.Composed(parts, SPAN);
    }

    private static String decide(String json) {
        if (!(BatchRequest.read(unknown(Json.of(json))) instanceof BatchRequest.Read.Asked(BatchRequest asked))) {
            throw new AssertionError(json);
        }
        String decided = Asking.shown(ReferenceEvaluator.evaluate(asked.request(), asked.policies()));
        assertThat(Asking.shown(CompiledPolicies.of(asked.policies()).evaluate(asked.request())))
                .isEqualTo(decided);
        return decided;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'Action':'*','Resource':'arn:aws:s3:::<x>/*'; open",
                "'Action':'*','Resource':'arn:aws:s3:::<x>/other'; no",
                "'Action':'*','Resource':'arn:aws:s3:::b/<x>'; open",
                "'Action':'*','Resource':'arn:aws:sqs:<x>:*:b'; no",
                "'Action':'*','Resource':'arn:<x>:s3:::b/k'; open",
                "'Action':'*','Resource':'<x>'; open",
                "'Action':'*','Resource':'<x>/*'; open",
                "'Action':'*','Resource':'<x>/z'; no",
                "'Action':'*','Resource':'arn:aws:<x>'; open",
                "'Action':'*','Resource':'arn:aws:sqs:<x>'; no",
                "'Action':'*','Resource':['arn:aws:s3:::b/k','<x>']; yes",
                "'Action':'*','NotResource':'<x>'; open",
                "'Action':'*','NotResource':'arn:aws:s3:::c/<x>'; yes",
                "'Action':'*','NotResource':['<x>','arn:aws:s3:::b/k']; no",
                "'Action':'<x>','Resource':'*'; open",
                "'Action':'s3:<x>','Resource':'*'; open",
                "'Action':'sqs:<x>','Resource':'*'; no",
                "'Action':['<x>','s3:*'],'Resource':'*'; yes",
                "'NotAction':'<x>','Resource':'*'; open",
                "'NotAction':['<x>','s3:*'],'Resource':'*'; no",
                "'Action':'*','Resource':'*','Condition':{'StringEquals':{'s':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'StringEquals':{'s':'z<x>'}}; no",
                "'Action':'*','Resource':'*','Condition':{'StringEquals':{'s':['<x>','a']}}; yes",
                "'Action':'*','Resource':'*','Condition':{'StringEquals':{'none':'<x>'}}; no",
                "'Action':'*','Resource':'*','Condition':{'StringNotEquals':{'s':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'StringNotEquals':{'s':['<x>','a']}}; no",
                "'Action':'*','Resource':'*','Condition':{'StringLike':{'s':'<x>*'}}; open",
                "'Action':'*','Resource':'*','Condition':{'StringEqualsIgnoreCase':{'s':'A<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'Bool':{'t':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'Bool':{'s':'<x>'}}; no",
                "'Action':'*','Resource':'*','Condition':{'Null':{'s':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'BinaryEquals':{'s':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'NumericLessThan':{'n':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'NumericNotEquals':{'n':['<x>','5']}}; no",
                "'Action':'*','Resource':'*','Condition':{'DateLessThan':{'d':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'IpAddress':{'i':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'NotIpAddress':{'i':['203.0.113.0/24','<x>']}}; no",
                "'Action':'*','Resource':'*','Condition':{'ArnLike':{'a':'<x>'}}; open",
                "'Action':'*','Resource':'*','Condition':{'ArnLike':{'a':'arn:aws:sns:*:<x>:t'}}; open",
                "'Action':'*','Resource':'*','Condition':{'ArnLike':{'a':'arn:aws:sqs:*:<x>:t'}}; no",
                "'Action':'*','Resource':'*','Condition':{'ArnLike':{'a':'<x>:u'}}; no",
                "'Action':'*','Resource':'*','Condition':{'ArnLike':{'s':'arn:aws:sns:*:<x>:t'}}; no",
                "'Action':'*','Resource':'*','Condition':{'ForAllValues:StringEquals':{'m':['a','<x>']}}; open",
                "'Action':'*','Resource':'*','Condition':{'ForAnyValue:StringEquals':{'m':['a','<x>']}}; yes",
            })
    void elements(String elements, String decision) {
        assertThat(decide(Asking.request(
                        Asking.USER,
                        "s3:GetObject",
                        "arn:aws:s3:::b/k",
                        Asking.identity("{'Effect':'Allow'," + elements + "}"),
                        "'context':{'s':'a','t':'true','n':'5','d':'2026-01-01','i':'203.0.113.9','m':['a','b'],"
                                + "'a':'arn:aws:sns:eu-west-1:111122223333:t'}")))
                .isEqualTo(said(decision, "identity[0]"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'Principal':'<x>'; open",
                "'Principal':{'AWS':'<x>'}; open",
                "'Principal':{'AWS':['<x>','arn:aws:iam::111122223333:user/alice']}; yes",
                "'Principal':{'AWS':['arn:aws:iam::111122223333:user/alice','<x>']}; yes",
                "'Principal':{'AWS':['<x>','444455556666']}; open",
                "'NotPrincipal':{'AWS':['<x>','444455556666']}; open",
                "'NotPrincipal':{'AWS':['<x>','arn:aws:iam::111122223333:user/alice']}; no",
            })
    void principals(String principal, String decision) {
        assertThat(decide(Asking.request(
                        Asking.USER,
                        "s3:GetObject",
                        "arn:aws:s3:::b/k",
                        Asking.resource("{'Effect':'Allow','Action':'*','Resource':'*'," + principal + "}"))))
                .startsWith(
                        decision.equals("no") ? "" : said(decision, "resource").substring(0, 5));
    }

    private static String said(String decision, String policy) {
        return switch (decision) {
            case "yes" -> "allowed by " + policy + " 0";
            case "no" -> "implicitDeny";
            default -> "undetermined without x";
        };
    }
}
