package org.casus.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.casus.actor.Entry.Office;
import org.casus.actor.Entry.Person;
import org.jspecify.annotations.Nullable;

/** Those who head a state or its government, by surname, so that "the Bush administration" has a country. */
final class Leaders {
    private static final Set<String> HEADS =
            Set.of("president", "prime minister", "chancellor", "head of state", "interim president", "military ruler");

    private final Map<String, List<Office>> bySurname = new HashMap<>();

    Leaders(ActorBook book) {
        book.aliases()
                .values()
                .forEach(same -> same.forEach(alias -> {
                    if (alias.entry() instanceof Person person) {
                        add(alias.words().get(alias.words().size() - 1), person);
                    }
                }));
    }

    private void add(String surname, Person person) {
        for (Office office : person.offices()) {
            if (HEADS.contains(office.role()) && Actor.isCountry(office.country())) {
                bySurname
                        .computeIfAbsent(surname.toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                        .add(office);
            }
        }
    }

    /**
     * The country that one of this surname led: at the date, else ever; null where nobody did or leaders of several countries.
     *
     * @param date null: ever
     */
    @Nullable
    String countryOf(String surname, @Nullable LocalDate date) {
        List<Office> offices = bySurname.getOrDefault(surname.toLowerCase(Locale.ROOT), List.of());
        List<Office> then = offices.stream()
                .filter(office -> date != null && office.period().contains(date))
                .toList();
        List<String> countries = (then.isEmpty() ? offices : then)
                .stream().map(Office::country).distinct().toList();
        return countries.size() == 1 ? countries.get(0) : null;
    }
}
