package ma.balagh.intake.source.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a linked medium is, as its feed has it: a claim, until its bytes are there. */
public enum MediumKind {
    VIDEO,
    AUDIO,
    IMAGE,
    OTHER;

    private static final Pattern SUBTYPE = Pattern.compile("/.*+");
    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{2,5})$");
    private static final Set<String> PLAY_LISTS =
            Set.of("application/x-mpegurl", "application/vnd.apple.mpegurl", "application/dash+xml", "application/mp4");
    private static final Set<String> VIDEO_ENDINGS = Set.of(
            "mp4", "m4v", "mov", "webm", "mkv", "avi", "3gp", "flv", "mpg", "mpeg", "ts", "ogv", "wmv", "m3u8", "mpd");
    private static final Set<String> AUDIO_ENDINGS = Set.of("mp3", "m4a", "ogg", "oga", "opus", "wav", "aac", "flac");
    private static final Set<String> IMAGE_ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "webp", "heic", "avif");

    /**
     * @param medium the word of the feed itself for it: {@code video}, {@code gifv}, {@code audio}, {@code image}
     * @param type its media type
     * @param path of its address, whose ending tells where nothing else does
     */
    static MediumKind of(@Nullable String medium, @Nullable String type, @Nullable String path) {
        MediumKind told = byWord(medium == null ? "" : medium.toLowerCase(Locale.ROOT));
        if (told == OTHER && type != null) {
            told = PLAY_LISTS.contains(type)
                    ? VIDEO
                    : byWord(SUBTYPE.matcher(type).replaceFirst(""));
        }
        return told == OTHER && path != null ? byEnding(path) : told;
    }

    private static MediumKind byWord(String word) {
        return switch (word) {
            case "video", "gifv" -> VIDEO;
            case "audio" -> AUDIO;
            case "image" -> IMAGE;
            default -> OTHER;
        };
    }

    private static MediumKind byEnding(String path) {
        Matcher ending = ENDING.matcher(path);
        String name = ending.find() ? ending.group(1).toLowerCase(Locale.ROOT) : "";
        return VIDEO_ENDINGS.contains(name)
                ? VIDEO
                : AUDIO_ENDINGS.contains(name) ? AUDIO : IMAGE_ENDINGS.contains(name) ? IMAGE : OTHER;
    }
}
