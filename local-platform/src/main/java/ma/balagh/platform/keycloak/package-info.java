/** Keycloak from its distribution, with the local realm of demo accounts. */
@NullMarked
package ma.balagh.platform.keycloak;

import org.jspecify.annotations.NullMarked;
