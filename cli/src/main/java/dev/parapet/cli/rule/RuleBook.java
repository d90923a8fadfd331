package dev.parapet.cli.rule;

import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.rule.ChosenRules;
import dev.parapet.core.rule.Rule;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.file.Config;
import dev.parapet.core.rule.file.RuleFile;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.model.SourceFile;
import dev.parapet.rules.BuiltInRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a command uses: the built-in ones and the user's own, as {@code parapet.yaml} and the command line choose.
 *
 * @param rules the rules
 * @param ownPages the files of the user's own rules, by id
 * @param flows the user's own tables of what flows through code
 * @param complete whether no rule was left out
 */
public record RuleBook(RuleSet rules, Map<String, String> ownPages, List<FlowTable.Source> flows, boolean complete) {
    /** What the file is called that configures Parapet. */
    public static final String CONFIG = "parapet.yaml";

    /** What the option does that names another configuration, where nothing is scanned. */
    static final String CONFIG_OPTION = "Use this file instead of parapet.yaml here.";

    public RuleBook {
        ownPages = Map.copyOf(ownPages);
        flows = List.copyOf(flows);
    }

    /**
     * The rules, as configured.
     *
     * @param root the folder that holds {@value #CONFIG}, where there is one and {@code config} names no other
     * @param config a file that somebody named; null for the one in {@code root}
     * @param only the rules that alone are wanted, instead of what the configuration says; empty for what that says
     * @param skip rules that are not wanted, besides those that the configuration names
     * @throws Failure when a file is not as it must be, or a rule is nobody's
     */
    public static RuleBook open(Path root, @Nullable Path config, List<String> only, List<String> skip) throws Failure {
        RuleSet builtIn = BuiltInRules.load();
        Path file = config == null ? root.resolve(CONFIG) : config;
        boolean configured = config != null || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (!configured && only.isEmpty() && skip.isEmpty()) {
            return new RuleBook(builtIn, Map.of(), List.of(), true);
        }
        try {
            Config wishes = configured ? Config.read(file.toString(), text(file)) : Config.none();
            List<RuleFile> own = own(file, wishes.rules(), builtIn);
            List<Rule> rules = new ArrayList<>();
            Map<String, String> pages = new HashMap<>();
            for (RuleFile each : own) {
                rules.add(each.rule());
                pages.put(each.rule().id(), each.text());
            }
            List<String> unwanted = new ArrayList<>(wishes.skip());
            unwanted.addAll(skip);
            List<String> wanted = only.isEmpty() ? wishes.only() : only;
            RuleSet chosen = ChosenRules.choose(builtIn, rules, unwanted, wanted, wishes.severity());
            return new RuleBook(chosen, pages, flows(file, wishes.flows()), unwanted.isEmpty() && wanted.isEmpty());
        } catch (RuleFileException problem) {
            throw new Failure(problem.described());
        } catch (ChosenRules.UnknownRuleException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
    }

    private static String text(Path file) throws Failure {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new Failure("'" + file + "' cannot be read: " + Output.reason(problem));
        }
    }

    private static List<FlowTable.Source> flows(Path config, List<String> tables) throws Failure {
        List<FlowTable.Source> flows = new ArrayList<>();
        for (String table : tables) {
            flows.add(new FlowTable.Source(table, text(config.resolveSibling(table))));
        }
        return flows;
    }

    private static List<RuleFile> own(Path config, List<String> folders, RuleSet builtIn)
            throws Failure, RuleFileException {
        List<RuleFile> own = new ArrayList<>();
        if (!folders.isEmpty()) {
            RuleFileReader reader = new RuleFileReader(builtIn.facts().keySet());
            for (String folder : folders) {
                for (SourceFile file : RuleFiles.below(config, folder)) {
                    own.add(reader.read(file.path(), file.text()));
                }
            }
        }
        return own;
    }

    /** The file of a rule as its author wrote it; empty when there is no such rule. */
    public Optional<String> page(String id) {
        String own = ownPages.get(id);
        return own == null ? BuiltInRules.page(id) : Optional.of(own);
    }
}
