package ma.balagh.dispatch.road;

import com.graphhopper.util.JsonFeature;
import com.graphhopper.util.JsonFeatureCollection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/**
 * What an import of roads reflects upon in a native image: countries, which Jackson reads, and the messages of extracts,
 * whose fields Protocol Buffers find by the names of methods.
 */
@RegisterForReflection(
        targets = {
            JsonFeature.class,
            JsonFeatureCollection.class,
            Fileformat.Blob.class,
            Fileformat.Blob.Builder.class,
            Fileformat.BlobHeader.class,
            Fileformat.BlobHeader.Builder.class,
            Osmformat.HeaderBlock.class,
            Osmformat.HeaderBlock.Builder.class,
            Osmformat.HeaderBBox.class,
            Osmformat.HeaderBBox.Builder.class,
            Osmformat.PrimitiveBlock.class,
            Osmformat.PrimitiveBlock.Builder.class,
            Osmformat.PrimitiveGroup.class,
            Osmformat.PrimitiveGroup.Builder.class,
            Osmformat.StringTable.class,
            Osmformat.StringTable.Builder.class,
            Osmformat.Info.class,
            Osmformat.Info.Builder.class,
            Osmformat.DenseInfo.class,
            Osmformat.DenseInfo.Builder.class,
            Osmformat.DenseNodes.class,
            Osmformat.DenseNodes.Builder.class,
            Osmformat.Node.class,
            Osmformat.Node.Builder.class,
            Osmformat.Way.class,
            Osmformat.Way.Builder.class,
            Osmformat.Relation.class,
            Osmformat.Relation.Builder.class
        })
final class RoadGraphReflection {

    private RoadGraphReflection() {}
}
