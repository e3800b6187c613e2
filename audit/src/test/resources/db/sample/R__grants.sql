-- As each service grants it.
grant select, insert on act, audit_consultation, audit_change, audit_leaf, audit_node, audit_checkpoint to test;
grant select on audit_entry, flyway_schema_history to test;
