CREATE TABLE "contract_endings" (
	"contract_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ended_on" date NOT NULL,
	"reason" text NOT NULL,
	"declared_by" uuid NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contract_endings_contract_id_organization_id_pk" PRIMARY KEY("contract_id","organization_id"),
	CONSTRAINT "contract_endings_kind_known" CHECK ("contract_endings"."kind" in ('performed', 'terminated')),
	CONSTRAINT "contract_endings_terminated_with_reason" CHECK ("contract_endings"."kind" <> 'terminated' or "contract_endings"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "contract_obligation_marks" (
	"contract_id" uuid NOT NULL,
	"key" text NOT NULL,
	"done_on" date NOT NULL,
	"note" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contract_obligation_marks_contract_id_key_pk" PRIMARY KEY("contract_id","key"),
	CONSTRAINT "contract_obligation_marks_key_given" CHECK ("contract_obligation_marks"."key" <> '')
);
--> statement-breakpoint
CREATE TABLE "contract_reminders" (
	"contract_id" uuid NOT NULL,
	"key" text NOT NULL,
	"reminded_on" date NOT NULL,
	"days_left" integer NOT NULL,
	CONSTRAINT "contract_reminders_contract_id_key_reminded_on_pk" PRIMARY KEY("contract_id","key","reminded_on")
);
--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "ended_on" date;--> statement-breakpoint
ALTER TABLE "contract_endings" ADD CONSTRAINT "contract_endings_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_endings" ADD CONSTRAINT "contract_endings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_endings" ADD CONSTRAINT "contract_endings_declared_by_users_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_obligation_marks" ADD CONSTRAINT "contract_obligation_marks_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_obligation_marks" ADD CONSTRAINT "contract_obligation_marks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_obligation_marks" ADD CONSTRAINT "contract_obligation_marks_marked_by_users_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_reminders" ADD CONSTRAINT "contract_reminders_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was said to be done stays said.
create trigger contract_obligation_marks_append_only before update or delete on contract_obligation_marks
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger contract_reminders_append_only before update or delete on contract_reminders
  for each row execute function refuse_change();
--> statement-breakpoint
revoke update, delete, truncate on contract_obligation_marks, contract_reminders from public, current_user;
--> statement-breakpoint

-- The day a contract ended is the one both sides named.
create function guard_contract_ending() returns trigger language plpgsql as $$
begin
  if new.ended_on is distinct from old.ended_on and (
    select count(*) from contract_endings
    where contract_id = new.id and kind = new.state and ended_on = new.ended_on
      and organization_id in (new.seller_id, new.buyer_id)
  ) <> 2 then
    raise exception 'both sides declare a contract performed or terminated' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contracts_ended_by_both before update of ended_on on contracts
  for each row execute function guard_contract_ending();
