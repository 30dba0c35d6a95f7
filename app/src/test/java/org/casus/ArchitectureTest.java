package org.casus;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the app: feed, story, position, export, eval ← store ← watch, server ← cli; fetch ← listing ← watch; log and metrics are told by watch, server, cli and know nobody. Nothing stands on the command line. */
@AnalyzeClasses(
        packages = {
            "org.casus.cli",
            "org.casus.export",
            "org.casus.eval",
            "org.casus.feed",
            "org.casus.fetch",
            "org.casus.listing",
            "org.casus.log",
            "org.casus.metrics",
            "org.casus.position",
            "org.casus.samples",
            "org.casus.server",
            "org.casus.store",
            "org.casus.story",
            "org.casus.watch"
        },
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsGoOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.casus.cli")
            .layer("server")
            .definedBy("org.casus.server")
            .layer("store")
            .definedBy("org.casus.store")
            .layer("export")
            .definedBy("org.casus.export")
            .layer("eval")
            .definedBy("org.casus.eval")
            .layer("feed")
            .definedBy("org.casus.feed")
            .layer("fetch")
            .definedBy("org.casus.fetch")
            .layer("listing")
            .definedBy("org.casus.listing")
            .layer("watch")
            .definedBy("org.casus.watch")
            .layer("log")
            .definedBy("org.casus.log")
            .layer("metrics")
            .definedBy("org.casus.metrics")
            .layer("position")
            .definedBy("org.casus.position")
            .layer("story")
            .definedBy("org.casus.story")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("watch")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("watch", "server", "cli")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("server", "cli")
            .whereLayer("eval")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("feed")
            .mayOnlyBeAccessedByLayers("watch", "server", "cli")
            .whereLayer("fetch")
            .mayOnlyBeAccessedByLayers("listing", "watch", "cli")
            .whereLayer("listing")
            .mayOnlyBeAccessedByLayers("watch", "cli")
            .whereLayer("log")
            .mayOnlyBeAccessedByLayers("server", "cli")
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers("watch", "server", "cli")
            .whereLayer("position")
            .mayOnlyBeAccessedByLayers("store", "server", "cli")
            .whereLayer("story")
            .mayOnlyBeAccessedByLayers("store", "export", "server", "cli");
}
