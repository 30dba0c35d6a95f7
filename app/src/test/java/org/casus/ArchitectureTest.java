package org.casus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The command line stands on export, eval and feed, which know nothing of each other; nothing stands on the command line. */
@AnalyzeClasses(
        packages = {"org.casus.cli", "org.casus.export", "org.casus.eval", "org.casus.feed", "org.casus.position"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.casus.cli")
            .layer("export")
            .definedBy("org.casus.export")
            .layer("eval")
            .definedBy("org.casus.eval")
            .layer("position")
            .definedBy("org.casus.position")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("cli")
            .layer("feed")
            .definedBy("org.casus.feed")
            .whereLayer("eval")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("position")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("feed")
            .mayOnlyBeAccessedByLayers("cli");

    /** Articles come in here; what is coded from them is no concern of the feed. */
    @ArchTest
    static final ArchRule feedKnowsOnlyArticles = noClasses()
            .that()
            .resideInAPackage("org.casus.feed")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.casus", "org.casus.text", "org.casus.reader", "org.casus.actor", "org.casus.event", "picocli");
}
