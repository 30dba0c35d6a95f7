package org.casus.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casus.actor.ActorBook;
import org.casus.position.Disputes.Dispute;
import org.junit.jupiter.api.Test;

class DisputesTest {
    private static final List<Dispute> DISPUTES = Disputes.bundled().all();

    @Test
    void are_many_and_sorted_each_once() {
        List<String> ids = DISPUTES.stream().map(Dispute::id).toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(300).isSorted().doesNotHaveDuplicates();
        assertThat(DISPUTES).extracting(Dispute::name).doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void have_parties_that_the_actor_book_knows() {
        ActorBook book = ActorBook.bundled();
        List<String> unknown = new ArrayList<>();
        for (Dispute dispute : DISPUTES) {
            assertThat(dispute.parties()).as(dispute.id()).isNotEmpty();
            for (String party : dispute.parties()) {
                if (!book.isCountry(party) && book.body(party).isEmpty()) {
                    unknown.add(dispute.id() + ": " + party);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** "nuclear programme" is that of Iran or of North Korea: whoever is supported tells which, so two may share one party at most. */
    @Test
    void share_a_name_only_where_the_parties_tell_them_apart() {
        Map<String, List<Dispute>> named = new TreeMap<>();
        for (Dispute dispute : DISPUTES) {
            assertThat(dispute.names()).as(dispute.id()).isNotEmpty().isSorted().doesNotHaveDuplicates();
            dispute.names()
                    .forEach(name -> named.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(dispute));
        }
        for (List<Dispute> same : named.values()) {
            for (int i = 1; i < same.size(); i++) {
                Set<String> common = new HashSet<>(same.get(0).parties());
                common.retainAll(same.get(i).parties());
                assertThat(common).as(same.toString()).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void names_are_found_as_whole_words() {
        Disputes disputes = Disputes.bundled();
        assertThat(disputes.in("The claim to Kashmir and the Nuclear Programme"))
                .extracting(named -> named.dispute().id())
                .contains("jammu-and-kashmir", "iran-nuclear-programme", "north-korea-nuclear-programme");
        assertThat(disputes.in("Kashmirs goods and a golan")).isEmpty();
    }
}
