/** Whether the manifests of {@code k8s/} mean what they should: what an API server cannot know, said before it is asked. */
@NullMarked
package ma.balagh.manifests;

import org.jspecify.annotations.NullMarked;
