package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.knowledge.Wildcards;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The region in which somebody asks is the asker's choice. */
final class Regions {
    /** Regions that every account has (<a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</a>). */
    private static final List<String> USUAL = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-central-1",
            "eu-north-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "sa-east-1");

    private Regions() {}

    /** Regions of which some clauses tell each from the others, one for each way to tell; empty where no clause asks for the region. */
    static List<String> toldApart(Stream<Clause> clauses) {
        Set<List<String>> conditions = new LinkedHashSet<>();
        clauses.flatMap(clause -> clause.statement().conditions().stream())
                .filter(condition -> condition.key().equals("aws:requestedregion"))
                .forEach(condition -> conditions.add(
                        condition.values().stream().map(TextPattern::text).toList()));
        if (conditions.isEmpty()) {
            return List.of();
        }
        List<String> candidates = new ArrayList<>(USUAL);
        conditions.stream()
                .flatMap(List::stream)
                .filter(pattern -> !Wildcards.isPattern(pattern))
                .forEach(candidates::add);
        Set<List<Boolean>> seen = new HashSet<>();
        List<String> regions = new ArrayList<>();
        for (String region : candidates) {
            List<Boolean> named = conditions.stream()
                    .map(patterns -> patterns.stream().anyMatch(pattern -> Wildcards.matches(pattern, region)))
                    .toList();
            if (seen.add(named)) {
                regions.add(region);
            }
        }
        return regions;
    }
}
