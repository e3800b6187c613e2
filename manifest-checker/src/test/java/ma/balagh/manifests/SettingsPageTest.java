package ma.balagh.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md}: every setting that the sources of the applications declare. */
final class SettingsPageTest {

    private static final Path PAGE = Overlays.CHECKOUT.resolve("docs/settings.md");

    /** Keys and certificates, of which the page says no more than that they are published. */
    private static final int LONGEST_DEFAULT = 80;

    private static final String HEAD = """
            # Settings

            Every setting of our own, as the sources declare it. `SettingsPageTest` of the [manifest checker](../manifest-checker/README.md) fails where this page differs from them, and writes it anew with `-Dbalagh.settings.write=true`.

            In the environment a setting is its key in capitals, with `_` for every other character: `balagh.joint.target` is `BALAGH_JOINT_TARGET`. A default `${NAME:value}` is the value of the variable `NAME`, or the one behind the colon; `-` is none. `*` stands for a name that whoever sets it chooses, such as the user name of an account. Lengths of time are ISO 8601 (`PT30S`, `P7D`) or a number with `s`, `m`, `h` or `d`; sizes have `K`, `M` or `G` of 1,024. What operators set most is explained where it belongs: [operations](operations.md), [referral file](referral-file.md#settings), [retention](retention.md), [logs](logs.md), [task queue](task-queue.md), and the README of each service.
            """;

    @Test
    void hasEverySettingThatTheApplicationsDeclare() throws IOException {
        // Given
        var page = page();

        // When
        if (Boolean.getBoolean("balagh.settings.write")) {
            Files.writeString(PAGE, page);
        }

        // Then
        assertThat(PAGE).hasContent(page);
        assertThat(page)
                .contains(
                        "| `balagh.joint.target` | `PT8M` | Within this time a unit is to be there;",
                        "| `balagh.position.track.retention` | `P30D` |",
                        "| `balagh.intake.quota.account.*.announced` | - |",
                        "| `balagh.source.poll.at-once` | `8` |")
                .doesNotContain("balagh.source.poll.workers`");
    }

    /** A comment where it is declared, in the interface or in the properties. */
    @Test
    void saysOfEachWhatItIsFor() {
        for (var application : DeployedApplication.values()) {
            assertThat(settings(application).values())
                    .filteredOn(setting -> setting.meaning().isBlank())
                    .extracting(DeclaredSetting::key)
                    .as(application.module())
                    .isEmpty();
        }
    }

    private static SortedMap<String, DeclaredSetting> settings(DeployedApplication application) {
        var settings = new TreeMap<>(ApplicationSettingsReader.declaredBy(application, Overlays.CHECKOUT));
        settings.keySet().removeIf(key -> !key.startsWith("balagh."));
        return settings;
    }

    /** First what several applications have alike, then what each has of its own. */
    private static String page() {
        var owners = new TreeMap<String, List<String>>();
        for (var application : DeployedApplication.values()) {
            settings(application)
                    .values()
                    .forEach(setting -> owners.computeIfAbsent(row(setting), row -> new ArrayList<>())
                            .add(application.account()));
        }
        var page = new StringBuilder(HEAD);
        page.append("\n## Several applications\n\n| setting | default | what it is for | of |\n|---|---|---|---|\n");
        owners.forEach((row, of) -> {
            if (of.size() > 1) {
                page.append(row).append(' ').append(String.join(", ", of)).append(" |\n");
            }
        });
        for (var application : DeployedApplication.values()) {
            page.append("\n## ").append(application.module());
            page.append("\n\n| setting | default | what it is for |\n|---|---|---|\n");
            owners.forEach((row, of) -> {
                if (of.equals(List.of(application.account()))) {
                    page.append(row).append('\n');
                }
            });
        }
        return page.toString();
    }

    private static String row(DeclaredSetting setting) {
        return "| `%s` | %s | %s |"
                .formatted(
                        setting.key(),
                        standard(setting.standard()),
                        setting.meaning().replace("|", "\\|"));
    }

    private static String standard(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "-";
        }
        return value.endsWith("-local") || value.length() > LONGEST_DEFAULT
                ? "a published one, for the local platform alone"
                : "`" + value.replace("|", "\\|") + "`";
    }
}
