CREATE TABLE "contract_consents" (
	"contract_id" uuid NOT NULL,
	"right_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"party" text NOT NULL,
	"given_on" date NOT NULL,
	"reference" text NOT NULL,
	"file_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contract_consents_contract_id_right_id_kind_party_pk" PRIMARY KEY("contract_id","right_id","kind","party"),
	CONSTRAINT "contract_consents_kind_known" CHECK ("contract_consents"."kind" in ('co_owner', 'pledgee'))
);
--> statement-breakpoint
CREATE TABLE "licence_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"right_id" uuid,
	"listing_id" uuid,
	"grantor_id" uuid NOT NULL,
	"grantee_id" uuid,
	"contract_id" uuid,
	"event_id" uuid,
	"kind" text NOT NULL,
	"territory_words" text DEFAULT '' NOT NULL,
	"field_words" text DEFAULT '' NOT NULL,
	"territory_codes" text[] NOT NULL,
	"field_codes" text[] NOT NULL,
	"territory" "int4multirange" NOT NULL,
	"field" "int4multirange" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"ended_on" date,
	"period" daterange GENERATED ALWAYS AS (case when ended_on < starts_on then 'empty'::daterange
        else daterange(starts_on, least(ends_on, ended_on), '[]') end) STORED,
	"lane_number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "licence_grants_lane_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lane" "int8range" GENERATED ALWAYS AS (case when kind in ('exclusive', 'sole') then int8range(null, null) else int8range(lane_number, lane_number, '[]') end) STORED,
	"contested" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "licence_grants_kind_known" CHECK ("licence_grants"."kind" in ('exclusive', 'sole', 'ordinary', 'open')),
	CONSTRAINT "licence_grants_has_subject" CHECK (num_nonnulls("licence_grants"."right_id", "licence_grants"."listing_id") > 0),
	CONSTRAINT "licence_grants_from_something" CHECK (num_nonnulls("licence_grants"."contract_id", "licence_grants"."event_id") = 1 and ("licence_grants"."event_id" is null or "licence_grants"."kind" = 'open')),
	CONSTRAINT "licence_grants_to_somebody" CHECK (("licence_grants"."contract_id" is null) = ("licence_grants"."grantee_id" is null)),
	CONSTRAINT "licence_grants_dates" CHECK ("licence_grants"."ends_on" >= "licence_grants"."starts_on"),
	CONSTRAINT "licence_grants_covers" CHECK (not isempty("licence_grants"."territory") and not isempty("licence_grants"."field"))
);
--> statement-breakpoint
CREATE TABLE "portfolio_rights" (
	"portfolio_id" uuid NOT NULL,
	"right_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "portfolio_rights_portfolio_id_right_id_pk" PRIMARY KEY("portfolio_id","right_id")
);
--> statement-breakpoint
CREATE TABLE "portfolios" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "right_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"right_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occurred_on" date NOT NULL,
	"source" text NOT NULL,
	"checked_on" date NOT NULL,
	"party" text DEFAULT '' NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"days" integer,
	"patent_year" integer,
	"corrects_id" uuid,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "right_events_kind_known" CHECK ("right_events"."kind" in ('grant', 'transfer', 'owner_change', 'pledge', 'pledge_release', 'preservation', 'preservation_release', 'licence_filing', 'invalidation', 'termination', 'restoration', 'term_compensation', 'open_licence', 'open_licence_withdrawal', 'compulsory_licence', 'fee_paid', 'note')),
	CONSTRAINT "right_events_source_known" CHECK ("right_events"."source" in ('patent_register', 'gazette', 'office_notice', 'court', 'fee_receipt', 'owner')),
	CONSTRAINT "right_events_checked_after" CHECK ("right_events"."checked_on" >= "right_events"."occurred_on"),
	CONSTRAINT "right_events_days" CHECK (("right_events"."kind" = 'term_compensation') = ("right_events"."days" is not null)),
	CONSTRAINT "right_events_year" CHECK (("right_events"."kind" = 'fee_paid') = ("right_events"."patent_year" is not null))
);
--> statement-breakpoint
CREATE TABLE "right_owners" (
	"right_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"organization_id" uuid,
	"share_numerator" integer,
	"share_denominator" integer,
	CONSTRAINT "right_owners_right_id_position_pk" PRIMARY KEY("right_id","position"),
	CONSTRAINT "right_owners_share" CHECK (num_nulls("right_owners"."share_numerator", "right_owners"."share_denominator") <> 1
        and 0 < "right_owners"."share_numerator" and "right_owners"."share_numerator" <= "right_owners"."share_denominator" and "right_owners"."share_denominator" <= 1000000)
);
--> statement-breakpoint
CREATE TABLE "right_reminders" (
	"right_id" uuid NOT NULL,
	"patent_year" integer NOT NULL,
	"stage" text NOT NULL,
	"reminded_on" date NOT NULL,
	CONSTRAINT "right_reminders_right_id_patent_year_stage_pk" PRIMARY KEY("right_id","patent_year","stage"),
	CONSTRAINT "right_reminders_stage_known" CHECK ("right_reminders"."stage" in ('due_soon', 'in_grace'))
);
--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "frozen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "frozen_reason" text;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "frozen_right_id" uuid;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "publication_number" text;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "published_on" date;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "compensation_days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "fee_due_on" date;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "publicly_funded" boolean;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "funding_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "checked_on" date;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "checked_source" text;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "kept_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "updated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rights" ADD COLUMN "subject" text GENERATED ALWAYS AS (case when number is null then 'right:' || id::text
          when kind in ('invention_patent', 'utility_model', 'design_patent', 'patent_application') then 'patent:' || number
          else kind || ':' || number end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "contract_consents" ADD CONSTRAINT "contract_consents_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_consents" ADD CONSTRAINT "contract_consents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_consents" ADD CONSTRAINT "contract_consents_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_consents" ADD CONSTRAINT "contract_consents_right" FOREIGN KEY ("right_id") REFERENCES "public"."rights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_grants" ADD CONSTRAINT "licence_grants_right_id_rights_id_fk" FOREIGN KEY ("right_id") REFERENCES "public"."rights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_grants" ADD CONSTRAINT "licence_grants_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_grants" ADD CONSTRAINT "licence_grants_grantor_id_organizations_id_fk" FOREIGN KEY ("grantor_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_grants" ADD CONSTRAINT "licence_grants_grantee_id_organizations_id_fk" FOREIGN KEY ("grantee_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_grants" ADD CONSTRAINT "licence_grants_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_grants" ADD CONSTRAINT "licence_grants_event_id_right_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."right_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio_rights" ADD CONSTRAINT "portfolio_rights_portfolio_id_portfolios_id_fk" FOREIGN KEY ("portfolio_id") REFERENCES "public"."portfolios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolio_rights" ADD CONSTRAINT "portfolio_rights_right_id_rights_id_fk" FOREIGN KEY ("right_id") REFERENCES "public"."rights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portfolios" ADD CONSTRAINT "portfolios_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "right_events" ADD CONSTRAINT "right_events_right_id_rights_id_fk" FOREIGN KEY ("right_id") REFERENCES "public"."rights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "right_events" ADD CONSTRAINT "right_events_corrects_id_right_events_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."right_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "right_events" ADD CONSTRAINT "right_events_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "right_owners" ADD CONSTRAINT "right_owners_right_id_rights_id_fk" FOREIGN KEY ("right_id") REFERENCES "public"."rights"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "right_owners" ADD CONSTRAINT "right_owners_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "right_reminders" ADD CONSTRAINT "right_reminders_right_id_rights_id_fk" FOREIGN KEY ("right_id") REFERENCES "public"."rights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "licence_grants_contract" ON "licence_grants" USING btree ("contract_id","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "licence_grants_event" ON "licence_grants" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "licence_grants_right" ON "licence_grants" USING btree ("right_id");--> statement-breakpoint
CREATE INDEX "licence_grants_subject" ON "licence_grants" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "portfolio_rights_right" ON "portfolio_rights" USING btree ("right_id");--> statement-breakpoint
CREATE UNIQUE INDEX "portfolios_name" ON "portfolios" USING btree ("organization_id","name_zh");--> statement-breakpoint
CREATE INDEX "portfolios_list" ON "portfolios" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "right_events_right" ON "right_events" USING btree ("right_id","occurred_on","id");--> statement-breakpoint
CREATE UNIQUE INDEX "right_events_corrected_once" ON "right_events" USING btree ("corrects_id");--> statement-breakpoint
CREATE UNIQUE INDEX "right_owners_name" ON "right_owners" USING btree ("right_id","name");--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_frozen_right_id_rights_id_fk" FOREIGN KEY ("frozen_right_id") REFERENCES "public"."rights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rights_subject" ON "rights" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "rights_list" ON "rights" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "rights_fee_due" ON "rights" USING btree ("fee_due_on");--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_frozen_whole" CHECK (num_nulls("listings"."frozen_at", "listings"."frozen_reason", "listings"."frozen_right_id") in (0, 3));--> statement-breakpoint
ALTER TABLE "rights" ADD CONSTRAINT "rights_compensation" CHECK ("rights"."compensation_days" between 0 and 1830);