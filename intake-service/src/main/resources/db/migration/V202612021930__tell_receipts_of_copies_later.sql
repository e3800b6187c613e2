-- What became of a known case is told on the receipts of its copies, which may be very many as well.
alter table report_unsettled add column receipt_changed boolean not null default false;
