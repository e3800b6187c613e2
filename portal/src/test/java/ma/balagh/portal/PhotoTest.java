package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crew brings a picture from its incident, with a network and without one. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class PhotoTest {

    private static final String BROUGHT = "POST /field-media";
    private static final String PROGRESS = "POST /assignments/" + Ids.ASSIGNMENT + "/progress";
    private static final String ASSISTANCE = "POST /assignments/" + Ids.ASSIGNMENT + "/assistance";
    private static final String PICTURE = "not really a picture";
    private static final String SEND = "#photo button";

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void openThePhone() {
        services.reset();
        services.answer("GET /incidents", 200, FakeServices.resource("incidents-assigned.json"));
        services.answer("GET /incidents/" + Ids.INCIDENT, 200, FakeServices.resource("incident-assigned.json"));
        services.answer(BROUGHT, 201, "{}");
        FakeSuite.login().grant("field-unit");
        page = chromium.pageOfAmina();
        page.navigate("/assignment?lang=en");
        page.evaluate("navigator.serviceWorker.ready");
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        page.reload();
    }

    @AfterEach
    void signOut() {
        page.context().close();
        FakeSuite.login().reset();
    }

    @Test
    void bringsAPictureForTheDossierOfTheIncident() {
        // When
        choosePicture();
        page.fill("#photo input[name=note]", "sac & couteau");
        page.click(SEND);

        // Then
        assertThat(page.locator(".note-good")).hasText("The photo is secured as evidence.");
        var brought = services.last(BROUGHT);
        assertThat(brought.body()).isEqualTo(PICTURE);
        assertThat(brought.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(brought.header("Idempotency-Key")).isNotBlank();
        assertThat(brought.query())
                .contains("dossierId=" + Ids.DOSSIER, "jurisdiction=MA-CAS", "takenAt=20")
                .doesNotContain("csrf", "note", "couteau");
        assertThat(brought.header("X-Note")).isEqualTo("UTF-8''sac%20%26%20couteau");
    }

    @Test
    void bringsANoteOfFiveHundredLetters() {
        // Given: no more of them can be typed
        choosePicture();
        page.locator("#photo input[name=note]").pressSequentially("س");
        page.fill("#photo input[name=note]", "س".repeat(500));
        page.locator("#photo input[name=note]").pressSequentially("ش");

        // When
        page.click(SEND);

        // Then
        page.waitForCondition(() -> services.calls().contains(BROUGHT));
        assertThat(services.last(BROUGHT).header("X-Note")).isEqualTo("UTF-8''" + "%D8%B3".repeat(500));
    }

    @Test
    void holdsUpNoCallForHelpWhileAPictureIsSent() {
        // Given
        services.answer(ASSISTANCE, 200, FakeServices.resource("incident-assigned.json"));
        services.leaveUnanswered(BROUGHT);
        choosePicture();
        page.click(SEND);
        page.waitForCondition(() -> services.calls().contains(BROUGHT));

        // When
        page.click("#assistance-question summary");
        page.click("#assistance-question button");

        // Then
        page.waitForCondition(() -> services.calls().contains(ASSISTANCE));
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        assertThat(page.locator("[data-waiting] li")).hasText(Pattern.compile("Send the photo"));
    }

    @Test
    void leavesACallForHelpThatIsBeingTypedWhenAPictureIsSent() {
        // Given
        var sent = new ArrayList<Route>();
        page.route("**/assignment-photos/**", sent::add);
        choosePicture();
        page.click(SEND);
        page.waitForCondition(() -> sent.size() == 1);
        page.click("#assistance-question summary");
        page.fill("#assistance-question input[name=note]", "two of them are");

        // When
        sent.getFirst().resume();

        // Then
        assertThat(page.locator(".note-good")).hasText("The photo is secured as evidence.");
        assertThat(page.locator("#assistance-question input[name=note]")).hasValue("two of them are");
        assertThat(page.locator("#assistance-question input[name=note]")).isFocused();

        // And when: what was said of the one is not said of the next
        page.context().setOffline(true);
        choosePicture();
        page.click(SEND);

        // Then
        assertThat(page.locator(".note-good")).hasCount(0);
    }

    @Test
    void holdsUpNoStepWithAPictureThatCannotBeSent() {
        // Given
        services.answer(PROGRESS, 200, FakeServices.resource("incident-assigned.json"));
        services.answer(BROUGHT, 503, "{}");
        choosePicture();
        page.click(SEND);
        page.waitForCondition(() -> services.calls().contains(BROUGHT));

        // When
        page.click("#next-ACKNOWLEDGED");

        // Then
        page.waitForCondition(() -> services.calls().contains(PROGRESS));
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        assertThat(page.locator("[data-waiting] li")).hasText(Pattern.compile("Send the photo"));
        assertThat(page.locator("#next-ACKNOWLEDGED")).isHidden();
        assertThat(page.locator("#next-EN_ROUTE")).isVisible();

        // And when
        services.answer(BROUGHT, 201, "{}");
        Chromium.tellOfNetwork(page);

        // Then
        assertThat(page.locator(".note-good")).hasText("The photo is secured as evidence.");
    }

    @Test
    void keepsAPictureUntilThereIsANetwork() {
        // Given
        page.context().setOffline(true);
        choosePicture();
        page.click(SEND);
        assertThat(page.locator("[data-waiting] li")).hasText(Pattern.compile("Send the photo"));
        assertThat(page.locator("#photo .field").first()).not().hasAttribute("data-chosen", Pattern.compile("."));

        // When
        page.reload();
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        page.context().setOffline(false);
        Chromium.tellOfNetwork(page);

        // Then
        page.waitForCondition(() -> services.calls().contains(BROUGHT));
        assertThat(services.last(BROUGHT).body()).isEqualTo(PICTURE);
        assertThat(page.locator(".kept")).isHidden();
    }

    @Test
    void saysWhenAPictureWasTakenThatWaited() {
        // Given
        page.clock().install();
        page.context().setOffline(true);
        choosePicture();
        page.click(SEND);
        assertThat(page.locator("[data-waiting] li")).hasCount(1);
        page.clock().fastForward(60_000);

        // When
        page.context().setOffline(false);
        Chromium.tellOfNetwork(page);

        // Then
        page.waitForCondition(() -> services.calls().contains(BROUGHT));
        var takenAt = Instant.parse(services.last(BROUGHT).query().replaceFirst(".*takenAt=([^&]*).*", "$1"));
        assertThat(takenAt).isBefore(Instant.now().minusSeconds(50));
    }

    @Test
    void showsWhyAPictureIsNotTakenIn() {
        // Given
        services.answer(BROUGHT, 413, """
                {"type": "/problems/payload-too-large", "title": "The body is too large", "status": 413}
                """);

        // When
        choosePicture();
        page.click(SEND);

        // Then
        assertThat(page.locator("[data-refused] [role=alert]")).isVisible();
    }

    @Test
    void saysThatThePhoneHasNoRoom() {
        // Given
        choosePicture();
        page.fill("#photo input[name=note]", "sac");
        page.evaluate("""
                () => {
                  IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
                }""");

        // When
        page.click(SEND);

        // Then
        assertThat(page.locator("#photo .form-problem [role=alert]")).hasText(Pattern.compile("no room"));
        assertThat(services.calls()).doesNotContain(BROUGHT);
        assertThat(page.locator("#photo input[name=note]")).hasValue("sac");
        assertThat(page.evaluate("document.querySelector('#photo input[type=file]').files.length"))
                .isEqualTo(1);
        assertThat(page.locator("#photo .field").first()).hasAttribute("data-chosen", "scene.jpg");
    }

    private void choosePicture() {
        page.setInputFiles(
                "#photo input[type=file]",
                new FilePayload("scene.jpg", "image/jpeg", PICTURE.getBytes(StandardCharsets.UTF_8)));
    }
}
