-- The same bytes may be several evidences, one for each circle of people who may see it; they come into one dossier.
create index evidence_sha256_idx on evidence (sha256);
