CREATE TABLE "notice_objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid NOT NULL,
	"state" text NOT NULL,
	"raised_by" uuid,
	"name" text NOT NULL,
	"contact" text NOT NULL,
	"body" text NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "notice_objections_state_known" CHECK ("notice_objections"."state" in ('open', 'upheld', 'rejected')),
	CONSTRAINT "notice_objections_says_something" CHECK ("notice_objections"."body" <> '' and "notice_objections"."name" <> '' and "notice_objections"."contact" <> ''),
	CONSTRAINT "notice_objections_answered_whole" CHECK (num_nonnulls("notice_objections"."answer", "notice_objections"."answered_by", "notice_objections"."answered_at") = (case when "notice_objections"."state" = 'open' then 0 else 3 end))
);
--> statement-breakpoint
CREATE TABLE "public_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"transfer_mode" text NOT NULL,
	"price_fen" bigint NOT NULL,
	"price_note" text DEFAULT '' NOT NULL,
	"related_party" boolean NOT NULL,
	"relation" text DEFAULT '' NOT NULL,
	"posted_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"basis_zh" text NOT NULL,
	"basis_en" text NOT NULL,
	"basis_verified" boolean NOT NULL,
	"sha256" text NOT NULL,
	"posted_by" uuid NOT NULL,
	"posted_at" timestamp (3) with time zone NOT NULL,
	"decided_on" date,
	"decided_by_body" text,
	"price_reason" text,
	"minutes_file_id" uuid,
	"decision_recorded_by" uuid,
	"decision_recorded_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"withdraw_reason" text,
	"ending_told_at" timestamp (3) with time zone,
	"ended_told_at" timestamp (3) with time zone,
	CONSTRAINT "public_notices_period" CHECK ("public_notices"."posted_on" < "public_notices"."ends_on"),
	CONSTRAINT "public_notices_price" CHECK (0 <= "public_notices"."price_fen"),
	CONSTRAINT "public_notices_says_something" CHECK ("public_notices"."title" <> '' and "public_notices"."summary" <> ''),
	CONSTRAINT "public_notices_relation" CHECK ("public_notices"."related_party" = ("public_notices"."relation" <> '')),
	CONSTRAINT "public_notices_sha256_hex" CHECK ("public_notices"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "public_notices_decision_whole" CHECK (num_nonnulls("public_notices"."decided_on", "public_notices"."decided_by_body", "public_notices"."price_reason", "public_notices"."decision_recorded_by", "public_notices"."decision_recorded_at") in (0, 5)
        and ("public_notices"."minutes_file_id" is null or "public_notices"."decided_on" is not null)),
	CONSTRAINT "public_notices_withdrawn_with_reason" CHECK (("public_notices"."withdrawn_at" is null) = ("public_notices"."withdraw_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "reward_costs" (
	"split_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"amount_fen" bigint NOT NULL,
	CONSTRAINT "reward_costs_split_id_position_pk" PRIMARY KEY("split_id","position"),
	CONSTRAINT "reward_costs_kind_known" CHECK ("reward_costs"."kind" in ('evaluation', 'agent', 'tax', 'patent_upkeep', 'other')),
	CONSTRAINT "reward_costs_amount" CHECK (0 < "reward_costs"."amount_fen")
);
--> statement-breakpoint
CREATE TABLE "reward_distributions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"split_id" uuid NOT NULL,
	"transaction_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"occurred_on" date NOT NULL,
	"amount_fen" bigint NOT NULL,
	"cost_fen" bigint NOT NULL,
	"net_fen" bigint NOT NULL,
	"pool_fen" bigint NOT NULL,
	"institution_fen" bigint NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reward_distributions_posting_once" UNIQUE("transaction_id"),
	CONSTRAINT "reward_distributions_adds_up" CHECK ("reward_distributions"."amount_fen" = "reward_distributions"."cost_fen" + "reward_distributions"."net_fen" and "reward_distributions"."net_fen" = "reward_distributions"."pool_fen" + "reward_distributions"."institution_fen")
);
--> statement-breakpoint
CREATE TABLE "reward_parts" (
	"distribution_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	CONSTRAINT "reward_parts_distribution_id_position_pk" PRIMARY KEY("distribution_id","position")
);
--> statement-breakpoint
CREATE TABLE "reward_shares" (
	"split_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"share" integer NOT NULL,
	CONSTRAINT "reward_shares_split_id_position_pk" PRIMARY KEY("split_id","position"),
	CONSTRAINT "reward_shares_share" CHECK ("reward_shares"."share" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "reward_splits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text NOT NULL,
	"rule" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"inventor_part" integer NOT NULL,
	"floor_percent" integer,
	"floor_basis_zh" text DEFAULT '' NOT NULL,
	"floor_basis_en" text DEFAULT '' NOT NULL,
	"floor_verified" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp (3) with time zone,
	CONSTRAINT "reward_splits_contract_id_unique" UNIQUE("contract_id"),
	CONSTRAINT "reward_splits_state_known" CHECK ("reward_splits"."state" in ('draft', 'approved')),
	CONSTRAINT "reward_splits_rule_known" CHECK ("reward_splits"."rule" in ('statutory', 'own_rule', 'agreed')),
	CONSTRAINT "reward_splits_part" CHECK ("reward_splits"."inventor_part" between 1 and 10000),
	CONSTRAINT "reward_splits_floor" CHECK ("reward_splits"."state" = 'draft' or "reward_splits"."floor_percent" is null or "reward_splits"."inventor_part" >= "reward_splits"."floor_percent" * 100),
	CONSTRAINT "reward_splits_approved_whole" CHECK (num_nonnulls("reward_splits"."approved_by", "reward_splits"."approved_at") = (case when "reward_splits"."state" = 'approved' then 2 else 0 end))
);
--> statement-breakpoint
ALTER TABLE "notice_objections" ADD CONSTRAINT "notice_objections_notice_id_public_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."public_notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_objections" ADD CONSTRAINT "notice_objections_raised_by_users_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_objections" ADD CONSTRAINT "notice_objections_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_notices" ADD CONSTRAINT "public_notices_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_notices" ADD CONSTRAINT "public_notices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_notices" ADD CONSTRAINT "public_notices_posted_by_users_id_fk" FOREIGN KEY ("posted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_notices" ADD CONSTRAINT "public_notices_minutes_file_id_files_id_fk" FOREIGN KEY ("minutes_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_notices" ADD CONSTRAINT "public_notices_decision_recorded_by_users_id_fk" FOREIGN KEY ("decision_recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_costs" ADD CONSTRAINT "reward_costs_split_id_reward_splits_id_fk" FOREIGN KEY ("split_id") REFERENCES "public"."reward_splits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_distributions" ADD CONSTRAINT "reward_distributions_split_id_reward_splits_id_fk" FOREIGN KEY ("split_id") REFERENCES "public"."reward_splits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_distributions" ADD CONSTRAINT "reward_distributions_transaction_id_ledger_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_parts" ADD CONSTRAINT "reward_parts_distribution_id_reward_distributions_id_fk" FOREIGN KEY ("distribution_id") REFERENCES "public"."reward_distributions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_shares" ADD CONSTRAINT "reward_shares_split_id_reward_splits_id_fk" FOREIGN KEY ("split_id") REFERENCES "public"."reward_splits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_splits" ADD CONSTRAINT "reward_splits_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_splits" ADD CONSTRAINT "reward_splits_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_splits" ADD CONSTRAINT "reward_splits_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_splits" ADD CONSTRAINT "reward_splits_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_objections_of" ON "notice_objections" USING btree ("notice_id","raised_at");--> statement-breakpoint
CREATE UNIQUE INDEX "public_notices_one_standing" ON "public_notices" USING btree ("contract_id") WHERE "public_notices"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "public_notices_newest" ON "public_notices" USING btree ("posted_at","id");--> statement-breakpoint
CREATE INDEX "public_notices_untold" ON "public_notices" USING btree ("ends_on","id") WHERE "public_notices"."ended_told_at" is null and "public_notices"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "public_notices_minutes" ON "public_notices" USING btree ("minutes_file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_distributions_position" ON "reward_distributions" USING btree ("split_id","position");--> statement-breakpoint
CREATE INDEX "reward_parts_name" ON "reward_parts" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_shares_name" ON "reward_shares" USING btree ("split_id","name");
--> statement-breakpoint

-- What was posted is never changed; a decision is recorded once, and a withdrawn notice stays withdrawn.
create function guard_public_notice() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null
     or (new.id, new.contract_id, new.organization_id, new.title, new.summary, new.transfer_mode, new.price_fen,
         new.price_note, new.related_party, new.relation, new.posted_on, new.ends_on, new.basis_zh, new.basis_en,
         new.basis_verified, new.sha256, new.posted_by, new.posted_at)
        is distinct from
        (old.id, old.contract_id, old.organization_id, old.title, old.summary, old.transfer_mode, old.price_fen,
         old.price_note, old.related_party, old.relation, old.posted_on, old.ends_on, old.basis_zh, old.basis_en,
         old.basis_verified, old.sha256, old.posted_by, old.posted_at)
     or (old.decision_recorded_at is not null
         and (new.decided_on, new.decided_by_body, new.price_reason, new.minutes_file_id, new.decision_recorded_by,
              new.decision_recorded_at)
             is distinct from
             (old.decided_on, old.decided_by_body, old.price_reason, old.minutes_file_id, old.decision_recorded_by,
              old.decision_recorded_at))
  then
    raise exception 'a public notice is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger public_notices_guarded before update on public_notices
  for each row execute function guard_public_notice();
--> statement-breakpoint
create trigger public_notices_no_delete before delete on public_notices
  for each row execute function refuse_change();
--> statement-breakpoint

-- An objection is answered once; its words and the answer stay.
create function guard_notice_objection() returns trigger language plpgsql as $$
begin
  if old.state <> 'open'
     or (new.id, new.notice_id, new.raised_by, new.name, new.contact, new.body, new.raised_at)
        is distinct from
        (old.id, old.notice_id, old.raised_by, old.name, old.contact, old.body, old.raised_at)
  then
    raise exception 'an objection is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger notice_objections_guarded before update on notice_objections
  for each row execute function guard_notice_objection();
--> statement-breakpoint
create trigger notice_objections_no_delete before delete on notice_objections
  for each row execute function refuse_change();
--> statement-breakpoint

-- Nobody signs while a notice runs or an objection stands, whichever way the signature comes.
create function bar_signature_by_notice() returns trigger language plpgsql as $$
begin
  if new.confirmed_at is not null and exists (
    select from public_notices n
    where n.contract_id = new.contract_id and n.withdrawn_at is null
      and (n.ends_on >= (new.confirmed_at at time zone 'Asia/Shanghai')::date
           or exists (select from notice_objections o where o.notice_id = n.id and o.state <> 'rejected')))
  then
    raise exception 'the public notice of contract % is not done', new.contract_id
      using errcode = 'check_violation', constraint = 'contract_signatures_after_notice';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contract_signatures_after_notice before insert or update of confirmed_at on contract_signatures
  for each row execute function bar_signature_by_notice();
--> statement-breakpoint

-- An approved split is closed, with its lines.
create function guard_reward_split() returns trigger language plpgsql as $$
begin
  if old.state = 'approved' then
    raise exception 'an approved split is closed' using errcode = 'restrict_violation';
  end if;
  if new.state = 'approved' and (select coalesce(sum(share), 0) from reward_shares where split_id = new.id) <> 10000 then
    raise exception 'the shares of split % do not make a whole', new.id
      using errcode = 'check_violation', constraint = 'reward_shares_whole';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger reward_splits_guarded before update on reward_splits
  for each row execute function guard_reward_split();
--> statement-breakpoint
create trigger reward_splits_no_delete before delete on reward_splits
  for each row execute function refuse_change();
--> statement-breakpoint
create function guard_reward_line() returns trigger language plpgsql as $$
declare
  subject uuid := case when tg_op = 'DELETE' then old.split_id else new.split_id end;
begin
  if exists (select from reward_splits where id = subject and state = 'approved') then
    raise exception 'an approved split is closed' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger reward_costs_guarded before insert or update or delete on reward_costs
  for each row execute function guard_reward_line();
--> statement-breakpoint
create trigger reward_shares_guarded before insert or update or delete on reward_shares
  for each row execute function guard_reward_line();
--> statement-breakpoint
create trigger reward_distributions_append_only before update or delete on reward_distributions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger reward_parts_append_only before update or delete on reward_parts
  for each row execute function refuse_change();
--> statement-breakpoint

-- At the commit the parts make the pool, to the fen.
create function balance_reward() returns trigger language plpgsql as $$
declare
  subject uuid := case tg_table_name when 'reward_parts' then (to_jsonb(new) ->> 'distribution_id')::uuid
    else (to_jsonb(new) ->> 'id')::uuid end;
begin
  if (select coalesce(sum(amount_fen), 0) from reward_parts where distribution_id = subject)
     <> (select pool_fen from reward_distributions where id = subject)
  then
    raise exception 'the parts of distribution % do not make its pool', subject
      using errcode = 'check_violation', constraint = 'reward_parts_balanced';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger reward_parts_balanced after insert on reward_parts
  deferrable initially deferred for each row execute function balance_reward();
--> statement-breakpoint
create constraint trigger reward_distributions_balanced after insert on reward_distributions
  deferrable initially deferred for each row execute function balance_reward();
