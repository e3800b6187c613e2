grant select on flyway_schema_history to test;
grant select, insert, update, delete on idempotency_key to test;
grant select, insert, delete on sample to test;
