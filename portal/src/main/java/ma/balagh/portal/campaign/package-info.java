/** The pages of the answer to the campaign: figures and black spots for the public. */
@NullMarked
package ma.balagh.portal.campaign;

import org.jspecify.annotations.NullMarked;
