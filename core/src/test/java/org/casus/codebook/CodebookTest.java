package org.casus.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.casus.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodebookTest {
    private static final Codebook CODEBOOK = Codebook.bundled();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "043,CONSULT,visit,2.8", "051,SUPPORT,-,3.4", "0811,CONCEDE,-,5.0", "0841,RETREAT,release,7.0",
                        "163,SANCTION,discontinue,-8.0",
                "175,COERCE,-,-9.0", "1712,ASSAULT,destroy,-9.2", "190,ASSAULT,-,-10.0", "192,ASSAULT,-,-9.5",
                        "020,REQUEST,-,3.0",
                "094,ACCUSE,investigate,-2.0", "010,-,-,0.0", "0256,REQUEST,yield,-0.3", "1952,ASSAULT,drone,-10.0"
            })
    void knowsWhatPloverMakesOfACode(String code, String type, String mode, double goldstein) {
        CameoCode cameo = CODEBOOK.code(code);
        assertThat(cameo.type() == null ? null : cameo.type().name()).isEqualTo(type);
        assertThat(cameo.mode()).isEqualTo(mode);
        assertThat(cameo.goldstein()).isEqualTo(goldstein);
    }

    @Test
    void hasEveryRootTypeAndParent() {
        assertThat(CODEBOOK.codes().stream().filter(code -> code.parent() == null))
                .hasSize(20);
        assertThat(CODEBOOK.codes()).hasSizeGreaterThan(310).allSatisfy(code -> {
            assertThat(code.goldstein()).isBetween(-10.0, 10.0);
            assertThat(code.root()).isBetween("01", "20");
            assertThat(code.type() == null).isEqualTo(code.root().equals("01"));
        });
        assertThat(CODEBOOK.codes()).extracting(CameoCode::type).containsAll(Arrays.asList(EventType.values()));
    }

    @ParameterizedTest
    @CsvSource({
        "CONSULT,VERBAL_COOPERATION,2.5,true",
        "RETREAT,MATERIAL_COOPERATION,6.5,false",
        "REQUEST,VERBAL_CONFLICT,0,true",
        "PROTEST,MATERIAL_CONFLICT,-5,false",
        "SANCTION,MATERIAL_CONFLICT,-6,true"
    })
    void definesTypes(EventType type, QuadClass quad, double score, boolean target) {
        TypeDefinition definition = CODEBOOK.definition(type);
        assertThat(definition.quad()).isEqualTo(quad);
        assertThat(definition.score()).isEqualTo(score);
        assertThat(definition.targetNeeded()).isEqualTo(target);
        assertThat(definition.definition()).isNotBlank();
    }

    @Test
    void scoresModes() {
        assertThat(CODEBOOK.score(EventType.CONSULT, "visit")).isEqualTo(4.0);
        assertThat(CODEBOOK.score(EventType.CONSULT, null)).isEqualTo(2.5);
        assertThat(CODEBOOK.modes(EventType.ASSAULT)).contains("drone", "abduct");
        assertThat(CODEBOOK.contexts()).hasSize(37);
    }

    @Test
    void namesAnUnknownCode() {
        assertThatThrownBy(() -> CODEBOOK.code("999"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("999");
    }
}
