-- As each service grants it.
grant select, insert, delete, maintain on outbox to analysis;
grant select, insert on inbox, seen_report to analysis;
