CREATE TABLE "licence_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"field_of_use" text NOT NULL,
	"territory" text NOT NULL,
	"territory_codes" text[] NOT NULL,
	"conditions_zh" text NOT NULL,
	"conditions_en" text NOT NULL,
	"tiers" jsonb NOT NULL,
	"know_how" jsonb,
	"evaluation_report" text NOT NULL,
	"consents" jsonb NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "licence_offers_kind_known" CHECK ("licence_offers"."kind" in ('open', 'click')),
	CONSTRAINT "licence_offers_state_known" CHECK ("licence_offers"."state" in ('published', 'withdrawn')),
	CONSTRAINT "licence_offers_withdrawn_whole" CHECK (("licence_offers"."state" = 'withdrawn') = ("licence_offers"."withdrawn_at" is not null)
        and ("licence_offers"."withdrawn_at" is null) = ("licence_offers"."withdrawn_by" is null))
);
--> statement-breakpoint
CREATE TABLE "licence_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"buyer_id" uuid NOT NULL,
	"tier" text NOT NULL,
	"with_know_how" boolean NOT NULL,
	"fee_fen" bigint NOT NULL,
	"state" text NOT NULL,
	"lapses_on" date NOT NULL,
	"ordered_by" uuid NOT NULL,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"activated_at" timestamp (3) with time zone,
	CONSTRAINT "licence_orders_contract_id_unique" UNIQUE("contract_id"),
	CONSTRAINT "licence_orders_tier_known" CHECK ("licence_orders"."tier" in ('open', 'research', 'small_firm', 'standard')),
	CONSTRAINT "licence_orders_state_known" CHECK ("licence_orders"."state" in ('awaiting_payment', 'active', 'lapsed')),
	CONSTRAINT "licence_orders_two_sides" CHECK ("licence_orders"."owner_id" <> "licence_orders"."buyer_id"),
	CONSTRAINT "licence_orders_fee" CHECK (0 < "licence_orders"."fee_fen"),
	CONSTRAINT "licence_orders_active_since" CHECK (("licence_orders"."state" = 'active') = ("licence_orders"."activated_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "licence_offers" ADD CONSTRAINT "licence_offers_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_offers" ADD CONSTRAINT "licence_offers_owner_id_organizations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_offers" ADD CONSTRAINT "licence_offers_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_offers" ADD CONSTRAINT "licence_offers_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_orders" ADD CONSTRAINT "licence_orders_offer_id_licence_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."licence_offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_orders" ADD CONSTRAINT "licence_orders_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_orders" ADD CONSTRAINT "licence_orders_owner_id_organizations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_orders" ADD CONSTRAINT "licence_orders_buyer_id_organizations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_orders" ADD CONSTRAINT "licence_orders_ordered_by_users_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "licence_offers_one" ON "licence_offers" USING btree ("listing_id","kind") WHERE "licence_offers"."state" = 'published';--> statement-breakpoint
CREATE INDEX "licence_offers_owner" ON "licence_offers" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "licence_orders_one" ON "licence_orders" USING btree ("offer_id","buyer_id") WHERE "licence_orders"."state" in ('awaiting_payment', 'active');--> statement-breakpoint
CREATE INDEX "licence_orders_owner" ON "licence_orders" USING btree ("owner_id","ordered_at","id");--> statement-breakpoint
CREATE INDEX "licence_orders_buyer" ON "licence_orders" USING btree ("buyer_id","ordered_at","id");--> statement-breakpoint
-- Published terms stay word for word: licences stand on them. An offer can only be withdrawn.
create function guard_licence_offer() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'published'
     or to_jsonb(new) - '{state,withdrawn_by,withdrawn_at}'::text[]
        <> to_jsonb(old) - '{state,withdrawn_by,withdrawn_at}'::text[]
  then
    raise exception 'a published offer of licences can only be withdrawn' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger licence_offers_guarded before update or delete on licence_offers
  for each row execute function guard_licence_offer();
--> statement-breakpoint
-- An order waits for its money, and then is in effect or lapsed for good.
create function guard_licence_order() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'awaiting_payment'
     or to_jsonb(new) - '{state,activated_at}'::text[] <> to_jsonb(old) - '{state,activated_at}'::text[]
  then
    raise exception 'a licence order only takes effect or lapses' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger licence_orders_guarded before update or delete on licence_orders
  for each row execute function guard_licence_order();
