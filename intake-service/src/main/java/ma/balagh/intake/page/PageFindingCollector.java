package ma.balagh.intake.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.balagh.intake.page.PageFinding.Kind;
import ma.balagh.intake.source.feed.CanonicalAddress;
import ma.balagh.intake.source.feed.WebAddressParser;
import org.jspecify.annotations.Nullable;

/** Collects the media of a page: each address once, and a substitute only where the original is missing. */
final class PageFindingCollector {

    private static final int LONGEST = 4_096;

    /** More than any honest page has; what comes after is counted only. */
    private static final int MOST = 1_000;

    /** Sites, with all names below theirs, that show recordings in a player and not as files. */
    private static final Set<String> PLATFORMS = Set.of(
            "youtube.com",
            "youtu.be",
            "youtube-nocookie.com",
            "facebook.com",
            "fb.watch",
            "fb.com",
            "tiktok.com",
            "instagram.com",
            "twitter.com",
            "x.com",
            "dailymotion.com",
            "dai.ly",
            "vimeo.com",
            "ok.ru",
            "vk.com",
            "rumble.com",
            "t.me",
            "telegram.org",
            "twitch.tv",
            "snapchat.com",
            "linkedin.com",
            "threads.net",
            "streamable.com",
            "players.brightcove.net",
            "soundcloud.com");

    private record Found(PageFinding finding, boolean standIn) {}

    private final URI page;
    private final URI base;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private int seen;
    private int passedOver;

    /** @param base to which the page's links are relative */
    PageFindingCollector(URI page, URI base) {
        this.page = page;
        this.base = base;
    }

    /**
     * A recording that stands at an address.
     *
     * @param type the media type that the page tells for it
     * @return whether it can be fetched
     */
    boolean recording(@Nullable String address, @Nullable String type) {
        return WebAddressParser.of(address, base)
                .map(web -> {
                    Kind kind = kind(web, type == null ? "" : type.toLowerCase(Locale.ROOT));
                    add(web, kind, kind != Kind.MEDIUM);
                    return kind == Kind.MEDIUM;
                })
                .orElse(false);
    }

    /** A player that shows what may be found as a file, too. */
    void player(@Nullable String address) {
        WebAddressParser.of(address, base).ifPresent(web -> add(web, Kind.PLAYER, true));
    }

    /** What a platform's player shows in the middle of the page: nothing else there is the same recording. */
    void embedded(@Nullable String address) {
        WebAddressParser.of(address, base)
                .filter(PageFindingCollector::isPlatform)
                .ifPresent(web -> add(web, Kind.PLAYER, false));
    }

    /** The page itself is the player: what it plays is not written in it. */
    void pageItself() {
        add(page, Kind.PLAYER, true);
    }

    PageContents reading(int most) {
        boolean anyMedium =
                found.values().stream().anyMatch(each -> each.finding().kind() == Kind.MEDIUM);
        List<PageFinding> findings = found.values().stream()
                .filter(each -> !anyMedium || !each.standIn())
                .map(Found::finding)
                .toList();
        List<PageFinding> kept = findings.subList(0, Math.min(most, findings.size()));
        return new PageContents(kept, findings.size() - kept.size() + passedOver);
    }

    private void add(URI told, Kind kind, boolean standIn) {
        URI address = withoutUser(told);
        if (address.toString().length() > LONGEST || ++seen > MOST) {
            passedOver++;
            return;
        }
        boolean itself = canonical(address).equals(canonical(page));
        var fresh = itself
                ? new Found(new PageFinding(page, Kind.PLAYER), true)
                : new Found(new PageFinding(address, kind), standIn);
        found.merge(canonical(address), fresh, PageFindingCollector::tellingMore);
    }

    private static Found tellingMore(Found one, Found other) {
        if (one.finding().kind() == Kind.MEDIUM) {
            return one;
        }
        return other.finding().kind() == Kind.MEDIUM || one.standIn() ? other : one;
    }

    private static Kind kind(URI address, String type) {
        String path = String.valueOf(address.getRawPath()).toLowerCase(Locale.ROOT);
        if (type.contains("mpegurl") || type.contains("dash+xml") || path.endsWith(".m3u8") || path.endsWith(".mpd")) {
            return Kind.PLAYLIST;
        }
        if (type.startsWith("text/html") || type.contains("shockwave") || path.endsWith(".swf")) {
            return Kind.PLAYER;
        }
        boolean told = type.startsWith("video/") || type.startsWith("audio/");
        return isPlatform(address) && !told ? Kind.PLAYER : Kind.MEDIUM;
    }

    private static boolean isPlatform(URI address) {
        String host = address.getHost();
        for (String name = host == null ? "" : host.toLowerCase(Locale.ROOT); !name.isEmpty(); ) {
            if (PLATFORMS.contains(name)) {
                return true;
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return false;
    }

    /** Whoever writes a password into a public page: it is not ours to keep or to use. */
    private static URI withoutUser(URI address) {
        String authority = address.getRawAuthority();
        int at = authority == null ? -1 : authority.lastIndexOf('@');
        if (at < 0) {
            return address;
        }
        try {
            return new URI(address.toString().replace("//" + authority, "//" + authority.substring(at + 1)));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an address without its user is one", e);
        }
    }

    private static String canonical(URI address) {
        return CanonicalAddress.of(address.toString())
                .map(CanonicalAddress::value)
                .orElse(address.toString());
    }
}
