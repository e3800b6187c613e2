-- Nothing can be told of them in a cancelled incident.
update incident set missing_rights = 0 where state = 'CANCELLED' and missing_rights > 0;
