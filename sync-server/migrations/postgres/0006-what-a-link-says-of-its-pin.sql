-- A link may want a PIN: what the right one hashes to, and how many wrong ones came since the last right one (0024).
alter table plan_link add column pin_check text;
alter table plan_link add column wrong_pins integer not null default 0;
