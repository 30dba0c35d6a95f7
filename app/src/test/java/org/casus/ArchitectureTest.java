package org.casus;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The command line stands on all others and nothing on it; the server stands on store, export and samples; these on the coder alone. */
@AnalyzeClasses(
        packages = {
            "org.casus.cli",
            "org.casus.export",
            "org.casus.eval",
            "org.casus.store",
            "org.casus.samples",
            "org.casus.server"
        },
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
            .layer("store")
            .definedBy("org.casus.store")
            .layer("samples")
            .definedBy("org.casus.samples")
            .layer("server")
            .definedBy("org.casus.server")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("cli", "server")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("cli", "server")
            .whereLayer("samples")
            .mayOnlyBeAccessedByLayers("cli", "server")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("eval")
            .mayOnlyBeAccessedByLayers("cli");
}
