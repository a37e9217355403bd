-- Whoever books holds this until the commit, so that a period is published between bookings and never amid one.
create function hold_turnover() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('turnover_entries'));
  return null;
end $$;
--> statement-breakpoint
create trigger turnover_entries_held before insert on turnover_entries
  for each statement execute function hold_turnover();
--> statement-breakpoint

-- What is taken back was booked before: same registration, version, business date and every other dimension.
create or replace function guard_reversal() returns trigger language plpgsql as $$
declare
  own constant text[] := '{id,direction,recorded_at,contract_count,contract_amount_fen,technology_amount_fen}';
begin
  if new.direction = 'reverse' and not exists (
    select from turnover_entries booked
    where booked.registration_id = new.registration_id and booked.version = new.version and booked.direction = 'book'
      and booked.contract_amount_fen = -new.contract_amount_fen
      and booked.technology_amount_fen = -new.technology_amount_fen
      and booked.recorded_at <= new.recorded_at
      and to_jsonb(booked) - own = to_jsonb(new) - own
  ) then
    raise exception 'a reversal takes back what was booked' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Append-only by privilege too, for whoever owns the tables without being a superuser. A foreign key locks the line it refers
-- to in its owner's name, for which PostgreSQL asks the right to update a column: an identity, which nothing can be written to.
revoke update, delete, truncate on turnover_entries, published_periods from public, current_user;
--> statement-breakpoint
grant update (id) on turnover_entries to current_user;
