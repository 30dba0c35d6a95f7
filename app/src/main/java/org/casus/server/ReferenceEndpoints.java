package org.casus.server;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.actor.Sector;
import org.casus.codebook.CameoCode;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.codebook.TypeDefinition;
import org.jspecify.annotations.Nullable;

/** What the codes mean. */
final class ReferenceEndpoints {
    private static final Map<Sector, String> SECTORS = new EnumMap<>(Map.ofEntries(
            Map.entry(Sector.GOV, "government"),
            Map.entry(Sector.MIL, "military"),
            Map.entry(Sector.LEG, "legislature"),
            Map.entry(Sector.JUD, "judiciary"),
            Map.entry(Sector.COP, "police"),
            Map.entry(Sector.SPY, "intelligence"),
            Map.entry(Sector.PTY, "political party"),
            Map.entry(Sector.OPP, "opposition"),
            Map.entry(Sector.REB, "rebels"),
            Map.entry(Sector.PRM, "paramilitary"),
            Map.entry(Sector.UAF, "unidentified armed force"),
            Map.entry(Sector.CRM, "criminals"),
            Map.entry(Sector.CVL, "civilians"),
            Map.entry(Sector.SOC, "civil society"),
            Map.entry(Sector.JRN, "journalists"),
            Map.entry(Sector.MED, "medicine"),
            Map.entry(Sector.BUS, "business"),
            Map.entry(Sector.LAB, "labour"),
            Map.entry(Sector.AGR, "agriculture"),
            Map.entry(Sector.EDU, "education"),
            Map.entry(Sector.REL, "religion"),
            Map.entry(Sector.REF, "refugees"),
            Map.entry(Sector.ELI, "elites"),
            Map.entry(Sector.PRE, "prisoners"),
            Map.entry(Sector.UNK, "unknown"),
            Map.entry(Sector.IGO, "intergovernmental organisation"),
            Map.entry(Sector.NGO, "non-governmental organisation"),
            Map.entry(Sector.MNC, "multinational company")));

    private final Codebook codebook;

    ReferenceEndpoints(Codebook codebook) {
        this.codebook = codebook;
    }

    private record TypeView(String type, String name, String definition, String quad) {}

    private record CameoView(
            String code, String name, @Nullable EventType type, double goldstein) {}

    private record SectorView(Sector code, String name) {}

    private record CodebookView(List<TypeView> types, List<CameoView> cameo, List<SectorView> sectors) {}

    List<Endpoint> all() {
        // it does not change while the server runs
        Answer book = new Answer(Json.bytes(book()));
        return List.of(Endpoint.get(
                "/api/codebook",
                "reference",
                "What the codes mean",
                List.of(),
                Endpoint.Reply.json(
                        "types, CAMEO codes and sectors",
                        Schema.object(
                                "types",
                                        Schema.list(Schema.object(
                                                "type",
                                                Schemas.TYPE,
                                                "name",
                                                Schema.text(),
                                                "definition",
                                                Schema.text(),
                                                "quad",
                                                Schemas.QUAD)),
                                "cameo",
                                        Schema.list(Schema.object(
                                                "code", Schema.text(),
                                                "name", Schema.text(),
                                                "type", Schemas.TYPE.orNull(),
                                                "goldstein", Schemas.SCORE)),
                                "sectors", Schema.list(Schema.object("code", Schemas.SECTOR, "name", Schema.text())))),
                call -> call.answer(Json.MEDIA_TYPE, book)));
    }

    private CodebookView book() {
        Collection<CameoCode> codes = codebook.codes();
        return new CodebookView(
                Arrays.stream(EventType.values())
                        .map(codebook::definition)
                        .map(ReferenceEndpoints::view)
                        .toList(),
                codes.stream()
                        .map(code -> new CameoView(code.code(), code.name(), code.type(), code.goldstein()))
                        .toList(),
                Arrays.stream(Sector.values())
                        .map(sector -> new SectorView(sector, SECTORS.get(sector)))
                        .toList());
    }

    private static TypeView view(TypeDefinition definition) {
        String name = definition.type().name();
        return new TypeView(
                name,
                name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT),
                definition.definition(),
                definition.quad().label());
    }
}
