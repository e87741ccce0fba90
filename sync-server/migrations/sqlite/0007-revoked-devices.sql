-- Devices that were revoked, and what waited on a device when it was last heard. Beside `device`, whose row a letter writes.
create table device_standing (
  device text primary key,
  revoked_at text,
  revoked_by text,
  waiting integer not null
) strict, without rowid;
-- The device from which a session is used: it ends with the device.
alter table session add column device text;
