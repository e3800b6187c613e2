-- Why a medium cannot be read is told in the reader's language, what the tool says about it in its own words; until now both
-- stood together in English.
update finding
set code = 'media.container.' || reason.code,
    facts = jsonb_build_object('complaint', ltrim(substr(facts ->> 'reason', length(reason.sentence) + 1), ': '))
from (values
    ('no-medium', 'It is none of the accepted containers'),
    ('too-slow-to-describe', 'Reading its container took too long'),
    ('too-long-a-description', 'Its container describes more than is read of one medium'),
    ('too-many-pixels', 'Its picture claims more pixels than are decoded'),
    ('nothing-to-see-or-hear', 'It has neither a picture nor a sound'),
    ('no-frame', 'Not one frame could be decoded'),
    ('no-sound', 'Its sound could not be decoded'),
    ('too-slow-to-decode', 'Decoding its first frame took too long')) as reason (code, sentence)
where finding.code = 'media.container.unreadable' and starts_with(facts ->> 'reason', reason.sentence);
