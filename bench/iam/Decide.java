import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.batch.BatchRequest;
import dev.parapet.core.iam.compiled.CompiledPolicies;
import dev.parapet.core.iam.compiled.LineEvaluator;
import dev.parapet.core.iam.request.Request;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides the requests of a file by Parapet; see bench/iam.py, which starts it.
 *
 * <pre>java Decide.java own|loaded FILE SECONDS ANSWERS</pre>
 *
 * <p>Writes a decision a line to ANSWERS and prints how many were made per second of CPU, warm: that of the whole process, so that collecting
 * garbage and compiling count. {@code own}: lines with policies of their own, from the bytes to the decision. {@code loaded}: the policies of the
 * first line are taken apart once, the requests read beforehand. Requests that bring one small policy are measured both ways.
 */
final class Decide {
    private interface Decider {
        String decide(int index);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(arguments[1]));
        Decider decider = arguments[0].equals("own") ? own(lines) : loaded(lines, arguments[0].equals("tiny"));
        int count = arguments[0].equals("loaded") ? lines.size() - 1 : lines.size();
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < count; i++) {
            answers.append(decider.decide(i)).append('\n');
        }
        Files.writeString(Path.of(arguments[3]), answers);
        double seconds = Double.parseDouble(arguments[2]);
        double best = 0;
        int used = 0;
        for (int round = 0; round < 8; round++) {
            long begun = cpu();
            long made = 0;
            while (cpu() - begun < seconds * 1e9) {
                for (int i = 0; i < count; i++) {
                    used += decider.decide(i).length();
                }
                made += count;
            }
            // The first rounds warm up.
            best = round < 3 ? 0 : Math.max(best, made / ((cpu() - begun) / 1e9));
        }
        System.out.println("{\"parapet\":" + Math.round(best) + ",\"used\":" + (used != 0) + "}");
    }

    private static Decider own(List<String> lines) {
        LineEvaluator evaluator = new LineEvaluator();
        byte[][] bytes = lines.stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return index -> {
            LineEvaluator.Decided decided = evaluator.decide(bytes[index], 0, bytes[index].length);
            if (decided == null) {
                throw new IllegalStateException("left to others: " + lines.get(index));
            }
            return decided.decision().word();
        };
    }

    private static Decider loaded(List<String> lines, boolean each) {
        List<Request> requests = new ArrayList<>();
        List<CompiledPolicies> policies = new ArrayList<>();
        for (String line : each ? lines : lines.subList(1, lines.size())) {
            requests.add(read(line).request());
            if (each) {
                policies.add(CompiledPolicies.of(read(line).policies()));
            }
        }
        if (each) {
            return index -> policies.get(index).evaluate(requests.get(index)).decision().word();
        }
        // The policies of the first line, which asks nothing, put to the first request.
        String first = lines.get(1);
        String whole = first.substring(0, first.length() - 1) + "," + lines.get(0).substring(1);
        CompiledPolicies shared = CompiledPolicies.of(read(whole).policies());
        return index -> shared.evaluate(requests.get(index)).decision().word();
    }

    private static BatchRequest read(String json) {
        Value.Text text = new Value.Text(json, Span.of("bench", 1, 1, 1, 1));
        if (JsonText.parse(text) instanceof JsonText.Result.Parsed parsed
                && BatchRequest.read(parsed.value()) instanceof BatchRequest.Read.Asked asked) {
            return asked.request();
        }
        throw new IllegalStateException("no request: " + json);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
