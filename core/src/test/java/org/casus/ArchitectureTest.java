package org.casus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows: data ← article ← text ← codebook ← reader, place ← actor, time ← event ← the front door. */
@AnalyzeClasses(packages = "org.casus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("data")
            .definedBy("org.casus.data")
            .layer("article")
            .definedBy("org.casus.article")
            .layer("text")
            .definedBy("org.casus.text")
            .layer("codebook")
            .definedBy("org.casus.codebook")
            .layer("reader")
            .definedBy("org.casus.reader")
            .layer("actor")
            .definedBy("org.casus.actor")
            .layer("time")
            .definedBy("org.casus.time")
            .layer("place")
            .definedBy("org.casus.place")
            .layer("event")
            .definedBy("org.casus.event")
            .layer("front door")
            .definedBy("org.casus")
            .whereLayer("front door")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("event")
            .mayOnlyBeAccessedByLayers("front door")
            .whereLayer("time")
            .mayOnlyBeAccessedByLayers("event", "front door")
            .whereLayer("place")
            .mayOnlyBeAccessedByLayers("actor", "event", "front door")
            .whereLayer("actor")
            .mayOnlyBeAccessedByLayers("event", "front door")
            .whereLayer("reader")
            .mayOnlyBeAccessedByLayers("actor", "event", "front door")
            .whereLayer("codebook")
            .mayOnlyBeAccessedByLayers("reader", "actor", "event", "front door")
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers("codebook", "reader", "actor", "time", "place", "event", "front door")
            .whereLayer("article")
            .mayOnlyBeAccessedByLayers("event", "front door");

    @ArchTest
    static final ArchRule openNlpStaysInText = noClasses()
            .that()
            .resideOutsideOfPackage("org.casus.text")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("opennlp..");

    @ArchTest
    static final ArchRule jsoupStaysInArticle = noClasses()
            .that()
            .resideOutsideOfPackage("org.casus.article")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jsoup..", "net.dankito..");
}
