-- Each publication of a need stays as it was read.
create trigger need_versions_append_only before update or delete on need_versions
  for each row execute function refuse_change();
--> statement-breakpoint

-- A proposal is what it was when it was sent; only its standing moves on.
create function guard_need_answer() returns trigger language plpgsql as $$
begin
  if (new.id, new.need_id, new.organization_id, new.listing_id, new.proposal, new.message, new.created_by, new.created_at)
     is distinct from
     (old.id, old.need_id, old.organization_id, old.listing_id, old.proposal, old.message, old.created_by, old.created_at)
  then
    raise exception 'an answer to a need is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger need_answers_immutable before update on need_answers
  for each row execute function guard_need_answer();
--> statement-breakpoint
create trigger need_answers_no_delete before delete on need_answers
  for each row execute function refuse_change();
--> statement-breakpoint

-- A request made of an answer is about the same listing, or about none, and stands between the same two sides.
create function guard_answered_request() returns trigger language plpgsql as $$
declare
  answer need_answers%rowtype;
  poster uuid;
begin
  if new.need_answer_id is null then
    return new;
  end if;
  select * into strict answer from need_answers where id = new.need_answer_id;
  select organization_id into strict poster from needs where id = answer.need_id;
  if answer.listing_id is distinct from new.listing_id
     or answer.organization_id <> new.owner_id or poster <> new.requester_id
  then
    raise exception 'a request follows the answer it stands on' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger requests_follow_answers before insert or update on requests
  for each row execute function guard_answered_request();
--> statement-breakpoint

-- A contract is about what its request is about.
create function guard_contract_subject() returns trigger language plpgsql as $$
begin
  if new.listing_id is distinct from (select listing_id from requests where id = new.request_id) then
    raise exception 'a contract is about what its request is about' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contracts_follow_requests before insert or update on contracts
  for each row execute function guard_contract_subject();
