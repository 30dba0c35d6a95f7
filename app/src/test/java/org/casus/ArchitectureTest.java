package org.casus;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The command line stands on export and eval; nothing of the app stands on the command line. */
@AnalyzeClasses(
        packages = {"org.casus.cli", "org.casus.export", "org.casus.eval", "org.casus.position"},
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
            .whereLayer("eval")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("position")
            .mayOnlyBeAccessedByLayers("cli");
}
