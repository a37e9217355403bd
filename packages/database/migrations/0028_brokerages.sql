CREATE TABLE "brokerages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"state" text NOT NULL,
	"commission" jsonb NOT NULL,
	"words" text NOT NULL,
	"broker_agreed_at" timestamp (3) with time zone,
	"other_side_agreed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "brokerages_state_known" CHECK ("brokerages"."state" in ('proposed', 'active', 'refused', 'ended')),
	CONSTRAINT "brokerages_active_by_all" CHECK ("brokerages"."state" <> 'active' or ("brokerages"."broker_agreed_at" is not null and "brokerages"."other_side_agreed_at" is not null)),
	CONSTRAINT "brokerages_closed_by" CHECK (("brokerages"."state" in ('refused', 'ended')) = ("brokerages"."closed_by" is not null))
);
--> statement-breakpoint
ALTER TABLE "brokerages" ADD CONSTRAINT "brokerages_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brokerages" ADD CONSTRAINT "brokerages_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brokerages" ADD CONSTRAINT "brokerages_proposed_by_organizations_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brokerages" ADD CONSTRAINT "brokerages_closed_by_organizations_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brokerages" ADD CONSTRAINT "brokerages_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "brokerages_one_live" ON "brokerages" USING btree ("request_id","organization_id") WHERE "brokerages"."state" in ('proposed', 'active');--> statement-breakpoint
CREATE INDEX "brokerages_broker" ON "brokerages" USING btree ("organization_id","updated_at","id");--> statement-breakpoint

-- Who brokers, for whom and for what commission never changes; agreement is given once, and what is over stays over.
create function guard_brokerage() returns trigger language plpgsql as $$
begin
  if old.state in ('refused', 'ended')
     or (new.id, new.request_id, new.organization_id, new.proposed_by, new.commission, new.words, new.created_by, new.created_at)
        is distinct from
        (old.id, old.request_id, old.organization_id, old.proposed_by, old.commission, old.words, old.created_by, old.created_at)
     or (old.broker_agreed_at is not null and new.broker_agreed_at is distinct from old.broker_agreed_at)
     or (old.other_side_agreed_at is not null and new.other_side_agreed_at is distinct from old.other_side_agreed_at)
  then
    raise exception 'a brokerage is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger brokerages_immutable before update on brokerages for each row execute function guard_brokerage();
--> statement-breakpoint
create trigger brokerages_no_delete before delete on brokerages for each row execute function refuse_change();
