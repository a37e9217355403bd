CREATE TABLE "statistics_publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"definition" text NOT NULL,
	"published_on" date NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"row_count" integer NOT NULL,
	"problems" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone,
	CONSTRAINT "statistics_publications_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "statistics_publications_state" CHECK ("statistics_publications"."state" in ('draft', 'published')),
	CONSTRAINT "statistics_publications_opened" CHECK (("statistics_publications"."state" = 'published') = ("statistics_publications"."opened_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "statistics_values" (
	"publication_id" uuid NOT NULL,
	"place" text NOT NULL,
	"period" text NOT NULL,
	"flow" text NOT NULL,
	"contract_count" bigint,
	"contract_amount_fen" bigint,
	CONSTRAINT "statistics_values_publication_id_place_period_flow_pk" PRIMARY KEY("publication_id","place","period","flow"),
	CONSTRAINT "statistics_values_stated" CHECK (num_nonnulls("statistics_values"."contract_count", "statistics_values"."contract_amount_fen") > 0),
	CONSTRAINT "statistics_values_not_negative" CHECK (0 <= "statistics_values"."contract_count" and 0 <= "statistics_values"."contract_amount_fen")
);
--> statement-breakpoint
CREATE TABLE "checklist_ticks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "checklist_ticks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"registration_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"ticked" boolean NOT NULL,
	"ticked_at" timestamp (3) with time zone NOT NULL,
	"ticked_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "statistics_publications" ADD CONSTRAINT "statistics_publications_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistics_publications" ADD CONSTRAINT "statistics_publications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statistics_values" ADD CONSTRAINT "statistics_values_publication_id_statistics_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."statistics_publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_ticked_by_users_id_fk" FOREIGN KEY ("ticked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "statistics_values_place" ON "statistics_values" USING btree ("place","period");--> statement-breakpoint
CREATE INDEX "checklist_ticks_registration" ON "checklist_ticks" USING btree ("registration_id","id");