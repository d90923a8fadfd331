package dev.parapet.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The walls of the house that Maven's modules do not show. */
final class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.parapet");

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    @Test
    void the_model_knows_nobody() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parapet.model..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("dev.parapet.model..", "java..", "org.jspecify..")
                .because("everybody speaks it, so that whatever it needed everybody would"));
    }

    @Test
    void the_core_does_no_input_or_output() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parapet.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..",
                        "java.net..",
                        "java.sql..",
                        "software.amazon..",
                        "com.azure..",
                        "com.google.cloud..")
                .because("an analysis never reads: it is given what was read, and a test gives it what it likes"));
        check(noClasses()
                .that()
                .resideInAPackage("dev.parapet.core..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccess).*")
                .because("an analysis never reads: it is given what was read"));
    }

    @Test
    void the_core_has_no_clock_and_no_surroundings() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parapet.core..")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .because("the same input gives the same bytes: a day is passed in"));
    }

    @Test
    void the_core_knows_no_reader_and_no_application() {
        check(noClasses()
                .that()
                .resideInAnyPackage("dev.parapet.core..", "dev.parapet.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.parapet.read..", "dev.parapet.cli..", "dev.parapet.testkit..")
                .because("data goes one way, and only the applications wire"));
    }

    @Test
    void readers_state_facts_and_never_judge() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parapet.read..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.parapet.core.rule..",
                        "dev.parapet.core.report..",
                        "dev.parapet.core.triage..",
                        "dev.parapet.rules..")
                .because("a reader that judged would judge one dialect alone"));
    }

    @Test
    void readers_do_not_know_each_other() {
        check(slices().matching("dev.parapet.read.(*)..")
                .should()
                .notDependOnEachOther()
                .because("each dialect can be left out, and none is another's base"));
    }

    @Test
    void one_package_knows_the_parser_of_code() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parapet..")
                .and()
                .resideOutsideOfPackage("dev.parapet.read.code.syntax..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.treesitter..")
                .because("a tree is copied and closed where it is made: see docs/adr/0011"));
    }

    @Test
    void reports_never_analyse() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parapet.core.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.parapet.core.rule..", "dev.parapet.read..")
                .because("every report of a scan says the same"));
    }

    @Test
    void one_class_knows_the_library_of_expressions() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.parapet..")
                .and(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are not the parser of expressions",
                        (JavaClass type) ->
                                !type.getName().startsWith("dev.parapet.core.rule.expression.ExpressionParser")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.cel..")
                .because("a scan with the built-in rules must not load it: see docs/adr/0004-cel-evaluation.md"));
    }

    @Test
    void only_the_parser_of_rule_files_knows_the_parser_of_expressions() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.parapet.core.rule.file..", "dev.parapet.core.rule.expression..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ExpressionParser")
                .because("the built-in rules are parsed at build time"));
    }
}
