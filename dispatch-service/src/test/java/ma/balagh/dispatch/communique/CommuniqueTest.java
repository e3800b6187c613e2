package ma.balagh.dispatch.communique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.ProblemException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CommuniqueTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final CommuniqueActor AMAL = new CommuniqueActor("1", "amal");
    private static final CommuniqueActor BADR = new CommuniqueActor("2", "badr");

    /** What somebody tries: who, and what of the acts. */
    record Act(int who, int what) {}

    @Property(tries = 500)
    void isOfTwoPeopleWhateverTheyDo(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 19) Integer> acts) {
        // Given
        var communique = draft(person(0));
        Set<String> writers = new HashSet<>(Set.of(person(0).id()));

        // When
        for (int act : acts) {
            boolean wrote = tryTo(communique, act % 5, person(act / 5));
            if (wrote) {
                writers.add(person(act / 5).id());
            }

            // Then
            if (communique.state() == CommuniqueState.APPROVED) {
                assertThat(writers).doesNotContain(communique.approvedById());
            }
            assertThat(communique.editors()).containsExactlyInAnyOrderElementsOf(writers);
        }
    }

    /** @return whether the act wrote in it */
    private static boolean tryTo(Communique communique, int what, CommuniqueActor by) {
        try {
            switch (what) {
                case 0 -> {
                    communique.rewrite(content(null), by, NOON);
                    return true;
                }
                case 1 -> communique.approve(0, by, NOON);
                case 2 -> communique.approve(1, by, NOON);
                case 3 -> communique.retract("nothing of it is known", by, NOON);
                default -> communique.correct(IdGenerator.next(), NOON);
            }
        } catch (ProblemException refused) {
            // As it should be.
        }
        return false;
    }

    @Test
    void isPublishedOnceItsEmbargoIsOver() {
        // Given
        var communique = Communique.draft(IdGenerator.next(), content(NOON.plusSeconds(60)), null, AMAL, NOON);

        // When
        communique.approve(0, BADR, NOON);

        // Then
        assertThat(communique.isPublished(NOON)).isFalse();
        assertThat(communique.isPublished(NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void isNeverPublishedWhenWithdrawnBefore() {
        // Given
        var communique = Communique.draft(IdGenerator.next(), content(NOON.plusSeconds(60)), null, AMAL, NOON);
        communique.approve(0, BADR, NOON);

        // When
        communique.retract("nothing of it is known", AMAL, NOON.plusSeconds(30));

        // Then
        assertThat(communique.isPublished(NOON.plusSeconds(90))).isFalse();
    }

    @Test
    void keepsItsTextWhenApproved() {
        // Given
        var communique = draft(AMAL);
        communique.approve(0, BADR, NOON);

        // When // Then
        assertThatThrownBy(() -> communique.rewrite(content(null), AMAL, NOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("communique-out-of-turn");
    }

    @Test
    void waitsWhileSomethingIsOpen() {
        // Given
        var communique = draft(AMAL);

        // When // Then
        assertThatThrownBy(() -> communique.approve(1, BADR, NOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("findings-open");
    }

    private static CommuniqueActor person(int number) {
        return new CommuniqueActor("person-" + number, "somebody");
    }

    private static Communique draft(CommuniqueActor by) {
        return Communique.draft(IdGenerator.next(), content(null), null, by, NOON);
    }

    private static CommuniqueDraft content(@org.jspecify.annotations.Nullable Instant embargo) {
        return new CommuniqueDraft(
                "MA-CAS",
                CommuniqueKind.STATEMENT,
                new CommuniqueTexts("بلاغ للعموم في الموضوع", "Un texte pour le public", "A text for the public"),
                List.of(),
                null,
                embargo);
    }
}
