/** Checks the manifests of {@code k8s/} against each other and the code, before an API server sees them. */
@NullMarked
package ma.balagh.manifests;

import org.jspecify.annotations.NullMarked;
