package org.casus.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Spark and the command line stand beside each other; nothing that both use knows Spark. */
@AnalyzeClasses(packages = "org.casus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule sparkStaysInSpark = noClasses()
            .that()
            .resideOutsideOfPackage("org.casus.spark")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.casus.spark", "org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..");

    @ArchTest
    static final ArchRule noCommandLine = noClasses()
            .that()
            .resideInAPackage("org.casus.spark")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.casus.cli", "org.casus.store", "org.casus.server", "org.casus.web");
}
