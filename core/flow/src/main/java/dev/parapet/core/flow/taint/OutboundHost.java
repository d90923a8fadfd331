package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowRow;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host that code names and sends requests to.
 *
 * @param name the host as the address has it, with its port where it names one
 * @param place the call
 */
public record OutboundHost(String name, Span place) {
    /** The host of an address that goes on behind it (RFC 3986, section 3.2); of one that ends there the end may be missing. */
    private static final Pattern HOST =
            Pattern.compile("(?i)https?://(?:[^/?#@]*@)?([a-z0-9.-]+(?::[0-9]+)?)(?<more>[/?#])?.*");

    /** The hosts that a function's code names, in the order of its calls: what is handed to the sinks of the kind {@code ssrf}. */
    public static List<OutboundHost> of(Reached reached, FlowTable.Tables tables) {
        List<OutboundHost> hosts = new ArrayList<>();
        for (FlowCall call : reached.calls()) {
            List<String> path = CalleePath.of(call.callee());
            for (FlowRow row : tables.of(call.file().language()).calls(FlowRow.Word.SINK, path, call.arguments())) {
                if (row.isAbout("ssrf")) {
                    row.uses(call.arguments()).forEach(use -> add(use.value(), call.span(), hosts));
                }
            }
        }
        return hosts.stream().distinct().toList();
    }

    private static void add(FlowValue value, Span place, List<OutboundHost> hosts) {
        for (FlowValue one : Values.alternatives(value)) {
            switch (one) {
                case FlowValue.Text text -> add(text.value(), true, place, hosts);
                case FlowValue.Concatenation it
                when it.parts().getFirst() instanceof FlowValue.Text text -> add(text.value(), false, place, hosts);
                // An address as an object: URI.create("https://…"), new URL("https://…").
                case FlowValue.Result it
                when it.arguments().size() == 1 -> add(it.arguments().getFirst().value(), place, hosts);
                case FlowValue.Instance it
                when it.arguments().size() == 1 -> add(it.arguments().getFirst().value(), place, hosts);
                default -> {}
            }
        }
    }

    private static void add(String address, boolean whole, Span place, List<OutboundHost> hosts) {
        Matcher host = HOST.matcher(address);
        if (host.matches() && (whole || host.group("more") != null)) {
            hosts.add(new OutboundHost(host.group(1), place));
        }
    }
}
