// The bundle of every page begins here. With this file, the bundler takes what is imported, and nothing else: the map's code
// is a bundle of its own, which a page asks for when it has a map; a page names those of laboratory and phone itself.
import './portal.js';
