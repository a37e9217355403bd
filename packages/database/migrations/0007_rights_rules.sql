-- Equality beside overlap in one exclusion constraint; the extension ships with PostgreSQL and is trusted.
create extension if not exists btree_gist;
--> statement-breakpoint

-- Invariant 4: of one subject, time, territory and field, an exclusive or sole licence takes every lane and another one
-- its own, so that two racing grants end in one licence. What history brought over at odds with itself stays visible.
alter table licence_grants add constraint licence_grants_one_lane exclude using gist (
  subject with =, lane with &&, period with &&, territory with &&, field with &&
) where (not contested);
--> statement-breakpoint

-- A grant is what was signed; it can only end, and only once.
create function guard_licence_grant() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_on is not null
     or to_jsonb(new) - '{ended_on,period,lane}'::text[] <> to_jsonb(old) - '{ended_on,period,lane}'::text[]
  then
    raise exception 'a licence grant can only end' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger licence_grants_guarded before update or delete on licence_grants
  for each row execute function guard_licence_grant();
--> statement-breakpoint

-- Whoever ends a contract before its time ends its licences with it, on that day in Shanghai.
create function end_licence_grants() returns trigger language plpgsql as $$
begin
  update licence_grants set ended_on = (new.updated_at at time zone 'Asia/Shanghai')::date
    where contract_id = new.id and ended_on is null;
  return null;
end $$;
--> statement-breakpoint
create trigger contracts_end_grants after update of state on contracts
  for each row when (new.state = 'terminated' and old.state <> 'terminated') execute function end_licence_grants();
--> statement-breakpoint

create trigger right_events_append_only before update or delete on right_events
  for each row execute function refuse_change();
--> statement-breakpoint

-- The owners of a right have all a share or none, and the shares make exactly one whole: fractions, not decimals.
create function guard_right_shares() returns trigger language plpgsql as $$
declare
  subject uuid := case when tg_op = 'DELETE' then old.right_id else new.right_id end;
  sum_numerator numeric := 0;
  sum_denominator numeric := 1;
  common numeric;
  owners integer := 0;
  shares integer := 0;
  part record;
begin
  for part in select share_numerator, share_denominator from right_owners where right_id = subject loop
    owners := owners + 1;
    if part.share_numerator is not null then
      shares := shares + 1;
      sum_numerator := sum_numerator * part.share_denominator + part.share_numerator * sum_denominator;
      sum_denominator := sum_denominator * part.share_denominator;
      common := gcd(sum_numerator, sum_denominator);
      sum_numerator := sum_numerator / common;
      sum_denominator := sum_denominator / common;
    end if;
  end loop;
  if shares > 0 and (shares <> owners or sum_numerator <> sum_denominator) then
    raise exception 'the shares of a right make one whole'
      using errcode = 'check_violation', constraint = 'right_owners_whole';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger right_owners_whole after insert or update or delete on right_owners
  deferrable initially deferred for each row execute function guard_right_shares();
--> statement-breakpoint

-- The owners stated so far, in order; those who go by the name of one organization of the market are that one.
insert into right_owners (right_id, position, name, organization_id)
select stated.right_id, (row_number() over (partition by stated.right_id order by stated.place))::integer - 1, stated.name,
  (select min(organization.id::text)::uuid from organizations organization
    where organization.name_zh = stated.name having count(*) = 1)
from (
  select rights.id as right_id, owner.name, min(owner.place) as place
  from rights cross join lateral unnest(rights.owner_names) with ordinality as owner (name, place)
  group by rights.id, owner.name
) stated;
--> statement-breakpoint

-- The licences already signed, of every right their listing offers and of the listing itself. Words count as a place only
-- where they surely are one; the rest, and every field, as everything.
do $$
declare
  licence record;
  places text[];
  stretch int4multirange;
  first_try boolean;
begin
  for licence in
    select contract.*, contract.terms ->> 'territory' as words, contract.terms ->> 'fieldOfUse' as field_of_use,
      case contract.terms ->> 'transferMode' when 'exclusive_licence' then 'exclusive' when 'sole_licence' then 'sole'
        when 'open_licence' then 'open' else 'ordinary' end as licence_kind,
      target.subject, target.right_id, target.listing_subject
    from contracts contract
    cross join lateral (
      select distinct on (rights.subject) rights.subject, rights.id as right_id, null::uuid as listing_subject
        from listing_rights join rights on rights.id = listing_rights.right_id
        where listing_rights.listing_id = contract.listing_id
      union all
      select 'listing:' || contract.listing_id, null, contract.listing_id
    ) target
    where contract.state in ('signed', 'in_force')
      and contract.terms ->> 'transferMode' in
        ('exclusive_licence', 'sole_licence', 'ordinary_licence', 'open_licence')
    order by contract.signed_at, contract.id
  loop
    if licence.words ~ '^[1-8][0-9]{5}$' and licence.words <> '100000' then
      places := array[licence.words];
      stretch := int4multirange(int4range(licence.words::integer, licence.words::integer + case
        when licence.words like '%0000' then 10000 when licence.words like '%00' then 100 else 1 end));
    elsif licence.words in ('全国', '中国', '100000') then
      places := '{100000}';
      stretch := '{[100000,900000)}';
    elsif licence.words in ('广西', '广西壮族自治区') then
      places := '{450000}';
      stretch := '{[450000,460000)}';
    else
      places := '{000000}';
      stretch := '{[0,1000000)}';
    end if;
    for first_try in select unnest('{t,f}'::boolean[]) loop
      begin
        insert into licence_grants (id, subject, right_id, listing_id, grantor_id, grantee_id, contract_id, kind,
          territory_words, field_words, territory_codes, field_codes, territory, field, starts_on, ends_on, contested,
          created_at)
        values (gen_random_uuid(), licence.subject, licence.right_id, licence.listing_subject, licence.seller_id,
          licence.buyer_id, licence.id, licence.licence_kind, coalesce(licence.words, ''),
          coalesce(licence.field_of_use, ''), places, '{all}', stretch, '{[1,12)}', licence.effective_on,
          licence.ends_on, not first_try, licence.signed_at);
        exit;
      exception when exclusion_violation then null;
      end;
    end loop;
  end loop;
end $$;
