/** Tests that records, schemas, golden examples and the AsyncAPI document say the same. */
@NullMarked
package ma.balagh.contracts;

import org.jspecify.annotations.NullMarked;
