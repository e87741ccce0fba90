-- A row stays when its device has purged the case: a copy of that device's profile may not have been told yet (S10, S2).
alter table leaving add column purged boolean not null default false;
