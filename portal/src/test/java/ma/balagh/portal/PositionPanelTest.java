package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit's phone sends where it is while its crew wants that, and at no other time. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class PositionPanelTest {

    private static final String POSITION = "PUT /units/" + Ids.UNIT + "/position";

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
        services.answer(POSITION, 200, "{}");
    }

    @Test
    void mayAskForThePositionOnThatPageAlone() {
        // Given
        var unit = Browser.of("unit1", "field-unit");
        var dispatcher = Browser.of("karim", "dispatcher");

        // Then
        assertThat(unit.get("/assignment").header("Permissions-Policy")).contains("geolocation=(self)");
        assertThat(dispatcher.get("/incidents").header("Permissions-Policy")).contains("geolocation=()");
    }

    @Test
    void sendsNothingUntilItIsTurnedOn() {
        // Given
        Page page = assignment();
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(33.5731, -7.5898).setAccuracy(12));

        // When
        assertThat(page.locator("[data-when=OFF]")).isVisible();
        assertThat(services.calls()).doesNotContain(POSITION);
        page.locator("[data-position-switch]").check();

        // Then
        assertThat(page.locator("[data-when=SENT]")).isVisible();
        assertThat(page.locator("[data-when=SENT] time")).not().isEmpty();
        assertThat(services.last(POSITION).body())
                .contains("\"latitude\":33.5731", "\"longitude\":-7.5898", "\"accuracy\":12")
                .doesNotContain("heading");

        // When: the page comes anew, as it does after each act
        page.reload();

        // Then
        assertThat(page.locator("[data-position-switch]")).isChecked();
        page.locator("[data-position-switch]").uncheck();
        assertThat(page.locator("[data-when=OFF]")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void saysWhenItWasSentAsThePageSaysTimes(String language) {
        // Given
        Page page = chromium.pageOf("field-unit");
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(33.5731, -7.5898));
        page.clock().setFixedTime("2026-01-15T22:05:09Z");
        page.navigate("/assignment?lang=" + language);

        // When
        page.locator("[data-position-switch]").check();

        // Then
        assertThat(page.locator("[data-when=SENT] time")).hasText("23:05");
    }

    @Test
    void sendsNoTimeOfAPhoneWhoseClockIsWrong() {
        // Given
        Page page = chromium.pageOf("field-unit");
        page.addInitScript("""
            navigator.geolocation.getCurrentPosition = (found) => found({
              timestamp: Date.now() + 60_000, coords: { latitude: 33.5731, longitude: -7.5898, accuracy: 12 } });
            """);
        page.navigate("/assignment?lang=en");

        // When
        page.locator("[data-position-switch]").check();

        // Then
        assertThat(page.locator("[data-when=SENT]")).isVisible();
        assertThat(services.last(POSITION).body()).contains("33.5731").doesNotContain("\"at\"");
    }

    @Test
    void saysThatTheBrowserDoesNotAllowIt() {
        // Given
        Page page = assignment();
        page.context().clearPermissions();

        // When: the switch goes back, so that it is not for Playwright to check
        page.locator("[data-position-switch]").click();

        // Then
        assertThat(page.locator("[data-when=DENIED]")).isVisible();
        assertThat(page.locator("[data-position-switch]")).not().isChecked();
        assertThat(services.calls()).doesNotContain(POSITION);
    }

    @Test
    void saysThatItCouldNotBeSent() {
        // Given
        services.answer(POSITION, 503, "{\"type\":\"/problems/unavailable\",\"status\":503}");
        Page page = assignment();
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new Geolocation(33.5731, -7.5898));

        // When
        page.locator("[data-position-switch]").check();

        // Then
        assertThat(page.locator("[data-when=UNSENT]")).isVisible();
        assertThat(page.locator("[data-position-switch]")).isChecked();
    }

    private static Page assignment() {
        Page page = chromium.pageOf("field-unit");
        page.navigate("/assignment?lang=en");
        return page;
    }
}
