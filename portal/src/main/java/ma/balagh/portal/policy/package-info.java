/** Pages for the targets of an incident's stages, and for who is called when one is missed. */
@NullMarked
package ma.balagh.portal.policy;

import org.jspecify.annotations.NullMarked;
