/** Owns the answer to the campaign: figures for the public, with small numbers protected. */
@NullMarked
package ma.balagh.dispatch.campaign;

import org.jspecify.annotations.NullMarked;
