/** Communiqués: drafted from facts, checked for personal data, approved by two people, published, corrected, retracted. */
@NullMarked
package ma.balagh.dispatch.communique;

import org.jspecify.annotations.NullMarked;
