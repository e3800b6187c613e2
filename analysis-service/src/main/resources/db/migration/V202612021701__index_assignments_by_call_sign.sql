-- Which unit a crew is of is asked at each of its requests, by the call sign of its account.
set local lock_timeout = '2s';
create index incident_assignment_call_sign_idx on incident_assignment (call_sign);
