-- That a listing takes no requests for now, or takes them again, is a change other platforms are told of too.
create or replace function note_listing_change() returns trigger language plpgsql as $$
declare
  was boolean := tg_op = 'UPDATE' and old.state in ('published', 'under_negotiation', 'transferred');
  is_now boolean := new.state in ('published', 'under_negotiation', 'transferred');
  kind text;
begin
  if is_now and not was then
    kind := 'published';
  elsif was and not is_now then
    kind := case new.state when 'expired' then 'expired' else 'withdrawn' end;
  elsif was and (new.version, new.state, new.contact_id, new.expires_on, new.frozen_reason)
      is distinct from (old.version, old.state, old.contact_id, old.expires_on, old.frozen_reason) then
    kind := 'changed';
  else
    return null;
  end if;
  insert into listing_changes (listing_id, organization_id, kind, version, state, occurred_at)
    values (new.id, new.organization_id, kind, new.version, new.state, new.updated_at);
  return null;
end $$;
--> statement-breakpoint

-- Of those frozen by now nobody was told.
insert into listing_changes (listing_id, organization_id, kind, version, state, occurred_at)
  select id, organization_id, 'changed', version, state, frozen_at from listings
  where frozen_reason is not null and state in ('published', 'under_negotiation', 'transferred')
  order by frozen_at, id;
