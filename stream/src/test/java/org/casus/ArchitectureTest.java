package org.casus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the stream: story ← export; feed knows neither, and neither knows it. */
@AnalyzeClasses(
        packages = {"org.casus.feed", "org.casus.story", "org.casus.export"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("feed")
            .definedBy("org.casus.feed")
            .layer("story")
            .definedBy("org.casus.story")
            .layer("export")
            .definedBy("org.casus.export")
            .whereLayer("feed")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("export")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("story")
            .mayOnlyBeAccessedByLayers("export");

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
