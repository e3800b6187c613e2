package ma.balagh.dispatch.rights;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rights of all who were arrested in an incident.
 *
 * @param persons by their numbers
 * @param missing how many duties are missing for all of them together
 * @param history everything that was told, in that order; corrected entries, too
 */
public record RightsChecklist(List<ArrestedPerson> persons, int missing, List<RightsEntry> history) {

    public RightsChecklist {
        persons = List.copyOf(persons);
        history = List.copyOf(history);
    }

    /**
     * @param arrested how many the outcome says; null while there is none, so that those count who were told of
     * @param before how many the outcome said before the incident was reopened
     */
    static RightsChecklist of(List<RightsEntry> history, @Nullable Integer arrested, int before) {
        int count = arrested != null
                ? arrested
                : history.stream().mapToInt(RightsEntry::person).reduce(before, Math::max);
        var persons = IntStream.rangeClosed(1, count)
                .mapToObj(person -> ArrestedPerson.of(
                        person,
                        history.stream()
                                .filter(entry -> entry.person() == person)
                                .toList()))
                .toList();
        int missing =
                persons.stream().mapToInt(person -> person.missing().size()).sum();
        return new RightsChecklist(persons, missing, history);
    }

    Optional<ArrestedPerson> person(int number) {
        return persons.stream().filter(each -> each.person() == number).findFirst();
    }

    boolean isTold(int person) {
        return history.stream().anyMatch(entry -> entry.person() == person && entry.isAboutPerson());
    }
}
