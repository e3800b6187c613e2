package ma.balagh.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import ma.balagh.portal.upstream.ServiceProblemException;
import org.junit.jupiter.api.Test;

class ViewingPassTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final UUID EVIDENCE = UUID.fromString("01a00000-0000-7000-8000-0000000000e1");
    private static final UUID EXAMINATION = UUID.fromString("01a00000-0000-7000-8000-0000000000e2");
    private static final UUID OTHER = UUID.fromString("01a00000-0000-7000-8000-0000000000e3");

    private final ViewingPass said = ViewingPass.forPurpose("studying the dossier");

    @Test
    void opensTheEvidenceThatItNamesAndNothingElse() throws GeneralSecurityException {
        // Given
        String pass = office("amina", NOW).seal(said.of(EVIDENCE, EXAMINATION));

        // Then
        assertThat(office("amina", NOW).open(pass, EVIDENCE).purpose()).isEqualTo("studying the dossier");
        assertThat(office("amina", NOW).open(pass, EXAMINATION).purpose()).isEqualTo("studying the dossier");
        refuses(office("amina", NOW), pass, OTHER);
        refuses(office("lina", NOW), pass, EVIDENCE);
        refuses(office("amina", NOW), office("amina", NOW).sealPurpose(said.of(EVIDENCE)), EVIDENCE);
    }

    @Test
    void isGoodForMinutesUnlessItIsRenewed() throws GeneralSecurityException {
        // Given
        String pass = office("amina", NOW).seal(said.of(EVIDENCE));
        Instant later = NOW.plus(Duration.ofMinutes(9));
        Instant late = NOW.plus(Duration.ofMinutes(11));

        // When
        String renewed = office("amina", later).renew(pass);

        // Then
        refuses(office("amina", late), pass, EVIDENCE);
        assertThat(office("amina", late).open(renewed, EVIDENCE).things()).containsExactly(EVIDENCE);
        assertThatExceptionOfType(ServiceProblemException.class)
                .isThrownBy(() -> office("amina", late).renew(pass));
    }

    @Test
    void isNotRenewedForEver() throws GeneralSecurityException {
        // Given
        String pass = office("amina", NOW).seal(said.of(EVIDENCE));

        // When
        Instant at = NOW;
        for (int times = 0; times < 53; times++) {
            at = at.plus(Duration.ofMinutes(9));
            pass = office("amina", at).renew(pass);
        }

        // Then
        String last = pass;
        Instant afterHours = at.plus(Duration.ofMinutes(9));
        assertThatExceptionOfType(ServiceProblemException.class)
                .isThrownBy(() -> office("amina", afterHours).renew(last));
    }

    private static void refuses(ViewingPass.Office office, String pass, UUID thing) {
        assertThatExceptionOfType(ServiceProblemException.class).isThrownBy(() -> office.open(pass, thing));
    }

    private static ViewingPass.Office office(String person, Instant now) throws GeneralSecurityException {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person))
                .build();
        return new ViewingPass.Office(
                identity, Clock.fixed(now, ZoneOffset.UTC), "secret", Duration.ofMinutes(10), Duration.ofHours(8));
    }
}
