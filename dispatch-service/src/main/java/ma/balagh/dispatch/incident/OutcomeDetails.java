package ma.balagh.dispatch.incident;

import java.util.List;

/**
 * What belongs to an outcome besides its kind. No name of anybody.
 *
 * @param arrests references of arrested persons, as far as they are known
 */
public record OutcomeDetails(List<SeizedObject> seized, List<InjuredPersons> injured, List<ArrestReference> arrests) {

    public OutcomeDetails {
        seized = List.copyOf(seized);
        injured = List.copyOf(injured);
        arrests = List.copyOf(arrests);
    }
}
