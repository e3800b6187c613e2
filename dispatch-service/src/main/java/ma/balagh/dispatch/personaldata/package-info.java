/** Finds what would tell of a person in texts that are to be published, in Arabic, French and English. */
@NullMarked
package ma.balagh.dispatch.personaldata;

import org.jspecify.annotations.NullMarked;
