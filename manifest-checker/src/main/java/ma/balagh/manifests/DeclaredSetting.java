package ma.balagh.manifests;

import org.jspecify.annotations.Nullable;

/**
 * A setting as the sources of an application declare it.
 *
 * @param key in kebab-case; a star stands for a part that is chosen by whoever sets it
 * @param standard what holds where nobody sets it; null where nothing does
 * @param meaning what the comment says; empty without one
 */
record DeclaredSetting(String key, @Nullable String standard, String meaning) {

    /** With what a properties file says, which counts for more than the default in the code; the comment there for less. */
    DeclaredSetting and(@Nullable String value, String comment) {
        return new DeclaredSetting(key, value == null ? standard : value, meaning.isEmpty() ? comment : meaning);
    }
}
