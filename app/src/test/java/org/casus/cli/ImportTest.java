package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dictionaries in PETRARCH's form become tables that the program reads. */
class ImportTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void dictionaries() throws IOException {
        out = folder.resolve("tables");
        Files.writeString(folder.resolve("Our.actors.txt"), """
                # actors of a made-up valley
                ZORAN_QUILLBERT_ ; head of the valley's council
                +ZORAN_QUILBERT_
                \t[BIHGOV 100301-141231]
                \t[BIHELI >150101]
                QUILLBERT_VALLEY_COUNCIL_ [BIHGOV]
                MOUNTAIN_PEOPLE_ [XYZCVL]
                NAMELESS_
                """);
        Files.writeString(folder.resolve("Our.agents.txt"), """
                !LEADER! = WARDEN, KEEPER
                VALLEY_!LEADER! [~GOV]
                BELLRINGER {BELLRINGERS} [~REL]
                JUGGLER [~XXX]
                """);
        Files.writeString(folder.resolve("Our.verbs.txt"), """
                &WEAPON
                +GUN
                --- LAMBAST [111] ---
                LAMBAST {LAMBASTS LAMBASTED LAMBASTING}
                - * OVER_GRAZING [112]
                - $ * + &WEAPON [190]
                """);
        Files.writeString(folder.resolve("notes.txt"), "nothing\n");
    }

    @Test
    void actors_agents_and_verbs_become_tables_that_the_program_reads() throws IOException {
        Run run = Run.of("import", "petrarch", folder.toString(), "--out", out.toString());
        assertThat(run.code()).isZero();
        assertThat(out.resolve("people.tsv")).hasContent("""
                        zoran-quillbert\tZoran Quillbert\tZoran Quilbert\tBIH\tGOV\tofficial\t2010-03-01\t2014-12-31
                        zoran-quillbert\tZoran Quillbert\t\tBIH\tELI\tofficial\t2015-01-01\t""");
        assertThat(out.resolve("bodies.tsv"))
                .hasContent("quillbert-valley-council\tQuillbert Valley Council\t\tBIH\tGOV");
        assertThat(out.resolve("roles.tsv")).hasContent("""
                        GOV\tperson\tvalley warden\tvalley warden|valley keeper
                        REL\tperson\tbellringer\tbellringer|bellringers""");
        assertThat(out.resolve("triggers.tsv")).hasContent("""
                        111\tv\tlambast\t>
                        112\tv\tlambast over grazing\t>""");
        assertThat(run.err())
                .contains(
                        "line 7: Mountain People [XYZCVL]",
                        "line 8: Nameless has no code",
                        "line 4: [~XXX] is no sector",
                        "1 of 2 patterns not carried over",
                        "notes.txt: not carried over");

        String[] own = {
            "--actors", out.resolve("people.tsv").toString(),
            "--actors", out.resolve("roles.tsv").toString(),
            "--triggers", out.resolve("triggers.tsv").toString()
        };
        assertThat(Run.of(
                                "actor",
                                own[0],
                                own[1],
                                own[2],
                                own[3],
                                own[4],
                                own[5],
                                "--date",
                                "2012-05-01",
                                "Zoran Quilbert")
                        .out())
                .contains("\"country\":\"BIH\",\"sector\":\"GOV\"");
        assertThat(Run.of("actor", own[0], own[1], own[2], own[3], own[4], own[5], "a Bosnian bellringer")
                        .out())
                .contains("\"country\":\"BIH\",\"sector\":\"REL\"");
    }

    @Test
    void a_row_of_ones_own_takes_the_place_of_the_programs() throws IOException {
        Path own = folder.resolve("own.tsv");
        Files.writeString(own, "nato\tNATO\tthe Alliance of Oslo\tNOR\tNGO\n");
        assertThat(Run.of("actor", "--actors", own.toString(), "NATO").out()).contains("\"country\":\"NOR\"");
        assertThat(Run.of("actor", "NATO").out()).contains("\"country\":\"IGO\"");
    }

    @Test
    void a_wrong_table_or_folder_is_named() throws IOException {
        Path own = folder.resolve("own.tsv");
        Files.writeString(own, "id\tname\n");
        Run columns = Run.of("actor", "--actors", own.toString(), "NATO");
        assertThat(columns.code()).isEqualTo(2);
        assertThat(columns.err()).contains("own.tsv, line 1: 2 columns where 8 or 5 or 4 are needed");
        Files.writeString(own, "x\tX Club\t\tATLANTIS\tNGO\n");
        assertThat(Run.of("actor", "--actors", own.toString(), "NATO").err())
                .contains("own.tsv, line 1: 'ATLANTIS' is no country");
        assertThat(Run.of("import", "petrarch", folder.resolve("none").toString())
                        .code())
                .isEqualTo(2);
        assertThat(Run.of("import", "tabari", folder.toString()).err()).contains("'tabari' is none of: petrarch");
    }
}
