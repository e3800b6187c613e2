-- Only the first evidence of the same bytes has sha256. The release before this one searches by its index, which goes with it.
create index evidence_digest_prefix_idx on evidence (coalesce(digest, sha256) text_pattern_ops);
