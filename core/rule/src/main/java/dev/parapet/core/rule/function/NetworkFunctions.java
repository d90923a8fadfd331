package dev.parapet.core.rule.function;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Maps;
import dev.parapet.core.rule.evaluation.Truths;
import dev.parapet.core.rule.expression.Signature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What security groups let through: {@code ingress(node)}, {@code egress(node)}, {@code isOpenToWorld(rule)},
 * {@code coversPort(rule, ports)}. A rule is shaped as
 * <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html">
 * CloudFormation</a> has it, in a group or as a resource of its own.
 */
final class NetworkFunctions implements FunctionFamily {
    private static final String GROUP = "AWS::EC2::SecurityGroup";

    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.of("ingress", 1),
                Signature.of("egress", 1),
                Signature.predicate("isOpenToWorld", 1),
                Signature.predicate("coversPort", 2));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        Datum first = arguments.get(0);
        return switch (function) {
            case "ingress" -> rules(first, "SecurityGroupIngress", evaluation);
            case "egress" -> rules(first, "SecurityGroupEgress", evaluation);
            case "isOpenToWorld" -> openToWorld(first, evaluation);
            default -> coversPort(first, arguments.get(1), evaluation);
        };
    }

    private static Datum rules(Datum of, String property, Evaluation evaluation) {
        return switch (of) {
            case Datum.Item(Node node, Basis ignored) -> {
                List<Datum> rules = new ArrayList<>();
                String type = type(node);
                if (type.equals(GROUP)) {
                    inline(node, property, rules, evaluation);
                } else if (type.equals("AWS::EC2::" + property)) {
                    rules.add(evaluation.properties(node));
                } else {
                    for (Node group : groups(node, evaluation)) {
                        inline(group, property, rules, evaluation);
                        for (Node rule : evaluation.graph().referring(group, List.of("AWS::EC2::" + property))) {
                            if (evaluation.exists(rule) && isOf(rule, group, evaluation)) {
                                rules.add(evaluation.properties(rule));
                            }
                        }
                    }
                }
                yield new Datum.Listing(rules, Basis.NONE);
            }
            case Datum.Null nothing -> new Datum.Listing(List.of(), nothing.basis());
            case Datum.Unknown unknown -> unknown;
            default -> new Datum.Failure("a node, such as self, has security group rules, and nothing else");
        };
    }

    private static String type(Node node) {
        return node.resource() == null ? "" : node.resource().type();
    }

    private static void inline(Node group, String property, List<Datum> rules, Evaluation evaluation) {
        Datum value = Maps.get(evaluation.properties(group), property, evaluation);
        switch (value) {
            case null -> {}
            case Datum.Null ignored -> {}
            case Datum.Listing listing -> rules.addAll(listing.items());
            default -> rules.add(value);
        }
    }

    private static Set<Node> groups(Node node, Evaluation evaluation) {
        Set<Node> groups = new LinkedHashSet<>();
        evaluation.graph().leaving(node, EdgeKind.REFERS_TO).forEach(edge -> {
            evaluation.step(1);
            evaluation
                    .graph()
                    .node(edge.to())
                    .filter(target -> type(target).equals(GROUP))
                    .filter(target -> evaluation.exists(edge.condition()) && evaluation.exists(target))
                    .ifPresent(groups::add);
        });
        return groups;
    }

    /** Whether a rule on its own is one of the group, not one that merely names the group as its source. */
    private static boolean isOf(Node rule, Node group, Evaluation evaluation) {
        Datum id = Maps.get(evaluation.properties(rule), "GroupId", evaluation);
        var value = id == null ? null : TextFunctions.valueOf(id);
        return value != null
                && evaluation.graph().target(rule, value).filter(group::equals).isPresent();
    }

    private static @Nullable Datum field(Datum rule, String name, Evaluation evaluation) {
        Datum value = Maps.get(rule, name, evaluation);
        return value instanceof Datum.Null ? null : value;
    }

    /** Whether every address is let through: a range of length zero. */
    private static Datum openToWorld(Datum rule, Evaluation evaluation) {
        if (rule instanceof Datum.Unknown unknown) {
            return unknown;
        }
        Datum open = new Datum.Bool(false, rule.basis());
        for (String name : List.of("CidrIp", "CidrIpv6", "CIDRIP")) {
            Datum range = field(rule, name, evaluation);
            if (range != null) {
                Datum.Unknown unknown = Datum.unknown(range);
                open = Truths.or(
                        open,
                        unknown != null
                                ? unknown
                                : new Datum.Bool(
                                        range instanceof Datum.Text(String text, Basis ignored)
                                                && text.strip().endsWith("/0"),
                                        range.basis()));
            }
        }
        return open;
    }

    /** Whether a rule lets traffic to one of some ports through; the protocol -1 is all ports, and ICMP has none. */
    private static Datum coversPort(Datum rule, Datum ports, Evaluation evaluation) {
        if (rule instanceof Datum.Unknown unknown) {
            return unknown;
        }
        Datum protocol = field(rule, "IpProtocol", evaluation);
        Datum.Unknown unknownProtocol = protocol == null ? null : Datum.unknown(protocol);
        if (unknownProtocol != null) {
            return unknownProtocol;
        }
        String name = switch (protocol) {
            case Datum.Text(String text, Basis ignored) -> text.toLowerCase(Locale.ROOT);
            case Datum.Int(long number, Basis ignored) -> Long.toString(number);
            case null, default -> "tcp";
        };
        if (name.equals("-1") || name.equals("all")) {
            return new Datum.Bool(true, protocol == null ? Basis.NONE : protocol.basis());
        }
        if (!Set.of("tcp", "udp", "6", "17").contains(name)) {
            return new Datum.Bool(false, protocol == null ? Basis.NONE : protocol.basis());
        }
        Datum from = field(rule, "FromPort", evaluation);
        Datum to = field(rule, "ToPort", evaluation);
        Datum covered = Datum.of(false);
        for (Datum port : ports instanceof Datum.Listing listing ? listing.items() : List.of(ports)) {
            if (!(port instanceof Datum.Int(long number, Basis ignored))) {
                return new Datum.Failure("coversPort() takes a port, or a list of ports");
            }
            covered = Truths.or(covered, Truths.and(bound(from, number, true), bound(to, number, false)));
        }
        return covered;
    }

    /** Whether one end of a range lets a port in; an end that is absent, or -1, lets in all. */
    private static Datum bound(@Nullable Datum end, long port, boolean lower) {
        if (end == null) {
            return Datum.of(true);
        }
        Datum.Unknown unknown = Datum.unknown(end);
        if (unknown != null) {
            return unknown;
        }
        Long number = switch (end) {
            case Datum.Int(long value, Basis ignored) -> Long.valueOf(value);
            case Datum.Text(String text, Basis ignored) when text.matches("-?\\d{1,9}") -> Long.valueOf(text);
            default -> null;
        };
        boolean in = number != null && (number == -1 || (lower ? number <= port : number >= port));
        return new Datum.Bool(in, end.basis());
    }
}
