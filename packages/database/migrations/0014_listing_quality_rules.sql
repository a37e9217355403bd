-- What happens to public listings, for other platforms; no verb can forget it. Places in the queue are given later,
-- after the commit, so that no reader passes over a change that was begun earlier and finished later.
create function note_listing_change() returns trigger language plpgsql as $$
declare
  was boolean := tg_op = 'UPDATE' and old.state in ('published', 'under_negotiation', 'transferred');
  is_now boolean := new.state in ('published', 'under_negotiation', 'transferred');
  kind text;
begin
  if is_now and not was then
    kind := 'published';
  elsif was and not is_now then
    kind := case new.state when 'expired' then 'expired' else 'withdrawn' end;
  elsif was and (new.version, new.state, new.contact_id, new.expires_on)
      is distinct from (old.version, old.state, old.contact_id, old.expires_on) then
    kind := 'changed';
  else
    return null;
  end if;
  insert into listing_changes (listing_id, organization_id, kind, version, state, occurred_at)
    values (new.id, new.organization_id, kind, new.version, new.state, new.updated_at);
  return null;
end $$;
--> statement-breakpoint
create trigger listings_note_change after insert or update on listings
  for each row execute function note_listing_change();
--> statement-breakpoint

-- A change that was made stays as it was; only its place in the queue is given, once.
create function guard_listing_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.position is not null
    or (new.number, new.listing_id, new.organization_id, new.kind, new.version, new.state, new.occurred_at)
      is distinct from (old.number, old.listing_id, old.organization_id, old.kind, old.version, old.state, old.occurred_at)
  then
    raise exception 'listing changes are append-only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger listing_changes_append_only before update or delete on listing_changes
  for each row execute function guard_listing_change();
--> statement-breakpoint
create trigger file_renditions_append_only before update or delete on file_renditions
  for each row execute function refuse_change();
--> statement-breakpoint

-- Listings of before the rule: their year counts from the publication, but nobody's listing ends within two months.
update listings set expires_on = greatest(
    ((coalesce(published_at, updated_at) at time zone 'Asia/Shanghai')::date + interval '12 months - 1 day')::date,
    (current_date + 60))
  where version > 0 and expires_on is null;
--> statement-breakpoint
insert into listing_changes (listing_id, organization_id, kind, version, state, occurred_at)
  select id, organization_id, 'published', version, state, coalesce(published_at, updated_at) from listings
  where state in ('published', 'under_negotiation', 'transferred')
    and id not in (select listing_id from listing_changes)
  order by coalesce(published_at, updated_at), id;
