package ma.balagh.intake.source.feed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;

/**
 * What ROME makes by name in a native image: the parsers, module parsers and converters of its two lists of plugins,
 * which it reads when the first feed is read. A test holds this against those lists.
 */
@RegisterResources(globs = {"rome.properties", "com/rometools/rome/rome.properties"})
@RegisterForReflection(
        fields = false,
        classNames = {
            "com.rometools.modules.atom.io.AtomModuleParser",
            "com.rometools.modules.base.io.CustomTagParser",
            "com.rometools.modules.base.io.GoogleBaseParser",
            "com.rometools.modules.cc.io.ModuleParserRSS1",
            "com.rometools.modules.cc.io.ModuleParserRSS2",
            "com.rometools.modules.content.io.ContentModuleParser",
            "com.rometools.modules.feedpress.io.FeedpressParser",
            "com.rometools.modules.fyyd.io.FyydParser",
            "com.rometools.modules.georss.SimpleParser",
            "com.rometools.modules.georss.W3CGeoParser",
            "com.rometools.modules.itunes.io.ITunesParser",
            "com.rometools.modules.itunes.io.ITunesParserOldNamespace",
            "com.rometools.modules.mediarss.io.AlternateMediaModuleParser",
            "com.rometools.modules.mediarss.io.MediaModuleParser",
            "com.rometools.modules.mediarss.io.RSS20YahooParser",
            "com.rometools.modules.opensearch.impl.OpenSearchModuleParser",
            "com.rometools.modules.photocast.io.Parser",
            "com.rometools.modules.psc.io.PodloveSimpleChapterParser",
            "com.rometools.modules.slash.io.SlashModuleParser",
            "com.rometools.modules.sle.io.ItemParser",
            "com.rometools.modules.sle.io.ModuleParser",
            "com.rometools.modules.thr.io.ThreadingModuleParser",
            "com.rometools.modules.yahooweather.io.WeatherModuleParser",
            "com.rometools.rome.feed.synd.impl.ConverterForAtom03",
            "com.rometools.rome.feed.synd.impl.ConverterForAtom10",
            "com.rometools.rome.feed.synd.impl.ConverterForRSS090",
            "com.rometools.rome.feed.synd.impl.ConverterForRSS091Netscape",
            "com.rometools.rome.feed.synd.impl.ConverterForRSS091Userland",
            "com.rometools.rome.feed.synd.impl.ConverterForRSS092",
            "com.rometools.rome.feed.synd.impl.ConverterForRSS093",
            "com.rometools.rome.feed.synd.impl.ConverterForRSS094",
            "com.rometools.rome.feed.synd.impl.ConverterForRSS10",
            "com.rometools.rome.feed.synd.impl.ConverterForRSS20",
            "com.rometools.rome.io.impl.Atom03Parser",
            "com.rometools.rome.io.impl.Atom10Parser",
            "com.rometools.rome.io.impl.DCModuleParser",
            "com.rometools.rome.io.impl.RSS090Parser",
            "com.rometools.rome.io.impl.RSS091NetscapeParser",
            "com.rometools.rome.io.impl.RSS091UserlandParser",
            "com.rometools.rome.io.impl.RSS092Parser",
            "com.rometools.rome.io.impl.RSS093Parser",
            "com.rometools.rome.io.impl.RSS094Parser",
            "com.rometools.rome.io.impl.RSS10Parser",
            "com.rometools.rome.io.impl.RSS20Parser",
            "com.rometools.rome.io.impl.RSS20wNSParser",
            "com.rometools.rome.io.impl.SyModuleParser",
        })
final class RomePlugins {

    private RomePlugins() {}
}
